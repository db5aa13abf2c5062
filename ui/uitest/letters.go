package uitest

import (
	"os"
	"os/exec"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/model/channel"
	"cordial/ui"
	"cordial/ui/port"
)

// Memory keeps drafts, too.
var _ port.Drafts = (*Memory)(nil)

// place is where a draft is, -1 for nowhere.
func (m *Memory) place(person model.Key, by channel.Channel) int {
	return slices.IndexFunc(m.letters, func(l model.Letter) bool { return l.Person == person && l.Channel == by })
}

// SaveDraft keeps a draft in the place of the last one; a blank one drops it.
func (m *Memory) SaveDraft(l model.Letter) error {
	if m.FailDrafts != nil {
		return m.FailDrafts
	}
	if err := m.DropDraft(l.Person, l.Channel); err != nil || l.Blank() {
		return err
	}
	m.letters = append(m.letters, l)
	return nil
}

// Draft is the draft to a person by a channel.
func (m *Memory) Draft(person model.Key, by channel.Channel) (model.Letter, bool, error) {
	if i := m.place(person, by); i >= 0 {
		return m.letters[i], true, m.FailRead
	}
	return model.Letter{}, false, m.FailRead
}

// Drafts lists all drafts, the one saved last first.
func (m *Memory) Drafts() ([]model.Letter, error) {
	list := slices.Clone(m.letters)
	slices.Reverse(list)
	return list, m.FailRead
}

// DropDraft forgets a draft.
func (m *Memory) DropDraft(person model.Key, by channel.Channel) error {
	if i := m.place(person, by); i >= 0 {
		m.letters = slices.Delete(m.letters, i, i+1)
	}
	return m.FailDrafts
}

// Editing starts the program anew with an editor that does this to the file it is
// given. The file must be one that only the user can read.
func (s *Scenario) Editing(edit func(path string) error) *Scenario {
	s.t.Helper()
	return s.With(func(d *ui.Deps) {
		d.Editor = "ed"
		d.Exec = func(c *exec.Cmd, done tea.ExecCallback) tea.Cmd {
			path := c.Args[len(c.Args)-1]
			return func() tea.Msg {
				if info, err := os.Stat(path); err == nil && info.Mode().Perm() != 0o600 {
					s.t.Errorf("the file for the editor has the mode %v", info.Mode())
				}
				return done(edit(path))
			}
		}
	})
}

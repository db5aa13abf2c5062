package importing_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/contactlist"
	"cordial/ui/ask"
	"cordial/ui/intake"
	"cordial/ui/port"
	"cordial/ui/screen/importing"
	"cordial/ui/theme"
	"cordial/ui/uitest"
)

// text is what strangers write into files.
func text() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom([]string{
		"", "messages.csv", strings.Repeat("very long ", 40), "נועה מזרחי\u202e", "\x1b[2J", "👩‍👩‍👧 family", "山本 拓也", "a\nb\tc", "é\u0301",
	}), rapid.String())
}

// world draws any world: every stage with anything in it.
func world(t *rapid.T) importing.World {
	some := rapid.IntRange(0, 1_000_000_000)
	problems := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) model.Problem {
		return model.Problem{File: text().Draw(t, "file"), Line: some.Draw(t, "line"), Reason: text().Draw(t, "reason")}
	}), 0, 30)
	r := importing.Run{
		Stage: importing.Stage(rapid.IntRange(0, 8).Draw(t, "stage")), Paths: rapid.SliceOfN(text(), 0, 3).Draw(t, "paths"),
		Began: uitest.Start(), Took: time.Duration(some.Draw(t, "took")) * 100, Undoing: rapid.Bool().Draw(t, "undoing"),
	}
	r.Course = r.Course.Add(model.Progress{File: text().Draw(t, "first"), Rows: some.Draw(t, "rows"), Done: 1, Total: 2}, uitest.Start())
	r.Course = r.Course.Add(model.Progress{
		Step: text().Draw(t, "step"), Phase: model.ImportPhase(rapid.IntRange(0, 3).Draw(t, "phase")), File: text().Draw(t, "second"),
		Rows: some.Draw(t, "rows"), Done: int64(some.Draw(t, "done")), Total: int64(some.Draw(t, "total")),
	}, uitest.Start().Add(time.Second))
	r.Report = model.ImportReport{
		Owner: text().Draw(t, "owner"), Messages: model.MessageCounts{New: some.Draw(t, "new"), Known: some.Draw(t, "known")},
		Problems: problems.Draw(t, "problems"), ProblemCount: some.Draw(t, "count"), RenamedCount: some.Draw(t, "renamed"),
		Changed: some.Draw(t, "changed"), Proposals: some.Draw(t, "proposals"), FirstPartOnly: rapid.Bool().Draw(t, "first part"),
		Renamed: []model.Rename{{Was: text().Draw(t, "was"), Now: text().Draw(t, "now")}},
	}
	for range rapid.IntRange(0, 12).Draw(t, "files") {
		r.Report.Files = append(r.Report.Files, model.FileReport{Name: text().Draw(t, "name"), Rows: some.Draw(t, "rows"), Status: "read", New: some.Draw(t, "new")})
	}
	if rapid.Bool().Draw(t, "lists") {
		r.Lists = &contactlist.Report{Added: some.Draw(t, "added"), Files: []contactlist.File{{File: text().Draw(t, "list"), Encoding: text().Draw(t, "encoding"), Refused: 1}}}
	}
	for range rapid.IntRange(0, 6).Draw(t, "candidates") {
		r.Candidates = append(r.Candidates, port.Candidate{URL: text().Draw(t, "url"), Name: text().Draw(t, "name"), Conversations: some.Draw(t, "n")})
		r.Columns = append(r.Columns, port.Column{Name: text().Draw(t, "column"), Sample: text().Draw(t, "sample"), Field: "name"})
	}
	if rapid.Bool().Draw(t, "failed") {
		r.Err = fmt.Errorf("%s: %w", text().Draw(t, "error"), &model.Refusal{Reason: text().Draw(t, "why"), Help: text().Draw(t, "help")})
	} else if r.Stage == importing.Failed {
		r.Err = errors.New(text().Draw(t, "error"))
	}
	w := importing.World{Run: r, Searched: true, Place: intake.Place{Home: "/home/me", Dir: "/home/me/work"}, Keys: keymap.Default(), Now: uitest.Start().Add(time.Minute)}
	for range rapid.IntRange(0, 4).Draw(t, "found") {
		w.Found = append(w.Found, intake.Found{Path: "/home/me/" + text().Draw(t, "path"), Size: int64(some.Draw(t, "size")), At: uitest.Start(), Export: true})
	}
	w.Folder = importing.Folder{Typed: "~/", Read: true, Entries: []intake.Entry{{Name: text().Draw(t, "entry"), Folder: true}, {Name: "b.zip"}}}
	w.Exporting = rapid.SampledFrom([]string{"", "contacts"}).Draw(t, "exporting")
	return w
}

// keys is what may be pressed: every action of the screen, and letters.
func keys() *rapid.Generator[string] {
	list := []string{"type a", "type ~/", "type /", "erase", "show export", "show import", "refresh"}
	for _, b := range keymap.Default().Bindings() {
		if b.Scope == keymap.Importing || b.Scope == keymap.Path {
			list = append(list, string(b.Action))
		}
	}
	return rapid.SampledFrom(list)
}

// TestAnyWorldAtAnySize: whatever is read and pressed, the frame has exactly the
// terminal's cells, in every look.
func TestAnyWorldAtAnySize(t *testing.T) {
	themes := []*theme.Theme{theme.New(theme.Options{}), theme.New(theme.Options{ASCII: true}), theme.New(theme.Options{Dark: true, Profile: theme.TrueColor})}
	rapid.Check(t, func(t *rapid.T) {
		s := importing.New(world(t))
		for _, key := range rapid.SliceOfN(keys(), 0, 12).Draw(t, "keys") {
			switch what, letters, _ := strings.Cut(key, " "); what {
			case "type":
				s.Key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(letters)})
			case "erase":
				s.Key(tea.KeyMsg{Type: tea.KeyCtrlU})
			case "show":
				s.Show(letters == "export", "")
			case "refresh":
				s.Refresh(world(t))
			default:
				s.Do(keymap.Action(key))
			}
			w, h := rapid.IntRange(1, 150).Draw(t, "w"), rapid.IntRange(1, 45).Draw(t, "h")
			frame := s.Draw(rapid.SampledFrom(themes).Draw(t, "theme"), w, h, "")
			if err := uitest.Exact(frame, w, h); err != nil || strings.Contains(frame, "\x1b[2J") {
				t.Fatalf("%v\n%s", err, frame)
			}
		}
	})
}

// TestNothingIsDoneWithoutAReason: an action that asks for nothing and moves nothing is
// refused by Off in words.
func TestNothingIsDoneWithoutAReason(t *testing.T) {
	for stage := importing.Choosing; stage <= importing.Failed; stage++ {
		w := importing.World{Keys: keymap.Default(), Now: uitest.Start(), Run: importing.Run{Stage: stage, Err: errors.New("broken")}}
		if why := importing.New(w).Off(keymap.GoInbox); why != "" {
			t.Errorf("stage %d: what is the program's is refused: %s", stage, why)
		}
		for _, action := range []keymap.Action{keymap.Problems, keymap.Renamed, keymap.ReportSave, keymap.OwnerSay, keymap.NextColumn, keymap.Down} {
			s := importing.New(w)
			th := theme.New(theme.Options{})
			before, off := s.Draw(th, 80, 24, ""), s.Off(action)
			request := s.Do(action)
			if said, ok := request.(ask.Toast); off != "" && (!ok || said.Text != off) {
				t.Errorf("stage %d, %s: %q is said as %v", stage, action, off, request)
			}
			if off == "" && request == nil && s.Draw(th, 80, 24, "") == before && action != keymap.Down {
				t.Errorf("stage %d, %s: nothing happens", stage, action)
			}
		}
	}
}

// TestPlainTerminal: where there is only ASCII, nothing else is drawn.
func TestPlainTerminal(t *testing.T) {
	plain := theme.New(theme.Options{ASCII: true})
	run := importing.Run{
		Paths: []string{"/home/me/x.zip"}, Began: uitest.Start(), Err: errors.New("broken"), Candidates: []port.Candidate{{Name: "Ada"}},
		Columns: []port.Column{{Name: "Who"}}, Report: model.ImportReport{
			Messages: model.MessageCounts{New: 1, Skipped: model.SkippedCounts{Draft: 1}}, ProblemCount: 1, Problems: []model.Problem{{File: "a", Line: 1, Reason: "b"}},
			Renamed: []model.Rename{{Was: "a", Now: "b"}}, RenamedCount: 1, Proposals: 1, Files: []model.FileReport{{Name: "a", Status: "read"}, {Name: "b", Status: "ignored"}},
		},
	}
	for done := range int64(3) {
		run.Course = run.Course.Add(model.Progress{File: "a.csv", Rows: 3, Done: done, Total: 5}, uitest.Start().Add(time.Duration(done)*time.Second))
	}
	for stage := importing.Choosing; stage <= importing.Failed; stage++ {
		for _, key := range []keymap.Action{"", keymap.Problems, keymap.Renamed, keymap.ImportPart, keymap.Accept} {
			run.Stage = stage
			s := importing.New(importing.World{Run: run, Keys: keymap.Default(), Now: uitest.Start().Add(5 * time.Second)})
			s.Do(key)
			for _, size := range [][2]int{{80, 24}, {40, 15}} {
				frame := s.Draw(plain, size[0], size[1], "")
				if at := strings.IndexFunc(frame, func(r rune) bool { return r > '~' }); at >= 0 {
					t.Errorf("stage %d after %q: %q", stage, key, frame[max(0, at-20):min(len(frame), at+20)])
				}
			}
		}
	}
}

package dialog

import (
	"errors"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/ask"
	"cordial/ui/widget"
)

// Remind sets a reminder. The moment that the typed text means is always shown;
// a digit alone is the suggestion with that number, so that "3" is one of them
// and "3d" is what it says.
type Remind struct {
	trouble
	world     World
	targets   []triage.ID
	before    *model.Reminder // what the new one replaces
	quick     []when.Suggestion
	date      widget.Input
	about     widget.Input
	onAbout   bool // about takes the keys
	ifNoReply bool
}

// NewRemind is the reminder dialog for conversations, at least one.
func NewRemind(w World, targets []triage.ID, ifNoReply bool) *Remind {
	d := &Remind{targets: targets, ifNoReply: ifNoReply}
	d.date.Prompt, d.date.Placeholder = "> ", "when, or a number"
	d.about.Placeholder = "optional: what to do then"
	d.date.Limit, d.about.Limit = 60, 200
	d.Refresh(w)
	return d
}

// Scope is keymap.Remind.
func (d *Remind) Scope() keymap.Scope { return keymap.Remind }

// Refresh makes the suggestions anew.
func (d *Remind) Refresh(w World) {
	d.world = w
	d.quick = when.Suggestions(w.Now, w.When)
	d.before = nil
	if len(d.targets) == 1 {
		v, _ := w.Board.View(d.targets[0])
		d.before = v.State.Reminder
	}
}

// errNoDate: nothing was typed yet.
var errNoDate = errors.New("type when, or the number of a suggestion")

// due is the moment that is typed.
func (d *Remind) due() (time.Time, error) {
	text := strings.TrimSpace(d.date.Value())
	if text == "" {
		return time.Time{}, errNoDate
	}
	if n := d.number(); n > 0 {
		return d.quick[n-1].Time, nil
	}
	return when.Parse(text, d.world.Now, d.world.When)
}

// number is the suggestion that is typed, 0 for none.
func (d *Remind) number() int {
	n, err := strconv.Atoi(strings.TrimSpace(d.date.Value()))
	if err != nil || n < 1 || n > len(d.quick) {
		return 0
	}
	return n
}

// Do sets, toggles, moves and closes.
func (d *Remind) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch a {
	case keymap.Cancel:
		return discard(d.about.Value(), "this reminder")
	case keymap.Toggle:
		d.ifNoReply = !d.ifNoReply
	case keymap.Down:
		d.step(1)
	case keymap.Up:
		d.step(-1)
	case keymap.Accept:
		return d.accept()
	default:
	}
	return nil
}

func (d *Remind) accept() ask.Request {
	due, err := d.due()
	if err != nil {
		d.Fail(err)
		return nil
	}
	return ask.Batch{ask.SetReminder{
		Targets: d.targets, Due: due, Text: clean.Line(d.about.Value()), IfNoReply: d.ifNoReply,
	}, ask.Close{}}
}

// step walks through the suggestions while no other date is typed, and from the
// last one on to the text.
func (d *Remind) step(n int) {
	free := strings.TrimSpace(d.date.Value()) == "" || d.number() > 0
	at := d.number() + n
	switch {
	case d.onAbout:
		d.onAbout = n > 0
	case !free && n > 0, at > len(d.quick):
		d.onAbout = true
	case !free, at < 0:
	case at == 0:
		d.date.SetValue("")
	default:
		d.date.SetValue(strconv.Itoa(at))
	}
}

// Key types; shift+tab changes between the date and the text.
func (d *Remind) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	switch {
	case k.Type == tea.KeyShiftTab:
		d.onAbout = !d.onAbout
	case d.onAbout:
		d.about.Key(k)
	default:
		d.date.Key(k)
	}
	return nil
}

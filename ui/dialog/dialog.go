package dialog

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
	"cordial/model/quota"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/ask"
	"cordial/ui/keyhint"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Dialog is a box in front of a screen. The App gives it every key first as an
// action, if the keymap knows one in the dialog's scope, and else as it is; it
// overlays the box, centred.
type Dialog interface {
	// Scope is the innermost scope of its keys.
	Scope() keymap.Scope
	// Do does an action that the keymap found; nil asks for nothing.
	Do(a keymap.Action) ask.Request
	// Key takes typed text, a paste, and keys that the keymap does not bind.
	Key(k tea.KeyMsg) ask.Request
	// Refresh hands in the world anew: after a request was done, when the journal
	// has grown, and as time goes by. What is typed stays.
	Refresh(w World)
	// Fail says why what the dialog asked for was not done.
	Fail(err error)
	// Draw is the box on a screen of w×h cells: a block of at most that size, and of
	// exactly that size under 60 columns. It is where the dialog learns its size.
	Draw(t *theme.Theme, w, h int) string
}

// Elapser is a dialog that must know how long it has been in front: the App
// tells it before each key.
type Elapser interface {
	Elapsed(since time.Duration)
}

// World is what dialogs read. They change nothing in it.
type World struct {
	Book   *model.Book
	Board  *triage.Board
	People *Directory    // nil while it is being read
	Talks  *Talks        // nil while it is being read, and until the palette is asked for
	Keys   keymap.Keymap // names the keys in hints; without it there are none
	When   when.Options
	Zone   string    // IANA name of the user's zone, for a new seat; empty is the name of Now's
	Now    time.Time // its zone is the user's

	Me     model.Person                      // the user, as far as the export says
	Meters []quota.Meter                     // of what LinkedIn limits; nil while it is being counted
	Known  func(p model.Person) Acquaintance // what is known of somebody; nil: p alone
}

// zone is the IANA name of the user's zone, empty when only the system knows it.
func (w World) zone() string {
	if name := w.Now.Location().String(); w.Zone == "" && name != "Local" {
		return name
	}
	return w.Zone
}

// hint names the key of an action in a scope; without a key there is no hint.
func (w World) hint(t *theme.Theme, s keymap.Scope, a keymap.Action, text string) []widget.Hint {
	return keyhint.There(keyhint.New(w.Keys, s, t).Hint(a, text))
}

// kept is hint for a key that goes last where there is little room.
func (w World) kept(t *theme.Theme, s keymap.Scope, a keymap.Action, text string) []widget.Hint {
	hints := w.hint(t, s, a, text)
	for i := range hints {
		hints[i] = keyhint.Keep(hints[i])
	}
	return hints
}

// name is how a conversation is called.
func (w World) name(id triage.ID) string {
	if line, ok := w.Board.Line(id); ok {
		return line.Name
	}
	return "somebody"
}

// chooseHint names the keys that choose in a form.
func chooseHint(t *theme.Theme, text string) widget.Hint {
	return widget.Hint{Key: keymap.Label("left", ascii(t)) + "/" + keymap.Label("right", ascii(t)), Text: text}
}

// ascii tells whether the terminal has nothing but ASCII.
func ascii(t *theme.Theme) bool { return t.Glyphs.EnterKey == "enter" }

// day is a day as people write it, with the year if it is another one: "30 Nov".
func (w World) day(d day.Day) string {
	year, month, n := d.Date()
	if year == w.Now.Year() {
		return fmt.Sprintf("%d %s", n, month.String()[:3])
	}
	return fmt.Sprintf("%d %s %d", n, month.String()[:3], year)
}

// expiry says when credits are gone.
func (w World) expiry(on day.Day) string {
	if on == day.Never {
		return "never expires"
	}
	return "expires " + w.day(on)
}

// sentence begins with a capital letter and ends with a full stop, unless it is a
// question.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// trouble is why the last wish was not granted, until the next key.
type trouble struct{ text string }

// Fail shows why what the dialog asked for was not done.
func (t *trouble) Fail(err error) { t.text = reason(err) }

// draw adds the trouble to a sheet.
func (t *trouble) draw(s *sheet) {
	if t.text != "" {
		s.say(theme.Danger, s.t.Glyphs.Fail+" ", t.text)
	}
}

// reason is an error in words for a dialog. A refusal's help is left out: it
// speaks of the command line, and the dialog shows its own keys.
func reason(err error) string {
	var refusal *model.Refusal
	if errors.As(err, &refusal) {
		return clean.Line(refusal.Reason)
	}
	return clean.Line(err.Error())
}

// discard is the request that closes a dialog in which something was typed: it
// asks first. Without text it closes at once.
func discard(text, what string) ask.Request {
	text = clean.Line(text)
	if text == "" {
		return ask.Close{}
	}
	return ask.Question{
		Title: "Throw " + what + " away?", Text: clipped(text, 200),
		YesText: "yes, throw it away", NoText: "no, go on",
		Yes: ask.Close{},
	}
}

// clipped is a text in one line of at most w cells.
func clipped(text string, w int) string {
	text = clean.Line(text)
	return widget.FitTail(text, min(widget.Width(text), w), widget.Ellipsis)
}

package dialog_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/credit"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
	"cordial/ui/theme"
)

// hostile is text that tries to leave its place.
const hostile = "\x1b[2J\x1b]0;pwn\x07\u202eevil\u2066\x00\x7f\u009b31m\r\n\tA\u0301\u0301👩‍👩‍👧 ﷽ 王\u200d"

// every is a dialog of each kind over a world of hostile names.
func every(t testing.TB) map[string]func() dialog.Dialog {
	w := newTown(t)
	career(w)
	evil := model.Person{
		ID: "x", Key: model.PersonKey("x"), Name: hostile, Company: hostile, Position: hostile, Headline: hostile, Degree: 3,
	}
	w.threads = append(w.threads, thread(evil, w.world.Now))
	w.world.Board = triage.NewBoard(w.world.Book, w.threads, w.world.Now)
	w.world.People = dialog.NewDirectory(append(peopleSet{evil}, people()...))
	w.seat("Wide 王 seat", "recruiter-lite", "11-01 09:00", nil)
	them := triage.ID{Thread: model.ThreadKey("x"), Person: evil.Key}
	w.record(w.world.Book.Label(w.targets([]triage.ID{them}), "Very\u202elong label 王王王", true, w.world.Now))
	w.record(w.world.Book.Remind(w.targets([]triage.ID{them}), model.Reminder{Due: w.world.Now.Add(time.Hour), Set: w.world.Now, Text: hostile}))
	empty := newTown(t)
	off := map[keymap.Action]string{keymap.Archive: hostile}
	return map[string]func() dialog.Dialog{
		"labels":    func() dialog.Dialog { return dialog.NewLabels(w.world, []triage.ID{them, id(0)}) },
		"jump":      func() dialog.Dialog { return dialog.NewJump(w.world) },
		"remind":    func() dialog.Dialog { return dialog.NewRemind(w.world, []triage.ID{them}, true) },
		"inmail":    func() dialog.Dialog { return dialog.NewInMail(w.world, evil) },
		"seatless":  func() dialog.Dialog { return dialog.NewInMail(empty.world, evil) },
		"seat":      func() dialog.Dialog { return dialog.NewSeat(w.world) },
		"answer":    func() dialog.Dialog { return dialog.NewAnswer(w.world, people()[2]) },
		"no mail":   func() dialog.Dialog { return dialog.NewAnswer(w.world, evil) },
		"reconcile": func() dialog.Dialog { return dialog.NewReconcile(w.world, "main", []string{"inmail-2-11-06 10:14"}) },
		"plan":      func() dialog.Dialog { return dialog.NewPlan(w.world, "main") },
		"cancel":    func() dialog.Dialog { return dialog.NewCancelSeat(w.world, "main") },
		"number":    func() dialog.Dialog { return dialog.NewPolicy(w.world, "main", credit.FieldExpiry) },
		"choice":    func() dialog.Dialog { return dialog.NewPolicy(w.world, "main", credit.FieldRefundRule) },
		"price":     func() dialog.Dialog { return dialog.NewPrice(w.world, "main") },
		"pace":      func() dialog.Dialog { return dialog.NewPace(w.world, "main", nil) },
		"why":       func() dialog.Dialog { return dialog.NewWhy(w.world, "main") },
		"why gone":  func() dialog.Dialog { return dialog.NewWhy(empty.world, "main") },
		"note":      func() dialog.Dialog { return dialog.NewNote(w.world, them) },
		"search":    func() dialog.Dialog { return dialog.NewSearch(w.world) },
		"question": func() dialog.Dialog {
			return dialog.NewQuestion(w.world, ask.Question{Title: hostile, Text: hostile + hostile, Later: ask.Close{}})
		},
		"help": func() dialog.Dialog { return dialog.NewHelp(w.world.Keys, keymap.Stack(keymap.Inbox), off) },
	}
}

// clean fails if anything but colours could move the terminal's cursor.
func isClean(t testing.TB, s string) {
	t.Helper()
	plain := ansi.Strip(s)
	if at := strings.IndexFunc(plain, func(r rune) bool {
		return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}); at >= 0 {
		t.Fatalf("%q is drawn", plain[at:min(len(plain), at+20)])
	}
	for rest := s; ; {
		_, after, found := strings.Cut(rest, "\x1b")
		if !found {
			return
		}
		if end := strings.IndexByte(after, 'm'); !strings.HasPrefix(after, "[") || end < 0 || strings.Trim(after[1:end], "0123456789;:") != "" {
			t.Fatalf("a sequence that is no colour: %q", after[:min(len(after), 20)])
		}
		rest = after
	}
}

// Every dialog fills its rectangle at every size, whatever people are called.
func TestEverySize(t *testing.T) {
	themes := []*theme.Theme{plain(), theme.New(theme.Options{ASCII: true, Profile: theme.TrueColor, Dark: true})}
	for name, make := range every(t) {
		t.Run(name, func(t *testing.T) {
			d := make()
			for i, th := range themes {
				for w := 0; w <= 130; w += 1 + w/5 {
					for h := 0; h <= 50; h += 1 + h/4 {
						got := d.Draw(th, w, h)
						isBlock(t, got, w, h)
						if i == 1 || w%3 == 0 {
							isClean(t, got)
						}
					}
				}
			}
		})
	}
}

// keysOf are the keys that a storm is made of.
func storm() *rapid.Generator[tea.KeyMsg] {
	names := []string{
		"enter", "esc", "tab", "shift+tab", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "backspace",
		"delete", "ctrl+s", "ctrl+o", "ctrl+u", "ctrl+w", "ctrl+k", "ctrl+j", "alt+enter", "ctrl+n", "ctrl+p", "f1", "space",
		"y", "n", "l", "1", "3", "d", "#", "x", "é", "王", "fri 3pm", "2026-11-17", "lead", hostile,
	}
	return rapid.Custom(func(t *rapid.T) tea.KeyMsg {
		k := key(rapid.SampledFrom(names).Draw(t, "key"))
		k.Paste = k.Type == tea.KeyRunes && len(k.Runes) > 1
		return k
	})
}

// Whatever is pressed, no dialog panics, each drawing is whole, and each request
// is one the app can do. A dialog that holds text of the user's own closes only
// after saving it or asking.
func TestStorm(t *testing.T) {
	makers := every(t)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(slices.Sorted(maps.Keys(makers))).Draw(t, "dialog")
		d := makers[name]()
		typedText := ""
		for _, k := range rapid.SliceOfN(storm(), 1, 25).Draw(t, "keys") {
			resolver := keymap.NewResolver(keymap.Default())
			var r ask.Request
			if hit := resolver.Press(k.String(), keymap.Stack(d.Scope())); hit.Kind == keymap.Matched && !k.Paste {
				r = d.Do(hit.Action)
			} else {
				r = d.Key(k)
				typedText += string(k.Runes)
			}
			if rapid.IntRange(0, 20).Draw(t, "fail") == 0 {
				d.Fail(errors.New(hostile))
			}
			w, h := rapid.IntRange(1, 130).Draw(t, "w"), rapid.IntRange(1, 40).Draw(t, "h")
			got := d.Draw(plain(), w, h)
			if width := ansi.StringWidth(strings.Split(got, "\n")[0]); width > w {
				t.Fatalf("%d cells wide on %d", width, w)
			}
			if _, closes := r.(ask.Close); closes && name == "note" && hasText(d) {
				t.Fatalf("a note is lost: %q", typedText)
			}
			checkRequest(t, r)
		}
	})
}

// hasText tells whether a note still holds text: then Enter would save it.
func hasText(d dialog.Dialog) bool {
	_, saves := d.Do(keymap.Accept).(ask.Batch)
	return saves
}

// checkRequest fails on a request that says too little to be done.
func checkRequest(t *rapid.T, r ask.Request) {
	switch r := r.(type) {
	case ask.Batch:
		for _, one := range r {
			if one == nil {
				t.Fatal("nothing in a batch")
			}
			checkRequest(t, one)
		}
	case ask.ApplyLabel:
		if len(r.Targets) == 0 || model.CheckLabel(r.Label) != nil {
			t.Fatalf("%+v", r)
		}
	case ask.SetReminder:
		if len(r.Targets) == 0 || r.Due.IsZero() {
			t.Fatalf("%+v", r)
		}
	case ask.LogInMail:
		if r.InMail.Seat == "" || r.InMail.Person.Key == 0 || r.InMail.At.IsZero() {
			t.Fatalf("%+v", r)
		}
	case ask.AddNote:
		if strings.TrimSpace(r.Text) == "" {
			t.Fatalf("%+v", r)
		}
	case ask.GoToPerson:
		if r.Key == 0 {
			t.Fatal("a person without a key")
		}
	case ask.OpenSeat:
		if r.Seat.Name == "" || r.Seat.Plan == "" {
			t.Fatalf("%+v", r)
		}
	case ask.Reconcile:
		if r.Seat == "" || r.Balance < 0 {
			t.Fatalf("%+v", r)
		}
	case ask.ChangePlan:
		if _, known := credit.PlanByID(r.Plan.Plan); !known || r.At.IsZero() {
			t.Fatalf("%+v", r)
		}
	case ask.SetPolicy:
		if r.Policy.Validate() != nil || r.At.IsZero() {
			t.Fatalf("%+v", r)
		}
	case ask.PriceSeat:
		if _, err := model.ParsePrice(r.Price, r.Currency); err != nil {
			t.Fatalf("%+v: %v", r, err)
		}
	}
}

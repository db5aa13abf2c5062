package store

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"cordial/model"
	"cordial/store/journal"
)

// history is a journal that holds together.
const history = `{"v":1,"id":"1","at":"2026-01-05T09:30:00.5+01:00","recorded":"2026-01-05T09:30:02Z","kind":"seat.opened","data":{"seat":"main","name":"Main","plan":"career","zone":"Europe/Berlin"}}
{"v":1,"id":"2","at":"2026-01-06T09:30:00Z","recorded":"2026-01-06T09:30:00Z","kind":"contact.added","data":{"contact":"c1","name":"<Ann> & Bob"}}
{"v":1,"id":"3","at":"2026-01-07T09:30:00-03:00","recorded":"2026-01-07T12:30:00.000000001Z","kind":"inmail.sent","data":{"inmail":"i1","contact":"c1","seat":"main","cost":1}}
{"v":1,"id":"4","at":"2026-01-08T09:30:00Z","recorded":"2026-01-08T09:30:00Z","kind":"thread.archived","data":{"people":["c1"]}}
`

func TestAJournalGoesInAndComesOutTheSame(t *testing.T) {
	s := newStore(t)
	events := must[[]model.Event](t)(journal.Read(strings.NewReader(history)))
	if n := must[int](t)(s.ImportJournal(events)); n != 4 {
		t.Errorf("%d were new", n)
	}
	var out bytes.Buffer
	if err := journal.Write(&out, must[[]model.Event](t)(reopen(t, s.Path()).Events(0))); err != nil {
		t.Fatal(err)
	}
	if out.String() != history {
		t.Errorf("came out as\n%s", out.String())
	}
	before := dump(t, s)
	if n := must[int](t)(s.ImportJournal(events)); n != 0 || dump(t, s) != before {
		t.Errorf("%d were new the second time", n)
	}
}

func TestAJournalThatContradictsItselfIsRefusedWhole(t *testing.T) {
	for name, c := range map[string]struct {
		line int
		text string
	}{
		"never added":    {5, `{"v":1,"id":"5","at":"2026-01-09T09:30:00Z","kind":"invitation.sent","data":{"contact":"c9"}}`},
		"added before":   {5, `{"v":1,"id":"5","at":"2026-01-09T09:30:00Z","kind":"contact.added","data":{"contact":"c1","name":"x"}}`},
		"unknown plan":   {5, `{"v":1,"id":"5","at":"2026-01-09T09:30:00Z","kind":"seat.opened","data":{"seat":"s2","name":"x","plan":"gold"}}`},
		"no subject":     {5, `{"v":1,"id":"5","at":"2026-01-09T09:30:00Z","kind":"thread.starred","data":{}}`},
		"answered early": {5, `{"v":1,"id":"5","at":"2026-01-01T09:30:00Z","kind":"inmail.answered","data":{"inmail":"i1","answer":"replied"}}`},
	} {
		s := newStore(t)
		if err := s.Append(0, contacts(0, 1)); err != nil {
			t.Fatal(err)
		}
		before := dump(t, s)
		events := must[[]model.Event](t)(journal.Read(strings.NewReader(history + c.text)))
		_, err := s.ImportJournal(events)
		var at *journal.LineError
		var reason *model.InputError
		if !errors.As(err, &at) || at.Line != c.line || !errors.As(err, &reason) {
			t.Errorf("%s: %v", name, err)
		}
		if dump(t, s) != before {
			t.Errorf("%s: something was written", name)
		}
	}
}

func TestAJournalMayBuildOnWhatIsThere(t *testing.T) {
	s := newStore(t)
	lines := strings.SplitAfter(history, "\n")
	for i := range 4 {
		events := must[[]model.Event](t)(journal.Read(strings.NewReader(strings.Join(lines[:i+1], ""))))
		if n := must[int](t)(s.ImportJournal(events)); n != 1 {
			t.Errorf("%d were new", n)
		}
	}
}

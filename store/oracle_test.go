package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sort"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
)

// TestJournalAgainstAnOracle does random things to a journal, opened anew now and
// then, and to a list in memory.
func TestJournalAgainstAnOracle(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		dir := t.TempDir()
		path := filepath.Join(dir, "cordial.db")
		s := must[*Store](t)(Open(path, Options{}))
		var want []model.Event
		draw := func(name string, most int) int { return rapid.IntRange(0, most).Draw(r, name) }
		r.Repeat(map[string]func(*rapid.T){
			"append": func(r *rapid.T) {
				events := contacts(draw("from", 30), draw("how many", 4))
				if err := s.Append(uint64(len(want)), events); err != nil {
					r.Fatal(err)
				}
				for _, e := range events {
					if !slices.ContainsFunc(want, func(w model.Event) bool { return w.ID == e.ID }) {
						want = append(want, e)
					}
				}
			},
			"append too early or too late": func(r *rapid.T) {
				after := uint64(draw("after", 40))
				err := s.Append(after, contacts(100, 1))
				if after == uint64(len(want)) {
					want = append(want, contact(100))
					if slices.IndexFunc(want, func(w model.Event) bool { return w.ID == contact(100).ID }) < len(want)-1 {
						want = want[:len(want)-1]
					}
				} else if !errors.Is(err, model.ErrMoved) {
					r.Fatal(err)
				}
			},
			"open anew": func(*rapid.T) { s = must[*Store](t)(Open(path, Options{})) },
			"compact": func(r *rapid.T) {
				if _, _, err := s.Compact(); err != nil {
					r.Fatal(err)
				}
			},
			"": func(r *rapid.T) {
				after := draw("after", len(want))
				got, err := s.Events(uint64(after))
				if err != nil || fmt.Sprint(got) != fmt.Sprint(want[after:]) {
					r.Fatal(got, err)
				}
				if stamp, err := s.Stamp(); err != nil || stamp.Journal != uint64(len(want)) {
					r.Fatal(stamp, err)
				}
			},
		})
		sound(t, s)
	})
}

// TestEvidenceAgainstAnOracle imports parts of a made-up past, overlapping, in any
// order and more than once. What is there is the union, whatever the order.
func TestEvidenceAgainstAnOracle(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		past := rapid.SliceOfN(rapid.Custom(drawMail), 1, 25).Draw(r, "past")
		past = distinct(past)
		dir := t.TempDir()
		s := must[*Store](t)(Open(filepath.Join(dir, "cordial.db"), Options{}))
		want := map[string][]string{}
		seen := map[string]bool{}
		for range rapid.IntRange(1, 4).Draw(r, "imports") {
			part := rapid.SliceOfNDistinct(rapid.IntRange(0, len(past)-1), 1, len(past), rapid.ID).Draw(r, "part")
			e := export{made: clock(rapid.IntRange(1000, 9000).Draw(r, "made"))}
			fresh := 0
			for _, i := range part {
				m := past[i]
				e.messages = append(e.messages, m)
				if id := fmt.Sprint(m); !seen[id] {
					seen[id] = true
					fresh++
					want[m.conversation] = append(want[m.conversation], fmt.Sprintf("%d %s: %s", m.at.Unix(), m.from, m.text))
				}
			}
			e.connections = []connection{{"anna", "Anna Person", "", "", "", "05 Jan 2026"}}
			e.messages = append(e.messages, mail{conversation: "2-zz", from: me, to: "zoe", at: clock(0), text: "always there"})
			got := bring(t, s, e)
			if first := len(want["2-zz"]) == 0; first {
				fresh++
				want["2-zz"] = []string{fmt.Sprintf("%d me: always there", clock(0).Unix())}
			}
			if got.Messages.New != fresh {
				r.Fatalf("%d new, want %d", got.Messages.New, fresh)
			}
		}
		sound(t, s)
		for conversation, list := range want {
			var got []string
			for _, m := range must[[]model.Message](t)(s.Messages(model.ThreadKey(conversation), time.Time{}, 1000)) {
				from := m.From.ID
				if m.Me {
					from = me
				}
				got = append(got, fmt.Sprintf("%d %s: %s", m.At.Unix(), from, m.Text))
			}
			sort.Strings(got)
			sort.Strings(list)
			if !slices.Equal(got, list) {
				r.Fatalf("%s: %q, want %q", conversation, got, list)
			}
		}
	})
}

// drawMail makes up a message; many share a second and a sender.
func drawMail(r *rapid.T) mail {
	m := mail{
		conversation: rapid.SampledFrom([]string{"2-a", "2-b", "2-c"}).Draw(r, "conversation"),
		at:           clock(rapid.IntRange(0, 40).Draw(r, "second")),
		text:         rapid.SampledFrom([]string{"yes", "no", "perhaps", "two\nlines"}).Draw(r, "text"),
	}
	other := map[string]string{"2-a": "anna", "2-b": "bert", "2-c": "carl"}[m.conversation]
	if m.from, m.to = me, other; rapid.Bool().Draw(r, "from them") {
		m.from, m.to = other, me
	}
	return m
}

// distinct keeps one message of each sender and second, because two of them in
// different exports are taken for an edit.
func distinct(list []mail) []mail {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(m mail) bool {
		id := fmt.Sprint(m.conversation, m.from, m.at)
		again := seen[id]
		seen[id] = true
		return again
	})
}

// TestOrderOfImportsDoesNotMatter imports the same archives forwards and backwards.
func TestOrderOfImportsDoesNotMatter(t *testing.T) {
	first, second, third := week(), week(), week()
	second.made, third.made = first.made.Add(time.Hour), first.made.Add(2*time.Hour)
	second.connections[0].company = "Second"
	third.connections[0].company, third.connections[1].name = "Third", "Bert Dritter"
	third.messages[1].text = "edited"
	second.messages = append(second.messages, mail{conversation: "2-n", from: me, to: "nora", at: clock(99), text: "new"})
	want := ""
	for _, order := range [][]export{{first, second, third}, {third, second, first}, {second, third, first}, {third, first, second, third}} {
		s := newStore(t)
		for _, e := range order {
			bring(t, s, e)
		}
		got := must[string](t)(answersOfEvidence(s))
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// answersOfEvidence is what a store says of its evidence.
func answersOfEvidence(s *Store) (string, error) {
	text := ""
	threads, err := s.Threads()
	if err != nil {
		return "", err
	}
	for i := range threads.Len() {
		messages, err := s.Messages(threads.Head(i).Key, time.Time{}, 100)
		if err != nil {
			return "", err
		}
		text += fmt.Sprintf("%+v\n%+v\n", threads.Row(i), messages)
	}
	people, err := s.People()
	if err != nil {
		return "", err
	}
	for i := range people.Len() {
		text += fmt.Sprintf("%+v\n", people.Row(i))
	}
	invitations, err := s.AllInvitations()
	return text + fmt.Sprintf("%+v\n", invitations), err
}

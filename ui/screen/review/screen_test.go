package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/keymap"
	"cordial/model"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// now is when the tests take place.
func now() time.Time { return time.Date(2026, 11, 18, 15, 0, 0, 0, time.UTC) }

// proposals are n of every kind, some of which a rule refuses.
func proposals(n int) []model.Proposal {
	r := model.Review{}
	for _, kind := range model.ProposalKinds() {
		for i := range n {
			p := model.Proposal{
				ID: fmt.Sprintf("%s-%d", kind, i), Kind: kind, Name: fmt.Sprintf("Person %d", i), At: now().AddDate(0, 0, -i),
				Sure: model.Confidence(1 + i%4), Why: "it is so", Doubt: "or not", Outgoing: i%2 == 0,
				Person: model.PersonRef{ID: "p", Key: model.Key(i + 1)}, Thread: model.Key(i + 1), Reply: now(),
			}
			if kind == model.ProposeReminder {
				p.Reminder = &model.Reminder{Due: now(), Text: "call"}
			}
			if kind == model.ProposeInMail && i%3 == 1 {
				p.Refusal = &model.Refusal{Reason: "no seat", Help: "open a seat first"}
			}
			r.Proposals = append(r.Proposals, p)
		}
	}
	r.Sort()
	return r.Proposals
}

// world is what the screen reads, with these proposals.
func world(list []model.Proposal) World {
	return World{
		Book: model.NewBook(model.World{Zone: time.LoadLocation}), Proposals: list, Opening: 3, Read: true, Imported: true,
		Keys: keymap.Default(), Now: now(), URL: func(model.Key) string { return "" },
	}
}

// Whatever is settled, comes back or is pressed, the cursor is on a proposal as long as
// there is one, and in sight, and the screen is filled exactly.
func TestCursorProperties(t *testing.T) {
	colours := theme.New(theme.Options{})
	rapid.Check(t, func(t *rapid.T) {
		all := proposals(rapid.IntRange(0, 4).Draw(t, "n"))
		s := New(world(all))
		actions := []keymap.Action{
			keymap.Down, keymap.Up, keymap.Top, keymap.Bottom, keymap.PageDown, keymap.PageUp, keymap.HalfDown, keymap.HalfUp,
			keymap.NextTab, keymap.PrevTab, keymap.Yes, keymap.No, keymap.InviteWithdrawn, keymap.ReviewAll, keymap.Open, keymap.ProfileOpen,
		}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "press") {
				s.Do(rapid.SampledFrom(actions).Draw(t, "action"))
			} else {
				var left []model.Proposal
				for _, p := range all {
					if rapid.IntRange(0, 3).Draw(t, "stands") > 0 {
						left = append(left, p)
					}
				}
				s.Refresh(world(left))
			}
			w, h := rapid.IntRange(1, 130).Draw(t, "w"), rapid.IntRange(1, 40).Draw(t, "h")
			frame := s.Draw(colours, w, h, "")
			if got := widget.Exact(frame, w, h); got != frame {
				t.Fatalf("not %d×%d:\n%s", w, h, frame)
			}
			p, ok := s.current()
			if ok != (len(s.world.Proposals) > 0) || ok && s.lines[s.list.Cursor].proposal != s.nth || ok && p.ID != s.at {
				t.Fatalf("the cursor is on line %d of %+v, at %q", s.list.Cursor, s.lines, s.at)
			}
			if first, last := s.list.Window(); ok && (s.list.Cursor < first || s.list.Cursor >= last) {
				t.Fatalf("the cursor is out of sight: %+v", s.list)
			}
		}
	})
}

// The cursor goes to the next when its proposal is settled, and back when that is undone,
// unless it was moved since.
func TestCursorFollows(t *testing.T) {
	all := proposals(3)
	without := func(id string) []model.Proposal {
		return slices.DeleteFunc(slices.Clone(all), func(p model.Proposal) bool { return p.ID == id })
	}
	s := New(world(all))
	s.Do(keymap.Down)
	settled, next := all[1].ID, all[2].ID
	s.Refresh(world(without(settled)))
	if s.at != next {
		t.Errorf("the next is %s, the cursor on %s", next, s.at)
	}
	s.Refresh(world(all))
	if s.at != settled {
		t.Errorf("%s came back, the cursor on %s", settled, s.at)
	}
	s.Refresh(world(without(settled)))
	s.Do(keymap.Bottom)
	last := s.at
	s.Refresh(world(all))
	if s.at != last {
		t.Errorf("the cursor was put on %s and is on %s", last, s.at)
	}
	s.Do(keymap.Top)
	if s.at != all[0].ID {
		t.Errorf("the cursor was put on the first, %s, and is on %s", all[0].ID, s.at)
	}
	s.Refresh(world(nil))
	if _, ok := s.current(); ok || s.Near() == nil && s.Do(keymap.Yes) == nil {
		t.Error("something is under the cursor of an empty list")
	}
}

// Y asks about those of the kind that can be recorded, and tells how many cannot.
func TestAllOfAKind(t *testing.T) {
	s := New(world(proposals(3)))
	s.Do(keymap.NextTab)
	q, ok := s.Do(keymap.ReviewAll).(ask.Question)
	if !ok || q.Title != "Record 2 probable InMails?" || len(q.Yes.(ask.AcceptProposals).Proposals) != 2 || !strings.Contains(q.Text, "1 more cannot be recorded and stay.") {
		t.Errorf("%+v", q)
	}
	s.Do(keymap.Down) // on the one that is refused
	if _, ok := s.Do(keymap.Yes).(ask.Toast); !ok {
		t.Error("a refused one was accepted")
	}
	if _, ok := s.Do(keymap.ReviewAll).(ask.Question); !ok {
		t.Error("the others of the kind cannot be accepted from there")
	}
}

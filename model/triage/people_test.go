package triage

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
)

// meets makes contacts known.
func (d *desk) meets(names ...string) {
	for _, name := range names {
		d.add(model.ContactAdded{Contact: name, Name: name})
	}
}

// undo takes an event back.
func (d *desk) undo(event string) string { return d.add(model.EventReverted{Event: event}) }

// ofPerson lists the conversations of a person: name and text of each.
func (d *desk) ofPerson(name string) string {
	var names []string
	for _, id := range d.board.OfPerson(model.PersonKey(name)) {
		line, _ := d.board.Line(id)
		names = append(names, fmt.Sprintf("%s:%s", line.Name, line.Thread.Snippet))
	}
	return strings.Join(names, " ")
}

func TestMergedPeopleAreOne(t *testing.T) {
	d := newDesk(three())
	d.meets("ada", "eve", "lone")
	d.add(model.ReminderSet{Due: noon().Add(time.Hour), Subjects: model.Subjects{People: []string{"eve"}}})
	d.add(model.LabelApplied{Label: "Oslo", Subjects: model.Subjects{People: []string{"lone"}}})
	d.expect(t, Tab{Kind: All}, "[lone bob eve ada]")
	d.expect(t, Tab{Kind: Due}, "[eve]")

	merge := d.add(model.ContactMerged{Contact: "ada", Into: "eve"})
	d.expect(t, Tab{Kind: All}, "[lone bob eve eve]")
	d.expect(t, Tab{Kind: Due}, "[eve eve]") // the reminder is of the person
	for _, name := range []string{"ada", "eve"} {
		if got := d.ofPerson(name); got != "eve:text of eve eve:text of ada" {
			t.Errorf("of %s: %s", name, got)
		}
	}
	if line, ok := d.board.Line(id("ada")); !ok || line.Thread.Person != model.PersonKey("eve") || !line.Due {
		t.Errorf("the conversation is named by its old id no more: %+v", line)
	}
	lone := d.add(model.ContactMerged{Contact: "lone", Into: "ada"}) // who is part of eve
	d.expect(t, Tab{Kind: All}, "[bob eve eve]")
	d.expect(t, Tab{Kind: Labelled, Label: "Oslo"}, "[]") // put away until the reminder
	if line, _ := d.board.Line(id("ada")); line.Initials != "OS" {
		t.Errorf("%+v", line.State)
	}

	d.undo(merge)
	d.expect(t, Tab{Kind: All}, "[bob eve ada]")
	d.expect(t, Tab{Kind: Labelled, Label: "Oslo"}, "[ada]") // lone is still one with ada
	d.undo(lone)
	d.expect(t, Tab{Kind: All}, "[lone bob eve ada]")
	d.expect(t, Tab{Kind: Labelled, Label: "Oslo"}, "[lone]")
}

// A conversation is found by the id it had before, and is known by the one it has now.
func TestCurrent(t *testing.T) {
	d := newDesk(three())
	d.meets("ada", "eve", "lone")
	d.add(model.NoteAdded{Text: "tea", Subjects: model.Subjects{People: []string{"lone"}}})
	lone, stranger := ID{Person: model.PersonKey("lone")}, ID{Person: model.PersonKey("nobody")}
	now := ID{Thread: model.ThreadKey("ada"), Person: model.PersonKey("eve")}
	check := func(want map[ID]ID) {
		t.Helper()
		for id, now := range want {
			if got := d.board.Current(id); got != now {
				t.Errorf("%v is %v, want %v", id, got, now)
			}
		}
	}
	check(map[ID]ID{id("ada"): id("ada"), lone: lone, stranger: stranger})
	merge := d.add(model.ContactMerged{Contact: "ada", Into: "eve"})
	d.add(model.ContactMerged{Contact: "lone", Into: "eve"})
	check(map[ID]ID{id("ada"): now, now: now, id("eve"): id("eve"), lone: id("eve")})
	d.undo(merge)
	check(map[ID]ID{now: id("ada"), id("ada"): id("ada")})
	d.add(model.ContactRemoved{Contact: "ada"})
	check(map[ID]ID{id("ada"): id("ada")})
}

func TestMergedConversationsKnowWhatEitherKnows(t *testing.T) {
	set := three()
	set[0].Connected = true
	set[2].Invitation = model.InvitationPending
	d := newDesk(set)
	d.meets("ada", "eve")
	d.add(model.LabelApplied{Label: "Hot Leads", Subjects: on("ada", "eve")})
	if leads, paid := d.board.HotLeads(); len(leads) != 2 || paid != 1 {
		t.Errorf("%v, %d paid", leads, paid)
	}
	merge := d.add(model.ContactMerged{Contact: "ada", Into: "eve"})
	for _, name := range []string{"ada", "eve"} {
		line, _ := d.board.Line(id(name))
		if !line.Thread.Connected || line.Invitation != model.InvitationAccepted {
			t.Errorf("%s: %+v", name, line)
		}
	}
	if leads, paid := d.board.HotLeads(); len(leads) != 1 || paid != 0 {
		t.Errorf("%v, %d paid: they are one, and connected", leads, paid)
	}
	d.undo(merge)
	if line, _ := d.board.Line(id("eve")); line.Thread.Connected || line.Invitation != model.InvitationPending {
		t.Errorf("%+v", line)
	}
}

func TestRemovedPeopleAreInNoTab(t *testing.T) {
	set := three()
	group := direct("group", time.Minute, false)
	group.Group, group.Person = true, 0
	group.People = append(group.People, set[0].People...)
	set = append(set, group)
	d := newDesk(set)
	d.meets("ada", "lone")
	d.add(model.NoteAdded{Text: "tea", Subjects: model.Subjects{People: []string{"lone"}}})
	d.add(model.ThreadMarked{Mark: model.MarkStarred, Subjects: on("ada")})
	d.expect(t, Tab{Kind: All}, "[lone group, ada bob eve ada]")

	ada := d.add(model.ContactRemoved{Contact: "ada"})
	lone := d.add(model.ContactRemoved{Contact: "lone"})
	for _, tab := range []Tab{{Kind: Inbox}, {Kind: All}} {
		d.expect(t, tab, "[group, ada bob eve]")
	}
	d.expect(t, Tab{Kind: Starred}, "[]")
	if d.board.Has(id("ada")) || d.board.Has(ID{Person: model.PersonKey("lone")}) || d.ofPerson("ada") != "" {
		t.Error("they are still there")
	}
	d.add(model.NoteAdded{Text: "by another program", Subjects: model.Subjects{People: []string{"lone"}}})
	d.expect(t, Tab{Kind: All}, "[group, ada bob eve]")

	d.board = NewBoard(d.book, append(threads{direct("ada again", 0, false)}, set...), noon())
	d.board.threads.(threads)[0].Person = model.PersonKey("ada")
	d.board = NewBoard(d.book, d.board.threads, noon())
	d.expect(t, Tab{Kind: All}, "[group, ada bob eve]") // an import does not bring them back

	d.undo(ada)
	d.expect(t, Tab{Kind: Starred}, "[ada]")
	d.undo(lone)
	d.expect(t, Tab{Kind: All}, "[lone ada again group, ada bob eve ada]")
}

// Whatever is merged, removed and taken back, in any order: the board is that of people
// told apart by hand, and the one that was moved is the one that is built.
func TestPeopleAgainstNaive(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		people := []string{"a", "b", "c", "d", "e"}
		set := threads{direct("a", time.Hour, false), direct("b", 2*time.Hour, true), direct("c", 3*time.Hour, false), direct("more", 4*time.Hour, false)}
		set[3].Person = set[0].Person
		d := newDesk(set)
		d.meets(people...)
		n := naive{}
		for range rapid.IntRange(1, 20).Draw(r, "steps") {
			d.board.now = d.board.now.Add(time.Minute)
			who, other := rapid.SampledFrom(people).Draw(r, "who"), rapid.SampledFrom(people).Draw(r, "other")
			var decision model.Decision
			switch rapid.IntRange(0, 4).Draw(r, "what") {
			case 0:
				decision = model.ContactRemoved{Contact: who}
			case 1:
				decision = model.NoteAdded{Text: who, Subjects: model.Subjects{People: []string{who, other}}}
			case 2:
				if len(n) == 0 {
					continue
				}
				decision = model.EventReverted{Event: rapid.SampledFrom(n).Draw(r, "event").id}
			default:
				if who == other {
					continue
				}
				decision = model.ContactMerged{Contact: who, Into: other}
			}
			n = append(n, said{d.add(decision), decision})
			n.check(r, d, people, set)
		}
	})
}

// said is a decision with its id.
type said struct {
	id string
	d  model.Decision
}

// naive is all decisions: everything is found out anew.
type naive []said

// counts tells whether a decision counts.
func (n naive) counts(id string) bool {
	for _, s := range n {
		if d, ok := s.d.(model.EventReverted); ok && d.Event == id && n.counts(s.id) {
			return false
		}
	}
	return true
}

// roots is whom everybody is part of, and who was removed.
func (n naive) roots(people []string) (root map[string]string, gone map[string]bool) {
	root, gone = map[string]string{}, map[string]bool{}
	for _, p := range people {
		root[p] = p
	}
	for _, s := range n {
		if d, ok := s.d.(model.ContactMerged); ok && n.counts(s.id) {
			from, into := root[d.Contact], root[d.Into]
			for _, p := range people {
				if root[p] == from {
					root[p] = into
				}
			}
		}
	}
	for _, s := range n {
		if d, ok := s.d.(model.ContactRemoved); ok && n.counts(s.id) {
			gone[root[d.Contact]] = true
		}
	}
	return root, gone
}

// notes is the notes about a person.
func (n naive) notes(root map[string]string, person string) []string {
	var notes []string
	for _, s := range n {
		d, ok := s.d.(model.NoteAdded)
		if ok && n.counts(s.id) && (root[d.People[0]] == person || root[d.People[1]] == person) {
			notes = append(notes, d.Text)
		}
	}
	return notes
}

// check compares the board with what must be on it.
func (n naive) check(r *rapid.T, d *desk, people []string, set threads) {
	root, gone := n.roots(people)
	var all []string
	for _, p := range people {
		if root[p] != p {
			continue
		}
		var mine []string
		for _, t := range set {
			if !gone[p] && root[t.People[0].Name] == p || !gone[p] && t.Key == model.ThreadKey("more") && root["a"] == p {
				mine = append(mine, t.Key.ThreadID())
			}
		}
		if len(mine) == 0 && !gone[p] && len(n.notes(root, p)) > 0 {
			mine = append(mine, "lone "+p)
		}
		all = append(all, mine...)
		for _, one := range people {
			if got := d.book.PersonKey(one); got != model.PersonKey(root[one]) {
				r.Fatalf("%s is not %s", one, root[one])
			}
			if root[one] != p {
				continue
			}
			if got := d.listed(d.board.OfPerson(model.PersonKey(one))); !slices.Equal(got, sorted(mine)) {
				r.Fatalf("of %s there is %v, want %v", one, got, mine)
			}
		}
		for _, at := range d.board.OfPerson(model.PersonKey(p)) {
			v, _ := d.board.View(at)
			var notes []string
			for _, note := range v.State.Notes {
				notes = append(notes, note.Text)
			}
			if want := n.notes(root, p); !slices.Equal(notes, want) {
				r.Fatalf("notes about %s: %v, want %v", p, notes, want)
			}
		}
	}
	var ids []ID
	total, _ := d.board.Count(Tab{Kind: All})
	for i := range total {
		at, _ := d.board.At(Tab{Kind: All}, i)
		ids = append(ids, at)
	}
	if got := d.listed(ids); !slices.Equal(got, sorted(all)) {
		r.Fatalf("all is %v, want %v", got, all)
	}
	if built := (&desk{book: d.book, board: NewBoard(d.book, set, d.board.now)}); built.names(Tab{Kind: All}) != d.names(Tab{Kind: All}) {
		r.Fatalf("moved to %s, built as %s", d.names(Tab{Kind: All}), built.names(Tab{Kind: All}))
	}
}

// listed is conversations as text, sorted.
func (d *desk) listed(ids []ID) []string {
	var list []string
	for _, id := range ids {
		if id.Thread != 0 {
			list = append(list, id.Thread.ThreadID())
			continue
		}
		line, _ := d.board.Line(id)
		list = append(list, "lone "+line.Name)
	}
	return sorted(list)
}

func sorted(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return list
}

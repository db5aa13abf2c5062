package ui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui"
	"cordial/ui/theme"
	"cordial/ui/uitest"
)

// doubles is the busy inbox with people who are there twice: Maria by LinkedIn's own id,
// Diego with another address and the same mail address, and two Tom Beckers at Acme.
func doubles(m *uitest.Memory) {
	uitest.Busy(m)
	know := func(slug, name, company, mail string) model.Person {
		return m.Know(model.Person{ID: slug, Name: name, Company: company, Email: mail, Degree: 3, URL: "https://www.linkedin.com/in/" + slug})
	}
	m.Say(m.Talk(know("ACoAAB12", "Maria Rossi", "Acme", "")), uitest.Start().Add(-50*time.Hour), false, "Is this still your address?")
	know("lena-o", "Lena Ö.", "Globex", "lena@globex.example")
	know("lena-oeztuerk", "Lena Öztürk", "Globex", "lena@globex.example")
	know("tom-becker-7", "Tom Becker", "Acme", "")
	m.Decide(uitest.Start(), model.ContactAdded{Contact: "old-priya", Name: "Priya Shah-Rao", Company: "Umbrella"})
}

// cursor is the row under the cursor.
func cursor(s *uitest.Scenario) string { return s.Line("▌") }

func TestMergesAreSuggested(t *testing.T) {
	s := uitest.Open(t, doubles).Press("g p").Sees("Same person?", "[Maybe one 4]", "Made one 0", "1/4")
	s.Sees("likely", "maybe", "same e-mail address", "same name and comp")
	if !strings.Contains(cursor(s), "likely") {
		t.Errorf("the first row is %q, want a likely one", cursor(s))
	}
	s.Press("G").Sees("4/4")
	if !strings.Contains(cursor(s), "Tom Becker") || !strings.Contains(cursor(s), "maybe") {
		t.Errorf("the last row is %q", cursor(s))
	}
	s.Press("esc").Sees("[1 Inbox")
}

// The two stand side by side, x lets the other one stay, and y makes them one.
func TestMergeTwo(t *testing.T) {
	s := uitest.Open(t, doubles).Press("g p")
	find(t, s, "Maria Rossi")
	s.Sees("→ becomes part of it    ", "✓ stays", "ACoAAB12", "maria-rossi", "Head of Platform at Acme", "1st, 2 Oct 2026", "maria@example.com", "2d Is this still your addre")
	first := s.Line("stays")
	s.Press("x")
	if second := s.Line("stays"); second == first {
		t.Errorf("swapped, it is still %q", second)
	}
	s.Press("x").Press("y").Sees("Merged Maria Rossi (ACoAAB12) into Maria Rossi (maria-rossi)", "z undo", "Maybe one 3", "Made one 1")
	s.Press("z").Sees("Undone: merged", "Maybe one 4", "Made one 0").Press("Z").Sees("Made one 1")
	s.Reopen().Press("g p").Sees("Maybe one 3", "Made one 1")
	s.Press("g i").Press("/").Type("maria").Sees("1 found").Press("esc")
	s.Press("g p").Press("tab").Sees("[Made one 1]", "ACoAAB12 became part", "One person since today").Press("enter").Sees("‹ Inbox", "Maria Rossi")
}

// find puts the cursor on a row with a text.
func find(t *testing.T, s *uitest.Scenario, text string) {
	t.Helper()
	s.Press("home")
	for !strings.Contains(cursor(s), text) {
		if before := s.Frame(); s.Press("j").Frame() == before {
			t.Fatalf("%q cannot be reached:\n%s", text, before)
		}
	}
}

// Who stays is who the user says.
func TestTheOtherOneStays(t *testing.T) {
	s := uitest.Open(t, doubles).Press("g p")
	find(t, s, "Maria Rossi")
	s.Press("x").Press("y").Sees("Merged Maria Rossi (maria-rossi) into Maria Rossi (ACoAAB12)")
}

// A pair that is kept apart is not asked about again, unless that is undone.
func TestKeepApart(t *testing.T) {
	s := uitest.Open(t, doubles).Press("g p").Press("G").Press("n").Sees("Kept", "Tom Becker", "apart · z undo", "Maybe one 3")
	s.Reopen().Press("g p").Sees("Maybe one 3").SeesNot("Tom Becker")
	s.Press("z").Sees("Undone: kept", "Maybe one 4").Press("G").Sees("Tom Becker")
}

// All likely ones at once are asked for with their number, and are one step.
func TestMergeAllLikely(t *testing.T) {
	s := uitest.Open(t, doubles).Press("g p")
	before := len(s.Memory.Journal())
	s.Press("Y").Sees("Merge all ", "likely pair").Press("esc").Sees("Maybe one 4")
	s.Press("Y").Wait(pause).Press("y").Sees("Merged ", "pairs · z undo")
	if got := kinds(s, before); strings.Count(got, "contact.merged") < 2 {
		t.Errorf("booked %s", got)
	}
	s.SeesNot("Y merges").Press("Y").Sees("No pair is likely the same person")
	s.Press("z").Sees("Maybe one 4", "Made one 0")
}

// Where somebody is likely two different people, nobody is merged without a look.
func TestDoubtfulPairsAreLeft(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		for slug, company := range map[string]string{"ACoAAB12": "Acme", "maria-a": "Acme", "maria-b": "Globex"} {
			m.Know(model.Person{ID: slug, Name: "Maria Rossi", Company: company, Degree: 2, URL: "https://www.linkedin.com/in/" + slug})
		}
	}).Press("g p")
	s.Press("Y").Sees("Of each likely pair one fits a third person, too")
}

// Merges are taken apart one by one, and redo joins them again.
func TestTakeApart(t *testing.T) {
	s := uitest.Open(t, doubles).Press("g p").Press("y").Press("y").Press("tab").Sees("[Made one 2]", "1/2")
	s.Press("u").Sees("Took", "apart · Z merges them again", "[Made one 1]").Press("Z").Sees("[Made one 2]")
	s.Press("u").Press("u").Sees("[Made one 0]", "Nobody is merged.").Press("u").Sees("Nobody is merged")
	s.Press("tab").Sees("[Maybe one 4]").Press("u").Sees("the other view has those you made one")
}

// What is not possible says why.
func TestMergesRefuse(t *testing.T) {
	s := uitest.Open(t, uitest.Empty).Press("g p").Sees("There is nobody yet.", "g x imports one")
	for _, c := range []struct{ key, why string }{
		{"y", "No pair is under the cursor"},
		{"n", "No pair is under the cursor"},
		{"x", "No pair is under the cursor"},
		{"Y", "No pair is likely"},
		{"u", "the other view"},
		{"enter", "Nobody is under the cursor"},
	} {
		s.Press(c.key).Sees(c.why)
	}
	s.Press("tab").Sees("Nobody is merged.").Press("y").Sees("These are one person already").Press("u").Sees("Nobody is merged")
	uitest.Open(t, uitest.Busy).Press("g p").Sees("Nobody looks like somebody else.", "contacts compared")
}

// Suggestions are worked out beside the screen; a failure is said, and reading again
// tries again.
func TestComparingTakesItsTime(t *testing.T) {
	s := uitest.Open(t, doubles).Hold().Press("g p").Sees("Comparing people…").Press("y").Sees("No pair is under the cursor")
	s.Release().Sees("[Maybe one 4]")
	s = uitest.Open(t, doubles)
	s.Memory.FailRead = errors.New("a page is torn")
	s.Press("g p").Sees("People cannot be compared.", "a page is torn", "ctrl+r tries again")
	s.Memory.FailRead = nil
	s.Press("ctrl+r").Sees("[Maybe one 4]")
}

// Merging by hand: from the palette, with somebody who is searched for, after a look at
// both.
func TestMergeByHand(t *testing.T) {
	s := uitest.Open(t, doubles).Press("ctrl+k").Type("merge with").Press("enter").Sees("Merge Maria Rossi with")
	s.Type("diego").Press("enter").Sees("One person?", "Diego García", "Maria Rossi", "✓ stays").Press("y").Sees("One person?").Wait(pause).Press("x").Press("y")
	s.Sees("Merged Maria Rossi into Diego García").Press("z")
	s.Press("enter").Press(":").Type("merge with").Press("enter").Type("priya").Press("enter").Sees("One person?").Press("n").SeesNot("One person?", "Merged")
	s.Press("esc").Press("g p").Press("G").Press(":").Type("merge with").Press("enter").Sees("Merge Tom Becker with")
}

// Who is not to be merged: the same one is not found, a group is none, and a refusal of
// the rules is said where it was asked for.
func TestMergeByHandRefuses(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("ctrl+k").Type("merge with").Press("enter").Type("maria").Sees("Nobody is called so")
	s.Press("esc").Press("G k").Press("ctrl+k").Type("merge with").Sees("This is a group, and not one person")
	s = uitest.Open(t, uitest.Busy).Press("ctrl+k").Type("merge with").Press("enter").Type("diego").Press("enter")
	s.Memory.Decide(s.Now(), model.ContactAdded{Contact: "diego-garcía", Name: "Diego García"}, model.ContactRemoved{Contact: "diego-garcía"})
	s.Wait(3*time.Second).Press("y").Sees("One person?", "was removed on")
}

// Removed: out of every list and search, after a question; undo brings them back.
func TestRemove(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("j").Press("#").Sees("Remove Jürgen Müller?", "An import does not bring them back", "Groups stay")
	s.Press("n").Sees("Jürgen Müller", "1 Inbox 8").Press("#").Wait(pause).Press("y")
	s.Sees("Removed Jürgen Müller · z undo", "1 Inbox 7").Press("/").Type("muller").Sees("Nobody is called so").Press("esc")
	s.Press(":").Type("@muller").Sees("0 of 8").Press("esc").Press(":").Type(">muller").Sees("Platform people").Press("esc")
	if !strings.Contains(cursor(s), "Aiko") {
		t.Errorf("the cursor went to %q", cursor(s))
	}
	s.Press("z").Sees("Undone: removed Jürgen Müller", "1 Inbox 8")
	s.Press("enter").Press("#").Wait(pause).Press("y").Sees("Removed", "[1 Inbox 7]").Reopen().Sees("1 Inbox 7")
}

// A draft to somebody who was removed is out of sight with them, and comes back with them.
func TestRemoveWithADraft(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("j").Press("c").Type("hello").Press("ctrl+s").Press("x").Wait(pause).Press("l")
	s.Press("esc").Press("g d").Sees("Drafts  1", "Jürgen Müller").Press("esc")
	s.Press("#").Wait(pause).Press("y").Sees("Removed Jürgen Müller").Press("g d").Sees("No drafts.").Press("esc")
	s.Reopen().SeesNot("Jürgen Müller") // nor is it asked about
	s.Press("z").Press("g d").Sees("Drafts  1", "Jürgen Müller")
}

// Several at once are one step; a group among them stays, and alone it is refused.
func TestRemoveSeveral(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("*").Press("#").Sees("Remove Maria Rossi, Jürgen Müller and 5 more?", "1 group stays")
	s.Wait(pause).Press("y").Sees("Removed 7 people · z undo", "1 Inbox 1", "Platform people")
	s.Press("#").Sees("This is a group, and not one person").Press("x").Press("#").Sees("A group is several people")
	s.Press("z").Sees("1 Inbox 8")
	uitest.Open(t, uitest.Empty).Press("#").Sees("Nothing is under the cursor")
	s = uitest.Open(t, asking).Press("g v").Press("j j").Press("#").Sees("Remove Ada Stale?").Wait(pause).Press("y")
	s.Sees("Removed Ada Stale · z undo", "[To do 4]").Press("z").Sees("[To do 5]")
}

// Archive all that is read: one step, and refused where there is nothing.
func TestArchiveAllRead(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("ctrl+k").Type("archive all").Press("enter").Sees("z undo")
	for _, unread := range []string{"Maria Rossi", "Jürgen Müller", "Priya Shah"} {
		s.Sees(unread)
	}
	s.SeesNot("Diego García").Press("ctrl+k").Type("archive all").Press("enter").Sees("Nothing in this tab is read")
	s.Press("esc").Press("z").Sees("1 Inbox 8").Press("g e").Press(":").Type("archive all").Sees("Everything in this tab is archived already")
	s.Press("esc").Press("g z").Press(":").Type("archive all").Sees("This tab is empty")
}

func TestMergesFrames(t *testing.T) {
	for name, story := range map[string]func(s *uitest.Scenario){
		"suggested": func(s *uitest.Scenario) { s.Press("g p").Press("j") },
		"swapped":   func(s *uitest.Scenario) { s.Press("g p").Press("j").Press("x") },
		"merged":    func(s *uitest.Scenario) { s.Press("g p").Press("y").Press("y").Press("tab") },
		"all":       func(s *uitest.Scenario) { s.Press("g p").Press("Y") },
		"none":      func(s *uitest.Scenario) { s.Press("g p").Press("y y y y") },
		"none-made": func(s *uitest.Scenario) { s.Press("g p").Press("tab") },
		"by-hand":   func(s *uitest.Scenario) { s.Press(":").Type("merge with").Press("enter") },
		"twins":     func(s *uitest.Scenario) { s.Press(":").Type("merge with").Press("enter").Type("maria").Press("enter") },
		"remove":    func(s *uitest.Scenario) { s.Press("x x x").Press("#") },
	} {
		for _, size := range sizes() {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				s := uitest.Open(t, doubles).Size(size[0], size[1])
				story(s)
				s.Golden()
			})
		}
	}
}

// The list, the comparison and the questions fill every terminal exactly.
func TestMergesAtEverySize(t *testing.T) {
	for _, keys := range [][]string{{"g p"}, {"g p", "y", "tab"}, {"g p", "Y"}, {"g p", "y y y y"}, {"#"}, {":", "m e r g e", "space w", "enter", "m a r i a", "enter"}} {
		s := uitest.Open(t, doubles)
		for _, k := range keys {
			s.Press(k)
		}
		for w := 1; w <= 131; w += 13 {
			for h := 1; h <= 41; h += 4 {
				s.Size(w, h)
			}
		}
	}
}

func TestMergesInASCII(t *testing.T) {
	fill := func(m *uitest.Memory) {
		for _, slug := range []string{"ACoAAB12", "maria-a"} {
			p := m.Know(model.Person{ID: slug, Name: "Maria Rossi", Email: "maria@acme.example", URL: "https://www.linkedin.com/in/" + slug, Degree: model.DegreeUnknown})
			m.Say(m.Talk(p), uitest.Start().Add(-time.Hour), false, "Hello")
		}
	}
	for _, size := range sizes() {
		for _, keys := range [][]string{{"g p"}, {"g p", "y"}, {"g p", "y", "tab"}, {"g p", "Y"}, {"#"}} {
			s := uitest.Open(t, fill).With(func(d *ui.Deps) { d.Theme = theme.Options{ASCII: true} }).Size(size[0], size[1])
			for _, k := range keys {
				s.Press(k)
			}
			for _, r := range s.Frame() {
				if r > 127 {
					t.Fatalf("after %v, %q is not ASCII:\n%s", keys, r, s.Frame())
				}
			}
		}
	}
}

package ui_test

import (
	"testing"
	"time"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/day"
	"cordial/ui/uitest"
)

// twoIDs is one human being under two ids: of old under LinkedIn's own, since under a
// name.
func twoIDs(m *uitest.Memory) {
	old := m.Know(model.Person{ID: "ACoAAB12", Name: "Maria R.", URL: "https://www.linkedin.com/in/ACoAAB12", Email: "maria@old.example"})
	now := m.Know(model.Person{Name: "Maria Rossi", Company: "Acme", Position: "CTO"})
	m.Say(m.Talk(old), uitest.Start().Add(-48*time.Hour), false, "an old story")
	m.Say(m.Talk(now), uitest.Start().Add(-24*time.Hour), true, "a new story")
	m.Invite(old, true, day.Of(uitest.Start(), time.UTC)-1, "let us connect")
	company := "Beta"
	m.Decide(uitest.Start().Add(-2*time.Hour),
		model.ContactAdded{Contact: old.ID, Name: old.Name, URL: old.URL},
		model.ContactAdded{Contact: now.ID, Name: now.Name, URL: now.URL},
		model.ContactEdited{Contact: now.ID, Company: &company},
		model.LabelApplied{Label: "Oslo", Subjects: model.Subjects{People: []string{old.ID}}},
	)
}

// merged is twoIDs made one.
func merged(m *uitest.Memory) {
	twoIDs(m)
	m.Decide(uitest.Start().Add(-time.Hour), model.ContactMerged{Contact: "ACoAAB12", Into: "maria-rossi"})
}

// The card of somebody who was merged says all that is known under either id, and undo
// tells the two apart again while the conversation is open.
func TestAMergedPersonIsShownWhole(t *testing.T) {
	s := uitest.Open(t, merged).SeesNot("Maria R. ").Press("enter")
	s.Sees("a new story", "Invitation sent", "let us connect", "Label + Oslo", "an old story")
	s.Sees("Also known", "linkedin.com/in/ACoAAB12,", "merged today", "maria@old.example")
	s.Sees("LinkedIn", "says company Acme", "CTO · Beta")
	s.Press("z").Sees("a new story", "says company Acme").SeesNot("let us connect", "Also known", "maria@old.example", "Oslo", "an old story")
	s.Press("esc").Sees("Maria R.")
}

// A merge by another program is met while the conversation of the old id is open: it
// stays in front, and says all of the person.
func TestAMergeIsMetWhileAConversationIsOpen(t *testing.T) {
	s := uitest.Open(t, twoIDs).Press("j enter").Sees("an old story", "let us connect").SeesNot("says company Acme")
	s.Memory.Decide(uitest.Start(), model.ContactMerged{Contact: "ACoAAB12", Into: "maria-rossi"})
	s.Wait(5*time.Second).Sees("an old story", "let us connect", "says company Acme", "linkedin.com/in/ACoAAB12")
	s.Press("a").Type("one of them").Press("ctrl+s").Sees("Noted about Maria Rossi", "one of them")
	s.Press("esc").Press("k enter").Sees("a new story").SeesNot("one of them") // a note about that conversation
}

// Whoever is removed is in no list; undo brings them back.
func TestARemovedPersonIsNotListed(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		merged(m)
		m.Decide(uitest.Start().Add(-time.Minute), model.ContactRemoved{Contact: "maria-rossi"})
	})
	s.SeesNot("Maria", "story").Press("/").Type("maria").SeesNot("Maria R").Press("esc")
	s.Press("z").Sees("Maria Rossi", "a new story", "an old story")
}

// A letter that was begun to an id of old goes on as one to the person.
func TestALetterToAnOldIDIsKept(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		merged(m)
		err := m.SaveDraft(model.Letter{Person: model.PersonKey("ACoAAB12"), Channel: channel.Invitation, Body: "half a letter", Saved: uitest.Start()})
		if err != nil {
			t.Fatal(err)
		}
	})
	s.Press("enter c").Sees("half a letter").Press("esc").Wait(5 * time.Second)
	letters, err := s.Memory.Drafts()
	if err != nil || len(letters) != 1 || letters[0].Person != model.PersonKey("maria-rossi") || letters[0].Body != "half a letter" {
		t.Errorf("%+v, %v", letters, err)
	}
}

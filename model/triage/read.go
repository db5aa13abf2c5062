package triage

import (
	"slices"

	"cordial/model"
)

// Count is how many conversations a tab holds; unread how many of them are new.
func (b *Board) Count(t Tab) (total, unread int) {
	list := b.list(t)
	if list == nil {
		return 0, 0
	}
	return len(list.rows), list.unread
}

// At is the id of the conversation at a place of a tab, 0 the newest; it stays
// the same when the board changes, until the evidence is read anew.
func (b *Board) At(t Tab, place int) (ID, bool) {
	list := b.list(t)
	if list == nil || place < 0 || place >= len(list.rows) {
		return ID{}, false
	}
	h := b.rows[list.rows[place]].head
	return ID{Thread: h.Key, Person: h.Person}, true
}

// Find is the place of a conversation in a tab.
func (b *Board) Find(t Tab, id ID) (int, bool) {
	list, i := b.list(t), b.rowOf(id)
	if list == nil || i < 0 {
		return 0, false
	}
	return slices.BinarySearchFunc(list.rows, int32(i), b.compare)
}

// ID names a conversation: by its thread, or by its person when there is none.
type ID struct {
	Thread model.Key
	Person model.Key
}

// Has tells whether a conversation is on the board.
func (b *Board) Has(id ID) bool { return b.rowOf(id) >= 0 }

// View is what is true of a conversation now.
func (b *Board) View(id ID) (View, bool) {
	i := b.rowOf(id)
	if i < 0 {
		return View{}, false
	}
	return b.view(i), true
}

// Thread is the conversation as the list shows it. Somebody without one is shown
// by what the journal knows of them.
func (b *Board) Thread(id ID) (model.Thread, bool) {
	i := b.rowOf(id)
	if i < 0 {
		return model.Thread{}, false
	}
	if place := b.rows[i].place; place >= 0 {
		return b.whole(b.threads.Row(int(place)), b.rows[i].head.Person), true
	}
	return b.lone(b.rows[i].head.Person), true
}

// whole is a conversation with somebody who has several ids as one with all of that
// person.
func (b *Board) whole(t model.Thread, person model.Key) model.Thread {
	if !b.book.Joined(person) {
		return t
	}
	named := t.Person == person
	if !named {
		t.Person, t.People = person, b.lone(person).People
	}
	for _, e := range b.people().find(person) {
		if b.rows[e.row].place < 0 {
			continue
		}
		other := b.threads.Row(int(b.rows[e.row].place))
		if other.Person == person && !named {
			t.People, named = other.People, true
		}
		t.Connected = t.Connected || other.Connected
		if t.Invitation == model.NoInvitation {
			t.Invitation = other.Invitation
		}
	}
	if t.Connected && t.Invitation != model.NoInvitation {
		t.Invitation = model.InvitationAccepted
	}
	return t
}

// OfPerson lists the conversations of a person, newest first: direct ones, or the
// row of somebody who has none.
func (b *Board) OfPerson(person model.Key) []ID {
	person = b.book.Root(person)
	var rows []int32
	for _, e := range b.people().find(person) {
		if b.rows[e.row].place >= 0 || b.book.Engaged(person) { // or every decision was taken back
			rows = append(rows, e.row)
		}
	}
	slices.SortFunc(rows, b.compare)
	ids := make([]ID, len(rows))
	for place, i := range rows {
		ids[place] = ID{Thread: b.rows[i].head.Key, Person: person}
	}
	return ids
}

// Current is the id by which a conversation goes now: the person in it may have become
// part of somebody else since, or be on their own again. Of somebody who had none it
// is the newest of whom they are now.
func (b *Board) Current(id ID) ID {
	i := b.rowOf(id)
	if i >= 0 {
		return ID{Thread: id.Thread, Person: b.rows[i].head.Person}
	}
	if now := b.OfPerson(id.Person); id.Thread == 0 && len(now) > 0 {
		return now[0]
	}
	return id
}

// lone is the row of somebody without a conversation.
func (b *Board) lone(person model.Key) model.Thread {
	t := model.Thread{Head: model.Head{Person: person}}
	if id, ok := b.book.ContactID(person); ok {
		p, _ := b.book.Contact(id)
		t.ID = id
		t.People = []model.PersonRef{{ID: id, Key: person, Name: p.Name}}
	}
	return t
}

// rowOf is the row of a conversation, -1 when it is not on the board.
func (b *Board) rowOf(id ID) int {
	if id.Thread != 0 {
		for _, e := range b.byThread.find(id.Thread) {
			return int(e.row)
		}
		return -1
	}
	for _, e := range b.people().find(b.book.Root(id.Person)) {
		if b.rows[e.row].place < 0 {
			return int(e.row)
		}
	}
	return -1
}

// list is the rows of a tab, nil when there is no such tab.
func (b *Board) list(t Tab) *tabList {
	for i := range b.tabs {
		if b.tabs[i].tab == t {
			return &b.tabs[i]
		}
	}
	return nil
}

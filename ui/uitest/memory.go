package uitest

import (
	"context"
	"slices"
	"time"

	"cordial/model"
	"cordial/ui/port"
)

// Memory is a store without a disk. Its fields may be changed between two keys.
type Memory struct {
	FailAppend error // what Append answers, nil to work
	FailRead   error // what everything else answers, nil to work
	FailDrafts error // what saving a draft answers, nil to work
	Appends    int   // counts the batches that were written
	Imports    Imports

	events   []model.Event
	evidence uint64
	people   []model.Person
	talks    []talk
	invites  []model.Invitation
	letters  []model.Letter
}

// talk is a conversation and its messages, oldest first.
type talk struct {
	thread   model.Thread
	messages []model.Message
}

// Memory is a whole store.
var _ port.Store = (*Memory)(nil)

// Stamp tells how far the store has come.
func (m *Memory) Stamp() (port.Stamp, error) {
	return port.Stamp{Journal: uint64(len(m.events)), Evidence: m.evidence}, m.FailRead
}

// Events lists the events after the first n.
func (m *Memory) Events(after uint64) ([]model.Event, error) {
	if after > uint64(len(m.events)) {
		return nil, m.FailRead
	}
	return slices.Clone(m.events[after:]), m.FailRead
}

// Append adds events at the end, passing over those that are there.
func (m *Memory) Append(after uint64, events []model.Event) error {
	if m.FailAppend != nil {
		return m.FailAppend
	}
	if after != uint64(len(m.events)) {
		return port.ErrMoved
	}
	m.Appends++
	for _, e := range events {
		if !slices.ContainsFunc(m.events, func(x model.Event) bool { return x.ID == e.ID }) {
			m.events = append(m.events, e)
		}
	}
	return nil
}

// Threads is every conversation.
func (m *Memory) Threads() (port.Threads, error) {
	var set threads
	for _, t := range m.talks {
		set = append(set, t.thread)
	}
	return set, m.FailRead
}

// People is everybody.
func (m *Memory) People() (port.People, error) { return people(slices.Clone(m.people)), m.FailRead }

// Person is one of them.
func (m *Memory) Person(key model.Key) (model.Person, bool, error) {
	for _, p := range m.people {
		if p.Key == key {
			return p, true, m.FailRead
		}
	}
	return model.Person{}, false, m.FailRead
}

// Messages is the last n messages of a thread before an instant.
func (m *Memory) Messages(thread model.Key, before time.Time, n int) ([]model.Message, error) {
	for _, t := range m.talks {
		if t.thread.Key != thread {
			continue
		}
		end := len(t.messages)
		for !before.IsZero() && end > 0 && !t.messages[end-1].At.Before(before) {
			end--
		}
		return slices.Clone(t.messages[max(0, end-n):end]), m.FailRead
	}
	return nil, m.FailRead
}

// Invitations lists the connection requests from and to a person.
func (m *Memory) Invitations(person model.Key) ([]model.Invitation, error) {
	var found []model.Invitation
	for _, i := range m.invites {
		if i.Person.Key == person {
			found = append(found, i)
		}
	}
	return found, m.FailRead
}

// AllInvitations lists the connection requests of everybody.
func (m *Memory) AllInvitations() ([]model.Invitation, error) {
	all := slices.Clone(m.invites)
	slices.SortStableFunc(all, func(a, b model.Invitation) int { return a.At.Compare(b.At) })
	return all, m.FailRead
}

// Owner is nobody in particular.
func (m *Memory) Owner() (model.Person, bool, error) { return model.Person{}, false, m.FailRead }

// Check finds nothing wrong.
func (m *Memory) Check(context.Context, bool) (model.CheckReport, error) {
	return model.CheckReport{Events: len(m.events), Threads: len(m.talks), People: len(m.people)}, nil
}

// Journal is what was written so far.
func (m *Memory) Journal() []model.Event { return slices.Clone(m.events) }

// threads is a picture of conversations.
type threads []model.Thread

// Len is their number.
func (t threads) Len() int { return len(t) }

// Head is the part that memory keeps.
func (t threads) Head(i int) model.Head { return t[i].Head }

// Row is all of it.
func (t threads) Row(i int) model.Thread { return t[i] }

// people is a picture of everybody.
type people []model.Person

// Len is their number.
func (p people) Len() int { return len(p) }

// Name is a name for the search.
func (p people) Name(i int) string { return p[i].Name }

// Row is all that is known.
func (p people) Row(i int) model.Person { return p[i] }

package model

import (
	"slices"
	"time"

	"cordial/model/who"
)

// Target is what a triage verb acts on: a conversation, or somebody who has none.
type Target struct {
	Thread Key    // 0 when the person has no conversation
	Person Person // the other side of a direct conversation; Key 0 in a group
}

// name is the target's Subjects, with the drafts that make its person known.
func (b *Book) name(targets []Target, at time.Time) (Subjects, []Draft) {
	var s Subjects
	var drafts []Draft
	for _, t := range targets {
		if t.Thread != 0 {
			s.Threads = append(s.Threads, t.Thread.ThreadID())
			continue
		}
		id, added := b.introduce(t.Person, at)
		s.People = append(s.People, id)
		drafts = append(drafts, added...)
	}
	return s, drafts
}

// about prepends the drafts that make people known to a decision about targets.
func (b *Book) about(targets []Target, at time.Time, decide func(Subjects) Decision) []Draft {
	s, drafts := b.name(targets, at)
	return append(drafts, Draft{At: at, Decision: decide(s)})
}

// Mark sets or takes away a mark on all targets as one step.
func (b *Book) Mark(targets []Target, m Mark, at time.Time) []Draft {
	return b.about(targets, at, func(s Subjects) Decision { return ThreadMarked{Mark: m, Subjects: s} })
}

// Label puts a label on all targets, or takes it off, as one step. A label that
// does not exist yet comes into being by being put on.
func (b *Book) Label(targets []Target, label string, on bool, at time.Time) ([]Draft, error) {
	if err := firstError(CheckLabel(label), b.targetsPresent(targets)); err != nil {
		return nil, err
	}
	if name, ok := b.FindLabel(label); ok {
		label = name
	} else if !on {
		return nil, refuse("", "", "there is no label %q", label)
	}
	return b.about(targets, at, func(s Subjects) Decision {
		if on {
			return LabelApplied{Label: label, Subjects: s}
		}
		return LabelRemoved{Label: label, Subjects: s}
	}), nil
}

// CreateLabel makes a label without a thread.
func (b *Book) CreateLabel(label string, at time.Time) ([]Draft, error) {
	if err := CheckLabel(label); err != nil {
		return nil, err
	}
	if name, ok := b.FindLabel(label); ok {
		return nil, refuse("", "", "the label %q is there already", name)
	}
	return []Draft{{At: at, Decision: LabelCreated{Label: label}}}, nil
}

// Remind sets a reminder on all targets as one step. A due time that is not in
// the future is a Refusal: the follow-up would be lost.
func (b *Book) Remind(targets []Target, r Reminder) ([]Draft, error) {
	if !r.Due.After(r.Set) {
		return nil, refuse("", "name a later time", "%s is not in the future", r.Due.Format("Mon 2 Jan 2006 15:04"))
	}
	if err := b.targetsPresent(targets); err != nil {
		return nil, err
	}
	return b.about(targets, r.Set, func(s Subjects) Decision {
		return ReminderSet{Due: r.Due, Text: r.Text, IfNoReply: r.IfNoReply, Subjects: s}
	}), nil
}

// Done ends the reminders of all targets as one step.
func (b *Book) Done(targets []Target, at time.Time) ([]Draft, error) {
	var due []Target
	for _, t := range targets {
		if b.State(t.Thread, t.Person.Key).Reminder != nil {
			due = append(due, t)
		}
	}
	if len(due) == 0 {
		return nil, refuse("", "set one with remind", "there is no reminder to end")
	}
	return b.about(due, at, func(s Subjects) Decision { return ReminderDone{Subjects: s} }), nil
}

// Note keeps a private note about a target.
func (b *Book) Note(t Target, text string, at time.Time) ([]Draft, error) {
	if err := b.Present(t.Person); err != nil {
		return nil, err
	}
	drafts := b.about([]Target{t}, at, func(s Subjects) Decision { return NoteAdded{Text: text, Subjects: s} })
	return drafts, drafts[len(drafts)-1].Decision.check()
}

// Invite records what became of a connection request to, or from, a person.
func (b *Book) Invite(p Person, state, note string, at time.Time) ([]Draft, error) {
	if !slices.Contains(inviteStates(), state) {
		return nil, badInput("an invitation is sent, accepted, declined, withdrawn or received, not %q", state)
	}
	if err := b.Present(p); err != nil {
		return nil, err
	}
	contact, drafts := b.introduce(p, at)
	return append(drafts, Draft{At: at, Decision: InvitationRecorded{State: state, Contact: contact, Note: note}}), nil
}

// AddContact makes somebody known by hand.
func (b *Book) AddContact(c ContactAdded, at time.Time) ([]Draft, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	if key, ok := who.Identity(c.URL); ok {
		if err := b.Present(Person{ID: c.Contact, Key: PersonKey(key), Name: c.Name}); err != nil {
			return nil, err
		}
	}
	if err := b.admitNew("contact", c.Contact, b.contacts); err != nil {
		return nil, err
	}
	return []Draft{{At: at, Decision: c}}, nil
}

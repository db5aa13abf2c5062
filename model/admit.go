package model

import "cordial/model/day"

// admit refuses an event that contradicts itself or what is already there. It
// judges form, not history: a send without credit is admitted (ledger rule 7).
func (b *Book) admit(e Event) error {
	if err := idField("id", e.ID); err != nil {
		return err
	}
	if e.Step != "" {
		if err := idField("step", e.Step); err != nil {
			return err
		}
	}
	if e.At.IsZero() {
		return badInput("at is missing")
	}
	if err := e.Decision.check(); err != nil {
		return err
	}
	switch d := e.Decision.(type) {
	case ContactAdded:
		return b.admitNew("contact", d.Contact, b.contacts)
	case SeatOpened:
		return b.admitSeat(d)
	case SeatPlanChanged:
		return b.needSeat(d.Seat)
	case SeatCancelled:
		return b.needSeat(d.Seat)
	case SeatReconciled:
		return b.needSeat(d.Seat)
	case SeatPolicyChanged:
		return b.needSeat(d.Seat)
	case SeatPriced:
		return b.needSeat(d.Seat)
	case SeatActivated:
		return b.needSeat(d.Seat)
	case InMailSent:
		return firstError(b.admitNew("inmail", d.InMail, b.inmails), b.needContact(d.Contact), b.needSeat(d.Seat))
	case InMailAnswered:
		return b.admitAfterSend(e, d.InMail, "answer")
	case InMailUndelivered:
		return b.admitAfterSend(e, d.InMail, "return")
	case InvitationRecorded:
		return b.needContact(d.Contact)
	case ContactEdited:
		return b.needContact(d.Contact)
	case ContactUnedited:
		return b.needContact(d.Contact)
	case ContactMerged:
		return firstError(b.needContact(d.Contact), b.needContact(d.Into))
	case ContactApart:
		return firstError(b.needContact(d.Contact), b.needContact(d.Other))
	case ContactRemoved:
		return b.needContact(d.Contact)
	case MessageRecorded:
		return b.needContact(d.Contact)
	case TemplateAdded:
		return b.admitNew("template", d.Template, b.templates)
	case TemplateEdited:
		return b.needTemplate(d.Template)
	case TemplateRemoved:
		return b.needTemplate(d.Template)
	case EventReverted:
		if !b.Has(d.Event) {
			return badInput("event %q was never added", d.Event)
		}
	default:
		return b.needPeople(e.Decision)
	}
	return nil
}

// admitNew refuses an id that is in use, unless what used it was taken back.
func (b *Book) admitNew(what, id string, known map[string]int) error {
	if place, ok := known[id]; ok && b.Live(place) {
		return badInput("%s %q was added before", what, id)
	}
	return nil
}

// admitSeat refuses a second seat of one id and a zone that does not exist.
func (b *Book) admitSeat(d SeatOpened) error {
	if s, ok := b.seatByID[d.Seat]; ok && b.Live(s.opened) {
		return badInput("seat %q was opened before", d.Seat)
	}
	if _, err := b.world.Zone(d.Zone); err != nil {
		return badInput("zone %q is no IANA time zone", d.Zone)
	}
	return nil
}

// admitAfterSend refuses an answer to an InMail that is not there, or one dated
// before the day of its sending (ledger rule 8).
func (b *Book) admitAfterSend(e Event, inmail, what string) error {
	sent, ok := b.sending(inmail)
	if !ok {
		return badInput("inmail %q was never added", inmail)
	}
	zone := b.seatByID[sent.Seat].zone
	sentOn := day.Of(b.events[b.inmails[inmail]].At, zone)
	if on := day.Of(e.At, zone); on < sentOn {
		return badInput("the %s is dated %s, before inmail %q was sent on %s", what, on, inmail, sentOn)
	}
	return nil
}

// needSeat refuses a seat that was never opened.
func (b *Book) needSeat(id string) error {
	if _, ok := b.seatByID[id]; !ok {
		return badInput("seat %q was never added", id)
	}
	return nil
}

// needContact refuses a contact that was never added.
func (b *Book) needContact(id string) error {
	if _, ok := b.contacts[id]; !ok {
		return badInput("contact %q was never added", id)
	}
	return nil
}

// needTemplate refuses a template that was never added.
func (b *Book) needTemplate(id string) error {
	if _, ok := b.templates[id]; !ok {
		return badInput("template %q was never added", id)
	}
	return nil
}

// needPeople refuses a triage decision about people that were never added.
// Threads are not asked for: they are evidence, which may be imported later.
func (b *Book) needPeople(d Decision) error {
	for _, id := range SubjectsOf(d).People {
		if err := b.needContact(id); err != nil {
			return err
		}
	}
	return nil
}

// SubjectsOf is what a triage decision is about; empty for every other kind.
func SubjectsOf(d Decision) Subjects {
	switch d := d.(type) {
	case ThreadMarked:
		return d.Subjects
	case LabelApplied:
		return d.Subjects
	case LabelRemoved:
		return d.Subjects
	case ReminderSet:
		return d.Subjects
	case ReminderDone:
		return d.Subjects
	case NoteAdded:
		return d.Subjects
	default:
		return Subjects{}
	}
}

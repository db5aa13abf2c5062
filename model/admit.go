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
	case TemplateAdded:
		return b.admitNew("template", d.Template, b.templates)
	case SeatOpened:
		return b.admitSeat(d)
	case InMailSent:
		if err := b.admitNew("inmail", d.InMail, b.inmails); err != nil {
			return err
		}
	case InMailAnswered:
		return b.admitAfterSend(e, d.InMail, "answer")
	case InMailUndelivered:
		return b.admitAfterSend(e, d.InMail, "return")
	case EventReverted:
		if !b.Has(d.Event) {
			return badInput("event %q was never added", d.Event)
		}
	}
	return b.needMentioned(e.Decision)
}

// needMentioned refuses a decision that names a contact, seat or template that was never
// added. Conversations are not asked for: they are evidence, which may be imported later.
func (b *Book) needMentioned(d Decision) error {
	m := d.mentions()
	for _, id := range m.People {
		if _, ok := b.contacts[id]; !ok {
			return badInput("contact %q was never added", id)
		}
	}
	if _, ok := b.seatByID[m.seat]; !ok && m.seat != "" {
		return badInput("seat %q was never added", m.seat)
	}
	if _, ok := b.templates[m.template]; !ok && m.template != "" {
		return badInput("template %q was never added", m.template)
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

// SubjectsOf is what a triage decision is about; empty for every other kind.
func SubjectsOf(d Decision) Subjects {
	if t, ok := d.(interface{ triaged() Subjects }); ok {
		return t.triaged()
	}
	return Subjects{}
}

// triaged is what a decision is about that has its subjects embedded.
func (s Subjects) triaged() Subjects { return s }

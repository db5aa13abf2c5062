package model

import "time"

// Engaged tells whether a decision that still counts is about a person: an InMail,
// an invitation, a message, or anything of triage. What is known of them does not
// count.
func (b *Book) Engaged(person Key) bool {
	_, engaged := b.FirstDecision(person)
	return engaged
}

// FirstDecision is the instant of the first decision about a person that still
// counts; ok is false when there is none.
func (b *Book) FirstDecision(person Key) (at time.Time, ok bool) {
	for _, place := range b.placesOf(person) {
		if !ofKnowing(b.events[place].Decision) && !b.dead[place] {
			return b.events[place].At, true
		}
	}
	return time.Time{}, false
}

// ofKnowing tells whether a decision only says who somebody is.
func ofKnowing(d Decision) bool {
	switch d.(type) {
	case ContactAdded, ContactEdited, ContactUnedited, ContactMerged, ContactApart, ContactRemoved:
		return true
	default:
		return false
	}
}

// LastContact is the instant of the last InMail or invitation event, or message
// recorded by hand, with a person that still counts; zero for none.
func (b *Book) LastContact(person Key) time.Time {
	var last time.Time
	for _, place := range b.placesOf(person) {
		switch e := b.events[place]; e.Decision.(type) {
		case InMailSent, InMailAnswered, InMailUndelivered, InvitationRecorded, MessageRecorded:
			if !b.dead[place] && e.At.After(last) {
				last = e.At
			}
		}
	}
	return last
}

// ExportedInvitation is where the connection requests from and to a person stand as
// far as an export tells, which has found these of them, in any order: the latest
// decides, and whoever is connected has accepted.
func ExportedInvitation(found []Invitation, connected bool) InvitationState {
	if len(found) == 0 {
		return NoInvitation
	}
	if connected {
		return InvitationAccepted
	}
	latest := found[0]
	for _, i := range found[1:] {
		if !i.At.Before(latest.At) {
			latest = i
		}
	}
	if latest.Outgoing {
		return InvitationPending
	}
	return InvitationIncoming
}

// Invitation is where the connection request with a person stands. What the user
// recorded goes before what the export says, except that an export knows when an
// invitation was accepted.
func (b *Book) Invitation(person Key, exported InvitationState) InvitationState {
	recorded, _ := b.InvitationTo(person)
	if recorded == NoInvitation || exported == InvitationAccepted {
		return exported
	}
	return recorded
}

// InvitationTo is what the user recorded last of a connection request to or from a
// person, and when; NoInvitation when nothing was.
func (b *Book) InvitationTo(person Key) (InvitationState, time.Time) {
	state, at := NoInvitation, time.Time{}
	for _, place := range b.placesOf(person) {
		d, ok := b.events[place].Decision.(InvitationRecorded)
		if !ok || b.dead[place] {
			continue
		}
		at = b.events[place].At
		switch d.State {
		case InviteSent:
			state = InvitationPending
		case InviteReceived:
			state = InvitationIncoming
		default:
			state = InvitationState(d.State)
		}
	}
	return state, at
}

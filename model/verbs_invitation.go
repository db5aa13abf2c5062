package model

import (
	"fmt"
	"slices"
	"time"

	"cordial/model/channel"
	"cordial/model/day"
	"cordial/model/quota"
)

// InviteRequest asks to record what became, or is about to become, of a connection
// request.
type InviteRequest struct {
	Person   Person
	State    string // InviteSent or one of its siblings
	Note     string
	Template string // the id of the one the note was made from
	At       time.Time
	Before   []Request     // the requests so far: RequestsWith
	Meters   []quota.Meter // as they stand: Quotas; nil when they do not matter
	Insist   bool          // record it although a rule refuses: "LinkedIn let me"
}

// InviteCheck is what speaks against a connection request.
type InviteCheck struct {
	Refusal  *Refusal // nil when nothing refuses it
	Warnings []string // what LinkedIn may mind, in sentences without a full stop
}

// RecordInvitation records what became of a connection request to or from somebody,
// after CheckInvite. What a rule refuses comes back as a *Refusal, unless the user
// insists; what is dated in the future, or before the request it is about, is
// refused in any case.
func (b *Book) RecordInvitation(r InviteRequest, now time.Time) ([]Draft, InviteCheck, error) {
	if !slices.Contains(inviteStates(), r.State) {
		return nil, InviteCheck{}, badInput("an invitation is sent, accepted, declined, withdrawn or received, not %q", r.State)
	}
	if err := b.Present(r.Person); err != nil {
		return nil, InviteCheck{}, err
	}
	if r.At.After(now) {
		return nil, InviteCheck{}, notYet("the invitation", r.At)
	}
	if early := r.early(now.Location()); early != nil {
		return nil, InviteCheck{}, early
	}
	check := b.CheckInvite(r, now)
	if check.Refusal != nil && !r.Insist {
		return nil, check, check.Refusal
	}
	contact, drafts := b.introduce(r.Person, r.At)
	d := InvitationRecorded{State: r.State, Contact: contact, Note: r.Note, Template: r.Template}
	return append(drafts, Draft{At: r.At, Decision: d}), check, nil
}

// CheckInvite answers what speaks against recording it: for one that is sent that
// the two are connected, that another is waiting or was withdrawn less than three
// weeks ago, that LinkedIn's limit was hit, a note that is too long or one too many;
// for an end that nothing is waiting for one.
func (b *Book) CheckInvite(r InviteRequest, now time.Time) InviteCheck {
	var c InviteCheck
	switch r.State {
	case InviteSent:
		c.Refusal = firstRefusal(r.connected(now.Location()), r.again(now.Location()), r.limited(), r.noteRefused(b.Paid(now)))
		c.Warnings = r.warnings()
	case InviteReceived:
		c.Refusal = r.again(now.Location())
	default:
		c.Refusal = r.unanswerable()
	}
	return c
}

// firstRefusal is the first of them that is one.
func firstRefusal(refusals ...*Refusal) *Refusal {
	for _, r := range refusals {
		if r != nil {
			return r
		}
	}
	return nil
}

const insistInvite = "if LinkedIn let you, record it with --insist"

// early refuses an end that is dated before every request it could be about.
func (r InviteRequest) early(zone *time.Location) *Refusal {
	if r.State == InviteSent || r.State == InviteReceived {
		return nil
	}
	on := day.Of(r.At, zone)
	var refusal *Refusal
	for _, known := range r.Before {
		if !r.ends(known) {
			continue
		}
		if known.from() <= on {
			return nil
		}
		refusal = refuse("", "", "that is dated %s, before the invitation of %s", on, known.On)
	}
	return refusal
}

// ends tells whether a request can still end in the way that is to be recorded.
func (r InviteRequest) ends(known Request) bool {
	waits := known.Open() || known.State == InvitationUnknown
	return waits && (known.Outgoing || r.State != InviteWithdrawn) || known.Proposal() && r.State == InviteAccepted
}

// connected refuses an invitation to a connection, unless it was sent before they
// became one.
func (r InviteRequest) connected(zone *time.Location) *Refusal {
	p := r.Person
	before := p.ConnectedOn != 0 && day.Of(r.At, zone) <= p.ConnectedOn
	if (p.Connected || p.Degree == 1) && !before {
		return refuse("", "write a message instead", "you and %s are connected already", p.Name)
	}
	return nil
}

// again refuses a second invitation while one is waiting, and for three weeks after
// a withdrawal.
func (r InviteRequest) again(zone *time.Location) *Refusal {
	outgoing, on := r.State == InviteSent, day.Of(r.At, zone)
	for _, known := range slices.Backward(r.Before) {
		switch {
		case known.On > on+1: // this one is recorded late
			continue
		case known.same(outgoing, on):
			return nil
		case known.Outgoing != outgoing:
			if known.State == InvitationIncoming {
				return refuse("", "accept it on LinkedIn; "+insistInvite, "%s has invited you on %s", r.Person.Name, known.On)
			}
			continue
		case known.Open() && outgoing:
			return refuse("", "wait, or withdraw it on LinkedIn; "+insistInvite,
				"your invitation to %s of %s is pending (%s)", r.Person.Name, known.On, plural(known.Age, "day"))
		case known.Open():
			return refuse("", insistInvite, "an invitation from %s of %s waits for you", r.Person.Name, known.On)
		}
		if until := known.ReinviteOn(); until > on {
			return refuse("", "wait until then; "+insistInvite,
				"you withdrew your invitation to %s on %s, so LinkedIn takes another from %s on", r.Person.Name, known.EndedOn, until)
		}
		return nil
	}
	return nil
}

// limited refuses while LinkedIn's own limit is hit.
func (r InviteRequest) limited() *Refusal {
	for _, m := range r.Meters {
		notes := m.ID == quota.NotesMonth && r.Note != ""
		if m.Locked() && (m.ID == quota.InvitationsWeek || notes) {
			return refuse("", "wait until then; "+insistInvite, "LinkedIn said that its limit of %s is reached; it ends on %s",
				thing(m.ID), m.LockedUntil.Format("Mon 2 Jan 15:04"))
		}
	}
	return nil
}

// thing is what a quota counts.
func thing(id quota.ID) string {
	switch id {
	case quota.NotesMonth:
		return "notes"
	case quota.MessagesWeek:
		return "messages"
	default:
		return "invitations"
	}
}

// noteRefused refuses a note that is too long, or one too many for the month.
func (r InviteRequest) noteRefused(paid bool) *Refusal {
	if why := channel.TooLong(channel.Invitation, paid, "", r.Note); why != "" {
		return refuse("", "shorten it; "+insistInvite, "%s", why)
	}
	for _, m := range r.Meters {
		if m.ID == quota.NotesMonth && r.Note != "" && m.Over(1) > 0 {
			return refuse("", "invite without a note; "+insistInvite, "%d of %d %s are used", m.Count, m.Number, m.Name)
		}
	}
	return nil
}

// warnings are the limits of invitations that would be exceeded.
func (r InviteRequest) warnings() []string {
	var list []string
	for _, m := range r.Meters {
		if (m.ID == quota.InvitationsDay || m.ID == quota.InvitationsWeek) && m.Over(1) > 0 {
			list = append(list, fmt.Sprintf("%d of about %d %s are sent (%s)", m.Count, m.Number, m.Name, m.Basis))
		}
	}
	return list
}

// unanswerable refuses an end where nothing waits for one.
func (r InviteRequest) unanswerable() *Refusal {
	for _, known := range slices.Backward(r.Before) {
		if r.ends(known) {
			return nil
		}
	}
	if len(r.Before) == 0 {
		return refuse("", "record it first with: cordial invite PERSON sent; or insist with --insist",
			"no invitation to or from %s is on record", r.Person.Name)
	}
	last := r.Before[len(r.Before)-1]
	switch {
	case last.Open(): // and not the user's own
		return refuse("", "decline it instead", "the invitation of %s came from %s, so it is theirs to withdraw", last.On, r.Person.Name)
	case last.EndedOn == 0:
		return refuse("", "", "the invitation to %s is %s already", r.Person.Name, last.State)
	default:
		return refuse("", "", "the invitation to %s is %s since %s", r.Person.Name, last.State, last.EndedOn)
	}
}

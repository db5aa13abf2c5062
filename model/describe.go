package model

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"cordial/model/clean"
)

// Names is how a reader calls what decisions name by id. What the functions answer
// is shown as it is; where there is none, the Book's own names stand.
type Names struct {
	Person func(contact string) string
	Thread func(thread Key) string
	Time   func(time.Time) string
	Few    int // how many conversations are named before they are only counted; 0 is 1
}

// Describe says what a decision did, without a full stop: "archived Maria Rossi".
// It is cleaned, as far as Names are.
func (b *Book) Describe(d Decision, n Names) string {
	switch d := d.(type) {
	case EventReverted:
		return b.describeReversal(d, n)
	case ContactAdded:
		return "added " + shownName(d.Name, d.Contact)
	case ContactEdited:
		return "edited " + b.named(d.Contact, n) + ": " + d.fieldWords()
	case ContactMerged, ContactApart, ContactRemoved, ContactUnedited:
		return b.describePeople(d, n)
	case ExportImported:
		return fmt.Sprintf("imported %s: %s", shownName(d.Name, "an export"), plural(d.Messages, "new message"))
	case InMailSent, InMailAnswered, InMailUndelivered, InvitationRecorded, MessageRecorded:
		return b.describeContact(d, n)
	case ProposalDeclined:
		return "declined the proposal: " + shownName(d.About, d.Proposal)
	case SeatOpened, SeatPlanChanged, SeatCancelled, SeatReconciled, SeatPolicyChanged, SeatPriced, SeatActivated:
		return b.describeSeat(d)
	case TemplateAdded, TemplateEdited, TemplateRemoved, QuotaSet, LimitHit:
		return b.describeSetting(d)
	default:
		return b.describeTriage(d, n)
	}
}

// describeReversal says what was taken back, or what was done again.
func (b *Book) describeReversal(d EventReverted, n Names) string {
	e, ok := b.Reverted(d)
	if !ok {
		return "took back " + clean.Line(d.Event)
	}
	if again, ok := e.Decision.(EventReverted); ok {
		if first, ok := b.Reverted(again); ok {
			return "did again: " + b.Describe(first.Decision, n)
		}
	}
	return "took back: " + b.Describe(e.Decision, n)
}

// describeContact says what passed between the user and somebody.
func (b *Book) describeContact(decision Decision, n Names) string {
	switch d := decision.(type) {
	case InMailSent:
		return "booked the InMail to " + b.named(d.Contact, n) + b.fromSeat(d.Seat)
	case InMailAnswered:
		return "booked the answer of " + b.named(b.receiver(d.InMail), n) + " to the InMail: " + clean.Line(d.Answer)
	case InMailUndelivered:
		return "booked the InMail to " + b.named(b.receiver(d.InMail), n) + " as not delivered"
	case InvitationRecorded:
		return "booked the invitation " + d.direction() + " " + b.named(d.Contact, n) + d.ending()
	case MessageRecorded:
		direction := "to"
		if d.Direction == MessageReceived {
			direction = "from"
		}
		return "recorded the message " + direction + " " + b.named(d.Contact, n)
	default:
		return decision.Kind()
	}
}

// receiver is the contact whom an InMail went to.
func (b *Book) receiver(inmail string) string {
	sent, _ := b.sending(inmail)
	return sent.Contact
}

// fromSeat names the seat of an InMail where there is a choice.
func (b *Book) fromSeat(seat string) string {
	if len(b.Seats()) < 2 {
		return ""
	}
	return " from " + b.seatName(seat)
}

// direction leads from an invitation to the other side.
func (d InvitationRecorded) direction() string {
	switch d.State {
	case InviteSent, InviteWithdrawn:
		return "to"
	case InviteReceived:
		return "from"
	default:
		return "of"
	}
}

// ending is what became of an invitation.
func (d InvitationRecorded) ending() string {
	if d.State == InviteSent || d.State == InviteReceived {
		return ""
	}
	return " as " + d.State
}

// fieldWords lists what was edited.
func (d ContactEdited) fieldWords() string {
	var words []string
	for _, field := range []struct {
		name  string
		given *string
	}{
		{"name", d.Name}, {"headline", d.Headline}, {"company", d.Company}, {"position", d.Position}, {"email", d.Email},
	} {
		switch {
		case field.given == nil:
		case *field.given == "":
			words = append(words, "no "+field.name)
		default:
			words = append(words, field.name+" "+clean.Line(*field.given))
		}
	}
	if d.Degree != nil {
		words = append(words, Degree(*d.Degree).String())
	}
	if d.OpenProfile != nil && *d.OpenProfile {
		words = append(words, "Open Profile")
	} else if d.OpenProfile != nil {
		words = append(words, "no Open Profile")
	}
	if d.Role != nil {
		words = append(words, cmp.Or(string(*d.Role), "role by headline"))
	}
	return strings.Join(words, ", ")
}

// named is how a contact is called.
func (b *Book) named(contact string, n Names) string {
	if n.Person != nil {
		return n.Person(contact)
	}
	return shownName(b.contactName(contact), contact)
}

// shownName is a name cleaned, or the id of what has none.
func shownName(name, id string) string {
	if name = clean.Line(name); name != "" {
		return name
	}
	return clean.Line(id)
}

// time writes an instant.
func (n Names) time(t time.Time) string {
	if n.Time != nil {
		return n.Time(t)
	}
	return t.Format("2006-01-02 15:04")
}

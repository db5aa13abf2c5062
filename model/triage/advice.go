package triage

import (
	"fmt"
	"slices"
	"time"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/credit"
	"cordial/model/quota"
	"cordial/model/role"
)

// Channel is a way to write to somebody.
type Channel = channel.Channel

// The channels.
const (
	ByMessage    = channel.Message
	ByInvitation = channel.Invitation
	ByInMail     = channel.InMail
)

// Option is what one channel would cost now, and what speaks for or against it.
type Option struct {
	Channel  Channel
	Note     bool          // an invitation with a note
	Cost     int           // credits
	Open     bool          // it can be used now
	Why      string        // one sentence
	Help     string        // what would help when it is not open
	Warnings []string      // what LinkedIn may mind
	Meters   []quota.Meter // what remains of what LinkedIn limits
	Subject  channel.Limit
	Body     channel.Limit // or note
}

// Advice compares the channels to a person.
type Advice struct {
	Options []Option
	Best    Channel
	Why     string
	Check   *model.InMailCheck // the credit check; nil when there is no seat
}

// addInMail adds the credit check.
func (a *Advice) addInMail(b *model.Book, p model.Person, seat string, now time.Time) {
	inmail := Option{Channel: ByInMail, Why: "no seat is open, so no credits are known", Help: "open one with: cordial seat open NAME --plan PLAN"}
	if seat != "" {
		if c, err := b.CheckInMail(model.InMailRequest{Person: p, Seat: seat, At: now}, now); err == nil {
			a.Check = &c
			inmail = inmailOption(c)
		}
	}
	a.Options = append(a.Options, inmail)
}

// messageOption: only 1st-degree contacts can be written to freely.
func messageOption(p model.Person) Option {
	if p.Connected || p.Degree == 1 {
		return Option{Channel: ByMessage, Open: true, Why: "free: you are connected"}
	}
	return Option{Channel: ByMessage, Why: "you are not connected", Help: "send a connection request first"}
}

// inmailOption is the credit check in a sentence.
func inmailOption(c model.InMailCheck) Option {
	o := Option{Channel: ByInMail, Cost: c.Cost, Open: c.Refusal == nil}
	switch {
	case c.Refusal != nil:
		o.Why, o.Help = c.Refusal.Reason, c.Refusal.Help
	case c.Cost == 0:
		o.Why = "free: " + freeWords(c.FreeReason)
	default:
		o.Why = fmt.Sprintf("1 credit, %d after; %s", c.Quote.After, refundWords(c.Quote))
	}
	return o
}

// refundWords says when the credit of an InMail comes back.
func refundWords(q credit.Quote) string {
	if q.RefundRule == credit.RefundOnNoReply {
		return "it comes back if there is no answer by " + q.RefundUntil.String()
	}
	return "it comes back with an answer by " + q.RefundUntil.String()
}

// freeWords says why an InMail is free.
func freeWords(reason string) string {
	switch reason {
	case model.FreeFirstDegree:
		return "you are connected"
	case model.FreeOpenProfile:
		return "an Open Profile"
	default:
		return "a sponsored message"
	}
}

// choose names the cheapest channel that is open, in the order that costs least and
// answers best.
func (a *Advice) choose(p model.Person) {
	inmail := a.open(ByInMail)
	switch {
	case a.open(ByMessage) != nil:
		a.Best, a.Why = ByMessage, "write a message: it is free"
	case a.Check != nil && a.Check.Open != nil:
		a.Best, a.Why = "", "wait: an InMail is unanswered"
	case inmail != nil && inmail.Cost == 0:
		a.Best, a.Why = ByInMail, "send the InMail: it is free"
	case inmail != nil && (p.Degree == 3 || p.Degree == model.OutOfNetwork):
		a.Best, a.Why = ByInMail, "spend the credit: out of reach of a connection request that answers well"
	case inmail != nil && p.Role() == role.IsCLevel:
		a.Best, a.Why = ByInMail, "spend the credit: people at C-level accept few connection requests"
	case a.open(ByInvitation) != nil:
		a.Best, a.Why = ByInvitation, "send a connection request with a note: it is free and usually better"
	case inmail != nil:
		a.Best, a.Why = ByInMail, "an InMail is the one way open"
	default:
		a.Best, a.Why = "", "nothing is open now"
	}
}

// open is the first option by a channel that is open, nil for none.
func (a *Advice) open(by Channel) *Option {
	i := slices.IndexFunc(a.Options, func(o Option) bool { return o.Channel == by && o.Open })
	if i < 0 {
		return nil
	}
	return &a.Options[i]
}

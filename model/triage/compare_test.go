package triage

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/day"
	"cordial/model/quota"
	"cordial/model/role"
)

// occasion is a Book with a seat on a plan, and somebody to write to.
func occasion(plan string, change func(*desk, *Occasion)) (*model.Book, Occasion) {
	d := newDesk(threads{})
	o := Occasion{Person: model.Person{ID: "ada", Key: model.PersonKey("ada"), Name: "Ada", Degree: 2}}
	if plan != "" {
		d.add(model.SeatOpened{Seat: "main", Name: "Main", Plan: plan})
		o.Seat = "main"
	}
	d.add(model.ContactAdded{Contact: "ada", Name: "Ada"})
	if change != nil {
		change(d, &o)
	}
	all := d.book.Requests(nil, func(model.Key) (day.Day, bool) { return 0, false }, noon())
	o.Requests = d.book.RequestsWith(o.Person, nil, noon())
	o.Meters = d.book.Quotas(all, nil, noon())
	return d.book, o
}

// waysOf writes options as "+message" or "-message".
func waysOf(a Advice) string {
	var ways []string
	for _, o := range a.Options {
		sign, note := "-", ""
		if o.Open {
			sign = "+"
		}
		if o.Note {
			note = " with note"
		}
		cost := ""
		if o.Cost > 0 {
			cost = fmt.Sprintf(" (%d)", o.Cost)
		}
		ways = append(ways, sign+string(o.Channel)+note+cost)
	}
	return strings.Join(ways, ", ")
}

func notesUsed(n int) func(*desk, *Occasion) {
	return func(d *desk, _ *Occasion) {
		for i := range n {
			id := fmt.Sprintf("p%d", i)
			d.add(model.ContactAdded{Contact: id, Name: id})
			d.add(model.InvitationRecorded{State: model.InviteSent, Contact: id, Note: "Hi"})
		}
	}
}

func TestCompare(t *testing.T) {
	const free = "-message, +invitation, +invitation with note, -inmail (1)"
	record := func(states ...string) func(*desk, *Occasion) {
		return func(d *desk, _ *Occasion) {
			for _, s := range states {
				d.add(model.InvitationRecorded{State: s, Contact: "ada"})
			}
		}
	}
	person := func(change func(*model.Person)) func(*desk, *Occasion) {
		return func(_ *desk, o *Occasion) { change(&o.Person) }
	}
	for _, c := range []struct {
		name, plan string
		change     func(*desk, *Occasion)
		ways       string
		best       Channel
		why        string
	}{
		{"2nd degree", "career", nil, "-message, +invitation, +invitation with note, +inmail (1)", ByInvitation, "send a connection request with a note"},
		{"connected", "career", person(func(p *model.Person) { p.Degree = 1 }), "+message, -invitation, -invitation with note, +inmail", ByMessage, "write a message"},
		{
			"they have written", "career", func(_ *desk, o *Occasion) { o.Answering = true },
			"+message, +invitation, +invitation with note, +inmail (1)", ByMessage, "write a message: it is free",
		},
		{"Open Profile", "career", person(func(p *model.Person) { p.OpenProfile = true }), "-message, +invitation, +invitation with note, +inmail", ByInMail, "send the InMail: it is free"},
		{"3rd degree", "career", person(func(p *model.Person) { p.Degree = 3 }), "-message, +invitation, +invitation with note, +inmail (1)", ByInMail, "spend the credit: out of reach"},
		{"C-level by the headline", "career", person(func(p *model.Person) { p.Headline = "CTO at Acme" }), "-message, +invitation, +invitation with note, +inmail (1)", ByInMail, "spend the credit: people at C-level"},
		{"C-level by a key", "career", person(func(p *model.Person) { p.Says = role.IsCLevel }), "-message, +invitation, +invitation with note, +inmail (1)", ByInMail, "spend the credit"},
		{"C-level without a credit", "free", person(func(p *model.Person) { p.Says = role.IsCLevel }), free, ByInvitation, "send a connection request"},
		{"no time to wait", "career", func(_ *desk, o *Occasion) { o.Urgent = true }, "-message, +invitation, +invitation with note, +inmail (1)", ByInMail, "spend the credit: an invitation must be accepted first"},
		{"no time and no credit", "free", func(_ *desk, o *Occasion) { o.Urgent = true }, free, ByInvitation, "send a connection request"},
		{"no time, and they ask", "career", func(d *desk, o *Occasion) {
			d.add(model.InvitationRecorded{State: model.InviteReceived, Contact: "ada"})
			o.Urgent = true
		}, "-message, +invitation, -invitation with note, +inmail (1)", ByInvitation, "accept the invitation"},
		{"no seat", "", nil, "-message, +invitation, +invitation with note, -inmail", ByInvitation, "send a connection request with a note"},
		{"pending", "career", record(model.InviteSent), "-message, -invitation, -invitation with note, +inmail (1)", ByInMail, "an InMail is the one way open"},
		{"withdrawn", "career", record(model.InviteSent, model.InviteWithdrawn), "-message, -invitation, -invitation with note, +inmail (1)", ByInMail, "an InMail is the one way"},
		{"incoming", "career", record(model.InviteReceived), "-message, +invitation, -invitation with note, +inmail (1)", ByInvitation, "accept the invitation you received"},
		{"incoming, from C-level of the 3rd degree", "career", func(d *desk, o *Occasion) {
			d.add(model.InvitationRecorded{State: model.InviteReceived, Contact: "ada"})
			o.Person.Degree, o.Person.Says = 3, role.IsCLevel
		}, "-message, +invitation, -invitation with note, +inmail (1)", ByInvitation, "accept the invitation you received: it is free"},
		{"incoming, beside an open InMail", "career", func(d *desk, _ *Occasion) {
			d.add(model.InMailSent{InMail: "i", Contact: "ada", Seat: "main", Cost: 1})
			d.add(model.InvitationRecorded{State: model.InviteReceived, Contact: "ada"})
		}, "-message, +invitation, -invitation with note, -inmail (1)", ByInvitation, "accept the invitation"},
		{"an open InMail", "career", func(d *desk, _ *Occasion) {
			d.add(model.InMailSent{InMail: "i", Contact: "ada", Seat: "main", Cost: 1})
		}, "-message, +invitation, +invitation with note, -inmail (1)", "", "wait: an InMail is unanswered"},
		{"no notes left on a free account", "free", notesUsed(5), "-message, +invitation, -invitation with note, -inmail (1)", ByInvitation, "send a connection request without a note: it is free, and 5 of 5 notes this month are used"},
		{"many invitations today", "career", notesUsed(19), "-message, +invitation, +invitation with note, +inmail (1)", ByInvitation, "send a connection request with a note: it is free and usually better; but 19 of about 19 invitations today are sent"},
		{"LinkedIn's limit is hit", "free", func(d *desk, _ *Occasion) { d.add(model.LimitHit{Quota: quota.InvitationsWeek}) }, "-message, -invitation, -invitation with note, -inmail (1)", "", "nothing is open now"},
		{"that of messages", "career", func(d *desk, o *Occasion) {
			d.add(model.LimitHit{Quota: quota.MessagesWeek})
			o.Person.Degree = 1
		}, "-message, -invitation, -invitation with note, +inmail", ByInMail, "send the InMail: it is free"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, o := occasion(c.plan, c.change)
			a := Compare(b, o, noon())
			if got := waysOf(a); got != c.ways {
				t.Errorf("ways\n got %s\nwant %s", got, c.ways)
			}
			if a.Best != c.best || !strings.HasPrefix(a.Why, c.why) {
				t.Errorf("best is %q: %s; want %q: %s", a.Best, a.Why, c.best, c.why)
			}
			for _, way := range a.Options {
				if way.Why == "" || way.Body.Max == 0 {
					t.Errorf("%s does not say why, or how long it may be: %+v", way.Channel, way)
				}
			}
		})
	}
}

func TestCompareSaysWhatRemains(t *testing.T) {
	b, o := occasion("", notesUsed(3))
	a := Compare(b, o, noon())
	if way := a.Options[2]; way.Why != "free: a connection request with a note; 2 of 5 are left this month" || way.Body.Max != 200 || len(way.Meters) != 3 {
		t.Errorf("%+v", way)
	}
	if way := a.Options[1]; len(way.Meters) != 2 || way.Meters[1].Count != 3 {
		t.Errorf("%+v", way)
	}
	if way := a.Options[0]; len(way.Meters) != 1 || way.Help == "" {
		t.Errorf("%+v", way)
	}
	b, o = occasion("career", nil)
	a = Compare(b, o, noon())
	if way := a.Options[2]; way.Body.Max != 300 || strings.Contains(way.Why, "left") {
		t.Errorf("%+v", way)
	}
	if a.Check == nil || a.Check.Quote.Before != 5 || a.Options[3].Subject.Max != 200 {
		t.Errorf("%+v", a.Check)
	}
}

func TestCompareWarnsOfMessages(t *testing.T) {
	b, o := occasion("", func(_ *desk, o *Occasion) { o.Person.Degree = 1 })
	var sent []time.Time
	for i := range 100 {
		sent = append(sent, noon().Add(-time.Duration(i)*time.Hour))
	}
	o.Meters = b.Quotas(nil, sent, noon())
	way := Compare(b, o, noon()).Options[0]
	if !way.Open || len(way.Warnings) != 1 || !strings.HasPrefix(way.Warnings[0], "100 of about 100 messages in the last 7 days are sent") {
		t.Errorf("%+v", way)
	}
}

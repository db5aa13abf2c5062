package twins

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/model/who"
)

// Side is one of two people, as far as the other is compared with them.
type Side struct {
	Person model.Person
	Stays  bool

	talks, inmails int
	labels         []string
	last           string // what was said last, and when
	at             time.Time
}

// Look gathers what is known of somebody beside who they are: their conversations, the
// InMails to them, their labels and what was said last.
func Look(book *model.Book, board *triage.Board, p model.Person, now time.Time) Side {
	s := Side{Person: p, inmails: len(book.InMailsTo(p.Key, now))}
	for _, id := range board.OfPerson(p.Key) {
		line, ok := board.Line(id)
		if !ok {
			continue
		}
		if id.Thread != 0 {
			s.talks++
		}
		for _, label := range line.State.Labels {
			if label = clean.Line(label); !slices.Contains(s.labels, label) {
				s.labels = append(s.labels, label)
			}
		}
		if line.Activity.After(s.at) && line.Thread.LastAt != 0 {
			s.last, s.at = when.Age(line.Activity, now)+" "+line.Text, line.Activity
		}
	}
	return s
}

// Name is how the person is called.
func (s Side) Name() string {
	if name := clean.Line(s.Person.Name); name != "" {
		return name
	}
	return "LinkedIn Member"
}

// fact is one line of the comparison.
type fact struct{ name, left, right string }

// facts compares two people; lines that both leave empty are left out.
func facts(l, r Side) []fact {
	var some []fact
	for _, f := range []fact{
		{"Name", l.Name(), r.Name()},
		{"Headline", clean.Line(l.Person.Headline), clean.Line(r.Person.Headline)},
		{"Company", clean.Line(l.Person.Company), clean.Line(r.Person.Company)},
		{"Position", clean.Line(l.Person.Position), clean.Line(r.Person.Position)},
		{"Profile", l.profile(), r.profile()},
		{"E-mail", clean.Line(l.Person.Email), clean.Line(r.Person.Email)},
		{"Degree", l.degree(), r.degree()},
		{"Talks", count(l.talks), count(r.talks)},
		{"InMails", count(l.inmails), count(r.inmails)},
		{"Labels", strings.Join(l.labels, ", "), strings.Join(r.labels, ", ")},
		{"Last", l.last, r.last},
	} {
		if f.left != "" || f.right != "" {
			some = append(some, f)
		}
	}
	return some
}

// profile is the end of the address, which is what tells two of them apart.
func (s Side) profile() string {
	if slug, ok := who.Identity(s.Person.URL); ok {
		return clean.Line(slug)
	}
	return clean.Line(s.Person.URL)
}

// degree is how near somebody is, and since when.
func (s Side) degree() string {
	switch p := s.Person; {
	case p.Connected && p.ConnectedOn != 0:
		y, m, d := p.ConnectedOn.Date()
		return fmt.Sprintf("1st, %d %s %d", d, m.String()[:3], y)
	case p.Connected:
		return "1st"
	default:
		return p.Degree.String()
	}
}

// count is a number, empty for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

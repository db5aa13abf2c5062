package dossier

import (
	"fmt"
	"net/url"
	"strings"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/theme"
)

// Fact is one line of the card. Facts without a name stand alone.
type Fact struct {
	Name  string
	Value string
	Role  theme.Role
}

// About is who somebody is, in one line: "Head of Platform · Acme · 1st".
func (s Subject) About() string {
	if s.Listed && s.Line.Head.Group {
		return fmt.Sprintf("group of %d", len(s.Line.Thread.People)+1)
	}
	p, _ := s.Person()
	return join(" · ", s.Headline(), degree(p, s.connected()))
}

// Headline is what somebody does, and where.
func (s Subject) Headline() string {
	p, _ := s.Person()
	headline, position, company := clean.Line(p.Headline), clean.Line(p.Position), clean.Line(p.Company)
	if headline == "" {
		headline = position
	}
	if company != "" && strings.Contains(strings.ToLower(headline), strings.ToLower(company)) {
		company = ""
	}
	return join(" · ", headline, company)
}

// Degree is how near somebody is: "1st", and empty when it is not known.
func (s Subject) Degree() string {
	p, _ := s.Person()
	return degree(p, s.connected())
}

// connected tells whether the other side is a 1st-degree connection.
func (s Subject) connected() bool {
	p, _ := s.Person()
	return p.Connected || p.Degree == 1 || s.Listed && s.Line.Thread.Connected
}

// degree is the distance in words, empty when it is not known.
func degree(p model.Person, connected bool) string {
	if connected {
		return "1st"
	}
	return p.Degree.String()
}

// Connection says how near somebody is and since when.
func (s Subject) Connection() Fact {
	p, _ := s.Person()
	f := Fact{Name: "Connection", Role: theme.Text}
	switch {
	case s.connected() && p.ConnectedOn != 0:
		y, m, d := p.ConnectedOn.Date()
		f.Value = fmt.Sprintf("1st, since %d %s %d", d, m.String()[:3], y)
	case s.connected():
		f.Value = "1st"
	case p.Degree.String() != "":
		f.Value = p.Degree.String()
	default:
		f.Value, f.Role = "not connected", theme.Dim
	}
	if s.Listed && !s.connected() && s.Line.Invitation != model.NoInvitation {
		f.Value = join(", ", p.Degree.String(), "invitation "+string(s.Line.Invitation))
		f.Role = theme.Text
	}
	if p.OpenProfile {
		f.Value = join(", ", f.Value, "Open Profile")
	}
	return f
}

// InMail says where the last InMail stands, or whether one is needed.
func (s Subject) InMail() Fact {
	f := Fact{Name: "InMail", Value: "none sent", Role: theme.Dim}
	m := s.Line.InMail
	switch {
	case !s.Listed || m == nil:
		if s.connected() {
			f.Value = "not needed, you are connected"
		} else if s.Listed && s.Line.Thread.InMail.Kind == model.ProbablySent {
			f.Value = "probably sent, not booked"
		}
	case m.State == credit.InMailOpen:
		left := m.RefundUntil.Sub(m.SentOn) - m.Days
		f.Value = fmt.Sprintf("open, day %d of %d", m.Days, m.RefundUntil.Sub(m.SentOn))
		f.Role = theme.Text
		if left <= 14 {
			f.Role = theme.Due
		}
	case m.State == credit.InMailAnswered:
		f.Value, f.Role = join(", ", answerWord(m.Answer)+" "+shortDay(m.AnsweredOn), refundWord(m.Refund)), theme.Good
	case m.State == credit.InMailUndelivered:
		f.Value, f.Role = join(", ", "not delivered", refundWord(m.Refund)), theme.Due
	default:
		f.Value = "no answer, window over"
	}
	return f
}

// Reminder says when the conversation comes back, and why.
func (s Subject) Reminder() Fact {
	f := Fact{Name: "Reminder", Value: "none", Role: theme.Dim}
	if !s.Listed || !s.Line.Reminding() {
		return f
	}
	r := s.Line.State.Reminder
	f.Value, f.Role = when.Short(r.Due, s.Now), theme.Text
	if s.Line.Due {
		f.Role = theme.Due
	}
	if r.IfNoReply {
		f.Value += ", if no reply"
	}
	if r.Text != "" {
		f.Value += " - " + clean.Line(r.Text)
	}
	return f
}

// Labels are the labels that are on.
func (s Subject) Labels() []string {
	labels := make([]string, len(s.Line.State.Labels))
	for i, l := range s.Line.State.Labels {
		labels[i] = clean.Line(l)
	}
	return labels
}

// Flags are the words for what is set: unread, starred, muted, archived.
func (s Subject) Flags() []string {
	var words []string
	for _, f := range []struct {
		set  bool
		word string
	}{
		{s.Line.Unread, "unread"},
		{s.Line.State.Starred, "starred"},
		{s.Line.State.Muted, "muted"},
		{s.Line.Place == triage.InArchive, "archived"},
		{s.Line.Place == triage.OutOfSight, "snoozed"},
	} {
		if s.Listed && f.set {
			words = append(words, f.word)
		}
	}
	return words
}

// Card is everything worth knowing at a glance, for the column beside a
// conversation.
func (s Subject) Card() []Fact {
	labels := Fact{Name: "Labels", Value: "none", Role: theme.Dim}
	if l := s.Labels(); len(l) > 0 {
		labels.Value, labels.Role = strings.Join(l, ", "), theme.Text
	}
	facts := []Fact{}
	if s.ID.Person != 0 {
		facts = append(facts, s.Connection(), s.InMail())
	}
	facts = append(append(facts, s.says()...), s.aliases()...)
	facts = append(facts, labels, s.Reminder())
	if f := s.Flags(); len(f) > 0 {
		facts = append(facts, Fact{Name: "State", Value: strings.Join(f, ", "), Role: theme.Text})
	}
	if s.Listed && s.Line.Thread.In+s.Line.Thread.Out > 0 {
		facts = append(facts, Fact{
			Name: "Messages", Role: theme.Text,
			Value: fmt.Sprintf("%d in, %d out", s.Line.Thread.In, s.Line.Thread.Out),
		})
	}
	return facts
}

// Contact is where somebody can be reached: profile address and mail address.
func (s Subject) Contact() []string {
	p, _ := s.Person()
	var lines []string
	for _, text := range []string{shortURL(p.URL), clean.Line(p.Email)} {
		if text != "" {
			lines = append(lines, text)
		}
	}
	return lines
}

// Members lists the people of a group.
func (s Subject) Members() []string {
	var names []string
	if s.Listed && s.Line.Head.Group {
		for _, p := range s.Line.Thread.People {
			names = append(names, clean.Line(p.Name))
		}
	}
	return names
}

// shortURL is an address as people read it: without what every address begins
// with, and letters instead of percent signs.
func shortURL(address string) string {
	for _, prefix := range []string{"https://", "http://", "www."} {
		address = strings.TrimPrefix(address, prefix)
	}
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	return clean.Line(strings.TrimSuffix(address, "/"))
}

// join is the parts that are not empty, with sep between.
func join(sep string, parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, sep)
}

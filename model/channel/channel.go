package channel

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"cordial/model/source"
)

// Channel is a way to write to somebody.
type Channel string

// The channels.
const (
	Message    Channel = "message"    // to a 1st-degree connection
	Invitation Channel = "invitation" // the note of a connection request
	InMail     Channel = "inmail"
)

// All lists the channels, the cheapest first.
func All() []Channel { return []Channel{Message, Invitation, InMail} }

// Known tells whether there is such a channel.
func (c Channel) Known() bool { return c == Message || c == Invitation || c == InMail }

// Limit is how long one part of a text may be.
type Limit struct {
	Part   string // "subject", "body" or "note"
	Max    int    // characters (Unicode code points); 0: the channel does not have this part
	Best   int    // shorter than this is answered more often; 0 where nobody says
	Source source.Source
	Basis  string // who says so, in a few words
}

// Limits is how long subject and body may be. An invitation's body is its note,
// which is shorter on a free account.
func Limits(c Channel, paid bool) (subject, body Limit) {
	subject, body = Limit{Part: "subject"}, Limit{Part: "body"}
	switch c {
	case InMail:
		subject = Limit{"subject", 200, 0, source.Reported, "LinkedIn's help on InMail"}
		body = Limit{"body", 1900, 400, source.Article, "the articles; LinkedIn's own help says 2,000; under 400 is answered most"}
	case Invitation:
		body = Limit{"note", 200, 0, source.Reported, "vendors: 200 on a free account, 300 on a paid one"}
		if paid {
			body.Max = 300
		}
	case Message:
		body = Limit{"body", 8000, 0, source.Article, "the articles"}
	}
	return subject, body
}

// Length is how long a text is in the unit of [Limit].
func Length(text string) int { return utf8.RuneCountInString(text) }

// Over is by how many characters a text is too long, 0 if it is not.
func (l Limit) Over(text string) int { return max(0, Length(text)-l.Max) }

// TooLong says in one sentence without a full stop which part is too long for a
// channel, and nothing when none is.
func TooLong(c Channel, paid bool, subject, body string) string {
	forSubject, forBody := Limits(c, paid)
	switch {
	case forSubject.Max == 0 && strings.TrimSpace(subject) != "":
		return "only an InMail has a subject"
	case forSubject.Over(subject) > 0 && forSubject.Max > 0:
		return forSubject.says(subject)
	case forBody.Over(body) > 0:
		return forBody.says(body)
	default:
		return ""
	}
}

// says tells that a text is too long.
func (l Limit) says(text string) string {
	return fmt.Sprintf("the %s has %d characters, %d more than the %d that LinkedIn takes", l.Part, Length(text), l.Over(text), l.Max)
}

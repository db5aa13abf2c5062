package triage

import (
	"fmt"
	"strings"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
)

// Line is one conversation in words, cleaned for a terminal.
type Line struct {
	View
	ID         ID
	Thread     model.Thread
	Name       string
	Text       string // the last message, or why the conversation needs attention
	Initials   string // of its labels, "HL PE"
	InMail     *model.PersonInMail
	Invitation model.InvitationState

	byHand *model.MessageByHand // the last one, nil for none
}

// Line is a conversation as the list draws it.
func (b *Board) Line(id ID) (Line, bool) {
	v, ok := b.View(id)
	if !ok {
		return Line{}, false
	}
	t, _ := b.Thread(id)
	l := Line{View: v, ID: id, Thread: t, Name: threadName(t), Initials: initials(v.State.Labels)}
	l.InMail, l.Invitation = b.latestInMail(id), b.invitation(t)
	l.byHand = b.book.LastByHand(id.Person)
	l.Text = l.words(b.now)
	return l, true
}

// latestInMail is the last InMail with the person of a direct conversation.
func (b *Board) latestInMail(id ID) *model.PersonInMail {
	if id.Person == 0 {
		return nil
	}
	list := b.book.InMailsTo(id.Person, b.now)
	if len(list) == 0 {
		return nil
	}
	return &list[len(list)-1]
}

// invitation is the state of the connection request with the other side.
func (b *Board) invitation(t model.Thread) model.InvitationState {
	if t.Person == 0 {
		return t.Invitation
	}
	return b.book.Invitation(t.Person, t.Invitation)
}

// words is the line beside the name: what needs attention first, otherwise the
// last message.
func (l Line) words(now time.Time) string {
	if l.Due {
		return dueWords(l.State.Reminder, now)
	}
	if m := l.byHand; m != nil && m.At.After(unix(l.Thread.LastAt)) && (l.InMail == nil || m.At.After(l.InMail.At)) {
		return byHandWords(m)
	}
	if l.InMail != nil && !l.InMail.At.Before(unix(l.Thread.LastAt)) {
		return inmailWords(l.InMail)
	}
	if l.Thread.LastAt == 0 {
		return l.loneWords()
	}
	text := clean.Line(l.Thread.Snippet)
	switch {
	case text == "":
		text = "(no text)"
	case l.Thread.LastFromMe:
		text = "You: " + text
	}
	return text
}

// byHandWords is the line of a message that was recorded by hand.
func byHandWords(m *model.MessageByHand) string {
	text := clean.Line(m.Text)
	switch {
	case text == "":
		return "Message " + m.Direction
	case m.Direction == model.MessageSent:
		return "You: " + text
	default:
		return text
	}
}

// loneWords is the line of somebody without a message.
func (l Line) loneWords() string {
	if l.Invitation != model.NoInvitation {
		return "Invitation " + string(l.Invitation)
	}
	if n := len(l.State.Notes); n > 0 {
		return "Note: " + clean.Line(l.State.Notes[n-1].Text)
	}
	return "No messages"
}

// dueWords says what is due and since when.
func dueWords(r *model.Reminder, now time.Time) string {
	when := "due " + r.Due.In(now.Location()).Format("2 Jan 15:04")
	if start := endOfDay(now).AddDate(0, 0, -1); !r.Due.Before(start) {
		when = "due today " + r.Due.In(now.Location()).Format("15:04")
	}
	if r.Text != "" {
		return when + " - " + clean.Line(r.Text)
	}
	return when
}

// inmailWords says where an InMail stands.
func inmailWords(m *model.PersonInMail) string {
	switch m.State {
	case credit.InMailAnswered:
		return "InMail " + answerWords(m.Answer) + subjectWords(m.Subject)
	case credit.InMailUndelivered:
		return "InMail not delivered" + subjectWords(m.Subject)
	case credit.InMailLapsed:
		return fmt.Sprintf("InMail without answer, window over (%dd)", m.Days) + subjectWords(m.Subject)
	default:
		return fmt.Sprintf("InMail sent, no reply (%dd)", m.Days) + subjectWords(m.Subject)
	}
}

// answerWords is an answer as a participle.
func answerWords(answer string) string {
	if answer == model.AnswerAutoReply {
		return "answered automatically"
	}
	return answer
}

// subjectWords adds a subject where there is one.
func subjectWords(subject string) string {
	if subject == "" {
		return ""
	}
	return ": " + clean.Line(subject)
}

// threadName is how a conversation is called: its title, or the people in it.
func threadName(t model.Thread) string {
	if t.Group && t.Title != "" {
		return clean.Line(t.Title)
	}
	var names []string
	for _, p := range t.People {
		name := clean.Line(p.Name)
		if name == "" {
			name = p.ID
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return "LinkedIn Member"
	}
	return strings.Join(names, ", ")
}

// initials are two letters of each label: of its first two words, or the first two
// of its only word.
func initials(labels []string) string {
	all := make([]string, len(labels))
	for i, l := range labels {
		words := strings.Fields(strings.ToUpper(clean.Line(l)))
		letters := []rune(strings.Join(words, ""))
		if len(words) > 1 {
			letters = []rune{[]rune(words[0])[0], []rune(words[1])[0]}
		}
		all[i] = string(letters[:min(2, len(letters))])
	}
	return strings.Join(all, " ")
}

package linkedin

import "strings"

// AnswerWindow is how many days after an InMail an answer still gives its credit back (linkedin-export.md section 7).
const AnswerWindow = 90

// InMail is a conversation that probably began as an InMail. The file never says so: a subject is required of an
// InMail and unusual elsewhere, and nobody needs one to write to a connection. Old messages with a subject to somebody
// since disconnected, event messages and free ones to Open Profiles look the same, so it is a proposal to the user.
type InMail struct {
	Conversation int32
	Message      int32 // index of its message
	Person       int32 // the other side: index into People, Unknown where no address was given
	Sent         bool  // by the owner; else received
	At           int64 // Unix seconds
	AnsweredAt   int64 // first message of the other side from it, 0 where there is none
	// ConnectedOn is the day the other side became a connection, later than the InMail; zero if never.
	ConnectedOn Day
}

// Answered reports whether the other side wrote back at all.
func (m *InMail) Answered() bool { return m.AnsweredAt != 0 }

// InWindow reports whether the answer came soon enough to give the credit back.
func (m *InMail) InWindow() bool {
	return m.Answered() && dayOf(m.AnsweredAt).Since(dayOf(m.At)) <= AnswerWindow
}

// Why says in words what makes the conversation look like an InMail.
func (m *InMail) Why() string {
	if m.ConnectedOn.IsZero() {
		return "it begins with a subject, to somebody who is not a connection"
	}
	return "it begins with a subject, and you were connected only later, on " + m.ConnectedOn.String()
}

// findInMails applies the rule of linkedin-export.md section 7 to every conversation.
func (e *Export) findInMails(names connected) {
	for i := range e.Conversations {
		conversation := &e.Conversations[i]
		if conversation.Group() || conversation.Count == 0 {
			continue
		}
		opening, ok := e.subjectAtStart(conversation)
		if !ok {
			continue
		}
		other := conversation.Unknown
		if len(conversation.People) == 1 {
			other = conversation.People[0]
		}
		mail := InMail{Conversation: int32(i), Message: opening, Person: other}
		mail.At = e.Messages[opening].At
		mail.Sent = e.Messages[opening].Sender == Me
		if other != Nobody {
			person := &e.People[other]
			on, is := person.ConnectedOn, person.Connected
			if !is {
				name := or(e.Messages[opening].SenderName, person.Name)
				on, is = names.since(fold(name), person.Key != "")
			}
			if is && !dayOf(mail.At).Before(on) {
				continue
			}
			mail.ConnectedOn = on
		}
		mail.AnsweredAt = e.answer(conversation, mail)
		e.InMails = append(e.InMails, mail)
		e.Counts.InMails.add(mail)
	}
}

// subjectAtStart answers the conversation's earliest message if it has a subject, or one of the same second that has.
func (e *Export) subjectAtStart(c *Conversation) (int32, bool) {
	for i := c.First; i < c.First+c.Count && e.Messages[i].At == e.Messages[c.First].At; i++ {
		if strings.TrimSpace(e.Messages[i].Subject) != "" {
			return i, true
		}
	}
	return 0, false
}

// answer finds when the side that did not open the conversation first wrote.
func (e *Export) answer(c *Conversation, mail InMail) int64 {
	for i := c.First; i < c.First+c.Count; i++ {
		if (e.Messages[i].Sender == Me) != mail.Sent {
			return e.Messages[i].At
		}
	}
	return 0
}

func (c *InMailCounts) add(mail InMail) {
	if !mail.Sent {
		c.Received++
		return
	}
	c.Sent++
	if !mail.Answered() {
		c.Unanswered++
	} else if mail.InWindow() {
		c.AnsweredInWindow++
	}
}

package dossier

import (
	"fmt"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/when"
)

// answerWord is an answer as a participle.
func answerWord(answer string) string {
	if answer == model.AnswerAutoReply {
		return "answered automatically"
	}
	return answer
}

// refundWord says what became of the credit, empty when there is nothing to say.
func refundWord(r credit.RefundState) string {
	switch r {
	case credit.RefundGiven:
		return "credit back"
	case credit.RefundForfeited:
		return "credit lost: the pool was full"
	default:
		return ""
	}
}

// shortDay is a day as a card writes it: "30 Nov".
func shortDay(d day.Day) string {
	_, month, dom := d.Date()
	return fmt.Sprintf("%d %s", dom, month.String()[:3])
}

// event says a decision in a few words for the timeline; empty for what is not
// worth a line there.
func (s Subject) event(e model.Event) (head, text string) {
	switch d := e.Decision.(type) {
	case model.NoteAdded:
		return "Note", clean.Block(d.Text)
	case model.LabelApplied:
		return "Label + " + clean.Line(d.Label), ""
	case model.LabelRemoved:
		return "Label - " + clean.Line(d.Label), ""
	case model.ReminderSet:
		head = "Reminder for " + when.Format(d.Due.In(s.Now.Location()))
		if d.IfNoReply {
			head += ", if no reply"
		}
		return head, clean.Line(d.Text)
	case model.ReminderDone:
		return "Reminder done", ""
	case model.ThreadMarked:
		return markWords(d.Mark), ""
	case model.InvitationRecorded:
		return "Invitation " + d.State, clean.Block(d.Note)
	case model.InMailAnswered:
		return "InMail " + join(": ", answerWord(d.Answer), s.refund(d.InMail)), ""
	case model.InMailUndelivered:
		return "InMail " + join(": ", "not delivered", s.refund(d.InMail)), ""
	default:
		return "", ""
	}
}

// markWords are the marks that tell a story; reading and starring do not.
func markWords(m model.Mark) string {
	switch m {
	case model.MarkArchived:
		return "Archived"
	case model.MarkUnarchived:
		return "Back to the inbox"
	case model.MarkMuted:
		return "Muted"
	case model.MarkUnmuted:
		return "Unmuted"
	default:
		return ""
	}
}

// refund says what became of the credit of an InMail.
func (s Subject) refund(inmail string) string {
	for _, m := range s.Book.InMailsTo(s.ID.Person, s.Now) {
		if m.ID == inmail {
			return refundWord(m.Refund)
		}
	}
	return ""
}

// cost says what an InMail cost.
func cost(d model.InMailSent) string {
	switch {
	case d.Cost > 0:
		return "1 credit"
	case d.FreeReason == model.FreeFirstDegree:
		return "free: you are connected"
	case d.FreeReason == model.FreeOpenProfile:
		return "free: an Open Profile"
	case d.FreeReason == model.FreeSponsored:
		return "free: sponsored"
	default:
		return "free"
	}
}

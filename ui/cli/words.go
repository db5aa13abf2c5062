package cli

import (
	"fmt"
	"slices"
	"strings"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/when"
)

// fewNames is how many conversations are named before they are only counted.
const fewNames = 3

// describe says in a few words what an event was. It is cleaned.
func (s *session) describe(e model.Event) (string, error) {
	switch d := e.Decision.(type) {
	case model.EventReverted:
		return s.describeReversal(d)
	case model.ContactAdded:
		return "added " + shown(d.Name, d.Contact), nil
	case model.LabelCreated:
		return "made the label " + clean.Line(d.Label), nil
	case model.ExportImported:
		return fmt.Sprintf("imported %s: %s", shown(d.Name, "an export"), plural(d.Messages, "new message", "new messages")), nil
	case model.SeatOpened, model.SeatPlanChanged, model.SeatCancelled, model.SeatReconciled:
		return s.describeSeat(d), nil
	case model.InMailSent:
		return s.aboutContact("sent %s an InMail from "+clean.Line(d.Seat), d.Contact)
	case model.InMailAnswered:
		return s.aboutInMail("the InMail to %s: "+d.Answer, d.InMail)
	case model.InMailUndelivered:
		return s.aboutInMail("the InMail to %s: "+model.Undelivered, d.InMail)
	case model.InvitationRecorded:
		return s.aboutContact("the invitation of %s: "+d.State, d.Contact)
	default:
		return s.describeTriage(e)
	}
}

// describeReversal says what was taken back, or what was done again.
func (s *session) describeReversal(d model.EventReverted) (string, error) {
	e, ok := s.book.Reverted(d)
	if !ok {
		return "took back " + clean.Line(d.Event), nil
	}
	if again, ok := e.Decision.(model.EventReverted); ok {
		if first, ok := s.book.Reverted(again); ok {
			text, err := s.describe(first)
			return "did again: " + text, err
		}
	}
	text, err := s.describe(e)
	return "took back: " + text, err
}

// describeSeat says what happened to a seat.
func (s *session) describeSeat(decision model.Decision) string {
	switch d := decision.(type) {
	case model.SeatOpened:
		return fmt.Sprintf("opened the seat %s on %s", shown(d.Name, d.Seat), clean.Line(d.Plan))
	case model.SeatPlanChanged:
		return fmt.Sprintf("moved the seat %s to %s", clean.Line(d.Seat), clean.Line(d.Plan))
	case model.SeatCancelled:
		return "cancelled the seat " + clean.Line(d.Seat)
	case model.SeatReconciled:
		return fmt.Sprintf("reconciled the seat %s to %d", clean.Line(d.Seat), d.Balance)
	default:
		return decision.Kind()
	}
}

// describeTriage says what was done to conversations.
func (s *session) describeTriage(e model.Event) (string, error) {
	whom, err := s.subjectNames(model.SubjectsOf(e.Decision))
	if err != nil {
		return "", err
	}
	switch d := e.Decision.(type) {
	case model.ThreadMarked:
		return fmt.Sprintf("%s %s", markWords(d.Mark), whom), nil
	case model.LabelApplied:
		return fmt.Sprintf("labelled %s %s", whom, s.labelName(d.Label)), nil
	case model.LabelRemoved:
		return fmt.Sprintf("took the label %s off %s", s.labelName(d.Label), whom), nil
	case model.ReminderSet:
		return fmt.Sprintf("reminder of %s for %s", whom, when.Format(d.Due.In(s.now.Location()))), nil
	case model.ReminderDone:
		return "ended the reminder of " + whom, nil
	case model.NoteAdded:
		return "wrote a note about " + whom, nil
	default:
		return e.Decision.Kind(), nil
	}
}

// labelName is a label in the spelling it was made with.
func (s *session) labelName(label string) string {
	if made, ok := s.book.FindLabel(label); ok {
		label = made
	}
	return clean.Line(label)
}

// markWords is a mark as a participle before a name.
func markWords(m model.Mark) string {
	switch m {
	case model.MarkRead, model.MarkUnread:
		return "marked " + string(m) + ":"
	case model.MarkUnarchived:
		return "brought back"
	default:
		return string(m)
	}
}

// aboutContact fills the name of a contact into a sentence.
func (s *session) aboutContact(format, contact string) (string, error) {
	name, err := s.contactName(contact)
	return fmt.Sprintf(format, name), err
}

// aboutInMail fills the name of who got an InMail into a sentence.
func (s *session) aboutInMail(format, inmail string) (string, error) {
	return s.aboutContact(format, s.inmailContact(inmail))
}

// inmailIndex tells whom each InMail went to. It follows the Book as it grows.
type inmailIndex struct {
	contact map[string]string
	seen    int // events looked at
}

// inmailContact is the contact whom an InMail went to.
func (s *session) inmailContact(inmail string) string {
	if s.inmails.contact == nil {
		s.inmails.contact = map[string]string{}
	}
	for ; s.inmails.seen < s.book.Len(); s.inmails.seen++ {
		if sent, ok := s.book.Event(s.inmails.seen).Decision.(model.InMailSent); ok {
			s.inmails.contact[sent.InMail] = sent.Contact
		}
	}
	return s.inmails.contact[inmail]
}

// subjectNames names what a triage decision is about, or counts it when it is much.
func (s *session) subjectNames(subjects model.Subjects) (string, error) {
	if n := subjects.Count(); n > fewNames {
		return fmt.Sprintf("%d conversations", n), nil
	}
	var names []string
	add := func(name string, err error) error {
		if !slices.Contains(names, name) { // two conversations with one person
			names = append(names, name)
		}
		return err
	}
	for _, id := range subjects.Threads {
		if err := add(s.threadNamed(id)); err != nil {
			return "", err
		}
	}
	for _, id := range subjects.People {
		if err := add(s.contactName(id)); err != nil {
			return "", err
		}
	}
	return strings.Join(names, ", "), nil
}

// threadNamed is the name of the conversation with this id, or the id of one that
// the evidence does not have.
func (s *session) threadNamed(id string) (string, error) {
	threads, err := s.threads()
	if err != nil {
		return "", err
	}
	if s.threadAt == nil {
		s.threadAt = make(map[model.Key]int, threads.Len())
		for i := range threads.Len() {
			s.threadAt[threads.Head(i).Key] = i
		}
	}
	key, err := model.ParseThreadID(id)
	at, ok := s.threadAt[key]
	if err != nil || !ok {
		return clean.Line(id), nil
	}
	return threadName(threads.Row(at)), nil
}

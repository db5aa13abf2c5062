package cli

import (
	"slices"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/port"
)

// entryView is one thing that passed between the user and somebody, as --json prints
// it. Kind is "message" or "invitation" for what the export says, and the kind of
// the journal for what the user recorded; a field that a kind does not have is left
// out.
type entryView struct {
	At          *string  `json:"at"`
	Kind        string   `json:"kind"`
	Event       string   `json:"event,omitempty"` // id in the journal
	From        string   `json:"from,omitempty"`  // "me" or "them"
	Name        string   `json:"name,omitempty"`  // of who wrote it
	Subject     string   `json:"subject,omitempty"`
	Text        string   `json:"text,omitempty"`
	Attachments []string `json:"attachments,omitempty"`
	InMail      string   `json:"inmail,omitempty"`
	Seat        string   `json:"seat,omitempty"`
	Cost        *int     `json:"cost,omitempty"`
	FreeReason  string   `json:"free_reason,omitempty"`
	Answer      string   `json:"answer,omitempty"`
	Label       string   `json:"label,omitempty"`
	Due         *string  `json:"due,omitempty"`
	IfNoReply   bool     `json:"if_no_reply,omitempty"`

	at      time.Time
	dayOnly bool   // LinkedIn gives no time zone
	words   string // for people
}

// timeline is everything that passed, oldest first: the messages of the
// conversations, the connection requests, and what the user decided.
func (s *session) timeline(threads port.Threads, keys []model.Key, sub subject) ([]entryView, error) {
	messages, err := s.messages(threads, keys)
	if err != nil {
		return nil, err
	}
	entries := []entryView{}
	for _, m := range messages {
		entries = append(entries, messageEntry(m))
	}
	if sub.Key != 0 {
		invitations, err := s.invitationsWith(sub.Key)
		if err != nil {
			return nil, err
		}
		for _, i := range invitations {
			entries = append(entries, invitationEntry(i))
		}
	}
	for _, e := range s.decisions(keys, sub.Key) {
		d, byHand := e.Decision.(model.MessageRecorded)
		if byHand && (model.MessageByHand{MessageRecorded: d, At: e.At}).Exported(messages) {
			continue
		}
		if entry, ok := s.decisionEntry(e); ok {
			entries = append(entries, entry)
		}
	}
	for i := range entries {
		entries[i].At = s.instant(entries[i].at)
	}
	slices.SortStableFunc(entries, func(a, b entryView) int { return a.at.Compare(b.at) })
	return entries, nil
}

// messages is all messages of some conversations.
func (s *session) messages(threads port.Threads, keys []model.Key) ([]model.Message, error) {
	var all []model.Message
	for i := range threads.Len() {
		key := threads.Head(i).Key
		if !slices.Contains(keys, key) {
			continue
		}
		row := threads.Row(i)
		messages, err := s.store.Messages(key, time.Time{}, row.In+row.Out)
		if err != nil {
			return nil, err
		}
		all = append(all, messages...)
	}
	return all, nil
}

// messageEntry is a message.
func messageEntry(m model.Message) entryView {
	e := entryView{
		at: m.At, Kind: "message", From: fromWords(m.Me), Name: shown(m.From.Name, m.From.ID),
		Subject: clean.Line(m.Subject), Text: clean.Block(m.Text), words: "You",
	}
	if !m.Me {
		e.words = e.Name
	}
	for _, a := range m.Attachments {
		e.Attachments = append(e.Attachments, clean.Line(a))
	}
	return e
}

// invitationEntry is a connection request of the export.
func invitationEntry(i model.Invitation) entryView {
	e := entryView{
		at: i.At, dayOnly: true, Kind: "invitation", From: fromWords(i.Outgoing), Text: clean.Block(i.Note),
		words: "You sent an invitation",
	}
	if !i.Outgoing {
		e.words = "Sent you an invitation"
	}
	return e
}

// decisions is what was decided about conversations and the person in them, each once.
func (s *session) decisions(threads []model.Key, person model.Key) []model.Event {
	var list []model.Event
	seen := map[string]bool{}
	for _, thread := range append([]model.Key{0}, threads...) {
		for _, e := range s.book.About(thread, person) {
			if !seen[e.ID] {
				seen[e.ID] = true
				list = append(list, e)
			}
		}
	}
	return list
}

// decisionEntry is a decision; those about reading are no event between two people.
func (s *session) decisionEntry(e model.Event) (entryView, bool) {
	entry := entryView{at: e.At, Kind: e.Decision.Kind(), Event: e.ID}
	switch d := e.Decision.(type) {
	case model.InMailSent:
		entry.InMail, entry.Seat, entry.Cost, entry.FreeReason = d.InMail, d.Seat, &d.Cost, d.FreeReason
		entry.Subject, entry.Text = clean.Line(d.Subject), clean.Block(d.Body)
		entry.words = "InMail sent from " + clean.Line(d.Seat)
	case model.InMailAnswered:
		entry.InMail, entry.Answer, entry.words = d.InMail, d.Answer, "InMail: "+d.Answer
	case model.InMailUndelivered:
		entry.InMail, entry.words = d.InMail, "InMail: "+model.Undelivered
	case model.InvitationRecorded:
		entry.Text, entry.words = clean.Block(d.Note), "Invitation: "+d.State
	case model.MessageRecorded:
		entry.From, entry.Text = fromWords(d.Direction == model.MessageSent), clean.Block(d.Text)
		entry.words = "Message " + d.Direction + ", recorded by hand"
	case model.LabelApplied:
		entry.Label = s.labelName(d.Label)
		entry.words = "Labelled " + entry.Label
	case model.LabelRemoved:
		entry.Label = s.labelName(d.Label)
		entry.words = "Took off the label " + entry.Label
	case model.ReminderSet:
		entry.Due, entry.IfNoReply, entry.Text = s.instant(d.Due), d.IfNoReply, clean.Block(d.Text)
		entry.words = "Reminder for " + when.Format(d.Due.In(s.now.Location())) + ifNoReplyWords(d.IfNoReply)
	case model.ReminderDone:
		entry.words = "Reminder done"
	case model.NoteAdded:
		entry.Text, entry.words = clean.Block(d.Text), "Note"
	case model.ThreadMarked:
		if d.Mark == model.MarkRead || d.Mark == model.MarkUnread {
			return entry, false
		}
		entry.words = upperFirst(string(d.Mark))
	default:
		return entry, false
	}
	return entry, true
}

// labelName is a label in the spelling it was made with.
func (s *session) labelName(label string) string {
	if made, ok := s.book.FindLabel(label); ok {
		label = made
	}
	return clean.Line(label)
}

// upperFirst is a word of ours with a capital.
func upperFirst(word string) string { return string(word[0]-'a'+'A') + word[1:] }

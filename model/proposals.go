package model

import (
	"cmp"
	"slices"
	"time"

	"cordial/model/credit"
)

// ProposalKind tells what an import proposes to record. Its text is what people type.
type ProposalKind string

// What an import can show of what was, or could have been, decided.
const (
	ProposeAnswer   ProposalKind = "answer"   // somebody has answered a recorded InMail
	ProposeInMail   ProposalKind = "inmail"   // a conversation looks like an InMail that the user sent
	ProposeAccepted ProposalKind = "accepted" // a recorded invitation was accepted
	ProposeVanished ProposalKind = "vanished" // an invitation is no longer listed, without a connection
	ProposeReminder ProposalKind = "reminder" // a reply has cleared a reminder "if no reply"
	ProposeBack     ProposalKind = "back"     // a message has brought an archived conversation back
)

// ProposalKinds lists them in the order of a review: what moves credits first.
func ProposalKinds() []ProposalKind {
	return []ProposalKind{ProposeAnswer, ProposeInMail, ProposeAccepted, ProposeVanished, ProposeReminder, ProposeBack}
}

// Nouns are what one proposal of the kind is called, and several.
func (k ProposalKind) Nouns() (one, many string) {
	switch k {
	case ProposeAnswer:
		return "answer to an InMail", "answers to InMails"
	case ProposeInMail:
		return "probable InMail", "probable InMails"
	case ProposeAccepted:
		return "accepted invitation", "accepted invitations"
	case ProposeVanished:
		return "vanished invitation", "vanished invitations"
	case ProposeReminder:
		return "reminder cleared by a reply", "reminders cleared by a reply"
	default:
		return "conversation back from the archive", "conversations back from the archive"
	}
}

// Confidence is how sure a proposal is.
type Confidence int

// The degrees of confidence.
const (
	Doubtful Confidence = iota + 1 // more speaks against it than a little
	Possible                       // something speaks against it
	Likely                         // nothing speaks against it, but it is a guess
	Sure                           // the evidence leaves no doubt
)

// String is the word for it.
func (c Confidence) String() string {
	switch c {
	case Sure:
		return "sure"
	case Likely:
		return "likely"
	case Possible:
		return "possible"
	default:
		return "doubtful"
	}
}

// Proposal is something that an import shows and nobody has recorded. It becomes a
// decision only when the user accepts it (Book.Accept).
type Proposal struct {
	ID     string // the same in every process and after every import
	Kind   ProposalKind
	Person PersonRef // the other side; Key 0 in a group
	Name   string    // how the conversation, or the person, is called; not cleaned
	Thread Key       // the conversation it is about; 0 for none

	At   time.Time // when what is proposed happened: what it is dated when accepted
	Sent time.Time // when the InMail or the invitation was sent; zero for the other kinds
	// Reply is when they wrote what answers the InMail, clears the reminder or brings the
	// conversation back; zero when they did not.
	Reply time.Time

	Sure   Confidence
	Why    string // what speaks for it, a sentence without a full stop
	Doubt  string // what speaks against it; empty for nothing
	Effect Effect

	InMail     string    // id: of the recorded one, or the one that accepting records
	Subject    string    // of the InMail
	Seat       Seat      // that pays or paid for the InMail
	Cost       int       // credits
	FreeReason string    // why it costs none
	Reminder   *Reminder // that was cleared
	Outgoing   bool      // the invitation is the user's
	Refusal    *Refusal  // why it cannot be accepted; nil when it can

	person      Person       // to make them known to the journal
	invitations []Invitation // with them, as the evidence has them
	since       time.Time    // when the reminder was set, or the conversation archived
	guessed     time.Time    // the first message of theirs in the conversation, of a probable InMail
}

// Effect is what accepting a proposal does, first of all to the credits.
type Effect struct {
	Words     string // a few: "+1 credit on 3 Mar 2026"
	Credits   int    // by how much today's balance changes; 0 when that was not worked out for each alone
	Overdrawn bool   // the InMail was sent when no credit was left (ledger rule 7)
}

// Moments are when the messages were written that a proposal is about, in order.
func (p Proposal) Moments() []time.Time {
	var list []time.Time
	for _, at := range []time.Time{p.Sent, p.Reply} {
		if !at.IsZero() && p.Thread != 0 && (p.Kind != ProposeAnswer || at.Equal(p.Reply)) {
			list = append(list, at)
		}
	}
	return list
}

// Review is all that is to be reviewed.
type Review struct {
	Proposals []Proposal // by kind, the newest of each first
	// Opening is how many probable InMails were sent before a seat was opened: they are
	// part of its opening balance, and nothing is to be recorded of them.
	Opening int
}

// OpeningWords says in a sentence what became of so many probable InMails of before the
// first seat: see Review.Opening.
func OpeningWords(n int) string {
	be := "are"
	if n == 1 {
		be = "is"
	}
	return plural(n, "probable InMail") + " from before your seat was opened " + be + " part of its opening balance."
}

// Of lists the proposals of a kind.
func (r Review) Of(kind ProposalKind) []Proposal {
	var list []Proposal
	for _, p := range r.Proposals {
		if p.Kind == kind {
			list = append(list, p)
		}
	}
	return list
}

// Sort puts proposals into the order of a review.
func (r Review) Sort() {
	kinds := ProposalKinds()
	slices.SortFunc(r.Proposals, func(x, y Proposal) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, x.Kind), slices.Index(kinds, y.Kind)), y.At.Compare(x.At), cmp.Compare(x.ID, y.ID))
	})
}

// AnsweredBy is the InMail that a person's last message seems to answer, which came at
// an instant in Unix seconds: the latest before it, as an answer counts for that one
// (ledger rule 12), if no answer is recorded. Propose says it with its evidence.
func (b *Book) AnsweredBy(person Key, lastIn int64, now time.Time) (m PersonInMail, ok bool) {
	for _, sent := range b.InMailsTo(person, now) {
		if sent.State != credit.InMailUndelivered && sent.At.Unix() < lastIn && (m.ID == "" || !sent.At.Before(m.At)) {
			m = sent
		}
	}
	return m, unanswered(m)
}

// unanswered tells whether no answer to an InMail is recorded.
func unanswered(m PersonInMail) bool {
	return m.State == credit.InMailOpen || m.State == credit.InMailLapsed
}

package linkedin

// Counts are the figures of `cordial import --json` that one export determines by itself.
type Counts struct {
	Connections   int // people, not rows
	HiddenMembers int // rows with nothing but a date: members who hid or closed their profile
	People        int // identity keys over connections, messages and invitations, without the owner
	Conversations int
	Groups        int
	Messages      int            // taken
	Skipped       map[Reason]int // problems by reason; by far most are records of messages.csv
	Invitations   InvitationCounts
	InMails       InMailCounts
}

// InvitationCounts count people, not rows.
type InvitationCounts struct {
	Sent     int // invited by the owner
	Accepted int // of them, among the connections
	Pending  int // of them, not among the connections
	Incoming int // who invited the owner
	Skipped  int // of whom a row could not be taken, and rows that name nobody
}

// InMailCounts count probable InMails (see InMail).
type InMailCounts struct {
	Sent             int
	AnsweredInWindow int // of those sent: first message of the other side at most AnswerWindow days later
	Unanswered       int // of those sent: no message of the other side at all
	Received         int
}

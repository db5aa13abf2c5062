package model

import (
	"time"

	"cordial/model/day"
	"cordial/model/role"
)

// Person is what LinkedIn's export, or the user, last said of somebody.
type Person struct {
	ID          string // LinkedIn slug or member id, otherwise the contact's own id
	Key         Key    // PersonKey(ID)
	Name        string // as shown by LinkedIn, credentials included
	URL         string // profile address, empty when unknown
	Headline    string
	Company     string
	Position    string
	Email       string
	Degree      Degree
	OpenProfile bool
	Connected   bool
	ConnectedOn day.Day   // zero when not known
	Says        role.Role // what the user says they are; empty: see Role
}

// Role is what somebody is: as the user says, else by their headline and position.
func (p Person) Role() role.Role {
	if p.Says != "" {
		return p.Says
	}
	return role.Of(p.Headline, p.Position)
}

// Degree is the distance on LinkedIn: 1 to 3, OutOfNetwork, or DegreeUnknown.
type Degree int

// The degrees that are not a number of steps.
const (
	DegreeUnknown Degree = -1
	OutOfNetwork  Degree = 0
)

// String is the degree as people write it: "1st", "2nd", "3rd", "out of network",
// and nothing when it is not known.
func (d Degree) String() string {
	switch d {
	case 1:
		return "1st"
	case 2:
		return "2nd"
	case 3:
		return "3rd"
	case OutOfNetwork:
		return "out of network"
	default:
		return ""
	}
}

// PersonRef names somebody inside a thread.
type PersonRef struct {
	ID   string
	Key  Key
	Name string
}

// Head is the part of a thread that memory keeps for every conversation: what
// order and tabs need, and nothing more. Times are Unix seconds, 0 for never.
type Head struct {
	Key        Key
	Person     Key // the other side of a direct conversation, 0 in a group
	LastAt     int64
	LastIn     int64
	LastOut    int64
	Group      bool
	LastFromMe bool
}

// Thread is one conversation as the list and the preview show it.
type Thread struct {
	Head
	ID         string // ThreadID, or the person's id for somebody without a conversation
	Title      string // LinkedIn's title, set for groups
	People     []PersonRef
	Snippet    string // the beginning of the last message
	Subject    string // of the first message, when it has one
	In, Out    int    // messages received and sent
	Connected  bool   // the other side is a 1st-degree connection
	Invitation InvitationState
	InMail     Guess
}

// Guess is what the messages alone say of a probable InMail; it never moves a
// credit by itself (the export says nowhere that a message was an InMail).
type Guess struct {
	Kind     GuessKind
	At       int64 // Unix seconds of its first message
	Answered int64 // Unix seconds of the first answer, 0 while there is none
}

// GuessKind tells whether a thread looks like an InMail, and from whom.
type GuessKind uint8

// The kinds of guess.
const (
	NoInMail GuessKind = iota
	ProbablySent
	ProbablyReceived
)

// Message is one message of a thread.
type Message struct {
	At          time.Time
	Me          bool
	From        PersonRef
	Subject     string
	Text        string
	Attachments []string
}

// InvitationState is where a connection request stands, as far as the export and
// the user's own records tell.
type InvitationState string

// The states of an invitation; the empty one means that there is none.
const (
	NoInvitation        InvitationState = ""
	InvitationPending   InvitationState = "pending"
	InvitationAccepted  InvitationState = "accepted"
	InvitationDeclined  InvitationState = "declined"
	InvitationWithdrawn InvitationState = "withdrawn"
	InvitationIncoming  InvitationState = "incoming"
	// InvitationUnknown: no longer open, and nobody knows why. Another one followed it,
	// or it is older than the six months after which LinkedIn is reported to drop it.
	InvitationUnknown InvitationState = "unknown"
)

// Invitation is one connection request found in an export.
type Invitation struct {
	Person   PersonRef
	Outgoing bool
	At       time.Time // day precision: LinkedIn gives no zone
	Note     string
	// Gone is when the archive was made that lists invitations and this one no longer,
	// while the person is no connection either: withdrawn, declined or expired, nobody
	// knows which. It is zero while it is listed, or nothing is known.
	Gone time.Time
}

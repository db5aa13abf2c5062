package linkedin

import (
	"strings"
	"time"
)

// Me is the Sender of a message that the owner of the export wrote.
const Me int32 = -1

// Nobody stands where a person or a conversation could be named and none is.
const Nobody int32 = -1

// Export is what one LinkedIn export says. It is the same, index for index, however the rows, columns and files of
// the export were ordered.
type Export struct {
	Owner         Owner
	Profile       Profile
	People        []Person       // by key, those without one last
	Conversations []Conversation // by ID
	Messages      []Message      // by conversation, time, sender, n
	Invitations   []Invitation   // by time, then person
	InMails       []InMail       // probable ones, by conversation
	Counts        Counts
	Problems      []Problem // the first MaxProblems found, by file and line
	Files         []File    // everything that was in the export, used or not
	Missing       []Kind    // kinds of file that would have been read
	FirstPartOnly bool      // profile only: the rest follows by a second mail, about a day later

	// ArchiveHash is the SHA-256 of the zip in hex, empty where not exactly one zip was read.
	ArchiveHash string
	// ContentHash is the SHA-256 in hex of the sorted hashes and names of the files read; a re-packed copy, or the
	// unpacked folder, has the same.
	ContentHash string
	// ObservedAt is when the export was made as far as can be told: the newest plausible time stamp in the zip, else
	// that of its records, because unpacked files are as old as the unpacking. Zero when there is none.
	ObservedAt time.Time
}

// Owner is the member whose export this is. Key is empty when nothing in the export needs an owner.
type Owner struct {
	Key  string
	Name string
	How  Evidence
	// Seen says that the key occurs in the messages or invitations, or would not even if the export were the owner's:
	// before 2023 who wrote nothing had no address. False is worth a warning when the owner was given.
	Seen bool
}

// Profile is the owner's own card, Profile.csv. It holds no profile address.
type Profile struct {
	First, Last, Headline string
}

// Person is anybody but the owner.
type Person struct {
	Key         string // identity key, empty where no address was given
	First, Last string // only of connections
	Name        string // as shown by LinkedIn, credentials included; may be empty
	Email       string // empty means not provided, never "delete"
	Company     string
	Position    string
	ConnectedOn Day // zero: not connected, or no readable date
	Connected   bool
	// Unknown marks somebody without an address in a conversation: a closed account or an anonymous row. There is
	// at most one in a conversation, and the same human in two conversations is two of them.
	Unknown bool
}

// Conversation is one thread. A conversation with two or more People is a group, with none it is anonymous.
type Conversation struct {
	ID      string // LinkedIn's, opaque, compared exactly
	Title   string // mostly empty; a group's name
	People  []int32
	Unknown int32 // the index of its Unknown person, or Nobody
	First   int32 // Messages[First : First+Count] are its messages, oldest first
	Count   int32
}

// Group tells whether two or more known people besides the owner take part.
func (c *Conversation) Group() bool { return len(c.People) > 1 }

// Folder is where LinkedIn keeps a message. Sent messages are in Inbox.
type Folder uint8

// The folders that occur. Spam is not imported.
const (
	NoFolder Folder = iota
	Inbox
	Archived
)

// Message is one imported message.
type Message struct {
	At           int64 // Unix seconds, UTC
	Conversation int32
	Sender       int32  // index into People, or Me
	N            int32  // this is the N-th (from 0) of equal conversation, second and sender
	Line         int32  // where its record begins, from 1
	SenderName   string // only where the sender is Unknown: what this row calls him
	Subject      string // mostly empty
	Text         string // as sent: several lines, HTML, or empty; not cleaned for a terminal
	Attachments  string // as in the file: addresses joined by commas, expired soon after the export
	Folder       Folder
	file         uint16
}

// AttachmentList splits Attachments into addresses.
func (m *Message) AttachmentList() []string {
	return strings.FieldsFunc(m.Attachments, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' })
}

// Invitation is one connection request. Requests to one person at different times are different invitations.
type Invitation struct {
	Outgoing bool
	Person   int32  // index into People
	SentAt   int64  // Unix seconds; the file names no zone, so only the day may be shown
	Note     string // mostly empty
	Name     string // the other side as the row calls it
}

package linkedin

import "cordial/store/linkedin/table"

// MaxProblems is how many problems an Export keeps one by one; Counts.Skipped has them all.
const MaxProblems = table.MaxProblems

// Reason is why a record or a file was not taken, or not whole. The messages' reasons are tried in this order and
// the first that applies counts (cli.md, "What the counts mean").
type Reason = table.Reason

// Problem is one record or file that was not taken as it stood.
type Problem = table.Problem

// Reasons for message records.
const (
	Malformed        Reason = "malformed" // too short to reach the date, for one because a quote before it never closes
	Draft            Reason = "draft"
	NoConversationID Reason = "no_conversation_id"
	BadDate          Reason = "bad_date"
	Sponsored        Reason = "sponsored"
	Spam             Reason = "spam"
	Duplicate        Reason = "duplicate"
)

// Reasons for everything else.
const (
	BadConnection  Reason = "bad_connection"
	BadConnectedOn Reason = "bad_connected_on" // the person is taken, without the date
	BadInvitation  Reason = "bad_invitation"
	OpenQuote      Reason = "open_quote" // the message is taken, its text may have run into what follows
	FileIgnored    Reason = "file_ignored"
)

// quote shortens a stranger's value for a sentence.
func quote(value string) string { return table.Quote(value) }

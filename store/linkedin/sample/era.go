package sample

import "strings"

// Era is a year by whose habits an export is written: columns, preamble and quoting changed over time
// (linkedin-export.md sections 3 to 5).
type Era int

// The eras. The zero Era is the latest.
const (
	Era2026 Era = iota // 13 message columns, every field quoted
	Era2025            // 12: with attachments and one draft mark
	Era2024            // 12: two draft marks, no attachments
	Era2023            // 10: recipients have addresses; so have connections and invitations
	Era2022            // 9: a preamble before connections, no addresses but the senders'
	Era2020            // 9: no preamble
)

// Eras answers all of them.
func Eras() []Era { return []Era{Era2026, Era2025, Era2024, Era2023, Era2022, Era2020} }

// String names the era by its year.
func (e Era) String() string {
	return [...]string{"2026", "2025", "2024", "2023", "2022", "2020"}[e]
}

// addresses tells whether connections, recipients and invitations carry profile addresses.
func (e Era) addresses() bool { return e <= Era2023 }

// drafts tells whether drafts can be marked.
func (e Era) drafts() bool { return e <= Era2024 }

func (e Era) messageColumns() []string {
	base := "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
	switch e {
	case Era2026:
		base += ",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
	case Era2025:
		base += ",ATTACHMENTS,IS MESSAGE DRAFT"
	case Era2024:
		base += ",IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
	case Era2022, Era2020:
		base = strings.Replace(base, ",RECIPIENT PROFILE URLS", "", 1)
	case Era2023:
	}
	return strings.Split(base, ",")
}

func (e Era) connectionColumns() []string {
	if e.addresses() {
		return []string{"First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"}
	}
	return []string{"First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"}
}

func (e Era) invitationColumns() []string {
	columns := []string{"From", "To", "Sent At", "Message", "Direction"}
	if e.addresses() {
		columns = append(columns, "inviterProfileUrl", "inviteeProfileUrl")
	}
	return columns
}

// recipientSeparator is how the era joins the addresses of several recipients.
func (e Era) recipientSeparator() string {
	switch e {
	case Era2023:
		return ";"
	case Era2025:
		return ", "
	default:
		return ","
	}
}

// preamble stands before the header of Connections.csv since 2021.
func (e Era) preamble() string {
	if e == Era2020 {
		return ""
	}
	return "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing. You will " +
		"only see those of connections who allow it.\"\n\n"
}

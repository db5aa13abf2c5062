package linkedin

import (
	"path"
	"regexp"
	"strings"

	"cordial/store/linkedin/table"
)

// Kind is what a file of an export is about.
type Kind string

// The kinds that are read. Everything else in an export is left alone, unread.
const (
	KindProfile     Kind = "profile"
	KindConnections Kind = "connections"
	KindInvitations Kind = "invitations"
	KindMessages    Kind = "messages"
	KindOther       Kind = ""
)

// allKinds answers the kinds in reading order.
func allKinds() []Kind { return []Kind{KindProfile, KindConnections, KindInvitations, KindMessages} }

// FileName answers how LinkedIn calls the file of a kind.
func (k Kind) FileName() string {
	switch k {
	case KindProfile:
		return "Profile.csv"
	case KindConnections:
		return "Connections.csv"
	case KindInvitations:
		return "Invitations.csv"
	case KindMessages:
		return "messages.csv"
	default:
		return ""
	}
}

// kindOf tells a file's kind by its base name: any case, with a member's number ("Shares_997361.csv") or a browser's
// "(1)". Chats with LinkedIn's assistants have the same columns as messages, so the name has to match as a whole.
func kindOf(name string) Kind {
	base := strings.ToLower(path.Base(name))
	base, isCSV := strings.CutSuffix(base, ".csv")
	if !isCSV {
		return KindOther
	}
	base = strings.TrimSpace(numbered().ReplaceAllString(base, ""))
	for _, kind := range allKinds() {
		if base == string(kind) {
			return kind
		}
	}
	return KindOther
}

func numbered() *regexp.Regexp { return regexp.MustCompile(`([-_]\d+|\s*\(\d+\))+$`) }

// assistantChat tells the logs of LinkedIn's assistants, which look like messages and are none, by their names.
func assistantChat(name string) bool {
	switch base := strings.ToLower(path.Base(name)); base {
	case "guide_messages.csv", "learning_coach_messages.csv", "learning_role_play_messages.csv", "coach_messages.csv",
		"learningcoachmessages.csv":
		return true
	}
	return false
}

// unusedBecause says why a file is left alone, where that may surprise.
func unusedBecause(name string) string {
	if assistantChat(name) {
		return "it is a chat with LinkedIn's assistant, not your messages"
	}
	if strings.EqualFold(path.Base(name), "Notes.csv") {
		return "it holds your notes on connections; import this file by itself to keep them"
	}
	if strings.EqualFold(path.Ext(name), ".zip") {
		return "it is a zip of its own; unpack it and import that one"
	}
	return ""
}

// fits tells a header that only a file of this kind has.
func (k Kind) fits(h table.Header) bool { return h.HasAll(k.tellingColumns()...) }

// tellingColumns answers column names that together only a file of this kind has.
func (k Kind) tellingColumns() []string {
	switch k {
	case KindProfile:
		return []string{"First Name", "Last Name", "Maiden Name", "Headline"}
	case KindConnections:
		return []string{"First Name", "Last Name", "Connected On"}
	case KindInvitations:
		return []string{"From", "To", "Sent At", "Direction"}
	default:
		return []string{"Conversation ID", "From", "Date", "Content"}
	}
}

// junk reports what a Mac adds to archives.
func junk(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || part == ".DS_Store" || strings.HasPrefix(part, "._") {
			return true
		}
	}
	return false
}

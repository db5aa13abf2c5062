package dossier

import (
	"cordial/keymap"
	"cordial/model/triage"
)

// NeedsTarget tells whether an action is for conversations.
func NeedsTarget(a keymap.Action) bool {
	switch a {
	case keymap.Archive, keymap.Unarchive, keymap.RemindSet, keymap.RemindNoReply, keymap.RemindDone,
		keymap.LabelPick, keymap.Star, keymap.Unread, keymap.Mute, keymap.Select, keymap.SelectRange,
		keymap.SelectAll:
		return true
	default:
		return NeedsOne(a)
	}
}

// NeedsOne tells whether an action is for a single conversation, whatever is
// selected.
func NeedsOne(a keymap.Action) bool {
	switch a {
	case keymap.Open, keymap.NoteAdd, keymap.InMailLog, keymap.InMailAnswered, keymap.ProfileOpen, keymap.ProfileCopy:
		return true
	default:
		return false
	}
}

// Off is why an action is not possible for this conversation; empty when it is.
func (s Subject) Off(a keymap.Action) string {
	switch a {
	case keymap.Archive:
		if s.Listed && s.Line.Place == triage.InArchive {
			return "It is archived already"
		}
	case keymap.Unarchive:
		if s.Listed && s.Line.Place == triage.InInbox {
			return "It is in the inbox already"
		}
	case keymap.InMailLog:
		if s.ID.Person == 0 {
			return "An InMail goes to one person, and this is a group"
		}
	case keymap.InMailAnswered:
		if s.ID.Person == 0 {
			return "An InMail goes to one person, and this is a group"
		}
		if s.Listed && s.Line.InMail == nil {
			return "No InMail to " + s.Name() + " is on record: log it first"
		}
	case keymap.ProfileOpen, keymap.ProfileCopy:
		if s.ID.Person == 0 {
			return "A group has no profile"
		}
		if s.Read && s.URL() == "" {
			return "No profile address of " + s.Name() + " is known"
		}
	case keymap.RemindDone:
		if s.Listed && !s.Line.Reminding() {
			return "There is no reminder to tick off"
		}
	}
	return ""
}

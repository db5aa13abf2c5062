package dossier

import (
	"cordial/keymap"
	"cordial/model/triage"
)

// NeedsTarget tells whether an action is for conversations.
func NeedsTarget(a keymap.Action) bool {
	switch a {
	case keymap.Archive, keymap.Unarchive, keymap.RemindSet, keymap.RemindNoReply, keymap.RemindDone,
		keymap.LabelPick, keymap.Star, keymap.Unread, keymap.Mute, keymap.Remove, keymap.Select, keymap.SelectRange,
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
	case keymap.Open, keymap.NoteAdd, keymap.InMailLog, keymap.InMailAnswered, keymap.ProfileOpen, keymap.ProfileCopy,
		keymap.Compose, keymap.Reply, keymap.MergeWith:
		return true
	default:
		return false
	}
}

// Off is why an action is not possible for this conversation; empty when it is.
func (s Subject) Off(a keymap.Action) string {
	group := s.ID.Person == 0
	switch a {
	case keymap.Archive:
		return s.unless(s.Line.Place != triage.InArchive, "It is archived already")
	case keymap.Unarchive:
		return s.unless(s.Line.Place != triage.InInbox, "It is in the inbox already")
	case keymap.RemindDone:
		return s.unless(s.Line.Reminding(), "There is no reminder to tick off")
	case keymap.InMailLog, keymap.InMailAnswered:
		if group {
			return "An InMail goes to one person, and this is a group"
		}
		if a == keymap.InMailAnswered {
			return s.unless(s.Line.InMail != nil, "No InMail to "+s.Name()+" is on record: log it first")
		}
	case keymap.Compose, keymap.Reply:
		switch {
		case group:
			return "A letter is to one person, and this is a group: answer it on LinkedIn"
		case a == keymap.Reply && s.Line.Thread.In == 0 && !s.connected():
			return s.Name() + " has not written, and you are not connected: compose instead"
		}
	case keymap.Remove, keymap.MergeWith:
		if group {
			return "This is a group, and not one person"
		}
	case keymap.ProfileOpen, keymap.ProfileCopy:
		if group {
			return "A group has no profile"
		}
		if s.Read && s.URL() == "" {
			return "No profile address of " + s.Name() + " is known"
		}
	default:
	}
	return ""
}

// unless is a reason where a condition of the list's row does not hold.
func (s Subject) unless(ok bool, why string) string {
	if ok || !s.Listed {
		return ""
	}
	return why
}

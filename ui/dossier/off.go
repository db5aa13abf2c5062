package dossier

import (
	"cordial/keymap"
	"cordial/model"
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

// Flip is the mark that toggles a state of conversations: it is set on all if any
// lacks it, and taken off all if all have it.
func Flip(a keymap.Action, b *triage.Board, targets []triage.ID) model.Mark {
	all := true
	for _, id := range targets {
		v, _ := b.View(id)
		has := v.Unread
		switch a {
		case keymap.Star:
			has = v.State.Starred
		case keymap.Mute:
			has = v.State.Muted
		}
		all = all && has
	}
	on, off := model.MarkUnread, model.MarkRead
	switch a {
	case keymap.Star:
		on, off = model.MarkStarred, model.MarkUnstarred
	case keymap.Mute:
		on, off = model.MarkMuted, model.MarkUnmuted
	}
	if all {
		return off
	}
	return on
}

package dossier

import (
	"cordial/keymap"
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/triage"
	"cordial/ui/ask"
)

// Ask is the request that an action means for conversations: for all targets, or
// for the subject alone where it takes a single one. It is nil for actions that
// are not about conversations.
func (s Subject) Ask(a keymap.Action, b *triage.Board, targets []triage.ID) ask.Request {
	person := model.Person{Key: s.ID.Person}
	switch a {
	case keymap.Archive:
		return ask.Mark{Targets: targets, Mark: model.MarkArchived}
	case keymap.Unarchive:
		return ask.Mark{Targets: targets, Mark: model.MarkUnarchived}
	case keymap.Star, keymap.Unread, keymap.Mute:
		return ask.Mark{Targets: targets, Mark: flip(a, b, targets)}
	case keymap.RemindSet, keymap.RemindNoReply:
		return ask.PickReminder{Targets: targets, IfNoReply: a == keymap.RemindNoReply}
	case keymap.RemindDone:
		return ask.EndReminder{Targets: targets}
	case keymap.LabelPick:
		return ask.PickLabel{Targets: targets}
	case keymap.Remove:
		return remove(b, targets)
	case keymap.MergeWith:
		return ask.PickTwin{Person: person}
	case keymap.NoteAdd:
		return ask.WriteNote{Target: s.ID}
	case keymap.Compose:
		return ask.Compose{Person: person}
	case keymap.Reply:
		return ask.Compose{Person: person, By: channel.Message}
	case keymap.InMailLog:
		return ask.FillInMail{Person: person}
	case keymap.InMailAnswered:
		return ask.FillAnswer{Person: person}
	case keymap.ProfileCopy:
		return ask.Copy{Text: s.URL(), What: "profile URL"}
	case keymap.ProfileOpen:
		return ask.Browse{URL: s.URL()}
	default:
		return nil
	}
}

// flip is the mark that toggles a state of conversations, unread unless the action
// says another: it is set on all if any lacks it, and taken off all if all have it.
func flip(a keymap.Action, b *triage.Board, targets []triage.ID) model.Mark {
	on, off := model.MarkUnread, model.MarkRead
	has := func(v triage.View) bool { return v.Unread }
	if a == keymap.Star {
		on, off = model.MarkStarred, model.MarkUnstarred
		has = func(v triage.View) bool { return v.State.Starred }
	}
	if a == keymap.Mute {
		on, off = model.MarkMuted, model.MarkUnmuted
		has = func(v triage.View) bool { return v.State.Muted }
	}
	for _, id := range targets {
		if v, _ := b.View(id); !has(v) {
			return on
		}
	}
	return off
}

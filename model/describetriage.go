package model

import (
	"fmt"
	"slices"
	"strings"

	"cordial/model/clean"
)

// describeTriage says what was done to conversations.
func (b *Book) describeTriage(decision Decision, n Names) string {
	whom := b.whom(SubjectsOf(decision), n)
	switch d := decision.(type) {
	case ThreadMarked:
		return fmt.Sprintf(d.Mark.deed(), whom)
	case LabelCreated:
		return "created the label " + clean.Line(d.Label)
	case LabelApplied:
		return "put " + clean.Line(b.labelName(d.Label)) + " on " + whom
	case LabelRemoved:
		return "took " + clean.Line(b.labelName(d.Label)) + " off " + whom
	case ReminderSet:
		text := "put " + whom + " away until " + n.time(d.Due)
		if d.IfNoReply {
			text += ", if no reply comes"
		}
		return text
	case ReminderDone:
		return "ticked off the reminder of " + whom
	case NoteAdded:
		return "noted about " + whom
	default:
		return decision.Kind()
	}
}

// deed is a mark as what was done, with a place for whom.
func (m Mark) deed() string {
	switch m {
	case MarkUnarchived:
		return "put %s back into the inbox"
	case MarkUnstarred:
		return "took the star off %s"
	case MarkRead:
		return "marked %s read"
	case MarkUnread:
		return "marked %s unread"
	default:
		return string(m) + " %s"
	}
}

// whom names what a triage decision is about, or counts it when it is much.
func (b *Book) whom(s Subjects, n Names) string {
	if s.Count() > max(n.Few, 1) {
		return fmt.Sprintf("%d conversations", s.Count())
	}
	var names []string
	add := func(name string) {
		if !slices.Contains(names, name) { // two conversations with one person
			names = append(names, name)
		}
	}
	for _, id := range s.Threads {
		key, err := ParseThreadID(id)
		if err != nil || n.Thread == nil {
			add(clean.Line(id))
			continue
		}
		add(n.Thread(key))
	}
	for _, id := range s.People {
		add(b.named(id, n))
	}
	return strings.Join(names, ", ")
}

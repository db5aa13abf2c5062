package triage

import (
	"slices"
	"strings"
)

// Kind is what a tab collects.
type Kind uint8

// The kinds of tab.
const (
	Inbox    Kind = iota // neither archived nor snoozed
	Labelled             // the inbox conversations with one label
	Waiting              // the inbox conversations in which the user spoke last, or an InMail is open
	Due                  // reminders due today or late
	Archived
	Snoozed // hidden until a reminder is due
	Starred
	All
)

// Tab is one list of conversations.
type Tab struct {
	Kind  Kind
	Label string // of a Labelled tab
}

// Title is the tab's name for people.
func (t Tab) Title() string {
	switch t.Kind {
	case Inbox:
		return "Inbox"
	case Labelled:
		return t.Label
	case Waiting:
		return "Waiting"
	case Due:
		return "Due"
	case Archived:
		return "Archived"
	case Snoozed:
		return "Snoozed"
	case Starred:
		return "Starred"
	default:
		return "All"
	}
}

// Tabs lists the tabs of the inbox screen in their order.
func Tabs(labels []string) []Tab {
	tabs := []Tab{{Kind: Inbox}}
	for _, l := range labels {
		tabs = append(tabs, Tab{Kind: Labelled, Label: l})
	}
	return append(tabs, Tab{Kind: Waiting}, Tab{Kind: Due}, Tab{Kind: Archived})
}

// everyTab lists all tabs: those of the screen, and those that are reached by a
// key or a command.
func everyTab(labels []string) []Tab {
	return append(Tabs(labels), Tab{Kind: Snoozed}, Tab{Kind: Starred}, Tab{Kind: All})
}

// boardTabs lists all tabs with those of the labels at the end, where their number
// does not matter to the others.
func boardTabs(labels []string) []Tab {
	tabs := everyTab(nil)
	for _, l := range labels {
		tabs = append(tabs, Tab{Kind: Labelled, Label: l})
	}
	return tabs
}

// FindTab is the tab of this name in any case of its letters; the start of a name
// is enough when only one begins so.
func FindTab(name string, labels []string) (Tab, bool) {
	tabs := everyTab(labels)
	for _, t := range tabs {
		if strings.EqualFold(t.Title(), name) {
			return t, true
		}
	}
	begins := slices.DeleteFunc(tabs, func(t Tab) bool {
		return !strings.HasPrefix(strings.ToLower(t.Title()), strings.ToLower(name))
	})
	if len(begins) != 1 || name == "" {
		return Tab{}, false
	}
	return begins[0], true
}

package dialog_test

import (
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

func TestRemindKeys(t *testing.T) {
	one := []triage.ID{id(0)}
	set := func(due, text string, ifNoReply bool) []ask.Request {
		return []ask.Request{ask.Batch{
			ask.SetReminder{Targets: one, Due: at(t, due), Text: text, IfNoReply: ifNoReply}, ask.Close{},
		}}
	}
	for _, c := range []steps{
		{"a date", append(typed("24 dec"), "enter"), set("12-24 09:00", "", false)},
		{"a digit alone is a suggestion", []string{"2", "enter"}, set("11-19 09:00", "", false)},
		{"with a letter behind it is a span", []string{"2", "w", "enter"}, set("12-02 09:00", "", false)},
		{"down walks the suggestions", []string{"down", "down", "down", "enter"}, set("11-21 09:00", "", false)},
		{"up walks back", []string{"down", "down", "up", "enter"}, set("11-18 17:00", "", false)},
		{"tab asks for no reply", []string{"tab", "1", "enter"}, set("11-18 17:00", "", true)},
		{"twice does not", []string{"tab", "1", "tab", "enter"}, set("11-18 17:00", "", false)},
		{"a text", append(append([]string{"1", "shift+tab"}, typed("call")...), "enter"), set("11-18 17:00", "call", false)},
		{"past the last suggestion is the text", append([]string{"6", "down", "x"}, "enter"), set("12-18 09:00", "x", false)},
		{"past any other date, too", append(typed("24 dec"), "down", "x", "up", "enter"), set("12-24 09:00", "x", false)},
		{"nothing typed", []string{"enter"}, nil},
		{"not understood", append(typed("soonish"), "enter"), nil},
		{"in the past", append(typed("2026-01-01"), "enter"), nil},
		{"seven is no suggestion", []string{"7", "enter"}, nil},
		{"esc", []string{"3", "d", "esc"}, []ask.Request{ask.Close{}}},
		{"esc asks when the text would be lost", []string{"shift+tab", "x", "esc"}, []ask.Request{ask.Question{
			Title: "Throw this reminder away?", Text: "x", YesText: "yes, throw it away", NoText: "no, go on", Yes: ask.Close{},
		}}},
	} {
		t.Run(c.name, func(t *testing.T) { c.walk(t, dialog.NewRemind(newTown(t).world, one, false)) })
	}
}

// The dialog for "if no reply" has it ticked from the start.
func TestRemindIfNoReply(t *testing.T) {
	d := dialog.NewRemind(newTown(t).world, []triage.ID{id(0)}, true)
	set := press(d, "1", "enter")[0].(ask.Batch)[0].(ask.SetReminder)
	if !set.IfNoReply {
		t.Errorf("asked for %+v", set)
	}
}

// The error stays until the next key, and so does what was typed.
func TestRemindSaysWhy(t *testing.T) {
	d := dialog.NewRemind(newTown(t).world, []triage.ID{id(0)}, false)
	press(d, append(typed("soonish"), "enter")...)
	if got := frame(d, 80, 24); !strings.Contains(got, "soonish") || !strings.Contains(got, "cannot use") {
		t.Errorf("after a wrong date:\n%s", got)
	}
	d.Fail(&model.Refusal{Reason: "the cat is on it", Help: "cordial cat --off"})
	if got := frame(d, 80, 24); !strings.Contains(got, "the cat is on it") || strings.Contains(got, "--off") {
		t.Errorf("after a refusal:\n%s", got)
	}
	press(d, "x")
	if got := frame(d, 80, 24); strings.Contains(got, "the cat is on it") {
		t.Errorf("the refusal outlives the next key:\n%s", got)
	}
}

// A minute later the suggestions are those of a minute later.
func TestRemindRefresh(t *testing.T) {
	w := newTown(t)
	d := dialog.NewRemind(w.world, []triage.ID{id(0)}, false)
	press(d, "1")
	w.world.Now = w.world.Now.Add(5 * time.Hour)
	d.Refresh(w.world)
	set := press(d, "enter")[0].(ask.Batch)[0].(ask.SetReminder)
	if !set.Due.After(w.world.Now) {
		t.Errorf("due %v, now %v", set.Due, w.world.Now)
	}
}

// What a reminder replaces is said.
func TestRemindReplaces(t *testing.T) {
	w := newTown(t)
	one := []triage.ID{id(0)}
	w.record(w.world.Book.Remind(w.targets(one), model.Reminder{Due: at(t, "12-01 09:00"), Set: w.world.Now, Text: "ping"}))
	got := frame(dialog.NewRemind(w.world, one, false), 80, 24)
	if !strings.Contains(got, "Replaces the one of Tue 01 Dec 09:00 - ping") {
		t.Errorf("drawn:\n%s", got)
	}
}

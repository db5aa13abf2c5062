package outward_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the zones of these tests, wherever they run

	"cordial/model"
	"cordial/model/who"
	"cordial/store/outward"

	ics "github.com/arran4/golang-ical"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"
)

func zone(t fataler, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// berlin is a calendar in which reminders without an hour are for 9 in the morning.
func berlin(t fataler) outward.Calendar {
	return outward.Calendar{Now: time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC), Zone: zone(t, "Europe/Berlin"), Morning: 9 * time.Hour}
}

// remind is a reminder at a clock in Berlin.
func remind(t fataler, id, name, at, text string) outward.Reminder {
	t.Helper()
	due, err := time.ParseInLocation("2006-01-02 15:04:05", at, zone(t, "Europe/Berlin"))
	if err != nil {
		t.Fatal(err)
	}
	return outward.Reminder{
		Reminder: model.Reminder{Due: due, Set: time.Date(2026, 1, 2, 8, 0, 0, 0, time.UTC), Text: text}, ID: id, Name: name, URL: who.ProfileURL(id),
	}
}

func calendar(t fataler, c outward.Calendar, list ...outward.Reminder) string {
	text := written(t, func(w io.Writer) error { return outward.RemindersICS(w, outward.All(list), c) })
	wellFolded(t, text)
	return text
}

// parsed lets a library read a calendar.
func parsed(t fataler, text string) *ics.Calendar {
	t.Helper()
	cal, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return cal
}

// value is a property of an event or a task.
func value(c interface {
	GetProperty(ics.ComponentProperty) *ics.IANAProperty
}, name ics.ComponentProperty,
) string {
	if p := c.GetProperty(name); p != nil {
		return p.Value
	}
	return ""
}

func TestRemindersICS(t *testing.T) {
	noReply := remind(t, "bob", "Bob, the \"builder\"; \\o/", "2026-03-29 15:30:00", "Ask again:\nyes, or no?")
	noReply.IfNoReply = true
	group := remind(t, "t0123456789abcdef", "", "2026-12-31 09:00:00", strings.Repeat("a long text about 年末 ", 8))
	group.URL = ""
	golden.RequireEqual(t, []byte(calendar(t, berlin(t), remind(t, "anna-k", "Anna K", "2026-01-09 09:00:00", ""), noReply, group)))
}

func TestEachReminderIsAnEventAndATask(t *testing.T) {
	cal := parsed(t, calendar(t, berlin(t), remind(t, "anna", "Anna", "2026-01-09 09:00:00", "x"), remind(t, "bob", "Bob", "2026-01-09 11:30:00", "")))
	if len(cal.Events()) != 2 || len(cal.Todos()) != 2 {
		t.Fatalf("%d events, %d tasks", len(cal.Events()), len(cal.Todos()))
	}
	ids := map[string]bool{}
	for i, want := range []string{"Anna: x", "Follow up with Bob"} {
		event, task := cal.Events()[i], cal.Todos()[i]
		ids[event.Id()], ids[task.Id()] = true, true
		if got := value(event, ics.ComponentPropertySummary); got != want || value(task, ics.ComponentPropertySummary) != want {
			t.Errorf("summary %q, want %q", got, want)
		}
		if len(event.Alarms()) != 1 || len(task.Alarms()) != 1 {
			t.Errorf("%d and %d alarms", len(event.Alarms()), len(task.Alarms()))
		}
	}
	if len(ids) != 4 {
		t.Errorf("UIDs %v", ids)
	}
}

func TestNoReminders(t *testing.T) {
	if got := calendar(t, outward.Calendar{}); !strings.HasPrefix(got, "BEGIN:VCALENDAR\r\n") || !strings.HasSuffix(got, "END:VCALENDAR\r\n") || strings.Contains(got, "VEVENT") {
		t.Errorf("%q", got)
	}
}

// A reminder at the usual hour is for the day; one at another hour is for that hour, in any zone.
func TestWholeDays(t *testing.T) {
	for at, want := range map[string]string{
		"2026-01-09 09:00:00": "20260109 20260110 20260109 PT540M",
		"2026-12-31 09:00:00": "20261231 20270101 20261231 PT540M",
		"2026-03-29 09:00:00": "20260329 20260330 20260329 PT540M", // a day of 23 hours
		"2026-01-09 09:30:00": "20260109T083000Z 20260109T084500Z 20260109T083000Z PT0M",
		"2026-07-09 09:30:00": "20260709T073000Z 20260709T074500Z 20260709T073000Z PT0M",
		"2026-01-09 00:00:00": "20260108T230000Z 20260108T231500Z 20260108T230000Z PT0M",
		"2026-01-09 09:00:01": "20260109T080001Z 20260109T081501Z 20260109T080001Z PT0M",
	} {
		cal := parsed(t, calendar(t, berlin(t), remind(t, "a", "A", at, "")))
		event, task := cal.Events()[0], cal.Todos()[0]
		got := fmt.Sprint(value(event, ics.ComponentPropertyDtStart), " ", value(event, ics.ComponentPropertyDtEnd), " ", value(task, ics.ComponentPropertyDue), " ",
			value(event.Alarms()[0], ics.ComponentPropertyTrigger))
		if got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
		if value(task.Alarms()[0], ics.ComponentPropertyTrigger) != value(event.Alarms()[0], ics.ComponentPropertyTrigger) {
			t.Errorf("%s: the task rings at another time", at)
		}
	}
	kiritimati := outward.Calendar{Zone: zone(t, "Pacific/Kiritimati"), Morning: 8 * time.Hour}
	r := outward.Reminder{ID: "x", Reminder: model.Reminder{Due: time.Date(2026, 1, 8, 18, 0, 0, 0, time.UTC)}}
	if got := value(parsed(t, calendar(t, kiritimati, r)).Events()[0], ics.ComponentPropertyDtStart); got != "20260109" {
		t.Errorf("in Kiritimati %s", got)
	}
}

// A calendar that is imported again knows its entries again, and which state is the later one.
func TestRemindersKeepTheirUID(t *testing.T) {
	before := remind(t, "anna", "Anna", "2026-01-09 09:00:00", "")
	after := remind(t, "anna", "Anna Kay", "2026-02-09 11:00:00", "put off")
	after.Set = before.Set.Add(time.Hour)
	first, second := parsed(t, calendar(t, berlin(t), before)).Events()[0], parsed(t, calendar(t, berlin(t), after)).Events()[0]
	if first.Id() != second.Id() {
		t.Errorf("%s became %s", first.Id(), second.Id())
	}
	var a, b int
	if _, err := fmt.Sscan(value(first, ics.ComponentPropertySequence)+" "+value(second, ics.ComponentPropertySequence), &a, &b); err != nil || a >= b || a < 0 {
		t.Errorf("sequences %d and %d, %v", a, b, err)
	}
	if text := calendar(t, berlin(t), outward.Reminder{ID: "x"}); strings.Contains(text, "SEQUENCE") {
		t.Errorf("a reminder set at no time has a sequence: %s", text)
	}
}

// TestTextsInCalendars: the library reads the texts that were written, and nothing in them becomes a property.
func TestTextsInCalendars(t *testing.T) {
	texts := drawnText(cardSigns)
	rapid.Check(t, func(t *rapid.T) {
		r := remind(t, "anna", texts.Draw(t, "name"), "2026-01-09 09:00:00", texts.Draw(t, "text"))
		cal := parsed(t, calendar(t, berlin(t), r, r))
		want := r.Name + ": " + r.Text
		switch {
		case r.Text == "" && r.Name == "":
			want = "Follow up with anna"
		case r.Text == "":
			want = "Follow up with " + r.Name
		case r.Name == "":
			want = r.Text
		}
		for _, event := range cal.Events() {
			if got := value(event, ics.ComponentPropertySummary); got != want || len(event.Properties) != 9 {
				t.Fatalf("%q came back as %q with %d properties", want, got, len(event.Properties))
			}
		}
	})
}

func TestHostileReminders(t *testing.T) {
	text := calendar(t, berlin(t), remind(t, "a", "A\r\nEND:VEVENT\rATTACH:http://evil.example", "2026-01-09 09:00:00", "\x1b[2J\x00\xff"))
	if cal := parsed(t, text); len(cal.Events()) != 1 || cal.Events()[0].HasProperty(ics.ComponentPropertyAttach) {
		t.Errorf("%s", text)
	}
}

func TestRemindersEndWithTheFirstError(t *testing.T) {
	gone := errors.New("disk gone")
	rows := func(yield func(outward.Reminder, error) bool) { yield(outward.Reminder{}, gone) }
	if err := outward.RemindersICS(io.Discard, rows, berlin(t)); !errors.Is(err, gone) {
		t.Errorf("%v", err)
	}
}

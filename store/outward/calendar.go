package outward

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"time"

	"cordial/model"
)

// Reminder is one open reminder and whom it is about.
type Reminder struct {
	model.Reminder
	// ID tells reminders apart. That of the conversation or person is best: a reminder that is put off then keeps its
	// place in a calendar that is imported again, and moves.
	ID   string
	Name string // of the person or the group
	URL  string // of the profile; empty when there is none
}

// Calendar says how reminders become entries.
type Calendar struct {
	Now  time.Time      // when the export is made
	Zone *time.Location // in which days are days; nil is UTC
	// Morning is the hour, since midnight, that a reminder gets when none was asked for. A reminder of that hour is one
	// for the whole day, with an alarm at that hour.
	Morning time.Duration
}

// RemindersICS writes reminders as iCalendar (RFC 5545): each as an event, which is all that some calendars import, and
// as a task, which is what it is.
func RemindersICS(w io.Writer, reminders Rows[Reminder], c Calendar) error {
	if c.Zone == nil {
		c.Zone = time.UTC
	}
	begin := []namedValue{
		{"BEGIN", "VCALENDAR"}, {"VERSION", "2.0"}, {"PRODID", "-//Cordial//Reminders//EN"}, {"X-WR-CALNAME", "Cordial reminders"},
	}
	return writeAll(w, "reminders", func(yield func([]namedValue, error) bool) {
		if !yield(begin, nil) {
			return
		}
		for r, err := range reminders {
			if !yield(append(c.event(r), c.task(r)...), err) {
				return
			}
		}
		yield([]namedValue{{"END", "VCALENDAR"}}, nil)
	}, func(out *bufio.Writer, list []namedValue) error {
		for _, p := range list {
			if err := property(out, p.name, p.value); err != nil {
				return err
			}
		}
		return nil
	})
}

// minutes is how long an event lasts that is not for the whole day.
const minutes = 15

// event is the reminder as a VEVENT that blocks no time.
func (c Calendar) event(r Reminder) []namedValue {
	list := append([]namedValue{{"BEGIN", "VEVENT"}}, c.common(r, "event")...)
	if c.wholeDay(r) {
		list = append(list, c.date("DTSTART", r.Due), c.date("DTEND", r.Due.In(c.Zone).AddDate(0, 0, 1)))
	} else {
		list = append(list, namedValue{"DTSTART", instant(r.Due)}, namedValue{"DTEND", instant(r.Due.Add(minutes * time.Minute))})
	}
	list = append(list, namedValue{"TRANSP", "TRANSPARENT"})
	list = append(list, c.alarm(r, "TRIGGER")...)
	return append(list, namedValue{"END", "VEVENT"})
}

// task is the reminder as a VTODO.
func (c Calendar) task(r Reminder) []namedValue {
	list := append([]namedValue{{"BEGIN", "VTODO"}}, c.common(r, "task")...)
	if c.wholeDay(r) {
		list = append(list, c.date("DUE", r.Due))
	} else {
		list = append(list, namedValue{"DUE", instant(r.Due)})
	}
	list = append(list, namedValue{"STATUS", "NEEDS-ACTION"})
	list = append(list, c.alarm(r, "TRIGGER;RELATED=END")...)
	return append(list, namedValue{"END", "VTODO"})
}

// common is what an event and a task both say.
func (c Calendar) common(r Reminder, kind string) []namedValue {
	list := []namedValue{
		{"UID", escaped(r.ID + "-" + kind + "@cordial")},
		{"DTSTAMP", instant(c.Now)},
		{"SUMMARY", escaped(r.summary())},
	}
	if !r.Set.IsZero() {
		list = append(list, namedValue{"LAST-MODIFIED", instant(r.Set)}, namedValue{"SEQUENCE", fmt.Sprint(sequence(r.Set))})
	}
	if r.IfNoReply {
		list = append(list, namedValue{"DESCRIPTION", escaped("Only if " + cmp.Or(r.Name, "nobody") + " has not answered.")})
	}
	if r.URL != "" {
		list = append(list, namedValue{"URL", address(r.URL)})
	}
	return list
}

// summary is the reminder in one line.
func (r Reminder) summary() string {
	switch {
	case r.Text == "":
		return "Follow up with " + cmp.Or(r.Name, r.ID)
	case r.Name == "":
		return r.Text
	default:
		return r.Name + ": " + r.Text
	}
}

// sequence grows with every time a reminder is set anew, so that a calendar knows the later state: the minutes since
// 2003, when LinkedIn began.
func sequence(set time.Time) int64 {
	return max(0, set.Unix()-time.Date(2003, 1, 1, 0, 0, 0, 0, time.UTC).Unix()) / 60
}

// wholeDay tells whether a reminder is for a day and not for a time of it.
func (c Calendar) wholeDay(r Reminder) bool {
	hour, minute, second := r.Due.In(c.Zone).Clock()
	clock := time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second
	return clock == c.Morning
}

// date is a property with a day.
func (c Calendar) date(name string, at time.Time) namedValue {
	return namedValue{name + ";VALUE=DATE", at.In(c.Zone).Format("20060102")}
}

// alarm rings when the reminder is due; of one for the whole day, in the morning.
func (c Calendar) alarm(r Reminder, trigger string) []namedValue {
	after := time.Duration(0)
	if c.wholeDay(r) {
		after = c.Morning
	}
	return []namedValue{
		{"BEGIN", "VALARM"},
		{"ACTION", "DISPLAY"},
		{"DESCRIPTION", escaped(r.summary())},
		{trigger, fmt.Sprintf("PT%dM", int(after.Minutes()))},
		{"END", "VALARM"},
	}
}

package demo

import (
	"time"

	"cordial/model"
)

// workThrough is what the user did with the conversations: labels, reminders, notes
// and the rest, so that every tab and every mark of the inbox has its examples.
func (d *diary) workThrough(c *cast) {
	d.label(c, "Potential Employers", c.take(3, func(t model.Thread) bool { return t.InMail.Kind == model.ProbablyReceived }), 2)
	d.label(c, "Hot Leads", c.take(2, known), 0)

	d.remind(c, c.take(1, c.quiet(6)), d.ago(5, 16), d.ago(1, 9), "ask how the audit went", false)
	d.remind(c, c.take(1, c.quiet(5)), d.ago(4, 16), d.laterToday(), "send the two slots", false)
	d.remind(c, c.take(1, c.quiet(2)), d.ago(1, 9), d.ago(-5, 9), "after the board meeting", false)
	d.remind(c, c.take(1, mine(c.quiet(4))), d.ago(3, 9), d.ago(-3, 9), "", true)

	hot := c.take(3, c.quiet(1))
	d.label(c, "Hot Leads", hot, 1)
	d.note(c, hot, 1, "Prefers a call before nine.", "Budget is decided in the first week of the quarter.")
	d.label(c, "Berlin", c.take(2, c.quiet(2)), 2)
	d.mark(c, model.MarkStarred, c.take(2, c.quiet(1)), d.ago(1, 12))
	d.mark(c, model.MarkUnread, c.take(1, c.quiet(3)), d.ago(1, 13))
	d.mark(c, model.MarkMuted, c.take(1, func(t model.Thread) bool { return t.Group }), d.ago(1, 14))
	for _, t := range c.take(12, c.quiet(20)) {
		d.mark(c, model.MarkArchived, []model.Thread{t}, time.Unix(t.LastAt, 0).AddDate(0, 0, 2))
	}
}

// laterToday is a time that has not come, and today if the day is long enough.
func (d *diary) laterToday() time.Time {
	later := d.now.Add(90 * time.Minute)
	if end := d.ago(-1, 0).Add(-time.Second); end.After(d.now) && later.After(end) {
		return end
	}
	return later
}

// label puts a label on conversations, days ago.
func (d *diary) label(c *cast, label string, threads []model.Thread, days int) {
	at := d.ago(days, 8)
	if days == 0 {
		at = d.now
	}
	for _, t := range threads {
		d.do(at, func(b *model.Book) ([]model.Draft, error) {
			return b.Label(c.targets([]model.Thread{t}), label, true, at)
		})
	}
}

// remind sets a reminder.
func (d *diary) remind(c *cast, threads []model.Thread, set, due time.Time, text string, ifNoReply bool) {
	for _, t := range threads {
		d.do(set, func(b *model.Book) ([]model.Draft, error) {
			return b.Remind(c.targets([]model.Thread{t}), model.Reminder{Due: due, Set: set, Text: text, IfNoReply: ifNoReply})
		})
	}
}

// note keeps a note about each conversation, days ago, as long as there are texts.
func (d *diary) note(c *cast, threads []model.Thread, days int, texts ...string) {
	at := d.ago(days, 9)
	for i, t := range threads[:min(len(threads), len(texts))] {
		d.do(at, func(b *model.Book) ([]model.Draft, error) {
			return b.Note(c.targets([]model.Thread{t})[0], texts[i], at)
		})
	}
}

// mark sets a mark on each conversation.
func (d *diary) mark(c *cast, m model.Mark, threads []model.Thread, at time.Time) {
	for _, t := range threads {
		d.do(at, func(b *model.Book) ([]model.Draft, error) {
			return b.Mark(c.targets([]model.Thread{t}), m, at), nil
		})
	}
}

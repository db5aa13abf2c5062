package takeout

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/triage"
	"cordial/ui/port"
)

// Contacts is everybody the evidence and the journal know, by name, with labels and
// notes; not those who closed their account.
func Contacts(book *model.Book, known contactlist.Known) iter.Seq2[port.ContactCopy, error] {
	type entry struct {
		name, id string
		key      model.Key
	}
	roll := contactlist.NewRoll(book, known)
	var list []entry
	for _, key := range roll.Everybody() {
		p, ok := roll.Person(key)
		if _, decided := book.ContactID(key); ok && (p.URL != "" || decided) {
			list = append(list, entry{known.Fold(p.Name), p.ID, key})
		}
	}
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.id, b.id))
	})
	return func(yield func(port.ContactCopy, error) bool) {
		for _, e := range list {
			p, _ := roll.Person(e.key)
			labels, notes := roll.Kept(e.key)
			if !yield(port.ContactCopy{Person: p, Labels: labels, Notes: notes}, nil) {
				return
			}
		}
	}
}

// Reminding lists the conversations of a tab with an open reminder, the one due first
// before the others.
func Reminding(board *triage.Board, tab triage.Tab) []triage.Line {
	var lines []triage.Line
	n, _ := board.Count(tab)
	for place := range n {
		id, _ := board.At(tab, place)
		if view, _ := board.View(id); !view.Reminding() {
			continue
		}
		if line, ok := board.Line(id); ok {
			lines = append(lines, line)
		}
	}
	slices.SortStableFunc(lines, func(a, b triage.Line) int {
		return a.State.Reminder.Due.Compare(b.State.Reminder.Due)
	})
	return lines
}

// Reminders is the open reminders; url answers the profile of somebody, empty when it
// is not known.
func Reminders(board *triage.Board, url func(model.Key) (string, error)) ([]port.ReminderCopy, error) {
	var rows []port.ReminderCopy
	for _, l := range Reminding(board, triage.Tab{Kind: triage.All}) {
		row := port.ReminderCopy{Reminder: *l.State.Reminder, ID: l.Thread.ID, Name: l.Name}
		if l.Thread.Person != 0 {
			var err error
			if row.URL, err = url(l.Thread.Person); err != nil {
				return nil, err
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// Span is the days of a statement; nil does not bound it.
type Span struct{ First, Last *day.Day }

// Statement is the entries of a seat's ledger in a span of days. name answers what a
// contact is called.
func Statement(seat model.Seat, entries []credit.Entry, span Span, name func(contact string) string) port.StatementCopy {
	row := port.StatementCopy{Seat: seat.ID, Name: seat.Name}
	for _, e := range entries {
		if span.First != nil && e.Day < *span.First || span.Last != nil && e.Day > *span.Last {
			continue
		}
		line := port.StatementLine{Entry: e}
		if e.Contact != "" {
			line.Name = name(e.Contact)
		}
		row.Lines = append(row.Lines, line)
	}
	return row
}

package outward

import (
	"fmt"
	"io"
	"strconv"

	"cordial/model/credit"
	"cordial/model/day"
)

// Statement is the credits of one seat, in and out.
type Statement struct {
	Seat  string // id
	Name  string // as the user calls it
	Lines []Line // oldest first, as the ledger has them; the first may stand anywhere in it
}

// Line is one entry of the ledger and the name of the person whom its InMail went to.
type Line struct {
	credit.Entry
	Name string
}

// statementColumns are the columns of a statement as CSV; they are called what JSON calls them.
func statementColumns() []string {
	return []string{
		"day", "seat", "kind", "amount", "balance", "reason", "name", "contact", "inmail", "event", "lot", "lot_born_on", "lot_expires_on",
	}
}

// StatementCSV writes statements as one table. Amounts are numbers: what was lost is negative.
func StatementCSV(w io.Writer, statements []Statement) error {
	return writeSheet(w, "statement", statementColumns(), func(yield func([]string, error) bool) {
		for _, s := range statements {
			for _, l := range s.Lines {
				if !yield(l.cells(s.Seat), nil) {
					return
				}
			}
		}
	}, func(cells []string) []string { return cells })
}

// cells are a line's, in the order of statementColumns.
func (l Line) cells(seat string) []string {
	cells := []string{
		l.Day.String(), text(seat), string(l.Kind), strconv.Itoa(l.Amount), strconv.Itoa(l.Balance), text(l.Reason), text(l.Name),
		text(l.Contact), text(l.InMail), text(l.Event), "", "", "",
	}
	if l.Lot != (credit.Origin{}) {
		cells[10], cells[11] = string(l.Lot.Kind), l.Lot.Born.String()
		if l.Lot.Expires != day.Never {
			cells[12] = l.Lot.Expires.String()
		}
	}
	return cells
}

// brought is the balance before the first line.
func (s Statement) brought() int {
	if len(s.Lines) == 0 {
		return 0
	}
	return s.Lines[0].Balance - s.Lines[0].Amount
}

// check refuses a statement whose balances are not the sums of its amounts: written as a journal it would be refused by
// whoever reads it.
func (s Statement) check() error {
	balance := s.brought()
	for _, l := range s.Lines {
		if balance += l.Amount; balance != l.Balance {
			return fmt.Errorf("the statement of %s does not add up on %s: %d, not %d", s.Seat, l.Day, balance, l.Balance)
		}
	}
	return nil
}

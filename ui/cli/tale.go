package cli

import "cordial/model/credit"

// lifeView is what became of the lot whose credits a line moved; born is what the
// others add up to.
type lifeView struct {
	Born   int           `json:"born"`
	Left   int           `json:"left"`
	Births []int         `json:"births"` // numbers of lines
	Ends   []int         `json:"ends"`
	Totals credit.Totals `json:"totals"`
	Spent  []personView  `json:"spent"` // whom its credits were spent on, in order
}

// tellTale opens a line: who, when, why, and what became of its credits.
func (s *session) tellTale(line *entryLine, l credit.Ledger) {
	t := l.Tale(line.Line - 1)
	line.Why = t.Sentences(s.tongue())
	if t.Life.Born == 0 {
		return
	}
	line.Life = &lifeView{
		Born: t.Life.Born, Left: t.Life.Left, Births: numbered(t.Life.Births), Ends: numbered(t.Life.Ends),
		Totals: t.Life.Counts, Spent: []personView{},
	}
	for _, contact := range t.Spent {
		line.Life.Spent = append(line.Life.Spent, personView{contact, s.contactName(contact)})
	}
}

// numbered is places in a statement as the numbers of lines.
func numbered(places []int) []int {
	lines := make([]int, len(places))
	for i, place := range places {
		lines[i] = place + 1
	}
	return lines
}

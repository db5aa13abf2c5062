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

// opened is a line in full: who, when, why, and what became of the lot it is about.
func opened(t credit.Tale, say credit.Tongue) (why []string, life *lifeView) {
	why = t.Sentences(say)
	if t.Life.Born == 0 {
		return why, nil
	}
	life = &lifeView{
		Born: t.Life.Born, Left: t.Life.Left, Births: numbered(t.Life.Births), Ends: numbered(t.Life.Ends),
		Totals: t.Life.Counts, Spent: []personView{},
	}
	for _, contact := range t.Spent {
		life.Spent = append(life.Spent, personView{contact, say.Person(contact)})
	}
	return why, life
}

// numbered is places in a statement as the numbers of lines.
func numbered(places []int) []int {
	lines := make([]int, len(places))
	for i, place := range places {
		lines[i] = place + 1
	}
	return lines
}

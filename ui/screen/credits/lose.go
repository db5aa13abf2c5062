package credits

import (
	"fmt"

	"cordial/model/credit"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// loseRows say what is lost soon, by day, and what to send to lose none; whom is how
// many Hot Leads have no InMail yet.
func (a account) loseRows(w, whom int) []row {
	if len(a.risk.Losses) == 0 {
		if a.Balance == 0 {
			return nil
		}
		return []row{said("Nothing is lost before "+a.day(a.risk.Until.Add(1))+".", theme.Good)}
	}
	savings := a.savings()
	var rows []row
	if w >= narrow {
		rows = append(rows, heading("USE IT OR LOSE IT", "if nothing is sent"))
	} else {
		savings = savings[max(0, len(savings)-1):]
	}
	for _, loss := range a.risk.Losses {
		rows = append(rows, a.lossRow(loss))
	}
	for _, text := range savings {
		rows = append(rows, paragraph("! ", text, theme.Due, w)...)
	}
	return append(rows, whomRow(whom))
}

// savings says what to send by when.
func (a account) savings() []string {
	said := a.risk.Sentences(a.tongue())
	return said[len(a.risk.Losses):]
}

// whomRow counts the people one could write to. Enter lists them.
func whomRow(whom int) row {
	return row{key: "whom", ask: ask.ShowWhom{}, cells: func(t *theme.Theme, w int) []widget.Cell {
		text, role := counted(whom, "Hot Lead")+" without an InMail yet", theme.Text
		switch {
		case whom == 0:
			text, role = "No Hot Lead is without an InMail", theme.Dim
		case w >= narrow:
			text += ": whom to write to"
		}
		return []widget.Cell{{Text: t.Glyphs.Arrow + " " + text, Role: role, Grow: 1}}
	}}
}

// lossRow is one day that loses credits.
func (a account) lossRow(loss credit.Loss) row {
	story := func() story { return a.lossStory(loss) }
	return row{key: loss.On, story: story, cells: func(_ *theme.Theme, w int) []widget.Cell {
		what := "expires"
		switch {
		case loss.Expires == 0:
			what = "pushed out by the grant"
		case loss.Evicts > 0:
			what = fmt.Sprintf("%d expire, %d pushed out by the grant", loss.Expires, loss.Evicts)
		case loss.Expires > 1:
			what = "expire"
		}
		if dip, ok := a.dipAt(loss.On); ok && w >= narrow {
			what += "; the next grant is " + a.day(dip.Until)
		}
		return []widget.Cell{
			{Text: widget.FitRight(fmt.Sprint(-loss.Total()), 5), Role: theme.Due, Width: 9, Gap: 1},
			{Text: a.day(loss.On), Width: 11, Gap: 1},
			{Text: what, Role: theme.Dim, Grow: 1},
		}
	}}
}

// dipDays is how many days ahead a dip is explained.
const dipDays = 45

// dipRows explain the next dip of the balance at a month's end.
func (a account) dipRows(w int) []row {
	if len(a.dips) == 0 || a.dips[0].From.Sub(a.On) > dipDays {
		return nil
	}
	dip := a.dips[0]
	rows := paragraph("~ ", dip.Sentence(a.tongue()), theme.Dim, w)
	rows[0].key, rows[0].story = dip, func() story { return a.dipStory(dip) }
	return rows
}

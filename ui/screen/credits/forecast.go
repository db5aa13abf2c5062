package credits

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// outlook is the forecast as it is drawn: made once for every account and course.
type outlook struct {
	credit.Forecast
	own   credit.Forecast // at the seat's own course, to compare
	typed bool            // the course was typed
	econ  credit.Economics
	short day.Day // the first day without a credit, however far; day.Never for none
}

// shortDays is how far ahead the first day without a credit is looked for.
const shortDays = 3 * 365

// look is the outlook of an account on a course; nil is its own.
func (a account) look(typed *credit.Course) outlook {
	own := a.course(nil)
	o := outlook{typed: typed != nil, Forecast: a.Forecast(a.On.Add(ahead), a.course(typed))}
	o.own = o.Forecast
	if o.typed {
		o.own = a.Forecast(a.On.Add(ahead), own)
	}
	o.econ = a.Policy.Economics(o.Course, float64(a.price.Hundredths)/100)
	o.short = o.FirstShort
	if o.short == day.Never && a.Active {
		o.short = a.FirstShort(a.On.Add(shortDays), o.Course)
	}
	return o
}

// end is the balance at the end of a forecast.
func end(f credit.Forecast) int {
	if n := len(f.Days); n > 0 {
		return f.Days[n-1].Balance
	}
	return f.Start
}

// chart is the outlook as a drawing; focus is the day under the cursor.
func (o outlook) chart(a account, focus day.Day) chart {
	c := chart{from: o.From, limit: a.Policy.Cap, focus: focus, marks: map[day.Day]mark{}}
	c.values = append(c.values, o.Start)
	for _, d := range o.Days {
		c.values = append(c.values, d.Balance)
		c.marks[d.On] = o.mark(d)
	}
	return c
}

// mark is what happens on a day of the outlook. Of the days without a credit only
// the first is marked.
func (o outlook) mark(d credit.ForecastDay) mark {
	return mark{d.Granted > 0, d.Expired > 0, d.Evicted > 0, d.On == o.FirstShort}
}

// courseWords says the course in a few words: "5 a month, 29% answered".
func courseWords(c credit.Course) string {
	return c.Pace.String() + ", " + percent(c.Rate) + " answered"
}

// title is the heading of the forecast.
func (o outlook) title() row {
	whose := "at your pace of "
	if o.typed {
		whose = "at "
	}
	return row{cells: func(_ *theme.Theme, w int) []widget.Cell {
		note := fmt.Sprintf("%d days %s%s", ahead, whose, courseWords(o.Course))
		if widget.Width(note)+11 > w {
			note = fmt.Sprintf("%s%s", whose, o.Course.Pace)
		}
		return []widget.Cell{{Text: "FORECAST", Role: theme.Title, Gap: 2}, {Text: note, Role: theme.Dim, Grow: 1}}
	}}
}

// outlookRows are the rows below the chart: where it leads, what it costs, and what
// happens on which day.
func (a account) outlookRows(o outlook, w int) []row {
	rows := []row{a.leadsRow(o, o.Forecast, o.typed)}
	if o.typed {
		rows = append(rows, a.leadsRow(o, o.own, false))
	}
	for _, text := range a.economicsWords(o) {
		rows = append(rows, paragraph("", text, theme.Dim, w)...)
	}
	for _, d := range o.Days {
		if o.mark(d) != (mark{}) {
			rows = append(rows, a.eventRow(o, d))
		}
	}
	return rows
}

// leadsRow says where a course leads.
func (a account) leadsRow(o outlook, f credit.Forecast, typed bool) row {
	story := func() story { return a.outlookStory(o) }
	return row{key: typed, story: story, cells: func(t *theme.Theme, w int) []widget.Cell {
		name := "yours"
		if typed {
			name = f.Pace.String()
		}
		short, role := "never short", theme.Good
		if f.FirstShort < day.Never {
			short, role = "short on "+a.day(f.FirstShort), theme.Danger
		}
		lost, lostRole := "none lost", theme.Good
		if n := f.Lost(); n > 0 {
			lost, lostRole = fmt.Sprintf("%d lost", n), theme.Due
		}
		return []widget.Cell{
			{Text: name, Width: 12, Gap: 1, Role: theme.Strong, Drop: 2},
			{Text: fmt.Sprintf("%s %d", t.Glyphs.Arrow, end(f)), Role: theme.Strong, Width: 6, Gap: 1},
			{Text: lost, Role: lostRole, Width: 10, Gap: 1},
			{Text: short, Role: role, Width: 17},
		}
	}}
}

// economicsWords says what the course costs, in credits and in money.
func (a account) economicsWords(o outlook) []string {
	if !a.Active || a.Policy.Monthly == 0 {
		return nil
	}
	e := o.econ
	burn := fmt.Sprintf("Burns %s a month of the %d granted", decimal(e.AtPace.NetBurn), e.Grant)
	if e.Sustainable != nil {
		burn += fmt.Sprintf(", which pay for %s sends", decimal(e.Sustainable.Sends))
	}
	var reply []string
	if e.CreditsPerReply != nil {
		reply = append(reply, fmt.Sprintf("A reply costs %s credits", decimal(*e.CreditsPerReply)))
	}
	if c := e.AtPace.CostPerReply; c != nil {
		reply = append(reply, fmt.Sprintf("%.2f %s at this pace", *c, a.price.Currency))
	}
	if s := e.Sustainable; s != nil && s.CostPerReply != nil {
		reply = append(reply, fmt.Sprintf("%.2f %s at best", *s.CostPerReply, a.price.Currency))
	}
	said := []string{burn + "."}
	if len(reply) > 0 {
		text := strings.Join(reply, ", ") + "."
		if e.SmallSample {
			text += " Few InMails to reckon from."
		}
		said = append(said, text)
	}
	return said
}

// decimal is a number to one decimal, which is left out where it is 0.
func decimal(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64) }

// eventRow is a day of the outlook on which credits come, go or lack.
func (a account) eventRow(o outlook, d credit.ForecastDay) row {
	m := o.mark(d)
	story := func() story { return a.eventStory(o, d) }
	return row{key: d.On, on: d.On, story: story, cells: func(_ *theme.Theme, w int) []widget.Cell {
		sign, role := m.sign()
		return []widget.Cell{
			{Text: sign, Role: role, Width: 1, Gap: 1},
			{Text: a.day(d.On), Width: 11, Gap: 1},
			{Text: o.eventWords(a, d), Grow: 1, Gap: 1},
			{Text: fmt.Sprint(d.Balance), Role: theme.Strong, Width: 4, Right: true, Gap: 1},
		}
	}}
}

// eventWords says what happens on a day.
func (o outlook) eventWords(a account, d credit.ForecastDay) string {
	var words []string
	if d.Expired > 0 {
		words = append(words, fmt.Sprintf("%d expire", d.Expired))
	}
	if d.Granted > 0 {
		words = append(words, fmt.Sprintf("+%d granted", d.Granted))
	}
	if d.Evicted > 0 {
		words = append(words, fmt.Sprintf("%d pushed out", d.Evicted))
	}
	if d.On == o.FirstShort {
		words = append(words, "no credit for an InMail")
	}
	for _, dip := range o.Dips {
		if dip.From == d.On {
			words = append(words, "a dip until "+a.day(dip.Until))
		}
	}
	return strings.Join(words, ", ")
}

// drawForecast is the view forecast: title, chart and rows.
func (s *Screen) drawForecast(t *theme.Theme, w, h int) string {
	focused := s.view == forecast
	lines := []string{s.outlook.title().draw(t, w, false)}
	if tall := chartHeight(h - 1); tall > 0 {
		for _, line := range s.outlook.chart(s.account, s.pointed()).draw(t, w-1, tall) {
			lines = append(lines, " "+line)
		}
	}
	above := widget.Lines(lines, w, min(h, len(lines)))
	return widget.Stack(above, s.events.draw(t, w, h-len(lines), focused))
}

// chartHeight is how many of h lines the chart takes; 0 for none.
func chartHeight(h int) int {
	tall := min(h*3/5, 12)
	if tall < chartFeet+2 {
		return 0
	}
	return tall
}

// pointed is the day under the cursor of the forecast.
func (s *Screen) pointed() day.Day {
	if s.view != forecast {
		return day.Never
	}
	if on := s.events.current().on; on != 0 {
		return on
	}
	return day.Never
}

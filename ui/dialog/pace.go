package dialog

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Pace takes a pace and a reply rate for the forecast, and shows in a few words what
// becomes of the credits by it.
type Pace struct {
	entry
	seat       string
	pace, rate *field
	course     credit.Course // as it is typed
}

// NewPace is the dialog for a seat. course is the one that is drawn now, nil for the
// seat's own.
func NewPace(w World, seat string, course *credit.Course) *Pace {
	d := &Pace{seat: seat, pace: &field{label: "Pace"}, rate: &field{label: "Answers"}}
	own := w.ledger(seat).Habit()
	d.pace.input.Limit, d.rate.input.Limit = 20, 4
	d.pace.input.Placeholder = "your own, " + own.Pace.String() + "; or 10, 2/week, 1 a day"
	d.rate.input.Placeholder = fmt.Sprintf("your own, %s", percent(own.Rate))
	if course != nil {
		d.pace.input.SetValue(strings.TrimSuffix(course.Pace.String(), " a month"))
		if course.Rate != own.Rate {
			d.rate.input.SetValue(percent(course.Rate))
		}
	}
	d.form.fields = []*field{d.pace, d.rate}
	d.check, d.accept = d.read, d.reckon
	d.Refresh(w)
	return d
}

// percent is a rate in words: "29%".
func percent(r credit.Rate) string { return fmt.Sprintf("%.0f%%", 100*r.Share()) }

// errRate: the reply rate is no share.
var errRate = errors.New("the answers are a share of the InMails: write 0 to 100")

// read reads what is typed.
func (d *Pace) read() (err error) {
	d.course = d.world.ledger(d.seat).Habit()
	if text := clean.Line(d.pace.text()); text != "" {
		d.course.Pace, err = credit.ParsePace(text)
	}
	if text := strings.TrimSpace(strings.TrimSuffix(d.rate.text(), "%")); text != "" && err == nil {
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 || n > 100 {
			return errRate
		}
		d.course.Rate = credit.PerCent(n)
	}
	return err
}

// own tells whether nothing is typed, which is the seat's own course.
func (d *Pace) own() bool { return d.pace.text() == "" && d.rate.text() == "" }

// reckon draws the forecast at what is typed.
func (d *Pace) reckon() ask.Request {
	if d.own() {
		return done(ask.ForecastAt{})
	}
	course := d.course
	return done(ask.ForecastAt{Course: &course})
}

// Draw is the box: the pace, and below it where it leads.
func (d *Pace) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "How many InMails will you send?", note: clean.Line(d.world.seat(d.seat).Name), width: 74, lines: 7}
	f.hints = d.world.hint(t, scope, keymap.Accept, "draw it")
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.NextField, "next")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "cancel")...)
	return f.draw(t, w, h, func(s *sheet) {
		d.form.draw(s, d.pace, "")
		d.form.draw(s, d.rate, "of 100")
		s.rule()
		if d.wrong(s, d.err) {
			return
		}
		d.leads(s)
	})
}

// decimal is a number to one decimal, which is left out where it is 0.
func decimal(x float64) string { return strconv.FormatFloat(math.Round(10*x)/10, 'f', -1, 64) }

// ahead is how many days the forecast looks.
const ahead = 90

// leads adds where the pace leads.
func (d *Pace) leads(s *sheet) {
	l := d.world.ledger(d.seat)
	c := l.Forecast(l.On.Add(ahead), d.course)
	end := l.Balance
	if n := len(c.Days); n > 0 {
		end = c.Days[n-1].Balance
	}
	s.say(theme.Strong, s.t.Glyphs.Arrow+" ", fmt.Sprintf("At %s, %s answered: %d credits in %d days.",
		d.course.Pace, percent(d.course.Rate), end, ahead))
	if c.FirstShort < day.Never {
		s.say(theme.Due, s.t.Glyphs.Warn+" ", "The first InMail without a credit would be on "+d.world.day(c.FirstShort)+".")
	}
	if n := c.Lost(); n > 0 {
		s.say(theme.Due, s.t.Glyphs.Warn+" ", fmt.Sprintf("%d would end unused.", n))
	}
	if e := l.Policy.Economics(d.course, 0); e.Sustainable != nil && l.Active {
		s.say(theme.Dim, "  ", "The grants pay for "+decimal(e.Sustainable.Sends)+" a month.")
	}
}

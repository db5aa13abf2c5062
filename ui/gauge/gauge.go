package gauge

import (
	"fmt"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Gauge is the credits of one seat today. The zero Gauge has no seat.
type Gauge struct {
	Seat   string // its name
	Many   bool   // there are other seats, too
	Have   int    // credits in hand
	Cap    int    // what the plan lets pile up
	Risk   int    // credits lost soon if none is spent
	Active bool

	notes []note // what matters next, the most urgent first
}

// note is a few words about the credits, from all there is to say to the least.
type note struct {
	full, days, long, short string // those that are empty say no more than the next
	role                    theme.Role
}

// Read is the gauge of the active seat. Computing it costs one reading of the ledger
// and a look at the weeks to come, so keep it until the Book or the day changes.
func Read(b *model.Book, now time.Time) Gauge {
	seat, ok := b.ActiveSeat(now)
	if !ok {
		return Gauge{}
	}
	l, behind, _ := b.LedgerNow(seat.ID, now)
	ahead, risk := look(l)
	return Gauge{
		Seat: clean.Line(seat.Name), Many: len(b.Seats()) > 1, Active: l.Active,
		Have: l.Balance, Cap: l.Policy.Cap, Risk: min(risk, l.Balance),
		notes: append(wrong(l, behind), ahead...),
	}
}

// wrong says what keeps the figures from being trusted.
func wrong(l credit.Ledger, behind bool) []note {
	var notes []note
	if behind {
		text := "clock behind: as of " + short(l.On)
		notes = append(notes, note{long: text, short: text, role: theme.Danger})
	}
	if !l.Active {
		notes = append(notes, note{long: "plan cancelled", short: "cancelled", role: theme.Danger})
	}
	if l.Overdrawn > 0 {
		text := fmt.Sprintf("%d overdrawn", l.Overdrawn)
		notes = append(notes, note{long: text + ": reconcile", short: text, role: theme.Danger})
	}
	return notes
}

// look says what time will do to the credits first, and how many are at risk:
// what is lost soon, day by day, or, when nothing is, the next grant.
func look(l credit.Ledger) (notes []note, risk int) {
	if r := l.AtRisk(credit.SoonDays); len(r.Losses) > 0 {
		return []note{losing(r)}, r.Total()
	}
	if grant, coming := l.NextGrant(); coming {
		text := fmt.Sprintf("+%d on %s", grant.Amount, short(grant.On))
		return []note{{long: text, short: text, role: theme.Dim}}, 0
	}
	return nil, 0
}

// losing says what is lost soon: all of it by day and what to send to lose none, all
// of it by day, the first of it, and that in short.
func losing(r credit.Risk) note {
	first := r.Losses[0]
	n := note{long: lossWords(first), short: fmt.Sprintf("%d exp %s", first.Total(), short(first.On)), role: theme.Due}
	if first.Evicts > 0 {
		n.short = fmt.Sprintf("%d lost %s", first.Total(), short(first.On))
	}
	n.days = n.long
	for i, loss := range r.Losses[1:] {
		if i+1 == mostLosses {
			n.days += " and more"
			break
		}
		n.days += fmt.Sprintf(", %d on %s", loss.Total(), short(loss.On))
	}
	for i, s := range r.Saving[:min(len(r.Saving), mostSavings)] {
		if i == 0 {
			n.full = n.days + ": send"
		} else {
			n.full += ","
		}
		n.full += fmt.Sprintf(" %d by %s", s.Send, short(s.By))
	}
	return n
}

// mostLosses is how many losing days the header names, mostSavings how many
// deadlines.
const (
	mostLosses  = 3
	mostSavings = 2
)

// lossWords says what one day loses.
func lossWords(loss credit.Loss) string {
	switch n, on := loss.Total(), short(loss.On); {
	case loss.Evicts == 0:
		return fmt.Sprintf("%d %s %s", n, verb(n, "expires", "expire"), on)
	case loss.Expires == 0:
		return fmt.Sprintf("%d lost to the grant of %s", n, on)
	default:
		return fmt.Sprintf("%d lost on %s", n, on)
	}
}

// short is a day as the header writes it: "30 Nov".
func short(d day.Day) string {
	_, month, dom := d.Date()
	return fmt.Sprintf("%d %s", dom, month.String()[:3])
}

// verb is singular for one.
func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// The cells of the bar, where there is room and where there is less.
const (
	meterWidth = 15
	shortMeter = 10
)

// Draw is the gauge in at most w cells: the figures, the bar and the most urgent
// note, shorter the less room there is. It answers a painted text and its width.
// hint says how to open a seat where there is none, such as "g m opens one".
func (g Gauge) Draw(t *theme.Theme, w int, hint string) (string, int) {
	for _, parts := range g.variants(t, hint) {
		text := ""
		for _, p := range parts {
			text += p
		}
		if n := widget.Width(text); n <= w {
			return text, n
		}
	}
	return "", 0
}

// variants lists the ways to draw the gauge, the most telling first.
func (g Gauge) variants(t *theme.Theme, hint string) [][]string {
	if g.Seat == "" {
		none := t.Paint(theme.Dim, "no InMail seat")
		return [][]string{{none, t.Paint(theme.Dim, " "+t.Glyphs.Sep+" "+hint)}, {none}}
	}
	name := "InMail "
	if g.Many {
		name += g.Seat + " "
	}
	figures := t.Paint(theme.Dim, name) + t.Paint(g.figureRole(), fmt.Sprintf("%d/%d", g.Have, g.Cap))
	bar := func(w int) string {
		return " " + widget.Meter{Have: g.Have, Cap: g.Cap, Risk: g.Risk}.Draw(t, w)
	}
	if len(g.notes) == 0 {
		return [][]string{{figures, bar(meterWidth)}, {figures, bar(shortMeter)}, {figures}}
	}
	n := g.notes[0]
	said := func(text string) string { return "  " + t.Paint(n.role, text) }
	days := or(n.days, n.long)
	return [][]string{
		{figures, bar(meterWidth), said(or(n.full, days))},
		{figures, bar(meterWidth), said(days)},
		{figures, bar(meterWidth), said(n.long)},
		{figures, bar(shortMeter), said(n.short)},
		{figures, said(n.short)},
		{figures, bar(shortMeter)},
		{figures},
	}
}

// or is the text, or what stands for none.
func or(text, none string) string {
	if text == "" {
		return none
	}
	return text
}

// figureRole warns when there is nothing left.
func (g Gauge) figureRole() theme.Role {
	if g.Have == 0 {
		return theme.Danger
	}
	return theme.Strong
}

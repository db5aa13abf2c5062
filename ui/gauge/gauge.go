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

// soon is how many days ahead an expiry is worth a warning.
const soon = 14

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

// note is a few words about the credits, long and short.
type note struct {
	long, short string
	role        theme.Role
}

// Read is the gauge of the active seat: the first whose plan runs, or the first
// of all. Computing it costs one reading of the ledger, so keep it until the
// Book or the day changes.
func Read(b *model.Book, now time.Time) Gauge {
	seat, ok := Active(b, now)
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
		notes = append(notes, note{text, text, theme.Danger})
	}
	if !l.Active {
		notes = append(notes, note{"plan cancelled", "cancelled", theme.Danger})
	}
	if l.Overdrawn > 0 {
		text := fmt.Sprintf("%d overdrawn", l.Overdrawn)
		notes = append(notes, note{text + ": reconcile", text, theme.Danger})
	}
	return notes
}

// Active is the seat whose credits are shown and spent first.
func Active(b *model.Book, now time.Time) (model.Seat, bool) {
	seats := b.Seats()
	for _, s := range seats {
		if l, _, ok := b.LedgerNow(s.ID, now); ok && l.Active {
			return s, true
		}
	}
	if len(seats) == 0 {
		return model.Seat{}, false
	}
	return seats[0], true
}

// look says what time will do to the credits first, and how many are at risk:
// expiry within days, eviction by the next grant, or, when nothing is at risk, the
// grant itself. What a grant pushes out are the credits that would expire first, so
// those are counted once.
func look(l credit.Ledger) (notes []note, risk int) {
	expiry, expires := l.NextExpiry()
	expires = expires && expiry.On.Sub(l.On) <= soon
	grant, grants := l.NextGrant()
	evicts := grants && grant.Evicts > 0
	switch {
	case expires && (!evicts || expiry.On <= grant.On):
		on := short(expiry.On)
		long := fmt.Sprintf("%d %s %s", expiry.Amount, verb(expiry.Amount, "expires", "expire"), on)
		return []note{{long, fmt.Sprintf("%d exp %s", expiry.Amount, on), theme.Due}}, expiry.Amount + grant.Evicts
	case evicts:
		risk = grant.Evicts
		if expires {
			risk = max(risk, expiry.Amount)
		}
		on := short(grant.On)
		return []note{{fmt.Sprintf("%d lost to the grant of %s", grant.Evicts, on), fmt.Sprintf("%d lost %s", grant.Evicts, on), theme.Due}}, risk
	case grants:
		text := fmt.Sprintf("+%d on %s", grant.Amount, short(grant.On))
		return []note{{text, text, theme.Dim}}, 0
	}
	return nil, 0
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
	long, short := "  "+t.Paint(n.role, n.long), "  "+t.Paint(n.role, n.short)
	return [][]string{
		{figures, bar(meterWidth), long},
		{figures, bar(shortMeter), short},
		{figures, short},
		{figures, bar(shortMeter)},
		{figures},
	}
}

// figureRole warns when there is nothing left.
func (g Gauge) figureRole() theme.Role {
	if g.Have == 0 {
		return theme.Danger
	}
	return theme.Strong
}

package credit

import (
	"fmt"

	"cordial/model/day"
)

// SoonDays is how many days ahead an expiry counts as near.
const SoonDays = 14

// Risk is what is lost soon if nothing is sent, and how many InMails would save it.
type Risk struct {
	From   day.Day  `json:"from"`   // the day of the ledger
	Until  day.Day  `json:"until"`  // how far it looks
	Losses []Loss   `json:"losses"` // if nothing is sent
	Saving []Saving `json:"saving"` // what to send to lose none
	// Unsaved counts the credits that no InMail saves: what a grant brings beyond the cap.
	Unsaved int `json:"unsaved"`
}

// Loss is a day on which credits end unused. No credit is in two losses.
type Loss struct {
	On      day.Day `json:"on"` // the first day they are gone
	Expires int     `json:"expires"`
	Evicts  int     `json:"evicts"`
}

// Saving is a deadline: so many InMails sent by its end, and nothing is lost until the next.
type Saving struct {
	By   day.Day `json:"by"`   // the last day to send
	Send int     `json:"send"` // InMails that cost a credit, from the ledger's day on, with those of earlier deadlines
}

// AtRisk answers what is lost within some days, and until the next grant if that is later and evicts, by
// day. A grant that evicts credits the day before they expire loses them once.
//
// What to send is exact: whoever sends that many on each deadline loses nothing but the unsaved, and one less
// loses one. Sent sooner they save as much, unless credits yet to come, by a grant or a missing answer, are
// among those lost.
func (l Ledger) AtRisk(days int) Risk {
	r := Risk{From: l.On, Until: l.On.Add(days)}
	f := l.onward()
	grant := f.grantDay()
	r.Losses = f.losses(r.Until)
	if grant > r.Until && grant < day.Never {
		if more := f.losses(grant); len(more) > 0 && more[len(more)-1].Evicts > 0 {
			r.Until = grant
			r.Losses = append(r.Losses, more...)
		}
	}
	r.Saving, r.Unsaved = l.saving(r.Until)
	return r
}

// losses lives on to a day without sending.
func (f *fold) losses(until day.Day) []Loss {
	var losses []Loss
	for today := f.nextDay(); today <= until; today = f.nextDay() {
		if loss := f.lose(today); loss.Total() > 0 {
			losses = append(losses, loss)
		}
	}
	return losses
}

// lose lives a day and answers what it loses.
func (f *fold) lose(today day.Day) Loss {
	before := f.Totals
	f.live(today)
	moved := f.Totals.minus(before)
	return Loss{today, moved.Expired, moved.Evicted}
}

// saving lives to a day, sending on the eve of each loss what would be lost. Spending takes the credits that
// expiry and eviction would (ledger rule 5), so the loss is gone and all else as it was.
func (l Ledger) saving(until day.Day) (deadlines []Saving, unsaved int) {
	w := walk{fold: l.onward()}
	for today := w.nextDay(); today <= until; today = w.nextDay() {
		if w.mayLose(today) {
			eve := today.Add(-1)
			n := min(w.Ledger.onward().lose(today).Total(), w.Balance)
			for range n {
				w.sendOne(eve)
			}
			if n > 0 {
				deadlines = append(deadlines, Saving{eve, w.sends})
			}
		}
		unsaved += w.lose(today).Total()
	}
	return deadlines, unsaved
}

// mayLose tells whether something expires today, or a grant may evict.
func (f *fold) mayLose(today day.Day) bool {
	return f.billing <= today || len(f.Lots) > 0 && f.Lots[0].Expires <= today
}

// Total answers how many credits are lost that day.
func (l Loss) Total() int { return l.Expires + l.Evicts }

// Total answers how many credits are at risk.
func (r Risk) Total() int {
	total := 0
	for _, loss := range r.Losses {
		total += loss.Total()
	}
	return total
}

// Sentences says what is lost by day, and what to send to lose none; nothing if nothing is at risk.
func (r Risk) Sentences(say Tongue) []string {
	var said []string
	for _, loss := range r.Losses {
		said = append(said, loss.sentence(say))
	}
	for i, s := range r.Saving {
		switch {
		case i == 0 && len(r.Saving) > 1:
			said = append(said, fmt.Sprintf("Send %d more by %s.", s.Send, say.day(s.By)))
		case i < len(r.Saving)-1:
			said = append(said, fmt.Sprintf("Send %d more in all by %s.", s.Send, say.day(s.By)))
		case i > 0:
			said = append(said, fmt.Sprintf("Send %d more in all by %s to lose none%s.", s.Send, say.day(s.By), r.besides()))
		default:
			said = append(said, fmt.Sprintf("Send %d more by %s to lose none%s.", s.Send, say.day(s.By), r.besides()))
		}
	}
	if len(r.Saving) == 0 && r.Unsaved > 0 {
		said = append(said, "Nothing you send changes that: the grant alone is over the cap.")
	}
	return said
}

func (l Loss) sentence(say Tongue) string {
	switch {
	case l.Evicts == 0:
		return fmt.Sprintf("%s on %s unless used.", verbed(l.Expires, "expires", "expire"), say.day(l.On))
	case l.Expires == 0:
		return fmt.Sprintf("The grant of %s pushes out %s unless used.", say.day(l.On), counted(l.Evicts, "credit"))
	default:
		return fmt.Sprintf("%s on %s unless used, and the grant that day pushes out %d more.",
			verbed(l.Expires, "expires", "expire"), say.day(l.On), l.Evicts)
	}
}

// besides excepts what cannot be saved.
func (r Risk) besides() string {
	if r.Unsaved == 0 {
		return ""
	}
	return fmt.Sprintf(" but the %d that no InMail saves", r.Unsaved)
}

// verbed writes a number of credits with its verb.
func verbed(n int, one, many string) string {
	if n == 1 {
		return "1 credit " + one
	}
	return fmt.Sprintf("%d credits %s", n, many)
}

package credit

import (
	"strconv"

	"cordial/model/day"
)

// Course is how a seat is supposed to go on. The zero value sends nothing.
type Course struct {
	Pace Pace
	Rate Rate // of the InMails sent from now on, how many are answered
}

// Forecast is a seat's credits day by day if it goes on a course from the ledger's day, which is over.
//
// Every rule of the ledger holds; nothing is left to chance. InMails go out on weekdays, evenly, and are not
// sent without a credit. The answered ones are spread evenly among them and answered at once: at a steady
// pace the answers of a day are as many as its sends will get, whatever they take to come. What is open
// already is expected to stay unanswered. Under [RefundOnNoReply] the others come back when their window is
// over. A forecast of nothing sent is what [Fold] answers for the days to come.
type Forecast struct {
	Course
	From       day.Day       // the day of the ledger
	Start      int           // the balance then
	Days       []ForecastDay // those that follow
	Moves      Totals        // what comes and goes in them
	Lots       []Lot         // what is left at their end
	FirstShort day.Day       // the first day on which an InMail finds no credit; [day.Never] if none does
	Dips       []Dip         // why the balance falls at a month's end
}

// ForecastDay is one day of a forecast: what comes and goes, and the balance at its end.
type ForecastDay struct {
	On              day.Day `json:"on"`
	Balance         int     `json:"balance"`
	Granted         int     `json:"granted"`
	Expired         int     `json:"expired"`
	Evicted         int     `json:"evicted"`
	Sent            int     `json:"sent"`
	Refunded        int     `json:"refunded"`
	RefundForfeited int     `json:"refund_forfeited"`
	Short           int     `json:"short"` // InMails that the pace asks for and no credit is there for
}

// Lost answers how many credits the day ends unused.
func (d ForecastDay) Lost() int { return d.Expired + d.Evicted }

// Forecast answers the ledger's seat on a course, for every day up to one.
func (l Ledger) Forecast(until day.Day, course Course) Forecast {
	w := walk{fold: l.onward(), course: course}
	c := Forecast{Course: course, From: l.On, Start: l.Balance, FirstShort: day.Never}
	c.Days = make([]ForecastDay, 0, max(until.Sub(l.On), 0))
	for today := l.On.Add(1); today <= until; today++ {
		next := w.live(today)
		c.Days = append(c.Days, next)
		if next.Short > 0 {
			c.FirstShort = min(c.FirstShort, today)
		}
	}
	c.Moves = w.Totals.minus(l.Totals)
	c.Lots = w.MergedLots()
	c.Dips = dips(w.Entries, w.grantDay())
	return c
}

// Lost answers how many credits the forecast's days end unused.
func (c Forecast) Lost() int { return c.Moves.Expired + c.Moves.Evicted }

// FirstShort answers the first day up to one on which a course finds no credit, and [day.Never] if it always
// does: the end of the runway. It looks further than is worth drawing; ten years take milliseconds.
func (l Ledger) FirstShort(until day.Day, course Course) day.Day {
	w := walk{fold: l.onward(), course: course}
	for today := l.On.Add(1); today <= until; today++ {
		if w.live(today).Short > 0 {
			return today
		}
		w.Entries = w.Entries[:0]
	}
	return day.Never
}

// onward answers a fold that goes on from the ledger's day and leaves the ledger as it is. Its statement
// starts empty, and of the InMails it carries on only those that a missing answer may refund.
func (l Ledger) onward() *fold {
	f := &fold{Ledger: l}
	f.Entries, f.sent = nil, map[string]int{}
	f.Lots = append([]Lot(nil), l.Lots...)
	f.InMails = make([]InMail, len(l.awaiting))
	f.awaiting = make([]int, len(l.awaiting))
	for i, at := range l.awaiting {
		f.InMails[i], f.awaiting[i] = l.InMails[at], i
	}
	return f
}

// grantDay answers the day of the next monthly grant, and [day.Never] if none will come.
func (f *fold) grantDay() day.Day {
	if !f.Active || f.Policy.Monthly <= 0 {
		return day.Never
	}
	return f.billing
}

// walk is a fold on a course.
type walk struct {
	*fold
	course   Course
	weekdays int // gone by
	due      int // InMails the pace asked for in them
	sends    int // InMails that had a credit
}

// live takes the seat through one day that the ledger's rules and the course fill.
func (w *walk) live(today day.Day) ForecastDay {
	before := w.Totals
	w.fold.live(today)
	short := w.sendDue(today)
	moved := w.Totals.minus(before)
	return ForecastDay{
		On: today, Balance: w.Balance, Short: short,
		Granted: moved.Granted, Expired: moved.Expired, Evicted: moved.Evicted,
		Sent: moved.Debited, Refunded: moved.Refunded, RefundForfeited: moved.RefundForfeited,
	}
}

// sendDue sends what the pace asks for today, and answers how many InMails found no credit.
func (w *walk) sendDue(today day.Day) (short int) {
	if !isWeekday(today) {
		return 0
	}
	w.weekdays++
	due := w.course.Pace.by(w.weekdays)
	n := due - w.due
	w.due = due
	for ; n > 0 && w.Balance > 0; n-- {
		w.sendOne(today)
		if w.course.Rate.answers(w.sends) {
			w.hear(dated{today, &Fact{Kind: Answered, InMail: w.lastSent()}})
		}
	}
	return n
}

// sendOne sends an InMail that costs a credit.
func (w *walk) sendOne(today day.Day) {
	w.sends++
	w.send(dated{today, &Fact{Kind: Sent, InMail: w.lastSent(), Cost: 1}})
}

// lastSent is the id of the latest InMail of the walk.
func (w *walk) lastSent() string { return strconv.Itoa(w.sends) }

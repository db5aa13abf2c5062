package credits

import (
	"slices"
	"sort"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
)

// ahead is how many days the forecast looks.
const ahead = 90

// account is what is known of one seat on its day. It is read once for every change
// of the Book and every day, never for a frame.
type account struct {
	credit.Ledger
	seat   model.Seat
	book   *model.Book
	now    time.Time
	behind bool // the clock is behind the journal (ledger rule 18)

	lots   []credit.Lot
	born   map[credit.Origin]int // credits that each of the lots began with
	open   []credit.InMail
	wrote  map[string]bool // of the open ones, those whose receiver has written since
	grant  *credit.Grant   // the next one, nil if none will come
	risk   credit.Risk
	lately credit.Lately
	past   []int        // the balance of each day of late, the oldest first
	dips   []credit.Dip // those ahead if nothing is sent
	price  model.Price  // of a month; nothing if it is not known
	sheet  model.PolicySheet
}

// read is the account of a seat today.
func read(w World, seat model.Seat) account {
	b, now := w.Book, w.Now
	a := account{seat: seat, book: b, now: now}
	a.Ledger, a.behind, _ = b.LedgerNow(seat.ID, now)
	a.lots, a.open = a.MergedLots(), a.OpenInMails()
	a.wrote = a.answers(w)
	a.born = a.beginnings()
	if g, ok := a.NextGrant(); ok {
		a.grant = &g
	}
	a.risk = a.AtRisk(credit.SoonDays)
	a.lately = a.Lately(credit.HabitDays)
	a.past = a.history(credit.HabitDays)
	a.dips = a.Forecast(a.On.Add(ahead), credit.Course{}).Dips
	a.price, _ = b.Price(seat.ID, a.On)
	a.sheet, _ = b.Policy(seat.ID, a.On)
	return a
}

// beginnings counts what each lot that is left began with.
func (a account) beginnings() map[credit.Origin]int {
	born := make(map[credit.Origin]int, len(a.lots))
	first := day.Never
	for _, lot := range a.lots {
		born[lot.Origin] = 0
		first = min(first, lot.Born)
	}
	for i := a.entryOf(first); i < len(a.Entries); i++ {
		e := &a.Entries[i]
		if e.Amount <= 0 {
			continue
		}
		if n, left := born[e.Lot]; left {
			born[e.Lot] = n + e.Amount
		}
	}
	return born
}

// answers finds the open InMails whose receiver has written since, as far as the
// evidence tells.
func (a account) answers(w World) map[string]bool {
	wrote := map[string]bool{}
	if w.Board == nil {
		return wrote
	}
	for _, m := range a.open {
		person := w.Book.PersonKey(m.Contact)
		for _, id := range w.Board.OfPerson(person) {
			if v, ok := w.Board.View(id); ok && !v.Head.Group {
				if answered, ok := w.Book.AnsweredBy(person, v.Head.LastIn, w.Now); ok && answered.ID == m.ID {
					wrote[m.ID] = true
				}
			}
		}
	}
	return wrote
}

// entryOf is the place in the statement at which a day begins.
func (a account) entryOf(on day.Day) int {
	return sort.Search(len(a.Entries), func(i int) bool { return a.Entries[i].Day >= on })
}

// history is the balance at the end of each of the last days, today included.
func (a account) history(days int) []int {
	from := a.On.Add(1 - days)
	balance, next := 0, a.entryOf(from)
	if next > 0 {
		balance = a.Entries[next-1].Balance
	}
	past := make([]int, days)
	for i := range past {
		for next < len(a.Entries) && a.Entries[next].Day <= from.Add(i) {
			balance = a.Entries[next].Balance
			next++
		}
		past[i] = balance
	}
	return past
}

// newest is the place in the statement of its i-th line, 0 the newest.
func (a account) newest(i int) int { return len(a.Entries) - 1 - i }

// atRisk is how many credits of each lot are lost soon: losses take from the front,
// as spending does.
func (a account) atRisk() []int {
	rest := a.risk.Total()
	each := make([]int, len(a.lots))
	for i, lot := range a.lots {
		each[i] = min(lot.Left, rest)
		rest -= each[i]
	}
	return each
}

// dipAt is the dip that begins on a day.
func (a account) dipAt(on day.Day) (credit.Dip, bool) {
	i := slices.IndexFunc(a.dips, func(d credit.Dip) bool { return d.From == on })
	if i < 0 {
		return credit.Dip{}, false
	}
	return a.dips[i], true
}

// name is how the journal calls a contact.
func (a account) name(contact string) string {
	if p, ok := a.book.Contact(contact); ok && clean.Line(p.Name) != "" {
		return clean.Line(p.Name)
	}
	return clean.Line(contact)
}

// tongue says days and people as the screen does.
func (a account) tongue() credit.Tongue { return credit.Tongue{Day: a.day, Person: a.name} }

// course is how the seat goes on: as typed, or as of late.
func (a account) course(typed *credit.Course) credit.Course {
	if typed != nil {
		return *typed
	}
	return credit.Course{Pace: a.lately.Pace(), Rate: a.lately.ReplyRate()}
}

package demo

import (
	"time"

	"cordial/model"
)

// The seats: one that the next grant will overfill, and one whose oldest credits are
// about to expire.
const (
	main        = "main"
	hiring      = "hiring"
	mainSince   = 40  // days
	hiringSince = 118 // days
)

// openSeats opens both. The grant of the first comes in six days; the credits that
// arrived at the second a month after its opening expire in a day or two.
func (d *diary) openSeats() {
	shown := 100
	d.open(d.ago(mainSince, 8), model.SeatOpened{
		Seat: main, Name: "Main", Plan: "salesnav-core", Zone: "UTC",
		BillingDay: d.now.UTC().AddDate(0, 0, 6).Day(), OpeningBalance: &shown,
	})
	d.open(d.ago(hiringSince, 8), model.SeatOpened{Seat: hiring, Name: "Hiring", Plan: "business", Zone: "UTC"})
}

// open opens a seat.
func (d *diary) open(at time.Time, seat model.SeatOpened) {
	d.do(at, func(b *model.Book) ([]model.Draft, error) { return b.OpenSeat(seat, at, at) })
}

// writeInMails books the InMails that the messages show, each at the seat that was
// open then, and their answers but for the latest: that one is left for the reader.
func (d *diary) writeInMails(c *cast) {
	sent := c.take(len(c.threads), func(t model.Thread) bool {
		return known(t) && !t.Connected && t.InMail.Kind == model.ProbablySent && t.InMail.At > d.ago(hiringSince-1, 8).Unix()
	})
	left := false
	for _, t := range sent {
		seat, at := hiring, time.Unix(t.InMail.At, 0).In(d.now.Location())
		if at.After(d.ago(mainSince-1, 8)) {
			seat = main
		}
		d.do(at, func(b *model.Book) ([]model.Draft, error) {
			p, err := c.person(t)
			if err != nil {
				return nil, err
			}
			return send(b, p, seat, t.Subject, at)
		})
		switch {
		case t.InMail.Answered == 0:
		case !left:
			left = true
		default:
			d.answer(model.Person{Key: t.Person, Name: t.People[0].Name}, model.AnswerReplied, time.Unix(t.InMail.Answered, 0))
		}
	}
}

// send books an InMail under an id made of its time and its person.
func send(b *model.Book, p model.Person, seat, subject string, at time.Time) ([]model.Draft, error) {
	drafts, _, err := b.SendInMail(model.InMailRequest{
		InMail: at.UTC().Format("im-20060102-150405-") + p.Key.ThreadID()[1:9],
		Person: p, Seat: seat, Subject: subject, At: at,
	}, at)
	return drafts, err
}

// answer books an answer; one that comes after the window is booked all the same.
func (d *diary) answer(p model.Person, answer string, at time.Time) {
	d.do(at, func(b *model.Book) ([]model.Draft, error) { return b.AnswerInMail(p, answer, at, at, true) })
}

package demo

import (
	"time"

	"cordial/model"
)

// The seats: one whose oldest credits are about to expire, and one that the next
// grant will overfill.
const (
	main            = "main"
	recruiting      = "recruiting"
	mainSince       = 118 // days
	recruitingSince = 40  // days
)

// openSeats opens both. What the first was granted a month after its opening expires
// in a day or two; the grant of the second comes in six days.
func (d *diary) openSeats() {
	shown := 70
	d.open(d.ago(mainSince, 8), model.SeatOpened{Seat: main, Name: "Main", Plan: "salesnav-core", Zone: "UTC"})
	d.open(d.ago(recruitingSince, 8), model.SeatOpened{
		Seat: recruiting, Name: "Recruiting", Plan: "recruiter-lite", Zone: "UTC",
		BillingDay: d.now.UTC().AddDate(0, 0, 6).Day(), OpeningBalance: &shown,
	})
}

// open opens a seat.
func (d *diary) open(at time.Time, seat model.SeatOpened) {
	d.do(at, func(b *model.Book) ([]model.Draft, error) { return b.OpenSeat(seat, at, at) })
}

// writeInMails books the InMails that the messages show, and their answers, but for
// the latest of each: they are left for the review.
func (d *diary) writeInMails(c *cast) {
	sent := c.take(len(c.threads), func(t model.Thread) bool {
		return known(t) && !t.Connected && t.InMail.Kind == model.ProbablySent && t.InMail.At > d.ago(mainSince-1, 8).Unix()
	})
	left := false
	for i, t := range sent {
		if i == 0 {
			continue
		}
		at := time.Unix(t.InMail.At, 0).In(d.now.Location())
		d.do(at, func(b *model.Book) ([]model.Draft, error) {
			p, err := c.person(t)
			if err != nil {
				return nil, err
			}
			return send(b, p, main, t.Subject, at)
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

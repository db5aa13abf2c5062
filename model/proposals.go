package model

import (
	"time"

	"cordial/model/credit"
)

// Answered is an InMail that looks answered: the other side has written since.
type Answered struct {
	PersonInMail
	Thread Key // where they wrote
}

// LooksAnswered lists the InMails without a recorded answer to people who have
// written since in a direct conversation, in the order of the conversations. Whether
// what they wrote is the answer is for the user to say.
func (b *Book) LooksAnswered(threads ThreadSet, now time.Time) []Answered {
	latest := map[Key]int{} // person → where they wrote last
	for i := range threads.Len() {
		h := threads.Head(i)
		if h.Group || h.Person == 0 || len(b.people[h.Person]) == 0 {
			continue
		}
		if at, known := latest[h.Person]; !known || h.LastIn > threads.Head(at).LastIn {
			latest[h.Person] = i
		}
	}
	var list []Answered
	for i := range threads.Len() {
		h := threads.Head(i)
		if at, known := latest[h.Person]; !known || at != i {
			continue
		}
		if m, ok := b.AnsweredBy(h.Person, h.LastIn, now); ok {
			list = append(list, Answered{m, h.Key})
		}
	}
	return list
}

// AnsweredBy is the InMail that a person's last message seems to answer, which came at
// an instant in Unix seconds: the latest before it, as an answer counts for that one
// (ledger rule 12), if no answer is recorded.
func (b *Book) AnsweredBy(person Key, lastIn int64, now time.Time) (m PersonInMail, ok bool) {
	for _, sent := range b.InMailsTo(person, now) {
		if sent.State != credit.InMailUndelivered && sent.At.Unix() < lastIn && (m.ID == "" || !sent.At.Before(m.At)) {
			m = sent
		}
	}
	return m, m.State == credit.InMailOpen || m.State == credit.InMailLapsed
}

package model

import "time"

// Answered is an InMail that looks answered.
type Answered struct{ PersonInMail }

// LooksAnswered lists the InMails without a recorded answer to people who have written
// since in a direct conversation.
func (b *Book) LooksAnswered(threads ThreadSet, now time.Time) []Answered {
	latest := map[Key]int64{}
	for i := range threads.Len() {
		if h := threads.Head(i); !h.Group && h.Person != 0 {
			latest[h.Person] = max(latest[h.Person], h.LastIn)
		}
	}
	var list []Answered
	for person, at := range latest {
		if m, ok := b.AnsweredBy(person, at, now); ok {
			list = append(list, Answered{m})
		}
	}
	return list
}

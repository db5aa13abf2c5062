package model

import (
	"testing"
)

// An answer counts for the latest InMail before it, so no message is proposed as the
// answer to two.
func TestAMessageAnswersTheLatestInMail(t *testing.T) {
	j := opened(t)
	send := func(when, id string) { j.add(when, InMailSent{InMail: id, Contact: "ada", Seat: "main", Cost: 1}) }
	send("01-10 09:00", "im1")
	send("02-10 09:00", "im2")
	ada := PersonKey("ada")
	for _, c := range []struct {
		lastIn, want string
	}{
		{"01-10 09:00", ""}, // before any, and at the same second
		{"01-10 09:01", "im1"},
		{"02-10 09:00", "im1"},
		{"02-10 09:01", "im2"},
	} {
		m, ok := j.AnsweredBy(ada, at(c.lastIn).Unix(), at("03-01 12:00"))
		if ok != (c.want != "") || ok && m.ID != c.want {
			t.Errorf("they wrote last on %s: %q, %t; want %q", c.lastIn, m.ID, ok, c.want)
		}
	}
	threads := heads{
		{Key: ThreadKey("old"), Person: ada, LastIn: at("02-11 09:00").Unix()},
		{Key: ThreadKey("new"), Person: ada, LastIn: at("02-12 09:00").Unix()},
	}
	if got := j.LooksAnswered(threads, at("03-01 12:00")); len(got) != 1 || got[0].ID != "im2" || got[0].Thread != ThreadKey("new") {
		t.Errorf("%+v", got)
	}
	j.add("02-12 10:00", InMailAnswered{InMail: "im2", Answer: AnswerReplied})
	if got := j.LooksAnswered(threads, at("03-01 12:00")); len(got) != 0 {
		t.Errorf("once it is recorded: %+v", got)
	}
	send("02-20 09:00", "im3")
	j.add("02-21 09:00", InMailUndelivered{InMail: "im3"})
	if m, ok := j.AnsweredBy(ada, at("02-22 09:00").Unix(), at("03-01 12:00")); ok {
		t.Errorf("what was not delivered hides what was: %+v", m)
	}
	if _, ok := j.AnsweredBy(PersonKey("nobody"), at("02-22 09:00").Unix(), at("03-01 12:00")); ok {
		t.Error("a stranger")
	}
}

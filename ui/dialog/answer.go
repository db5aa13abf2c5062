package dialog

import (
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/when"
	"cordial/ui/ask"
)

// Answer books what became of the latest open InMail to a person, and shows
// which credit comes back before it does.
type Answer struct {
	entry     // its err is what is wrong, whatever the user wants
	person    model.Person
	what, day *field

	effect  effect
	refusal error // what speaks against it; insisting may help
}

// effect is what an answer does to the credits.
type effect struct {
	inmail        credit.InMail
	seat          model.Seat
	on            day.Day // of the answer
	before, after int     // the balance today
	line          credit.Entry
	moved         bool // line is a line of the statement
}

// answers are the options of the dialog, and what each is for the journal.
func answers() (words, kinds []string) {
	return []string{"replied", "accepted", "declined", "auto-reply", "not delivered"},
		[]string{model.AnswerReplied, model.AnswerAccepted, model.AnswerDeclined, model.AnswerAutoReply, model.Undelivered}
}

// NewAnswer is the dialog for the answer of a person.
func NewAnswer(w World, person model.Person) *Answer {
	words, _ := answers()
	d := &Answer{person: person, what: &field{label: "Answer", options: words}, day: &field{label: "When"}}
	d.day.input.Placeholder, d.day.input.Limit = "now", 60
	d.form.fields = []*field{d.what, d.day}
	d.check = d.ask
	d.accept = func() ask.Request { return d.book(false) }
	d.Refresh(w)
	return d
}

// at is the moment of the answer that is typed.
func (d *Answer) at() (time.Time, error) {
	if d.day.text() == "" {
		return d.world.Now, nil
	}
	return when.ParsePast(d.day.text(), d.world.Now, d.world.When)
}

// kind is the answer chosen.
func (d *Answer) kind() string {
	_, kinds := answers()
	return kinds[d.what.at]
}

// ask asks the model what the answer would do.
func (d *Answer) ask() error {
	d.effect, d.refusal = effect{}, nil
	at, err := d.at()
	if err != nil {
		return err
	}
	book := d.world.Book
	drafts, err := book.AnswerInMail(d.person, d.kind(), at, d.world.Now, true)
	if err != nil {
		return err
	}
	_, d.refusal = book.AnswerInMail(d.person, d.kind(), at, d.world.Now, false)
	d.effect = d.foresee(drafts[len(drafts)-1])
	return nil
}

// preview is the event id of the answer in the ledger that foresee folds.
const preview = "preview"

// foresee folds the seat's ledger once more, with the answer.
func (d *Answer) foresee(draft model.Draft) effect {
	fact := credit.Fact{Kind: credit.Answered, At: draft.At, Event: preview, Answer: d.kind()}
	switch decision := draft.Decision.(type) {
	case model.InMailAnswered:
		fact.InMail = decision.InMail
	case model.InMailUndelivered:
		fact.Kind, fact.InMail = credit.Undelivered, decision.InMail
	}
	e := effect{}
	for _, m := range d.world.Book.InMailsTo(d.person.Key, d.world.Now) {
		if m.ID == fact.InMail {
			e.inmail, e.seat = m.InMail, m.Seat
		}
	}
	h, _ := d.world.Book.History(e.seat.ID)
	fact.Seq = d.world.Book.Len()
	before, _, _ := d.world.Book.LedgerNow(e.seat.ID, d.world.Now)
	h.Facts = append(h.Facts[:len(h.Facts):len(h.Facts)], fact)
	after := credit.Fold(h, before.On)
	e.on = day.Of(draft.At, h.Zone)
	e.before, e.after = before.Balance, after.Balance
	for _, line := range after.Entries {
		if line.Event == preview {
			e.line, e.moved = line, true
		}
	}
	return e
}

// Do moves between the fields, books, and closes; also what is to be booked all the same.
func (d *Answer) Do(a keymap.Action) ask.Request {
	switch {
	case a == keymap.Accept && d.unknown():
		return ask.Batch{ask.Close{}, ask.FillInMail{Person: d.person}}
	case a != keymap.Insist:
		return d.entry.Do(a)
	}
	if d.recheck(); d.err != nil {
		d.Fail(d.err)
		return nil
	}
	return d.book(true)
}

// unknown tells that there is no InMail to be answered.
func (d *Answer) unknown() bool { return len(d.world.Book.InMailsTo(d.person.Key, d.world.Now)) == 0 }

// book is the request that books the answer.
func (d *Answer) book(insist bool) ask.Request {
	if d.refusal != nil && !insist {
		d.text = "not booked" + d.world.insist("; to keep the answer all the same, press ")
		return nil
	}
	at, _ := d.at()
	return done(ask.AnswerInMail{Person: d.person, Answer: d.kind(), At: at, Insist: d.refusal != nil})
}

package dialog

import (
	"errors"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
	"cordial/model/when"
	"cordial/ui/ask"
)

// subjectLimit is the most characters that LinkedIn takes as an InMail's subject.
const subjectLimit = 200

// InMail books an InMail that was sent on LinkedIn, after the credit check.
type InMail struct {
	trouble
	world  World
	person model.Person
	seats  []model.Seat

	form                      form
	seat, cost, subject, sent *field

	check model.InMailCheck // of what the form says
	err   error             // why there is no check
}

// costs are the options of the field "Cost", and what each means for the journal.
func costs() (words, reasons []string) {
	return []string{"1 credit", "Open Profile", "1st degree", "sponsored"},
		[]string{"", model.FreeOpenProfile, model.FreeFirstDegree, model.FreeSponsored}
}

// NewInMail is the dialog for an InMail to a person. Without a seat it offers to
// open one.
func NewInMail(w World, person model.Person) *InMail {
	words, _ := costs()
	d := &InMail{
		person:  person,
		seat:    &field{label: "Seat", options: []string{""}},
		cost:    &field{label: "Cost", options: words, at: costOf(person)},
		subject: &field{label: "Subject"},
		sent:    &field{label: "Sent"},
	}
	d.subject.input.Limit = subjectLimit
	d.subject.input.Placeholder = "optional"
	d.sent.input.Placeholder, d.sent.input.Limit = "now", 60
	d.form.fields = []*field{d.seat, d.cost, d.subject, d.sent}
	d.Refresh(w)
	d.form.at = 2 // what is left to type; the rest is chosen already
	return d
}

// costOf is the option that a profile speaks for.
func costOf(p model.Person) int {
	switch {
	case p.Connected || p.Degree == 1:
		return 2
	case p.OpenProfile:
		return 1
	}
	return 0
}

// Scope is keymap.Form.
func (d *InMail) Scope() keymap.Scope { return keymap.Form }

// Refresh reads the seats and checks the credits anew. The seat that was chosen
// stays chosen; at first it is the one used last.
func (d *InMail) Refresh(w World) {
	d.world = w
	chosen := d.seatID()
	if chosen == "" {
		chosen = lastSeat(w)
	}
	d.seats = w.Book.Seats()
	d.seat.options, d.seat.at = []string{""}, 0
	d.seat.off = len(d.seats) < 2
	for i, seat := range d.seats {
		if i == 0 {
			d.seat.options = nil
		}
		d.seat.options = append(d.seat.options, seatWords(w, seat))
		if seat.ID == chosen {
			d.seat.at = i
		}
	}
	if d.form.fields[d.form.at].off {
		d.form.move(1)
	}
	d.recheck()
}

// lastSeat is the active seat that was used last, else the first active one.
func lastSeat(w World) string {
	best, used := "", day.Min
	for _, seat := range w.Book.Seats() {
		l, _, _ := w.Book.LedgerNow(seat.ID, w.Now)
		last := day.Min
		if n := len(l.InMails); n > 0 {
			last = l.InMails[n-1].SentOn
		}
		if l.Active && (best == "" || last > used) {
			best, used = seat.ID, last
		}
	}
	return best
}

// seatWords is a seat with its balance.
func seatWords(w World, seat model.Seat) string {
	l, _, _ := w.Book.LedgerNow(seat.ID, w.Now)
	if !l.Active {
		return clean.Line(seat.Name) + ", cancelled"
	}
	return fmt.Sprintf("%s, %s, %d of %d", clean.Line(seat.Name), l.Plan.Name, l.Balance, l.Policy.Cap)
}

// seatID is the seat chosen, empty while there is none.
func (d *InMail) seatID() string {
	if len(d.seats) == 0 {
		return ""
	}
	return d.seats[min(d.seat.at, len(d.seats)-1)].ID
}

// at is the moment of sending that is typed.
func (d *InMail) at() (time.Time, error) {
	if d.sent.text() == "" {
		return d.world.Now, nil
	}
	return when.ParsePast(d.sent.text(), d.world.Now, d.world.When)
}

// request is what the form says. What the user says of the cost goes before the
// profile, which the model would else believe.
func (d *InMail) request(at time.Time) model.InMailRequest {
	_, reasons := costs()
	r := model.InMailRequest{
		Person: d.person, Seat: d.seatID(), FreeReason: reasons[d.cost.at],
		Subject: clean.Line(d.subject.text()), At: at,
	}
	if r.FreeReason == "" {
		r.Person.Connected, r.Person.OpenProfile, r.Person.Degree = false, false, model.DegreeUnknown
	}
	return r
}

// errNoSeat: there is no seat that could pay.
var errNoSeat = errors.New("no seat is open, so there are no credits to count")

// recheck asks the model what booking the form would do.
func (d *InMail) recheck() {
	d.check, d.err = model.InMailCheck{}, nil
	if len(d.seats) == 0 {
		d.err = errNoSeat
		return
	}
	at, err := d.at()
	if err != nil {
		d.err = err
		return
	}
	d.check, d.err = d.world.Book.CheckInMail(d.request(at), d.world.Now)
}

// Do moves between the fields, books and closes.
func (d *InMail) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch {
	case d.form.do(a):
		return nil
	case a == keymap.Cancel:
		return discard(d.subject.text(), "this InMail")
	case a == keymap.Accept && errors.Is(d.err, errNoSeat):
		return ask.FillSeat{}
	case a == keymap.Accept:
		return d.book(false)
	case a == keymap.Insist:
		return d.book(true)
	}
	return nil
}

// book is the request that books the InMail. What a rule refuses needs the user
// to insist.
func (d *InMail) book(insist bool) ask.Request {
	d.recheck()
	switch {
	case d.err != nil:
		d.Fail(d.err)
		return nil
	case d.check.Refusal != nil && !insist:
		d.text = "not booked" + d.world.insist("; if LinkedIn let you send it, press ")
		return nil
	}
	at, _ := d.at()
	r := d.request(at)
	r.Insist = insist && d.check.Refusal != nil
	return ask.Batch{ask.LogInMail{InMail: r}, ask.Close{}}
}

// insist is a text that ends in the key that books what a rule refuses; nothing
// when there is no such key.
func (w World) insist(text string) string {
	keys := w.Keys.Keys(keymap.Insist, keymap.Stack(keymap.Form)...)
	if len(keys) == 0 {
		return ""
	}
	return text + keys[0]
}

// Key types and chooses.
func (d *InMail) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	if d.form.key(k) {
		d.recheck()
	}
	return nil
}

// to is the person in one line: name, position, company, degree.
func to(p model.Person, sep string) string {
	parts := []string{clean.Line(p.Name)}
	job := strings.Join(nonEmpty(clean.Line(p.Position), clean.Line(p.Company)), ", ")
	if job == "" {
		job = clean.Line(p.Headline)
	}
	degree := p.Degree.String()
	switch {
	case p.Connected && degree == "":
		degree = "1st"
	case !p.Connected && p.Degree > 1:
		degree += " " + sep + " not connected"
	}
	return strings.Join(nonEmpty(append(parts, job, degree)...), " "+sep+" ")
}

// nonEmpty is the texts that are not empty.
func nonEmpty(texts ...string) []string {
	var some []string
	for _, t := range texts {
		if t != "" {
			some = append(some, t)
		}
	}
	return some
}

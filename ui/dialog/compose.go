package dialog

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/triage"
	"cordial/ui/widget"
)

// Acquaintance is what is known of somebody by now.
type Acquaintance struct {
	Person   model.Person
	Requests []model.Request // the connection requests from and to them, oldest first
	Wrote    bool            // they have written, so that an answer goes to the same conversation
}

// Compose writes to somebody, and shows what each way to send it would cost before it
// is sent. What is typed is a draft all the time: Letters hands it out.
type Compose struct {
	trouble
	world World
	who   Acquaintance
	seats []model.Seat

	advice             triage.Advice
	form               form
	way, seat, subject *field // way chooses among advice.Options
	body               *field // a place in the form; its text is that of the way's channel
	texts              map[channel.Channel]*writing

	stage stage
	trip  trip // of the letter that was handed over
	w, h  int  // the text area's
	drawn channel.Channel
}

// writing is what is written for one channel.
type writing struct {
	area     *widget.TextArea
	template string    // the id of the one it began with
	bare     bool      // the invitation was handed over without its note
	copied   time.Time // when it was handed over; zero before, and when it was not sent
}

// stage tells how far a letter has come.
type stage uint8

const (
	composing stage = iota
	handing         // it is being copied, and the profile opened
	handed          // whether it was sent is asked at the next key
)

// The places of the ways among the advice's options.
const (
	byMessage = iota
	byInvitation
	byNote
	byInMail
)

// wayNames are the ways as the dialog calls them.
func wayNames() []string { return []string{"Message", "Invitation", "Invitation + note", "InMail"} }

// NewCompose is the dialog that writes to somebody, with the drafts there are. by is
// the way to begin with; when it is empty that is the latest draft's, or the one that
// is advised.
func NewCompose(w World, p model.Person, drafts []model.Letter, by channel.Channel) *Compose {
	d := &Compose{
		who: Acquaintance{Person: p},
		way: &field{label: "Channel", options: wayNames()}, seat: &field{label: "Seat", options: []string{""}},
		subject: &field{label: "Subject"}, body: &field{},
		texts: map[channel.Channel]*writing{},
	}
	d.subject.input.Placeholder = "optional; it is read first"
	d.form.fields = []*field{d.way, d.seat, d.subject, d.body}
	for _, c := range channel.All() {
		d.texts[c] = &writing{area: widget.NewTextArea(60, 8)}
	}
	var latest time.Time
	var draft channel.Channel
	for _, l := range drafts {
		d.take(l)
		if draft == "" || l.Saved.After(latest) {
			draft, latest = l.Channel, l.Saved
		}
	}
	d.Refresh(w)
	d.begin(cmp.Or(by, draft, d.advice.Best))
	return d
}

// take puts a draft in.
func (d *Compose) take(l model.Letter) {
	text := d.texts[l.Channel]
	text.area.SetValue(l.Body)
	text.template, text.bare, text.copied = l.Template, l.Bare, l.Copied
	if l.Channel == channel.InMail {
		d.subject.input.SetValue(l.Subject)
	}
}

// begin chooses the way of a channel; without one, when nothing is advised, the InMail,
// which says why. An invitation is one with a note, unless notes are all that is closed
// and none is written.
func (d *Compose) begin(by channel.Channel) {
	d.way.at = byInMail
	for i, o := range d.advice.Options {
		if o.Channel == by {
			d.way.at = i
			break
		}
	}
	note := d.texts[channel.Invitation].area.Value()
	if bare := d.advice.Options[byInvitation].Open && !d.advice.Options[byNote].Open; d.way.at == byInvitation && (note != "" || !bare) {
		d.way.at = byNote
	}
	d.settle()
	d.form.at = slices.Index(d.form.fields, d.body)
	if !d.subject.off && d.subject.text() == "" && d.text().area.Value() == "" {
		d.form.at = slices.Index(d.form.fields, d.subject)
	}
}

// Scope is keymap.Writing.
func (d *Compose) Scope() keymap.Scope { return keymap.Writing }

// Refresh reads anew who it is, what LinkedIn allows and what the seats hold. What is
// written and chosen stays; at first the seat is the active one.
func (d *Compose) Refresh(w World) {
	chosen := d.seatID()
	if chosen == "" {
		active, _ := w.Book.ActiveSeat(w.Now)
		chosen = active.ID
	}
	d.world = w
	if w.Known != nil {
		d.who = w.Known(d.who.Person)
	} else {
		d.who.Requests = w.Book.RequestsWith(d.who.Person, nil, w.Now)
	}
	d.seats = w.Book.Seats()
	d.seat.options, d.seat.at = nil, 0
	for i, seat := range d.seats {
		d.seat.options = append(d.seat.options, seatWords(w, seat))
		if seat.ID == chosen {
			d.seat.at = i
		}
	}
	if len(d.seats) == 0 {
		d.seat.options = []string{""}
	}
	d.settle()
}

// settle compares the ways anew, and shows the fields of the one chosen.
func (d *Compose) settle() {
	d.advice = triage.Compare(d.world.Book, triage.Occasion{
		Person: d.who.Person, Answering: d.who.Wrote, Seat: d.seatID(), Requests: d.who.Requests, Meters: d.world.Meters,
	}, d.world.Now)
	d.seat.off = d.way.at != byInMail || len(d.seats) < 2
	d.subject.off = d.way.at != byInMail
	d.body.off = d.way.at == byInvitation
	if d.form.fields[d.form.at].off {
		d.form.at = 0
	}
}

// seatID is the seat chosen, empty while there is none.
func (d *Compose) seatID() string {
	if len(d.seats) == 0 {
		return ""
	}
	return d.seats[min(d.seat.at, len(d.seats)-1)].ID
}

// option is the way chosen.
func (d *Compose) option() triage.Option { return d.advice.Options[d.way.at] }

// text is what is written for the way chosen.
func (d *Compose) text() *writing { return d.texts[d.option().Channel] }

// Person is whom it is to.
func (d *Compose) Person() model.Person { return d.who.Person }

// Channel is the way chosen.
func (d *Compose) Channel() channel.Channel { return d.option().Channel }

// Letters is what is written, a letter for each channel; those without a word are
// Blank.
func (d *Compose) Letters() []model.Letter {
	var letters []model.Letter
	for _, c := range channel.All() {
		letters = append(letters, d.letter(c))
	}
	return letters
}

// letter is what is written for one channel.
func (d *Compose) letter(c channel.Channel) model.Letter {
	text := d.texts[c]
	l := model.Letter{
		Person: d.who.Person.Key, Channel: c, Body: text.area.Value(), Bare: text.bare,
		Template: text.template, Copied: text.copied,
	}
	if c == channel.InMail {
		l.Subject = d.subject.input.Value()
	}
	if strings.TrimSpace(l.Subject+l.Body) == "" {
		l.Template = ""
	}
	return l
}

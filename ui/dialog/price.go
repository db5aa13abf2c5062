package dialog

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/ask"
	"cordial/ui/theme"
)

// Price takes what a seat costs a month, and shows what a reply costs by that.
type Price struct {
	trouble
	world            World
	seat             string
	form             form
	amount, currency *field

	price model.Price
	err   error
}

// NewPrice is the dialog for a seat.
func NewPrice(w World, seat string) *Price {
	d := &Price{seat: seat, amount: &field{label: "Price"}, currency: &field{label: "In"}}
	d.amount.input.Limit, d.currency.input.Limit = 10, 3
	d.amount.input.Placeholder = "a month, such as 119.99; empty: not known"
	d.currency.input.Placeholder = "EUR"
	if p, ok := w.Book.Price(seat, day.Of(w.Now, w.seat(seat).Zone)); ok {
		d.amount.input.SetValue(strings.TrimSuffix(p.String(), " "+p.Currency))
		d.currency.input.SetValue(p.Currency)
	}
	d.form.fields = []*field{d.amount, d.currency}
	d.Refresh(w)
	return d
}

// Scope is keymap.Form.
func (d *Price) Scope() keymap.Scope { return keymap.Form }

// Refresh checks anew.
func (d *Price) Refresh(w World) {
	d.world = w
	d.recheck()
}

// typed is the price and the currency as the journal takes them.
func (d *Price) typed() (price, currency string) {
	price = strings.ReplaceAll(clean.Line(d.amount.text()), ",", ".")
	return or(price, "0"), or(strings.ToUpper(clean.Line(d.currency.text())), d.currency.input.Placeholder)
}

// recheck reads the price that is typed.
func (d *Price) recheck() {
	price, currency := d.typed()
	d.price, d.err = model.ParsePrice(price, currency)
}

// Do moves between the fields, saves and closes.
func (d *Price) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch {
	case d.form.do(a):
		return nil
	case a == keymap.Cancel:
		return ask.Close{}
	case a != keymap.Accept:
		return nil
	}
	if d.recheck(); d.err != nil {
		d.Fail(d.err)
		return nil
	}
	was, known := d.world.Book.Price(d.seat, day.Of(d.world.Now, d.world.seat(d.seat).Zone))
	if known && was == d.price || !known && d.price.Hundredths == 0 {
		return ask.Close{}
	}
	price, currency := d.typed()
	return ask.Batch{ask.PriceSeat{Seat: d.seat, Price: price, Currency: currency}, ask.Close{}}
}

// Key types.
func (d *Price) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	if d.form.key(k) {
		d.recheck()
	}
	return nil
}

// Draw is the box: the price, and below it what a reply costs.
func (d *Price) Draw(t *theme.Theme, w, h int) string {
	scope := d.Scope()
	f := frame{title: "What " + clean.Line(d.world.seat(d.seat).Name) + " costs a month", width: 70, lines: 7}
	f.hints = d.world.hint(t, scope, keymap.Accept, "save it")
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.NextField, "next")...)
	f.hints = append(f.hints, d.world.hint(t, scope, keymap.Cancel, "cancel")...)
	return f.draw(t, w, h, func(s *sheet) {
		d.form.draw(s, d.amount, "")
		d.form.draw(s, d.currency, "")
		s.rule()
		switch {
		case d.wrong(s, d.err):
		case d.price.Hundredths == 0:
			s.say(theme.Dim, "  ", "Without a price a reply is counted in credits alone.")
		default:
			for _, text := range replyCosts(d.world.ledger(d.seat), d.price) {
				s.say(theme.Text, t.Glyphs.Arrow+" ", text)
			}
		}
	})
}

// replyCosts says what a reply costs at the seat's own pace, and at best.
func replyCosts(l credit.Ledger, price model.Price) []string {
	course := l.Habit()
	e := l.Policy.Economics(course, float64(price.Hundredths)/100)
	if e.AtPace.CostPerReply == nil {
		return []string{"No reply is to be expected at your pace of late, so there is no cost per reply yet."}
	}
	said := []string{fmt.Sprintf("%.2f %s a reply at your pace of %s.", *e.AtPace.CostPerReply, price.Currency, course.Pace)}
	if m := e.Sustainable; m != nil && m.CostPerReply != nil {
		said = append(said, fmt.Sprintf("%.2f %s at the %s a month that the grants pay for.", *m.CostPerReply, price.Currency, decimal(m.Sends)))
	}
	return said
}

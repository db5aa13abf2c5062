package dialog

import (
	"fmt"
	"strings"

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
	entry
	seat             string
	amount, currency *field
	price            model.Price // as it is typed
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
	d.check, d.accept = d.read, d.save
	d.Refresh(w)
	return d
}

// typed is the price and the currency as the journal takes them.
func (d *Price) typed() (price, currency string) {
	price = strings.ReplaceAll(clean.Line(d.amount.text()), ",", ".")
	return or(price, "0"), or(strings.ToUpper(clean.Line(d.currency.text())), d.currency.input.Placeholder)
}

// read reads the price that is typed.
func (d *Price) read() (err error) {
	price, currency := d.typed()
	d.price, err = model.ParsePrice(price, currency)
	return err
}

// save changes the price, if it is another one.
func (d *Price) save() ask.Request {
	was, known := d.world.Book.Price(d.seat, day.Of(d.world.Now, d.world.seat(d.seat).Zone))
	if known && was == d.price || !known && d.price.Hundredths == 0 {
		return ask.Close{}
	}
	price, currency := d.typed()
	return done(ask.PriceSeat{Seat: d.seat, Price: price, Currency: currency})
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

package model

import (
	"fmt"
	"strconv"
	"strings"

	"cordial/model/day"
)

// Price is what a seat costs a month.
type Price struct {
	Hundredths int    // of the currency's unit: 11999 is 119.99
	Currency   string // ISO 4217: "EUR"
}

// String is the price as people write it: "119.99 EUR".
func (p Price) String() string {
	return fmt.Sprintf("%d.%02d %s", p.Hundredths/100, p.Hundredths%100, p.Currency)
}

// ParsePrice reads a price like "119.99" or "120", below ten million, and a currency
// of three capital letters. The error is an *InputError.
func ParsePrice(price, currency string) (Price, error) {
	whole, part, dot := strings.Cut(price, ".")
	number, err := strconv.ParseUint(whole+(part + "00")[:2], 10, 64)
	if err != nil || len(whole) < 1 || len(whole) > 7 || len(part) > 2 || dot && part == "" {
		return Price{}, badInput("price is %q; write it as 119.99, without a sign", price)
	}
	capital := func(r rune) bool { return 'A' <= r && r <= 'Z' }
	if len(currency) != 3 || strings.ContainsFunc(currency, func(r rune) bool { return !capital(r) }) {
		return Price{}, badInput("currency is %q; write three capital letters like EUR", currency)
	}
	return Price{Hundredths: int(number), Currency: currency}, nil
}

// Price is what a seat costs a month on a day: what was said last by then. ok is
// false when nothing was, or the price was taken away.
func (b *Book) Price(seat string, on day.Day) (p Price, ok bool) {
	s, known := b.seatByID[seat]
	if !known || !b.Live(s.opened) {
		return Price{}, false
	}
	var last Event
	for _, place := range s.places {
		e := b.events[place]
		d, priced := e.Decision.(SeatPriced)
		if !priced || b.dead[place] || day.Of(e.At, s.zone) > on || ok && e.At.Before(last.At) {
			continue
		}
		last = e
		p, _ = ParsePrice(d.Price, d.Currency)
		ok = true
	}
	return p, ok && p.Hundredths > 0
}

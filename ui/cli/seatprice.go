package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
)

// seatActivateCmd chooses the seat that is meant when none is named.
func (a *app) seatActivateCmd() *cobra.Command {
	return &cobra.Command{
		Use: "activate SEAT", Short: "Make a seat the one that is meant when none is named",
		Args: exactArgs(1, "the SEAT"), ValidArgsFunction: a.seatArg,
		RunE: a.with(func(s *session, args []string) error {
			seat, err := s.seat(args[0])
			if err != nil {
				return err
			}
			return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.ActivateSeat(seat.ID, s.now) })
		}),
	}
}

// priceView is what a seat costs as --json prints it.
type priceView struct {
	Seat     string  `json:"seat"`
	Price    *string `json:"price"` // a month: "119.99"; null while it is not known
	Currency *string `json:"currency"`
}

// seatPriceCmd says what a seat costs.
func (a *app) seatPriceCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "price SEAT [PRICE [CURRENCY]]", Short: "Say what a seat costs a month, so that the forecast can say what a reply costs",
		Long: "Say what a seat costs a month, so that the forecast can say what a reply costs. Without a price it is\n" +
			"shown; 0 takes it away. Without a currency it is that of the last price, else USD.",
		Example: "  cordial seat price main 119.99 EUR",
		Args:    argRange(1, 3, "SEAT [PRICE [CURRENCY]]"), ValidArgsFunction: a.seatArg,
	}
	at, asJSON := atFlag(cmd), jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		seat, err := s.seat(args[0])
		if err != nil {
			return err
		}
		if len(args) > 1 {
			if err := s.setPrice(seat, args[1:], *at); err != nil {
				return err
			}
		}
		return s.showPrice(seat, len(args) == 1, *asJSON)
	})
	return cmd
}

// setPrice records a price and its currency.
func (s *session) setPrice(seat model.Seat, words []string, at string) error {
	currency := s.currency(seat)
	if len(words) > 1 {
		currency = strings.ToUpper(words[1])
	}
	t, err := s.at(at, seat.Zone)
	if err != nil {
		return err
	}
	return s.decide(func(b *model.Book) ([]model.Draft, error) {
		return b.PriceSeat(seat.ID, words[0], currency, t, s.now)
	})
}

// currency is the one that a price without a currency is in: that of the seat's last
// price, of any other seat's, else the US dollar, in which LinkedIn publishes.
func (s *session) currency(seat model.Seat) string {
	for _, other := range append([]model.Seat{seat}, s.book.Seats()...) {
		on, _, _ := s.book.Today(other.ID, s.now)
		if p, ok := s.book.Price(other.ID, on); ok {
			return p.Currency
		}
	}
	return "USD"
}

// showPrice prints what a seat costs: always as JSON, and to people who ask.
func (s *session) showPrice(seat model.Seat, asked, asJSON bool) error {
	on, _, _ := s.book.Today(seat.ID, s.now)
	p, ok := s.book.Price(seat.ID, on)
	switch {
	case asJSON:
		v := priceView{Seat: seat.ID}
		v.Price, v.Currency = priceParts(p, ok)
		return s.printJSON(v)
	case !asked:
	case ok:
		s.print("%s a month", p)
	default:
		s.say("The price of %s is not known; say it with: cordial seat price %s PRICE CURRENCY", shown(seat.Name, seat.ID), shellWord(seat.ID))
	}
	return nil
}

// priceParts is a price in JSON, null while it is not known.
func priceParts(p model.Price, known bool) (amount, currency *string) {
	if !known {
		return nil, nil
	}
	text, _, _ := strings.Cut(p.String(), " ")
	return &text, &p.Currency
}

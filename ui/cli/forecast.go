package cli

import (
	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/day"
)

// forecastView is a seat's credits to come as --json prints them.
type forecastView struct {
	Seat       string               `json:"seat"`
	Name       string               `json:"name"`
	On         day.Day              `json:"on"`
	Until      day.Day              `json:"until"`
	Balance    int                  `json:"balance"` // on the first day
	Pace       paceView             `json:"pace"`
	ReplyRate  rateView             `json:"reply_rate"`
	Days       []credit.ForecastDay `json:"days"`        // those after the first
	FirstShort *day.Day             `json:"first_short"` // the end of the runway; null: none in ten years
	Runway     *int                 `json:"runway"`      // days until then
	Lost       lossView             `json:"lost"`        // what the course leaves unused
	AtRisk     []credit.Loss        `json:"at_risk"`     // what is lost if nothing is sent, by day
	UseBy      []credit.Saving      `json:"use_by"`      // what to send to lose none of it
	Unsaved    int                  `json:"unsaved"`     // credits that no InMail saves
	Economics  economicsView        `json:"economics"`
	Dips       []credit.Dip         `json:"dips"`
	Says       []string             `json:"says"`
}

// lossView is what ends unused.
type lossView struct {
	Total   int `json:"total"`
	Expired int `json:"expired"`
	Evicted int `json:"evicted"`
}

// economicsView is what InMails cost in the long run.
type economicsView struct {
	Price    *string `json:"price"` // of a month; null while it is not known
	Currency *string `json:"currency"`
	credit.Economics
}

// Bounds of a forecast, in days.
const (
	usualForecast = 90
	mostForecast  = 3660
)

// forecastCmd looks ahead.
func (a *app) forecastCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "forecast", Short: "Show the balance ahead: what comes, what is lost unless used, how long the credits last",
		Long: "Show the balance ahead, at your own pace and reply rate or at others: what is granted, what expires\n" +
			"or is pushed out unless used, how many to send by when to lose none, the first day without a credit,\n" +
			"and what a reply costs. InMails go out evenly on weekdays; nothing is left to chance.",
		Example: "  cordial forecast --days 180\n" +
			"  cordial forecast --pace 12/week --reply-rate 25% --price '99.99 EUR'",
		Args: noArgs,
	}
	seat, course := a.seatFlag(cmd), addCourse(cmd)
	days := cmd.Flags().Int("days", usualForecast, "how many `DAYS` ahead")
	asJSON := jsonFlag(cmd)
	complete(cmd, "pace", "5/month", "2/week", "1/day")
	cmd.RunE = a.with(func(s *session, _ []string) error {
		if *days < 1 || *days > mostForecast {
			return usage("--days is 1 to %d, not %d", mostForecast, *days)
		}
		seats, err := s.seatsAsked(*seat)
		if err != nil {
			return err
		}
		views := make([]forecastView, 0, len(seats))
		for _, one := range seats {
			v, err := s.forecast(one, *days, course)
			if err != nil {
				return err
			}
			views = append(views, v)
		}
		return printSeats(s.app, views, *asJSON, s.printForecast)
	})
	return cmd
}

// printOneOrAll prints one object for one seat, and a list of seats otherwise.
func printOneOrAll[T any](a *app, views []T) error {
	if len(views) == 1 {
		return a.printJSON(views[0])
	}
	return a.printJSON(map[string]any{"seats": views})
}

// printSeats prints what there is of each seat, with an empty line between two, or as
// JSON.
func printSeats[T any](a *app, views []T, asJSON bool, show func(T)) error {
	if asJSON {
		return printOneOrAll(a, views)
	}
	for i, v := range views {
		if i > 0 {
			a.print("")
		}
		show(v)
	}
	return nil
}

// forecast looks ahead on a seat.
func (s *session) forecast(seat model.Seat, days int, f courseFlags) (forecastView, error) {
	l, _, err := s.ledger(seat, "")
	if err != nil {
		return forecastView{}, err
	}
	course, err := f.course(l)
	if err != nil {
		return forecastView{}, err
	}
	price, known := s.book.Price(seat.ID, l.On)
	if *f.price != "" {
		if price, err = s.parsePrice(*f.price, seat); err != nil {
			return forecastView{}, err
		}
		known = price.Hundredths > 0
	}
	c, risk := l.Forecast(l.On.Add(days), course), l.AtRisk(days)
	v := forecastView{
		Seat: seat.ID, Name: shown(seat.Name, seat.ID), On: l.On, Until: l.On.Add(days), Balance: l.Balance,
		Days: c.Days, Lost: lossView{c.Lost(), c.Moves.Expired, c.Moves.Evicted},
		AtRisk: listOf(risk.Losses), UseBy: listOf(risk.Saving), Unsaved: risk.Unsaved, Dips: listOf(c.Dips),
		Economics: economicsOf(l.Policy.Economics(course, float64(price.Hundredths)/100)),
		Says:      append([]string{}, risk.Sentences(s.tongue())...),
	}
	for _, dip := range c.Dips {
		v.Says = append(v.Says, dip.Sentence(s.tongue()))
	}
	v.Pace, v.ReplyRate = f.views(course, l)
	v.Economics.Price, v.Economics.Currency = priceParts(price, known)
	if short := l.FirstShort(l.On.Add(max(days, mostForecast)), course); short < day.Never {
		v.FirstShort, v.Runway = &short, new(short.Sub(l.On))
	}
	return v, nil
}

// economicsOf is what InMails cost, in numbers as short as they are good.
func economicsOf(e credit.Economics) economicsView {
	month := func(m credit.Month) credit.Month {
		m.Sends, m.NetBurn, m.Replies = rounded(m.Sends), rounded(m.NetBurn), rounded(m.Replies)
		if m.CostPerReply != nil {
			m.CostPerReply = new(rounded(*m.CostPerReply))
		}
		return m
	}
	e.NetCost, e.AtPace = rounded(e.NetCost), month(e.AtPace)
	if e.CreditsPerReply != nil {
		e.CreditsPerReply = new(rounded(*e.CreditsPerReply))
	}
	if e.Sustainable != nil {
		e.Sustainable = new(month(*e.Sustainable))
	}
	return economicsView{Economics: e}
}

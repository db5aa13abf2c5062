package cli

import (
	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/when"
)

// creditsView is a seat's credits on a day, as --json prints them.
type creditsView struct {
	Seat        string            `json:"seat"`
	Name        string            `json:"name"`
	Plan        string            `json:"plan"`
	On          day.Day           `json:"on"`
	Balance     int               `json:"balance"`
	Cap         int               `json:"cap"`
	RefundRule  credit.RefundRule `json:"refund_rule"`
	Lots        []credit.Lot      `json:"lots"` // in spending order, equal ones merged
	NextGrant   *credit.Grant     `json:"next_grant"`
	NextExpiry  *credit.Expiry    `json:"next_expiry"`
	OpenInMails []openInMail      `json:"open_inmails"`
	Totals      credit.Totals     `json:"totals"`
	Active      bool              `json:"active"`
	BillingDay  int               `json:"billing_day"`
	Zone        string            `json:"zone"`
	ClockBehind bool              `json:"clock_behind"` // ledger rule 18
	Overdrawn   int               `json:"overdrawn"`    // sends without credit since the balance was last known
	AtRisk      []credit.Loss     `json:"at_risk"`      // what is lost within 14 days, or to the next grant, unless used
	UseBy       []credit.Saving   `json:"use_by"`       // what to send to lose none of it
	Unsaved     int               `json:"unsaved"`      // credits of it that no InMail saves
	Account     *accountView      `json:"account,omitempty"`

	risk credit.Risk
}

// accountView is why the balance is what it is.
type accountView struct {
	From            day.Day       `json:"from"`
	Start           int           `json:"start"` // the balance before
	Terms           []credit.Term `json:"terms"` // what came and went since
	Balance         int           `json:"balance"`
	RefundForfeited int           `json:"refund_forfeited"`
	Equation        string        `json:"equation"`
	Says            []string      `json:"says"`
}

// openInMail is an InMail that may still bring its credit back.
type openInMail struct {
	InMail      string  `json:"inmail"`
	Contact     string  `json:"contact"`
	Name        string  `json:"name"`
	SentOn      day.Day `json:"sent_on"`
	RefundUntil day.Day `json:"refund_until"`
	Day         int     `json:"day"`
}

// creditsCmd is the meter.
func (a *app) creditsCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "credits",
		Short: "Show the InMail credits: balance, lots, what comes and goes next, what is lost unless used",
		Example: "  cordial credits --why\n" +
			"  cordial credits --on 2026-12-31\n" +
			"  cordial credits --format '{{.balance}}/{{.cap}}'",
		Args: noArgs,
	}
	seat := a.seatFlag(cmd)
	on := cmd.Flags().String("on", "", "the state at the end of `DAY` instead of now")
	why := cmd.Flags().Bool("why", false, "say why the balance is what it is")
	since := cmd.Flags().String("since", "", "with --why: account for it from this `DAY` on (default: from the beginning)")
	format := cmd.Flags().String("format", "", "print a Go `TEMPLATE` over the fields of --json, one line a seat")
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		if *asJSON && *format != "" {
			return usage("--json and --format are two ways to print the same; choose one")
		}
		if *since != "" && !*why {
			return usage("--since belongs to --why")
		}
		seats, err := s.seatsAsked(*seat)
		if err != nil {
			return err
		}
		views, err := s.creditsOf(seats, *on)
		if err == nil && *why {
			err = s.addAccounts(seats, views, *since)
		}
		if err != nil {
			return err
		}
		switch {
		case *format != "":
			return s.printTemplate(*format, views)
		case *asJSON:
			return printOneOrAll(s.app, views)
		}
		return s.printCredits(views)
	})
	return cmd
}

// seatsAsked is the seat of that name, or all of them.
func (s *session) seatsAsked(name string) ([]model.Seat, error) {
	if name == "" {
		seats := s.book.Seats()
		if len(seats) == 0 {
			s.say("There is no seat yet; open one with: cordial seat open NAME --plan PLAN")
		}
		return seats, nil
	}
	seat, err := s.seat(name)
	return []model.Seat{seat}, err
}

// creditsOf is the credits of seats, now or at the end of a day.
func (s *session) creditsOf(seats []model.Seat, on string) ([]creditsView, error) {
	views := make([]creditsView, 0, len(seats))
	for _, seat := range seats {
		l, behind, err := s.ledger(seat, on)
		if err != nil {
			return nil, err
		}
		v := creditsView{
			Seat: seat.ID, Name: shown(seat.Name, seat.ID), Plan: l.Plan.ID, On: l.On,
			Balance: l.Balance, Cap: l.Policy.Cap, RefundRule: l.Policy.RefundRule, Lots: l.MergedLots(),
			OpenInMails: []openInMail{}, Totals: l.Totals, Active: l.Active, BillingDay: l.BillingDay,
			Zone: seat.Zone.String(), ClockBehind: behind, Overdrawn: l.Overdrawn, risk: l.AtRisk(credit.SoonDays),
		}
		v.AtRisk, v.UseBy, v.Unsaved = listOf(v.risk.Losses), listOf(v.risk.Saving), v.risk.Unsaved
		if grant, coming := l.NextGrant(); coming {
			v.NextGrant = &grant
		}
		if expiry, coming := l.NextExpiry(); coming {
			v.NextExpiry = &expiry
		}
		for _, m := range l.OpenInMails() {
			v.OpenInMails = append(v.OpenInMails, openInMail{
				m.ID, m.Contact, s.contactName(m.Contact), m.SentOn, m.RefundUntil, m.DayN(l.On),
			})
		}
		views = append(views, v)
	}
	return views, nil
}

// addAccounts adds why the balances are what they are, from a day on.
func (s *session) addAccounts(seats []model.Seat, views []creditsView, since string) error {
	for i, seat := range seats {
		from := day.Min
		if since != "" {
			var err error
			if from, err = s.day(since, seat); err != nil {
				return err
			}
		}
		l, _ := s.book.Ledger(seat.ID, views[i].On)
		if from > l.On {
			return usage("--since is %s, after %s; nothing is known of days to come", from, l.On)
		}
		a := l.Account(from)
		views[i].Account = &accountView{
			From: a.From, Start: a.Start, Terms: listOf(a.Terms), Balance: a.Balance, RefundForfeited: a.RefundForfeited,
			Equation: a.Equation(), Says: a.Sentences(s.tongue()),
		}
	}
	return nil
}

// ledger is the ledger of a seat now, or at the end of a day that is named. Behind
// tells that the clock is behind what was recorded (ledger rule 18).
func (s *session) ledger(seat model.Seat, on string) (l credit.Ledger, behind bool, err error) {
	if on == "" {
		l, behind, _ = s.book.LedgerNow(seat.ID, s.now)
		if behind {
			s.say("The clock is behind what %s recorded last, so its credits are shown as of %s.", shown(seat.Name, seat.ID), s.date(l.On))
		}
		return l, behind, nil
	}
	d, err := s.day(on, seat)
	if err != nil {
		return credit.Ledger{}, false, err
	}
	l, _ = s.book.Ledger(seat.ID, d)
	return l, false, nil
}

// day reads a day of a report, on the calendar of a seat.
func (s *session) day(text string, seat model.Seat) (day.Day, error) {
	if d, err := day.Parse(text); err == nil {
		return d, nil
	}
	t, err := when.ParseAny(text, s.now.In(seat.Zone), when.Options{})
	return day.Of(t, seat.Zone), err
}

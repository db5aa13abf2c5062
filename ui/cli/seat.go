package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/when"
)

// seatCmd holds what can be done to seats.
func (a *app) seatCmd() *cobra.Command {
	return a.group("seat", "Open, change and list seats (paid LinkedIn subscriptions)",
		a.seatOpenCmd(), a.seatPlanCmd(), a.seatPolicyCmd(), a.seatPriceCmd(), a.seatReconcileCmd(), a.seatCancelCmd(),
		a.seatActivateCmd(), a.seatListCmd())
}

// seatOpenCmd begins a seat.
func (a *app) seatOpenCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "open NAME --plan PLAN", Short: "Begin to count the credits of a subscription",
		Example: "  cordial seat open Main --plan salesnav-core --opening-balance 73",
		Args:    exactArgs(1, "the NAME of the seat"),
	}
	var d model.SeatOpened
	plan, policy, at := planFlag(cmd), addPolicy(cmd), atFlag(cmd)
	cmd.Flags().StringVar(&d.Seat, "id", "", "the `ID` (default: the name in small letters)")
	cmd.Flags().IntVar(&d.BillingDay, "billing-day", 0, "`DAY` of the month on which credits arrive (default: that of the opening)")
	cmd.Flags().StringVar(&d.Zone, "zone", "", "time `ZONE` in which days are counted, such as Europe/Berlin (default: the system's)")
	balance := cmd.Flags().Int("opening-balance", 0, "`CREDITS` that LinkedIn shows (default: a fresh month's)")
	cmd.RunE = a.with(func(s *session, args []string) error {
		if *plan == "" {
			return usage("which plan? name one with --plan: %s", strings.Join(planIDs(), ", "))
		}
		if d.Zone == "" {
			d.Zone = s.Zone
		}
		zone, err := time.LoadLocation(d.Zone)
		if err != nil {
			return usage("%q is no time zone; write a name such as Europe/Berlin or UTC", d.Zone)
		}
		d.Name, d.Plan = args[0], *plan
		if d.Policy, err = policy.overrides(); err != nil {
			return err
		}
		if cmd.Flags().Changed("opening-balance") {
			d.OpeningBalance = balance
		}
		t, err := s.at(*at, zone)
		if err != nil {
			return err
		}
		_, err = s.do(func(b *model.Book) ([]model.Draft, error) { return b.OpenSeat(d, t, s.now) })
		if err != nil {
			return err
		}
		seat, _ := s.book.FindSeat(d.Name)
		s.saySeat("opened", seat, t, *at)
		s.say("Days are counted in the time zone %s.", seat.Zone)
		return nil
	})
	return cmd
}

// saySeat echoes what a decision made of a seat.
func (s *session) saySeat(what string, seat model.Seat, t time.Time, at string) {
	l, _, _ := s.book.LedgerNow(seat.ID, s.now)
	asOf := ""
	if at != "" {
		asOf = " as of " + s.moment(t.In(seat.Zone))
	}
	next := ""
	if grant, coming := l.NextGrant(); coming {
		next = fmt.Sprintf("; %d arrive on %s", grant.Amount, s.date(grant.On))
	}
	s.say("%s %s, %s%s: %s left%s", what, shown(seat.Name, seat.ID), l.Plan.Name, asOf, ofCap(l.Balance, l.Policy.Cap), next)
	if l.Plan.Hint != "" && l.Policy == l.Plan.Policy && (what == "opened" || what == "moved") {
		s.say("%s", l.Plan.Hint)
	}
}

// moment is a time that was understood, and how far it is.
func (a *app) moment(t time.Time) string {
	return when.Format(t) + ", " + when.Distance(t, a.now)
}

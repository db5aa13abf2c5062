package cli

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/when"
	"cordial/ui/theme"
)

// seatCmd holds what can be done to seats.
func (a *app) seatCmd() *cobra.Command {
	return a.group("seat", "Open, change and list seats (paid LinkedIn subscriptions)",
		a.seatOpenCmd(), a.seatPlanCmd(), a.seatCancelCmd(), a.seatReconcileCmd(), a.seatListCmd())
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
		d.Name, d.Plan, d.Policy = args[0], *plan, policy.overrides()
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

// seatPlanCmd moves a seat to another plan.
func (a *app) seatPlanCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "plan [SEAT] PLAN", Short: "Move a seat to another plan: its credits are forfeited, the new plan's arrive",
		Args: argRange(0, 2, "[SEAT] PLAN"),
	}
	flag, policy, at := planFlag(cmd), addPolicy(cmd), atFlag(cmd)
	cmd.ValidArgsFunction = a.seatThenPlan
	cmd.RunE = a.with(func(s *session, args []string) error {
		args, plan := lastOr(args, *flag)
		if _, ok := credit.PlanByID(plan); !ok {
			return usage("there is no plan %q; the plans are: %s", plan, strings.Join(planIDs(), ", "))
		}
		return s.changeSeat(args, "moved", *at, func(b *model.Book, seat model.Seat, t time.Time) ([]model.Draft, error) {
			return b.ChangePlan(model.SeatPlanChanged{Seat: seat.ID, Plan: plan, Policy: policy.overrides()}, t, s.now)
		})
	})
	return cmd
}

// lastOr takes the last argument off, unless a flag stands for it.
func lastOr(args []string, flag string) (rest []string, last string) {
	if flag != "" || len(args) == 0 {
		return args, flag
	}
	return args[:len(args)-1], args[len(args)-1]
}

// changeSeat takes a decision about the seat that the arguments name, or about the
// only active one.
func (s *session) changeSeat(args []string, what, at string, decide func(*model.Book, model.Seat, time.Time) ([]model.Draft, error)) error {
	if len(args) > 1 {
		return usage("that is one word too many: %s", strings.Join(args, " "))
	}
	seat, err := s.seatOr(strings.Join(args, ""))
	if err != nil {
		return err
	}
	t, err := s.at(at, seat.Zone)
	if err != nil {
		return err
	}
	if _, err := s.do(func(b *model.Book) ([]model.Draft, error) { return decide(b, seat, t) }); err != nil {
		return err
	}
	s.saySeat(what, seat, t, at)
	return nil
}

// seatCancelCmd ends a seat's plan.
func (a *app) seatCancelCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "cancel [SEAT]", Short: "End a seat's plan: its credits are forfeited",
		Args: argRange(0, 1, "[SEAT]"), ValidArgsFunction: a.seatArg,
	}
	at := atFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		return s.changeSeat(args, "cancelled", *at, func(b *model.Book, seat model.Seat, t time.Time) ([]model.Draft, error) {
			return b.CancelSeat(seat.ID, t, s.now)
		})
	})
	return cmd
}

// seatReconcileCmd records the balance that LinkedIn shows.
func (a *app) seatReconcileCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "reconcile [SEAT] BALANCE", Short: "Set the balance to what LinkedIn shows",
		Args: argRange(0, 2, "[SEAT] BALANCE"), ValidArgsFunction: a.seatArg,
	}
	flag, at := cmd.Flags().String("balance", "", "the `CREDITS` that LinkedIn shows"), atFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		args, text := lastOr(args, *flag)
		balance, err := strconv.Atoi(text)
		if err != nil {
			return usage("the balance that LinkedIn shows is a number, not %q", text)
		}
		return s.changeSeat(args, "reconciled", *at, func(b *model.Book, seat model.Seat, t time.Time) ([]model.Draft, error) {
			return b.Reconcile(seat.ID, balance, t, s.now)
		})
	})
	return cmd
}

// seatView is a seat as --json prints it.
type seatView struct {
	Seat             string             `json:"seat"`
	Name             string             `json:"name"`
	Plan             string             `json:"plan"`
	PlanName         string             `json:"plan_name"`
	Active           bool               `json:"active"`
	Zone             string             `json:"zone"`
	BillingDay       int                `json:"billing_day"`
	Balance          int                `json:"balance"`
	Cap              int                `json:"cap"`
	Monthly          int                `json:"monthly"`
	ExpiryDays       *int               `json:"expiry_days"` // null: credits do not expire
	RefundRule       credit.RefundRule  `json:"refund_rule"`
	RefundWindowDays int                `json:"refund_window_days"`
	RefundAtCap      credit.RefundAtCap `json:"refund_at_cap"`
	OpenedOn         day.Day            `json:"opened_on"`
}

// seatListCmd lists the seats.
func (a *app) seatListCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List the seats with their plans and policies", Args: noArgs}
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		seats, err := s.seatsAsked("")
		if err != nil {
			return err
		}
		views := make([]seatView, 0, len(seats))
		for _, seat := range seats {
			views = append(views, s.seatView(seat))
		}
		if *asJSON {
			return s.printJSON(map[string]any{"seats": views})
		}
		g := grid{}
		for _, v := range views {
			state := ""
			if !v.Active {
				state = ", cancelled"
			}
			g.add(strong(v.Seat), plain(v.Name), plain(v.PlanName+state), plain(ofCap(v.Balance, v.Cap)),
				cell{text: fmt.Sprintf("%d on day %d, %s", v.Monthly, v.BillingDay, v.Zone), role: theme.Dim})
		}
		s.printGrid(g)
		return nil
	})
	return cmd
}

// seatView is a seat today.
func (s *session) seatView(seat model.Seat) seatView {
	l, _, _ := s.book.LedgerNow(seat.ID, s.now)
	h, _ := s.book.History(seat.ID)
	v := seatView{
		Seat: seat.ID, Name: shown(seat.Name, seat.ID), Plan: l.Plan.ID, PlanName: l.Plan.Name, Active: l.Active,
		Zone: seat.Zone.String(), BillingDay: l.BillingDay, Balance: l.Balance, Cap: l.Policy.Cap,
		Monthly: l.Policy.Monthly, RefundRule: l.Policy.RefundRule, RefundWindowDays: l.Policy.RefundWindowDays,
		RefundAtCap: l.Policy.RefundAtCap,
	}
	if l.Policy.ExpiryDays > 0 {
		v.ExpiryDays = &l.Policy.ExpiryDays
	}
	for _, f := range h.Facts {
		if f.Kind == credit.Opened {
			v.OpenedOn = day.Of(f.At, seat.Zone)
		}
	}
	return v
}

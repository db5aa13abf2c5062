package cli

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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

// seatFlag adds --seat to a command.
func (a *app) seatFlag(cmd *cobra.Command) *string {
	name := cmd.Flags().String("seat", "", "the `SEAT`, by id or name")
	a.completeSeats(cmd, "seat")
	return name
}

// atFlag adds --at to a command that records something.
func atFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("at", "", "when it happened, such as 'yesterday 14:00' or 2026-01-05 (default: now)")
}

// at reads --at in a time zone.
func (a *app) at(text string, zone *time.Location) (time.Time, error) {
	if text == "" {
		return a.now, nil
	}
	return when.ParsePast(text, a.now.In(zone), when.Options{})
}

// seat is the seat with this id or name.
func (s *session) seat(name string) (model.Seat, error) {
	if seat, ok := s.book.FindSeat(name); ok {
		return seat, nil
	}
	if seats := s.book.Seats(); len(seats) > 0 {
		return model.Seat{}, notFound("there is no seat %q; there is: %s", name, seatNames(seats))
	}
	return model.Seat{}, notFound("there is no seat %q, and no other; open one with: cordial seat open NAME --plan PLAN", name)
}

// seatNames lists seats for a sentence.
func seatNames(seats []model.Seat) string {
	var names []string
	for _, seat := range seats {
		names = append(names, seat.ID)
	}
	return strings.Join(names, ", ")
}

// activeSeats is the seats with a plan.
func (s *session) activeSeats() []model.Seat {
	var active []model.Seat
	for _, seat := range s.book.Seats() {
		if l, _, _ := s.book.LedgerNow(seat.ID, s.now); l.Active {
			active = append(active, seat)
		}
	}
	return active
}

// onlySeat is the seat that is meant when none is named: the only active one.
func (s *session) onlySeat() (model.Seat, error) {
	active := s.activeSeats()
	switch len(active) {
	case 0:
		return model.Seat{}, usage("no seat is open; open one with: cordial seat open NAME --plan PLAN")
	case 1:
		return active[0], nil
	default:
		return model.Seat{}, usage("there are several seats; say which: %s", seatNames(active))
	}
}

// seatOr is the seat of that name, or the only active one.
func (s *session) seatOr(name string) (model.Seat, error) {
	if name == "" {
		return s.onlySeat()
	}
	return s.seat(name)
}

// policyFlags are what a seat sets differently from its plan.
type policyFlags struct {
	flags                              *pflag.FlagSet
	monthly, limit, expiryDays, window int
	rule, atCap                        string
}

// addPolicy adds the flags that override a plan's numbers.
func addPolicy(cmd *cobra.Command) *policyFlags {
	p := &policyFlags{flags: cmd.Flags()}
	p.flags.IntVar(&p.monthly, "monthly", 0, "`CREDITS` granted a month, if not the plan's")
	p.flags.IntVar(&p.limit, "cap", 0, "most `CREDITS` a grant fills up to")
	p.flags.IntVar(&p.expiryDays, "expiry-days", 0, "`DAYS` a credit lives; 0 is for ever")
	p.flags.StringVar(&p.rule, "refund-rule", "", "what gives a credit back: reply or no-reply")
	p.flags.IntVar(&p.window, "refund-window", 0, "`DAYS` in which an answer counts")
	p.flags.StringVar(&p.atCap, "refund-at-cap", "", "a refund into a full pool: clamp or overflow")
	complete(cmd, "refund-rule", string(credit.RefundOnReply), string(credit.RefundOnNoReply))
	complete(cmd, "refund-at-cap", string(credit.Clamp), string(credit.Overflow))
	return p
}

// overrides is the flags that were given, nil for none.
func (p *policyFlags) overrides() *credit.Overrides {
	var o credit.Overrides
	rule, atCap := credit.RefundRule(p.rule), credit.RefundAtCap(p.atCap)
	for name, set := range map[string]func(){
		"monthly":       func() { o.Monthly = &p.monthly },
		"cap":           func() { o.Cap = &p.limit },
		"expiry-days":   func() { o.ExpiryDays = &p.expiryDays },
		"refund-rule":   func() { o.RefundRule = &rule },
		"refund-window": func() { o.RefundWindowDays = &p.window },
		"refund-at-cap": func() { o.RefundAtCap = &atCap },
	} {
		if p.flags.Changed(name) {
			set()
		}
	}
	if o.IsZero() {
		return nil
	}
	return &o
}

// planFlag adds --plan.
func planFlag(cmd *cobra.Command) *string {
	plan := cmd.Flags().String("plan", "", "the `PLAN`: "+strings.Join(planIDs(), ", "))
	complete(cmd, "plan", planIDs()...)
	return plan
}

func planIDs() []string {
	var ids []string
	for _, p := range credit.Plans() {
		ids = append(ids, p.ID)
	}
	return ids
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

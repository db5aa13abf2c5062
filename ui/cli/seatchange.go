package cli

import (
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/day"
)

// seatChange is a decision about a seat that is to be taken.
type seatChange struct {
	verb   string // what was done, as it is echoed: "moved"
	tell   bool   // say what it does in any case, not only before credits are lost
	at     *string
	dryRun *bool
	asJSON *bool // nil where nothing is printed
	decide func(b *model.Book, seat model.Seat, at time.Time) ([]model.Draft, error)
}

// changeFlags adds what all changes of a seat take.
func changeFlags(cmd *cobra.Command, verb string) seatChange {
	return seatChange{
		verb: verb, at: atFlag(cmd), asJSON: jsonFlag(cmd),
		dryRun: cmd.Flags().Bool("dry-run", false, "show what it would do, and record nothing"),
	}
}

// seatPlanCmd moves a seat to another plan.
func (a *app) seatPlanCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "plan [SEAT] PLAN", Short: "Move a seat to another plan: its credits are forfeited, the new plan's arrive",
		Args: argRange(0, 2, "[SEAT] PLAN"), ValidArgsFunction: a.seatThenPlan,
	}
	flag, policy, change := planFlag(cmd), addPolicy(cmd), changeFlags(cmd, "moved")
	cmd.RunE = a.with(func(s *session, args []string) error {
		args, plan := lastOr(args, *flag)
		if _, ok := credit.PlanByID(plan); !ok {
			return usage("there is no plan %q; the plans are: %s", plan, strings.Join(planIDs(), ", "))
		}
		overrides, err := policy.overrides()
		if err != nil {
			return err
		}
		change.decide = func(b *model.Book, seat model.Seat, at time.Time) ([]model.Draft, error) {
			return b.ChangePlan(model.SeatPlanChanged{Seat: seat.ID, Plan: plan, Policy: overrides}, at, s.now)
		}
		return s.changeSeat(args, change)
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

// seatCancelCmd ends a seat's plan.
func (a *app) seatCancelCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "cancel [SEAT]", Short: "End a seat's plan: its credits are forfeited",
		Args: argRange(0, 1, "[SEAT]"), ValidArgsFunction: a.seatArg,
	}
	change := changeFlags(cmd, "cancelled")
	cmd.RunE = a.with(func(s *session, args []string) error {
		change.decide = func(b *model.Book, seat model.Seat, at time.Time) ([]model.Draft, error) {
			return b.CancelSeat(seat.ID, at, s.now)
		}
		return s.changeSeat(args, change)
	})
	return cmd
}

// changeSeat takes a decision about the seat that the arguments name, or that is meant
// without a name. What it would do is shown first when it is asked for, and on a
// terminal when credits would be lost for good.
func (s *session) changeSeat(args []string, change seatChange) error {
	seat, err := s.namedSeat(args)
	if err != nil {
		return err
	}
	at, err := s.at(*change.at, seat.Zone)
	if err != nil {
		return err
	}
	drafts, err := change.decide(s.book, seat, at)
	if err != nil {
		return err
	}
	effect, _ := s.book.WhatIf(seat.ID, drafts, s.now)
	if *change.dryRun {
		return s.printEffect(seat, effect, *change.asJSON)
	}
	lossy := s.mustConfirm(effect)
	if change.tell || lossy {
		s.sayEffect(effect)
	}
	if lossy {
		if sure, err := s.ask("Record it?"); err != nil || !sure {
			return err
		}
	}
	_, err = s.do(func(b *model.Book) ([]model.Draft, error) { return change.decide(b, seat, at) })
	if err != nil {
		return err
	}
	s.saySeat(change.verb, seat, at, *change.at)
	if *change.asJSON {
		return s.printJSON(s.seatView(seat))
	}
	return nil
}

// namedSeat is the seat that the arguments of a command name, or that is meant without
// a name.
func (s *session) namedSeat(args []string) (model.Seat, error) {
	if len(args) > 1 {
		return model.Seat{}, usage("that is one word too many: %s", strings.Join(args, " "))
	}
	return s.seatOr(strings.Join(args, ""))
}

// seatReconcileCmd records the balance that LinkedIn shows.
func (a *app) seatReconcileCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "reconcile [SEAT] BALANCE", Short: "Set the balance to what LinkedIn shows",
		Long: "Set the balance to what LinkedIn shows. A difference becomes a line of the statement, and what may\n" +
			"explain it is said first: an answer that was not recorded brings its credit back by itself.",
		Args: argRange(0, 2, "[SEAT] BALANCE"), ValidArgsFunction: a.seatArg,
	}
	flag := cmd.Flags().String("balance", "", "the `CREDITS` that LinkedIn shows")
	change := changeFlags(cmd, "reconciled")
	cmd.RunE = a.with(func(s *session, args []string) error {
		args, text := lastOr(args, *flag)
		balance, err := strconv.Atoi(text)
		if err != nil {
			return usage("the balance that LinkedIn shows is a number, not %q", text)
		}
		return s.reconcile(args, balance, change)
	})
	return cmd
}

// reconcile records a balance, and says what may explain a difference and what became
// of it.
func (s *session) reconcile(args []string, balance int, change seatChange) error {
	seat, err := s.namedSeat(args)
	if err != nil {
		return err
	}
	at, err := s.at(*change.at, seat.Zone)
	if err != nil {
		return err
	}
	decide := func(b *model.Book) ([]model.Draft, error) { return b.Reconcile(seat.ID, balance, at, s.now) }
	drafts, err := decide(s.book)
	if err != nil {
		return err
	}
	effect, _ := s.book.WhatIf(seat.ID, drafts, s.now)
	hints, err := s.hints(seat, balance, day.Of(at, seat.Zone))
	if err != nil {
		return err
	}
	if *change.dryRun {
		return s.printReconcile(seat, effect, hints, *change.asJSON)
	}
	if _, err := s.do(decide); err != nil {
		return err
	}
	s.saySeat(change.verb, seat, at, *change.at)
	s.sayDifference(effect)
	s.sayHints(hints)
	if *change.asJSON {
		return s.printReconcile(seat, effect, hints, true)
	}
	return nil
}

package cli

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/source"
	"cordial/ui/theme"
)

// policyView is a policy sheet as --json prints it.
type policyView struct {
	Seat       string      `json:"seat"`
	Name       string      `json:"name"`
	Plan       string      `json:"plan"`
	Active     bool        `json:"active"`
	On         day.Day     `json:"on"`
	BillingDay int         `json:"billing_day"`
	Fields     []fieldView `json:"fields"`
	Hint       *string     `json:"hint"` // what is reported to differ
}

// fieldView is one number or choice of a policy. Values are texts: a number, "never",
// or one of the choices.
type fieldView struct {
	Field   credit.Field `json:"field"`
	Name    string       `json:"name"`
	Value   string       `json:"value"`
	Default string       `json:"default"` // the plan's own
	Source  string       `json:"source"`  // of the value: "article", "reported", "assumed" or "yours"
	Basis   string       `json:"basis"`   // who says so; of the default, where the value is the user's
	Choices []string     `json:"choices"` // empty for a number
}

// resetAll stands for every field of a policy.
const resetAll = "all"

// seatPolicyCmd shows and changes what a seat's credits follow.
func (a *app) seatPolicyCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "policy [SEAT]", Short: "Show every number that a seat's credits follow, with its source; or set it otherwise",
		Long: "Show every number and choice that a seat's credits follow, where it comes from, and what the plan\n" +
			"itself has. With flags, set it otherwise from a day on: the plan goes on, nothing is forfeited, and\n" +
			"credits that are there keep their expiry.",
		Example: "  cordial seat policy main --cap 120\n" +
			"  cordial seat policy main --refund-rule no-reply --dry-run\n" +
			"  cordial seat policy main --reset cap",
		Args: argRange(0, 1, "[SEAT]"), ValidArgsFunction: a.seatArg,
	}
	policy, change := addPolicy(cmd), changeFlags(cmd, "changed the policy of")
	reset := cmd.Flags().StringSlice("reset", nil, "leave a `FIELD` to the plan again, or all")
	names := []string{resetAll}
	for _, f := range credit.Fields() {
		names = append(names, flagName(f))
	}
	complete(cmd, "reset", names...)
	cmd.RunE = a.with(func(s *session, args []string) error {
		seat, err := s.policySeat(args)
		if err != nil {
			return err
		}
		if !policy.given() && len(*reset) == 0 {
			return s.showPolicy(seat, change)
		}
		return s.setPolicy(seat, policy, *reset, change)
	})
	return cmd
}

// policySeat is the seat that the arguments name; without a name also the only one
// there is, though it has no plan.
func (s *session) policySeat(args []string) (model.Seat, error) {
	if seats := s.book.Seats(); len(args) == 0 && len(seats) == 1 {
		return seats[0], nil
	}
	return s.namedSeat(args)
}

// showPolicy prints the sheet of a day.
func (s *session) showPolicy(seat model.Seat, change seatChange) error {
	if *change.dryRun {
		return usage("--dry-run needs something to try, such as --cap 120")
	}
	at, err := s.at(*change.at, seat.Zone)
	if err != nil {
		return err
	}
	on := day.Of(at, seat.Zone)
	if *change.at == "" {
		on, _, _ = s.book.Today(seat.ID, s.now)
	}
	sheet, ok := s.book.Policy(seat.ID, on)
	if !ok {
		return notFound("the seat %s had no plan yet on %s", shown(seat.Name, seat.ID), on)
	}
	if *change.asJSON {
		return s.printJSON(policyOf(sheet))
	}
	s.printPolicy(sheet)
	return nil
}

// setPolicy records what a seat does differently from its plan, after showing what
// that changes.
func (s *session) setPolicy(seat model.Seat, policy *policyFlags, reset []string, change seatChange) error {
	change.decide = func(b *model.Book, seat model.Seat, at time.Time) ([]model.Draft, error) {
		sheet, _ := b.Policy(seat.ID, day.Of(at, seat.Zone))
		o, err := resetFields(sheet.Overrides, reset)
		if err != nil {
			return nil, err
		}
		if o, err = policy.over(o); err != nil {
			return nil, err
		}
		return b.SetPolicy(seat.ID, o, at, s.now)
	}
	change.tell = true
	return s.changeSeat([]string{seat.ID}, change)
}

// resetFields leaves fields to the plan again.
func resetFields(o credit.Overrides, names []string) (credit.Overrides, error) {
	for _, name := range names {
		fields := slices.DeleteFunc(credit.Fields(), func(f credit.Field) bool {
			return name != resetAll && name != flagName(f) && name != string(f)
		})
		if len(fields) == 0 {
			var known []string
			for _, f := range credit.Fields() {
				known = append(known, flagName(f))
			}
			return o, usage("a policy has no field %q to reset; there are %s, or %s", name, join(known), resetAll)
		}
		for _, f := range fields {
			o = o.Without(f)
		}
	}
	return o, nil
}

// policyOf is a sheet as --json prints it.
func policyOf(sheet model.PolicySheet) policyView {
	v := policyView{
		Seat: sheet.Seat.ID, Name: shown(sheet.Seat.Name, sheet.Seat.ID), Plan: sheet.Plan.ID, Active: sheet.Active,
		On: sheet.On, BillingDay: sheet.BillingDay, Fields: []fieldView{}, Hint: optional(sheet.Plan.Hint),
	}
	for _, line := range sheet.Lines {
		v.Fields = append(v.Fields, fieldView{
			line.Field, line.Field.Name(), line.Value, line.Default, line.Source.Words(), line.Basis, listOf(line.Field.Choices()),
		})
	}
	return v
}

// printPolicy prints a sheet for people.
func (s *session) printPolicy(sheet model.PolicySheet) {
	state := ""
	if !sheet.Active {
		state = ", cancelled"
	}
	s.print("%s  %s", s.paint(theme.Title, shown(sheet.Seat.Name, sheet.Seat.ID)),
		s.paint(theme.Dim, clean.Line(sheet.Plan.Name)+state+", on "+s.date(sheet.On)))
	g := grid{}
	for _, line := range sheet.Lines {
		basis := line.Basis
		if line.Source == source.Yours {
			basis = fmt.Sprintf("the plan has %s: %s", line.Default, line.Basis)
		}
		g.add(dim("  --"+flagName(line.Field)), plain(line.Field.Name()), strong(line.Value), plain(line.Source.Words()),
			cell{text: basis, role: theme.Dim, whole: true})
	}
	s.printGrid(g)
	if sheet.Plan.Hint != "" {
		s.print("  %s", sheet.Plan.Hint)
	}
}

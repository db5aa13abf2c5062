package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cordial/model/credit"
)

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

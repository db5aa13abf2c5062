package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cordial/model/credit"
)

// policyFlags are what a seat sets differently from its plan.
type policyFlags struct {
	flags *pflag.FlagSet
	texts map[credit.Field]*string
}

// addPolicy adds the flags that override a plan's numbers and choices.
func addPolicy(cmd *cobra.Command) *policyFlags {
	p := &policyFlags{flags: cmd.Flags(), texts: map[credit.Field]*string{}}
	for f, usage := range map[credit.Field]string{
		credit.FieldMonthly:      "`CREDITS` granted a month, if not the plan's",
		credit.FieldCap:          "most `CREDITS` a grant fills up to",
		credit.FieldExpiry:       "`DAYS` a credit lives, or never",
		credit.FieldRefundRule:   "what gives a credit back: reply or no-reply",
		credit.FieldRefundWindow: "`DAYS` in which an answer counts",
		credit.FieldRefundAtCap:  "a refund into a full pool: clamp or overflow",
	} {
		p.texts[f] = p.flags.String(flagName(f), "", usage)
		complete(cmd, flagName(f), f.Choices()...)
	}
	return p
}

// flagName is the flag that sets a field.
func flagName(f credit.Field) string {
	if f == credit.FieldRefundWindow {
		return "refund-window" // in days, as everybody expects
	}
	return strings.ReplaceAll(string(f), "_", "-")
}

// given tells whether any of the flags was given.
func (p *policyFlags) given() bool {
	for f := range p.texts {
		if p.flags.Changed(flagName(f)) {
			return true
		}
	}
	return false
}

// over is the overrides with the flags that were given in their place.
func (p *policyFlags) over(o credit.Overrides) (credit.Overrides, error) {
	for _, f := range credit.Fields() {
		if !p.flags.Changed(flagName(f)) {
			continue
		}
		var err error
		if o, err = o.Set(f, *p.texts[f]); err != nil {
			return o, usage("%s", err)
		}
	}
	return o, nil
}

// overrides is the flags that were given, nil for none.
func (p *policyFlags) overrides() (*credit.Overrides, error) {
	o, err := p.over(credit.Overrides{})
	if err != nil || o.IsZero() {
		return nil, err
	}
	return &o, nil
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

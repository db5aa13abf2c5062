package credit

import (
	"fmt"
	"strconv"
	"strings"

	"cordial/model/source"
)

// Field names one number or choice of a policy, as the journal does.
type Field string

// The fields of a policy.
const (
	FieldMonthly      Field = "monthly"
	FieldCap          Field = "cap"
	FieldExpiry       Field = "expiry_days"
	FieldRefundRule   Field = "refund_rule"
	FieldRefundWindow Field = "refund_window_days"
	FieldRefundAtCap  Field = "refund_at_cap"
)

// never is how the expiry of what does not expire is written.
const never = "never"

// Fields lists the fields in the order of a policy sheet.
func Fields() []Field {
	return []Field{FieldMonthly, FieldCap, FieldExpiry, FieldRefundRule, FieldRefundWindow, FieldRefundAtCap}
}

// Name says a field in words.
func (f Field) Name() string {
	switch f {
	case FieldMonthly:
		return "credits a month"
	case FieldCap:
		return "cap on credits"
	case FieldExpiry:
		return "days a credit lives"
	case FieldRefundRule:
		return "a credit comes back on"
	case FieldRefundWindow:
		return "days to answer"
	case FieldRefundAtCap:
		return "a refund into a full pool"
	default:
		return string(f)
	}
}

// Choices lists the values of a field that is a choice, the default first; none for
// a number.
func (f Field) Choices() []string {
	switch f {
	case FieldRefundRule:
		return []string{string(RefundOnReply), string(RefundOnNoReply)}
	case FieldRefundAtCap:
		return []string{string(Clamp), string(Overflow)}
	default:
		return nil
	}
}

// Text is the value of a field: a number, "never" for an expiry of 0, or one of
// its choices.
func (p Policy) Text(f Field) string {
	switch f {
	case FieldMonthly:
		return strconv.Itoa(p.Monthly)
	case FieldCap:
		return strconv.Itoa(p.Cap)
	case FieldExpiry:
		if p.ExpiryDays == 0 {
			return never
		}
		return strconv.Itoa(p.ExpiryDays)
	case FieldRefundRule:
		return string(p.RefundRule)
	case FieldRefundWindow:
		return strconv.Itoa(p.RefundWindowDays)
	case FieldRefundAtCap:
		return string(p.RefundAtCap)
	default:
		return ""
	}
}

// Set answers the overrides with a field set to what was typed: a number, "never" or
// 0 for an expiry, or a choice. What no policy can have is an error in one sentence.
func (o Overrides) Set(f Field, text string) (Overrides, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	switch f {
	case FieldRefundRule:
		rule := RefundRule(text)
		o.RefundRule = &rule
		return o, o.Validate()
	case FieldRefundAtCap:
		choice := RefundAtCap(text)
		o.RefundAtCap = &choice
		return o, o.Validate()
	default: // a number
	}
	number := numberOf(&o, f)
	if number == nil {
		return o, fmt.Errorf("%q is no field of a policy; there are %s", f, fieldList())
	}
	if f == FieldExpiry && text == never {
		text = "0"
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return o, fmt.Errorf("%s is %q: give a number from 0 to %d", f, text, mostAllowed)
	}
	*number = &n
	return o, o.Validate()
}

// Without answers the overrides with a field left to the plan.
func (o Overrides) Without(f Field) Overrides {
	switch f {
	case FieldRefundRule:
		o.RefundRule = nil
	case FieldRefundAtCap:
		o.RefundAtCap = nil
	default:
		if number := numberOf(&o, f); number != nil {
			*number = nil
		}
	}
	return o
}

// Has tells whether a field is overridden.
func (o Overrides) Has(f Field) bool {
	switch f {
	case FieldRefundRule:
		return o.RefundRule != nil
	case FieldRefundAtCap:
		return o.RefundAtCap != nil
	default:
		number := numberOf(&o, f)
		return number != nil && *number != nil
	}
}

// Same tells whether two overrides set the same fields to the same values.
func (o Overrides) Same(p Overrides) bool {
	for _, f := range Fields() {
		if o.Has(f) != p.Has(f) {
			return false
		}
	}
	return Policy{}.With(o) == Policy{}.With(p)
}

// numberOf is where a number is kept, nil for a field that is none.
func numberOf(o *Overrides, f Field) **int {
	switch f {
	case FieldMonthly:
		return &o.Monthly
	case FieldCap:
		return &o.Cap
	case FieldExpiry:
		return &o.ExpiryDays
	case FieldRefundWindow:
		return &o.RefundWindowDays
	default:
		return nil
	}
}

// fieldList names all fields for a sentence.
func fieldList() string {
	var names []string
	for _, f := range Fields() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// SourceOf says where a plan's own value of a field comes from, and who says so in a
// few words.
func (p Plan) SourceOf(f Field) (from source.Source, basis string) {
	lasting := p.Policy.RefundAtCap == Overflow
	switch {
	case f == FieldRefundRule:
		return source.Article, "one article and LinkedIn since 2015; the other article says no-reply"
	case f == FieldRefundWindow:
		return source.Article, "both articles; LinkedIn counts from the day of sending"
	case f == FieldRefundAtCap && lasting:
		return source.Reported, "LinkedIn's help: what is above the cap ends at the next grant"
	case f == FieldRefundAtCap:
		return source.Assumed, "LinkedIn does not say; reconcile if yours differs"
	case lasting && f == FieldCap:
		return source.Reported, "LinkedIn's announcement and vendors: four months of grants"
	case lasting && f == FieldExpiry:
		return source.Reported, "LinkedIn's help names no age, only the cap"
	case f == FieldCap && p.ID == "recruiter-lite":
		return source.Article, "LinkedIn's help is reported to say 120"
	default:
		return source.Article, "the articles on InMail"
	}
}

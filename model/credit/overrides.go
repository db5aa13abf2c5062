package credit

import "fmt"

// Overrides are the parts of a plan's policy that a seat sets for itself; nil leaves the plan's own value.
type Overrides struct {
	Monthly          *int         `json:"monthly,omitempty" cbor:"1,keyasint,omitempty"`
	Cap              *int         `json:"cap,omitempty" cbor:"2,keyasint,omitempty"`
	ExpiryDays       *int         `json:"expiry_days,omitempty" cbor:"3,keyasint,omitempty"`
	RefundRule       *RefundRule  `json:"refund_rule,omitempty" cbor:"4,keyasint,omitempty"`
	RefundWindowDays *int         `json:"refund_window_days,omitempty" cbor:"5,keyasint,omitempty"`
	RefundAtCap      *RefundAtCap `json:"refund_at_cap,omitempty" cbor:"6,keyasint,omitempty"`
}

// mostAllowed bounds every number of a policy, far above anything LinkedIn sells, so that a slip of the
// keyboard is caught and no sum can overflow.
const mostAllowed = 1_000_000

// Validate refuses negative and absurd numbers and unknown words, naming the field.
func (o Overrides) Validate() error {
	for _, number := range []struct {
		field string
		value *int
	}{
		{"monthly", o.Monthly},
		{"cap", o.Cap},
		{"expiry_days", o.ExpiryDays},
		{"refund_window_days", o.RefundWindowDays},
	} {
		if v := number.value; v != nil && (*v < 0 || *v > mostAllowed) {
			return fmt.Errorf("%s is %d: give a number from 0 to %d", number.field, *v, mostAllowed)
		}
	}
	if r := o.RefundRule; r != nil && *r != RefundOnReply && *r != RefundOnNoReply {
		return fmt.Errorf("refund_rule is %q: choose %s or %s", *r, RefundOnReply, RefundOnNoReply)
	}
	if r := o.RefundAtCap; r != nil && *r != Clamp && *r != Overflow {
		return fmt.Errorf("refund_at_cap is %q: choose %s or %s", *r, Clamp, Overflow)
	}
	return nil
}

// IsZero tells whether nothing is overridden.
func (o Overrides) IsZero() bool { return o == Overrides{} }

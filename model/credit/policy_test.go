package credit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"cordial/model/credit"

	"github.com/fxamacker/cbor/v2"
	"pgregory.net/rapid"
)

// TestPlans pins the plan table.
func TestPlans(t *testing.T) {
	type row struct {
		name                 string
		monthly, cap, expiry int
		atCap                credit.RefundAtCap
	}
	want := map[string]row{
		"free":                   {"Free", 0, 0, 0, credit.Clamp},
		"career":                 {"Premium Career", 5, 15, 90, credit.Clamp},
		"business":               {"Premium Business", 15, 45, 90, credit.Clamp},
		"salesnav-core":          {"Sales Navigator Core", 50, 150, 90, credit.Clamp},
		"salesnav-advanced":      {"Sales Navigator Advanced", 50, 150, 90, credit.Clamp},
		"salesnav-advanced-plus": {"Sales Navigator Advanced Plus", 50, 150, 90, credit.Clamp},
		"recruiter-lite":         {"Recruiter Lite", 30, 90, 90, credit.Clamp},
		"recruiter-professional": {"Recruiter Professional Services", 100, 400, 0, credit.Overflow},
		"recruiter-corporate":    {"Recruiter Corporate", 150, 600, 0, credit.Overflow},
	}
	if n := len(credit.Plans()); n != len(want) {
		t.Errorf("%d plans, want %d", n, len(want))
	}
	for _, plan := range credit.Plans() {
		p := plan.Policy
		if got := (row{plan.Name, p.Monthly, p.Cap, p.ExpiryDays, p.RefundAtCap}); got != want[plan.ID] {
			t.Errorf("%s is %+v, want %+v", plan.ID, got, want[plan.ID])
		}
		if p.RefundRule != credit.RefundOnReply || p.RefundWindowDays != 90 {
			t.Errorf("%s refunds on %s within %d days", plan.ID, p.RefundRule, p.RefundWindowDays)
		}
		if !strings.HasPrefix(plan.Source, "seed") {
			t.Errorf("%s has source %q", plan.ID, plan.Source)
		}
		if found, known := credit.PlanByID(plan.ID); !known || found != plan {
			t.Errorf("PlanByID(%q) = %+v, %t", plan.ID, found, known)
		}
	}
	if plan, known := credit.PlanByID("gold"); known || plan != (credit.Plan{}) {
		t.Errorf("PlanByID(gold) = %+v, %t", plan, known)
	}
	if plan, _ := credit.PlanByID("recruiter-lite"); !strings.Contains(plan.Hint, "120") {
		t.Errorf("the hint for Recruiter Lite is %q", plan.Hint)
	}
}

func TestOverridesValidate(t *testing.T) {
	for _, o := range []credit.Overrides{
		{},
		{Monthly: ptr(0), Cap: ptr(0), ExpiryDays: ptr(0), RefundWindowDays: ptr(0)},
		{Monthly: ptr(1_000_000), Cap: ptr(1_000_000), ExpiryDays: ptr(1_000_000), RefundWindowDays: ptr(1_000_000)},
		{RefundRule: ptr(credit.RefundOnReply), RefundAtCap: ptr(credit.Clamp)},
		{RefundRule: ptr(credit.RefundOnNoReply), RefundAtCap: ptr(credit.Overflow)},
	} {
		if err := o.Validate(); err != nil {
			t.Errorf("%+v is refused: %v", o, err)
		}
	}
	for field, o := range map[string]credit.Overrides{
		"monthly":            {Monthly: ptr(-1)},
		"cap":                {Cap: ptr(1_000_001)},
		"expiry_days":        {ExpiryDays: ptr(-90)},
		"refund_window_days": {RefundWindowDays: ptr(1 << 40)},
		"refund_rule":        {RefundRule: ptr(credit.RefundRule("no-response"))},
		"refund_at_cap":      {RefundAtCap: ptr(credit.RefundAtCap(""))},
	} {
		if err := o.Validate(); err == nil || !strings.HasPrefix(err.Error(), field+" is ") {
			t.Errorf("%s: error %v, want one that names the field", field, err)
		}
	}
}

func TestPolicyWith(t *testing.T) {
	career, _ := credit.PlanByID("career")
	if got := career.Policy.With(credit.Overrides{}); got != career.Policy {
		t.Errorf("without overrides the policy is %+v", got)
	}
	got := career.Policy.With(credit.Overrides{Cap: ptr(20), ExpiryDays: ptr(0), RefundRule: ptr(credit.RefundOnNoReply)})
	want := credit.Policy{Monthly: 5, Cap: 20, RefundRule: credit.RefundOnNoReply, RefundWindowDays: 90, RefundAtCap: credit.Clamp}
	if got != want {
		t.Errorf("with overrides the policy is %+v, want %+v", got, want)
	}
	all := career.Policy.With(credit.Overrides{Monthly: ptr(7), RefundWindowDays: ptr(30), RefundAtCap: ptr(credit.Overflow)})
	if all.Monthly != 7 || all.RefundWindowDays != 30 || all.RefundAtCap != credit.Overflow || all.Cap != 15 {
		t.Errorf("with the others the policy is %+v", all)
	}
}

// TestOverridesAreRecorded writes overrides as the journal and the store do and reads them back.
func TestOverridesAreRecorded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := anyOverrides(t)
		var fromJSON, fromCBOR credit.Overrides
		text, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &fromJSON); err != nil {
			t.Fatal(err)
		}
		bytes, err := cbor.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		if err := cbor.Unmarshal(bytes, &fromCBOR); err != nil {
			t.Fatal(err)
		}
		policy := credit.Policy{Monthly: -1, Cap: -1, ExpiryDays: -1, RefundWindowDays: -1} // not to be drawn
		if policy.With(fromJSON) != policy.With(o) || policy.With(fromCBOR) != policy.With(o) {
			t.Fatalf("%s is read back differently", text)
		}
		if o.IsZero() != (string(text) == "{}") {
			t.Fatalf("IsZero is %t for %s", o.IsZero(), text)
		}
	})
}

func TestOverridesNames(t *testing.T) {
	o := credit.Overrides{
		Monthly: ptr(1), Cap: ptr(2), ExpiryDays: ptr(0), RefundRule: ptr(credit.RefundOnReply),
		RefundWindowDays: ptr(4), RefundAtCap: ptr(credit.Clamp),
	}
	text, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, "JSON", string(text), `{"monthly":1,"cap":2,"expiry_days":0,"refund_rule":"reply","refund_window_days":4,"refund_at_cap":"clamp"}`)
	bytes, err := cbor.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	shown, err := cbor.Diagnose(bytes)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, "CBOR", shown, `{1: 1, 2: 2, 3: 0, 4: "reply", 5: 4, 6: "clamp"}`)
}

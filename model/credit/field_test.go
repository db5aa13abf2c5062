package credit_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"cordial/model/credit"
	"cordial/model/source"

	"pgregory.net/rapid"
)

func TestSetAField(t *testing.T) {
	for _, c := range []struct {
		field      credit.Field
		text, json string // of the overrides
	}{
		{credit.FieldMonthly, "7", `{"monthly":7}`},
		{credit.FieldCap, " 120 ", `{"cap":120}`},
		{credit.FieldExpiry, "30", `{"expiry_days":30}`},
		{credit.FieldExpiry, "Never", `{"expiry_days":0}`},
		{credit.FieldExpiry, "0", `{"expiry_days":0}`},
		{credit.FieldRefundRule, "no-reply", `{"refund_rule":"no-reply"}`},
		{credit.FieldRefundWindow, "30", `{"refund_window_days":30}`},
		{credit.FieldRefundAtCap, "OVERFLOW", `{"refund_at_cap":"overflow"}`},
	} {
		o, err := credit.Overrides{}.Set(c.field, c.text)
		b, _ := json.Marshal(o)
		if err != nil || string(b) != c.json {
			t.Errorf("%s = %q: %s, %v; want %s", c.field, c.text, b, err, c.json)
		}
		if !o.Has(c.field) || o.Without(c.field).Has(c.field) || !o.Without(c.field).IsZero() {
			t.Errorf("%s cannot be left to the plan again", c.field)
		}
	}
}

func TestSetRefuses(t *testing.T) {
	for _, c := range []struct {
		field      credit.Field
		text, says string
	}{
		{credit.FieldExpiry, "-1", "expiry_days is -1: give a number from 0"},
		{credit.FieldExpiry, "soon", `expiry_days is "soon": give a number from 0`},
		{credit.FieldMonthly, "", `monthly is "": give a number`},
		{credit.FieldMonthly, "never", `monthly is "never": give a number`},
		{credit.FieldCap, "1.5", `cap is "1.5": give a number`},
		{credit.FieldCap, "99999999999999999999", "give a number from 0 to 1000000"},
		{credit.FieldCap, "1000001", "give a number from 0 to 1000000"},
		{credit.FieldRefundWindow, "-90", "refund_window_days is -90"},
		{credit.FieldRefundRule, "maybe", `refund_rule is "maybe": choose reply or no-reply`},
		{credit.FieldRefundAtCap, "", `refund_at_cap is "": choose clamp or overflow`},
		{"colour", "red", `"colour" is no field of a policy; there are monthly, cap,`},
	} {
		if _, err := (credit.Overrides{}).Set(c.field, c.text); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s = %q: %v, want %q", c.field, c.text, err, c.says)
		}
	}
	if o := (credit.Overrides{Cap: ptr(3)}).Without("colour"); !o.Has(credit.FieldCap) || o.Has("colour") {
		t.Error("a field that is none changed something")
	}
}

// Setting every field to its own text changes nothing, and each choice can be set.
func TestTextIsReadBack(t *testing.T) {
	for _, plan := range credit.Plans() {
		var o credit.Overrides
		for _, f := range credit.Fields() {
			var err error
			if o, err = o.Set(f, plan.Policy.Text(f)); err != nil {
				t.Fatalf("%s: %v", plan.ID, err)
			}
			if choices := f.Choices(); len(choices) > 0 && !slices.Contains(choices, plan.Policy.Text(f)) {
				t.Errorf("%s: %s is none of %v", plan.ID, plan.Policy.Text(f), choices)
			}
		}
		if got := (credit.Policy{}).With(o); got != plan.Policy {
			t.Errorf("%s: %+v, want %+v", plan.ID, got, plan.Policy)
		}
	}
	if text := (credit.Policy{}).Text("colour"); text != "" {
		t.Errorf("a colour of %q", text)
	}
}

func TestEveryFieldHasWordsAndASource(t *testing.T) {
	for _, f := range credit.Fields() {
		if f.Name() == string(f) {
			t.Errorf("%s has no name in words", f)
		}
		for _, c := range f.Choices() {
			if _, err := (credit.Overrides{}).Set(f, c); err != nil {
				t.Error(err)
			}
		}
		for _, plan := range credit.Plans() {
			if from, basis := plan.SourceOf(f); from == "" || from == source.Yours || basis == "" {
				t.Errorf("%s, %s: %q, %q", plan.ID, f, from, basis)
			}
		}
	}
	if credit.Field("colour").Name() != "colour" {
		t.Error("an unknown field has a name")
	}
}

func TestSources(t *testing.T) {
	for _, c := range []struct {
		plan  string
		field credit.Field
		want  source.Source
	}{
		{"business", credit.FieldMonthly, source.Article},
		{"business", credit.FieldCap, source.Article},
		{"business", credit.FieldRefundAtCap, source.Assumed},
		{"recruiter-corporate", credit.FieldMonthly, source.Article},
		{"recruiter-corporate", credit.FieldCap, source.Reported},
		{"recruiter-professional", credit.FieldRefundAtCap, source.Reported},
		{"recruiter-professional", credit.FieldExpiry, source.Reported},
		{"recruiter-lite", credit.FieldCap, source.Article},
	} {
		plan, _ := credit.PlanByID(c.plan)
		if got, _ := plan.SourceOf(c.field); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.plan, c.field, got, c.want)
		}
	}
	lite, _ := credit.PlanByID("recruiter-lite")
	if _, basis := lite.SourceOf(credit.FieldCap); !strings.Contains(basis, "120") {
		t.Errorf("the cap of Recruiter Lite: %q", basis)
	}
}

func TestSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o, p := anyOverrides(t), anyOverrides(t)
		a, _ := json.Marshal(o)
		b, _ := json.Marshal(p)
		if o.Same(p) != (string(a) == string(b)) || !o.Same(o) {
			t.Fatalf("%s and %s: same is %t", a, b, o.Same(p))
		}
	})
}

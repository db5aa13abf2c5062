package credit

// Plan is a LinkedIn subscription as this program knows it. Every number is data and can be overridden for
// a seat; Source and Hint let the policy screen say how far to trust it.
type Plan struct {
	ID     string // as in the journal: "salesnav-core"
	Name   string // as LinkedIn calls it: "Sales Navigator Core"
	Policy Policy
	Source string // where the numbers come from: "seed" (articles on InMail) or "reported" (second-hand)
	Hint   string // what is reported to differ, as a sentence; often empty
}

const (
	sourceSeed     = "seed"
	sourceReported = "seed (monthly), reported (cap)"

	hintSalesNav = "LinkedIn's help is reported to grant on the 1st of each month, in UTC: " +
		"if yours does, use billing day 1 and zone UTC."
	hintRecruiterLite = "LinkedIn's help is reported to say the cap is 120: if yours is, override it."
)

// Plans lists the known plans, smallest first.
func Plans() []Plan {
	aging := Policy{ExpiryDays: 90, RefundRule: RefundOnReply, RefundWindowDays: 90, RefundAtCap: Clamp}
	lasting := Policy{ExpiryDays: 0, RefundRule: RefundOnReply, RefundWindowDays: 90, RefundAtCap: Overflow}
	return []Plan{
		{"free", "Free", unplanned(), sourceSeed, ""},
		{"career", "Premium Career", aging.granting(5, 15), sourceSeed, ""},
		{"business", "Premium Business", aging.granting(15, 45), sourceSeed, ""},
		{"salesnav-core", "Sales Navigator Core", aging.granting(50, 150), sourceSeed, hintSalesNav},
		{"salesnav-advanced", "Sales Navigator Advanced", aging.granting(50, 150), sourceSeed, hintSalesNav},
		{"salesnav-advanced-plus", "Sales Navigator Advanced Plus", aging.granting(50, 150), sourceSeed, hintSalesNav},
		{"recruiter-lite", "Recruiter Lite", aging.granting(30, 90), sourceSeed, hintRecruiterLite},
		{"recruiter-professional", "Recruiter Professional Services", lasting.granting(100, 400), sourceReported, ""},
		{"recruiter-corporate", "Recruiter Corporate", lasting.granting(150, 600), sourceReported, ""},
	}
}

// PlanByID finds a plan by its id.
func PlanByID(id string) (Plan, bool) {
	for _, plan := range Plans() {
		if plan.ID == id {
			return plan, true
		}
	}
	return Plan{}, false
}

func (p Policy) granting(monthly, limit int) Policy {
	p.Monthly, p.Cap = monthly, limit
	return p
}

// unplanned is the policy of the Free plan, and of a seat that has not been opened yet.
func unplanned() Policy {
	return Policy{RefundRule: RefundOnReply, RefundWindowDays: 90, RefundAtCap: Clamp}
}

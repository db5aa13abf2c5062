package credit

// Economics is what InMails cost in the long run, by the month. It counts refunds as they are expected and
// leaves the cap and expiry out: who sends what the grants pay for loses none to either.
type Economics struct {
	Grant   int     `json:"grant"`    // credits a month
	NetCost float64 `json:"net_cost"` // credits an InMail costs once the expected refund is taken off, 0 to 1
	// CreditsPerReply is what silence costs: the credits gone for each answer. Nil if none is expected.
	CreditsPerReply *float64 `json:"credits_per_reply"`
	AtPace          Month    `json:"at_pace"`     // what the pace makes of a month
	Sustainable     *Month   `json:"sustainable"` // the most that the grants pay for; nil if nothing limits it
	SmallSample     bool     `json:"small_sample"`
}

// Month is a month of sending.
type Month struct {
	Sends   float64 `json:"sends"`    // InMails that cost a credit
	NetBurn float64 `json:"net_burn"` // credits they use up, refunds taken off
	Replies float64 `json:"replies"`  // answers expected
	// CostPerReply is the price of the plan by these replies; nil without a price or without replies.
	CostPerReply *float64 `json:"cost_per_reply"`
}

// Economics answers what a course costs under the policy, given the price of a month in any currency; 0 is
// not known. Under [RefundOnReply] an InMail costs 1 − the reply rate, under [RefundOnNoReply] the reply rate.
func (p Policy) Economics(course Course, price float64) Economics {
	rate := course.Rate.Share()
	e := Economics{Grant: p.Monthly, NetCost: 1 - rate, SmallSample: course.Rate.Small()}
	if p.RefundRule == RefundOnNoReply {
		e.NetCost = rate
	}
	if rate > 0 {
		e.CreditsPerReply = new(e.NetCost / rate)
	}
	month := func(sends float64) Month {
		m := Month{Sends: sends, NetBurn: sends * e.NetCost, Replies: sends * rate}
		if price > 0 && m.Replies > 0 {
			m.CostPerReply = new(price / m.Replies)
		}
		return m
	}
	e.AtPace = month(course.Pace.Monthly())
	if e.NetCost > 0 {
		e.Sustainable = new(month(float64(p.Monthly) / e.NetCost))
	}
	return e
}

// rounding forgives what fractions lose, so that a pace of just the sustainable sends lasts.
const rounding = 1e-9

// Lasts tells whether the grants pay for the pace.
func (e Economics) Lasts() bool { return e.AtPace.NetBurn <= float64(e.Grant)+rounding }

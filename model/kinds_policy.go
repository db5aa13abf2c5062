package model

import (
	"cordial/model/credit"
	"cordial/model/quota"
)

// SeatPolicyChanged sets numbers and choices of a seat's plan differently, from the
// day of its instant on. It replaces all that was set before: what it leaves out is
// the plan's own.
type SeatPolicyChanged struct {
	Seat   string           `json:"seat" cbor:"1,keyasint"`
	Policy credit.Overrides `json:"policy" cbor:"2,keyasint"`
}

// SeatPriced says what a seat costs a month. A price of 0 takes the price away.
type SeatPriced struct {
	Seat     string `json:"seat" cbor:"1,keyasint"`
	Price    string `json:"price" cbor:"2,keyasint"`    // "119.99": see ParsePrice
	Currency string `json:"currency" cbor:"3,keyasint"` // ISO 4217: "EUR"
}

// SeatActivated makes a seat the one that is meant when none is named.
type SeatActivated struct {
	Seat string `json:"seat" cbor:"1,keyasint"`
}

// QuotaSet gives a quota a limit of the user's own, or switches it off. With
// neither, the default counts again.
type QuotaSet struct {
	Quota quota.ID `json:"quota" cbor:"1,keyasint"`
	Limit *int     `json:"limit,omitempty" cbor:"2,keyasint,omitempty"` // 0 or more
	Off   bool     `json:"off,omitempty" cbor:"3,keyasint,omitempty"`
}

// LimitHit records that LinkedIn said its limit is reached: nothing more can be sent
// for seven days.
type LimitHit struct {
	Quota quota.ID `json:"quota" cbor:"1,keyasint"`
}

// Kind is "seat.policy_changed".
func (SeatPolicyChanged) Kind() string { return "seat.policy_changed" }

// Kind is "seat.priced".
func (SeatPriced) Kind() string { return "seat.priced" }

// Kind is "seat.activated".
func (SeatActivated) Kind() string { return "seat.activated" }

// Kind is "quota.set".
func (QuotaSet) Kind() string { return "quota.set" }

// Kind is "limit.hit".
func (LimitHit) Kind() string { return "limit.hit" }

func (d SeatPolicyChanged) check() error {
	if err := d.Policy.Validate(); err != nil {
		return badInput("policy: %s", err)
	}
	return idField("seat", d.Seat)
}

func (d SeatPriced) check() error {
	_, err := ParsePrice(d.Price, d.Currency)
	return firstError(idField("seat", d.Seat), err)
}

func (d SeatActivated) check() error { return idField("seat", d.Seat) }

func (d QuotaSet) check() error {
	switch {
	case d.Limit != nil && d.Off:
		return badInput("limit and off are both given; a quota that is off has no limit")
	case d.Limit != nil && (*d.Limit < 0 || *d.Limit > mostQuota):
		return badInput("limit is %d; give a number from 0 to %d", *d.Limit, mostQuota)
	}
	return checkQuota(d.Quota)
}

func (d LimitHit) check() error { return checkQuota(d.Quota) }

// mostQuota is far above anything LinkedIn allows, so that a slip of the keyboard
// is caught.
const mostQuota = 100_000

// checkQuota refuses a quota that does not exist.
func checkQuota(id quota.ID) error {
	if _, ok := quota.ByID(id); ok {
		return nil
	}
	names := ""
	for _, q := range quota.All() {
		names += ", " + string(q.ID)
	}
	return badInput("quota %q is not known; there are %s", id, names[2:])
}

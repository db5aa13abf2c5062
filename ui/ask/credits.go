package ask

import (
	"time"

	"cordial/model"
	"cordial/model/credit"
)

// Reconcile records how many credits LinkedIn shows for a seat.
type Reconcile struct {
	Seat    string // id
	Balance int    // credits, 0 or more
}

// ActivateSeat makes a seat the one that is meant when none is named.
type ActivateSeat struct{ Seat string }

// SwitchSeat makes the next seat with a plan the active one.
type SwitchSeat struct{}

// ChangePlan moves a seat to another plan.
type ChangePlan struct {
	Plan model.SeatPlanChanged
	At   time.Time
}

// CancelSeat ends a seat's plan.
type CancelSeat struct {
	Seat string
	At   time.Time
}

// SetPolicy sets what a seat does differently from its plan; Policy is all of it.
type SetPolicy struct {
	Seat   string
	Policy credit.Overrides
	At     time.Time
}

// PriceSeat says what a seat costs a month; a price of "0" takes it away.
type PriceSeat struct{ Seat, Price, Currency string }

// ForecastAt draws the forecast on a course. Nil is the seat's own pace and reply
// rate of late.
type ForecastAt struct{ Course *credit.Course }

// FillReconcile opens the dialog that takes the number LinkedIn shows. Without a
// seat it is for the one in front, or the active one.
type FillReconcile struct{ Seat string }

// FillPlan opens the dialog that moves a seat to another plan.
type FillPlan struct{ Seat string }

// FillCancel opens the dialog that ends a seat's plan.
type FillCancel struct{ Seat string }

// FillPolicy opens the dialog that changes one number or choice of a seat's policy.
type FillPolicy struct {
	Seat  string
	Field credit.Field
}

// FillPrice opens the dialog that says what a seat costs.
type FillPrice struct{ Seat string }

// FillPace opens the dialog that takes another pace for the forecast. Course is the
// one that is drawn, nil for the seat's own.
type FillPace struct {
	Seat   string
	Course *credit.Course
}

// ShowWhy explains the balance of a seat. Without a seat it is for the one in
// front, or the active one.
type ShowWhy struct{ Seat string }

// ShowWhom shows the Hot Leads who have no InMail yet, on the screen of the credits.
type ShowWhom struct{}

func (Reconcile) request()     {}
func (ActivateSeat) request()  {}
func (SwitchSeat) request()    {}
func (ChangePlan) request()    {}
func (CancelSeat) request()    {}
func (SetPolicy) request()     {}
func (PriceSeat) request()     {}
func (ForecastAt) request()    {}
func (FillReconcile) request() {}
func (FillPlan) request()      {}
func (FillCancel) request()    {}
func (FillPolicy) request()    {}
func (FillPrice) request()     {}
func (FillPace) request()      {}
func (ShowWhy) request()       {}
func (ShowWhom) request()      {}

package model

import (
	"strings"

	"cordial/model/credit"
	"cordial/model/day"
)

// ContactAdded makes somebody known to the journal, so that later events can name
// them. Contact and Name are required.
type ContactAdded struct {
	Contact     string `json:"contact" cbor:"1,keyasint"` // 1 to 64 bytes
	Name        string `json:"name" cbor:"2,keyasint"`
	URL         string `json:"url,omitempty" cbor:"3,keyasint,omitempty"`
	Headline    string `json:"headline,omitempty" cbor:"4,keyasint,omitempty"`
	Company     string `json:"company,omitempty" cbor:"5,keyasint,omitempty"`
	Position    string `json:"position,omitempty" cbor:"6,keyasint,omitempty"`
	Email       string `json:"email,omitempty" cbor:"7,keyasint,omitempty"`
	Degree      *int   `json:"degree,omitempty" cbor:"8,keyasint,omitempty"`       // 0 to 3, 0 = out of network
	OpenProfile *bool  `json:"open_profile,omitempty" cbor:"9,keyasint,omitempty"` //
	Source      string `json:"source,omitempty" cbor:"10,keyasint,omitempty"`      // SourceExport when the program added it by itself
	// ConnectedOn is since when they are a connection; zero: they are none, or it is not known.
	ConnectedOn day.Day `json:"connected_on,omitempty" cbor:"11,keyasint,omitempty"`
}

// SourceExport marks a contact that the program wrote into the journal only
// because a decision names somebody from the export; undo passes over it.
const SourceExport = "export"

// SeatOpened begins a seat (ledger rule 1).
type SeatOpened struct {
	Seat           string            `json:"seat" cbor:"1,keyasint"`
	Name           string            `json:"name" cbor:"2,keyasint"`
	Plan           string            `json:"plan" cbor:"3,keyasint"`
	BillingDay     int               `json:"billing_day,omitempty" cbor:"4,keyasint,omitempty"` // 1 to 31, 0 = the day of opening
	Zone           string            `json:"zone,omitempty" cbor:"5,keyasint,omitempty"`        // IANA name, empty = UTC
	OpeningBalance *int              `json:"opening_balance,omitempty" cbor:"6,keyasint,omitempty"`
	Policy         *credit.Overrides `json:"policy,omitempty" cbor:"7,keyasint,omitempty"`
}

// SeatPlanChanged moves a seat to another plan (ledger rule 13).
type SeatPlanChanged struct {
	Seat   string            `json:"seat" cbor:"1,keyasint"`
	Plan   string            `json:"plan" cbor:"2,keyasint"`
	Policy *credit.Overrides `json:"policy,omitempty" cbor:"3,keyasint,omitempty"`
}

// SeatCancelled ends a seat's plan (ledger rule 13).
type SeatCancelled struct {
	Seat string `json:"seat" cbor:"1,keyasint"`
}

// SeatReconciled says what LinkedIn shows as the balance (ledger rule 14).
type SeatReconciled struct {
	Seat    string `json:"seat" cbor:"1,keyasint"`
	Balance int    `json:"balance" cbor:"2,keyasint"` // credits, 0 or more
}

// InMailSent records an InMail that the user sent (ledger rule 6).
type InMailSent struct {
	InMail     string `json:"inmail" cbor:"1,keyasint"`
	Contact    string `json:"contact" cbor:"2,keyasint"`
	Seat       string `json:"seat" cbor:"3,keyasint"`
	Cost       int    `json:"cost" cbor:"4,keyasint"` // 0 or 1 credit
	Subject    string `json:"subject,omitempty" cbor:"5,keyasint,omitempty"`
	Body       string `json:"body,omitempty" cbor:"6,keyasint,omitempty"`
	FreeReason string `json:"free_reason,omitempty" cbor:"7,keyasint,omitempty"`
	Template   string `json:"template,omitempty" cbor:"8,keyasint,omitempty"`
}

// The reasons for which an InMail costs nothing (ledger rule 6).
const (
	FreeFirstDegree = "first-degree"
	FreeOpenProfile = "open-profile"
	FreeSponsored   = "sponsored"
)

// InMailAnswered records the answer to an InMail (ledger rules 8 and 9).
type InMailAnswered struct {
	InMail string `json:"inmail" cbor:"1,keyasint"`
	Answer string `json:"answer" cbor:"2,keyasint"`
}

// The ways in which an InMail is answered (ledger rule 8).
const (
	AnswerAccepted  = "accepted"
	AnswerDeclined  = "declined"
	AnswerReplied   = "replied"
	AnswerAutoReply = "auto-reply"
)

// InMailUndelivered records that LinkedIn could not deliver (ledger rule 10).
type InMailUndelivered struct {
	InMail string `json:"inmail" cbor:"1,keyasint"`
}

// EventReverted takes an event back (ledger rule 16); a reversal can be taken
// back in its turn.
type EventReverted struct {
	Event string `json:"event" cbor:"1,keyasint"`
}

// Kind is "contact.added".
func (ContactAdded) Kind() string { return "contact.added" }

// Kind is "seat.opened".
func (SeatOpened) Kind() string { return "seat.opened" }

// Kind is "seat.plan_changed".
func (SeatPlanChanged) Kind() string { return "seat.plan_changed" }

// Kind is "seat.cancelled".
func (SeatCancelled) Kind() string { return "seat.cancelled" }

// Kind is "seat.reconciled".
func (SeatReconciled) Kind() string { return "seat.reconciled" }

// Kind is "inmail.sent".
func (InMailSent) Kind() string { return "inmail.sent" }

// Kind is "inmail.answered".
func (InMailAnswered) Kind() string { return "inmail.answered" }

// Kind is "inmail.undelivered".
func (InMailUndelivered) Kind() string { return "inmail.undelivered" }

// Kind is "event.reverted".
func (EventReverted) Kind() string { return "event.reverted" }

func (d ContactAdded) check() error {
	if err := idField("contact", d.Contact); err != nil {
		return err
	}
	if strings.TrimSpace(d.Name) == "" {
		return badInput("name is missing")
	}
	if d.ConnectedOn == day.Never {
		return badInput("connected_on is no day")
	}
	if d.ConnectedOn != 0 && (d.Degree == nil || *d.Degree != 1) {
		return badInput("connected_on is %s, and degree is not 1", d.ConnectedOn)
	}
	return checkDegree(d.Degree)
}

func (d SeatOpened) check() error {
	if err := idField("seat", d.Seat); err != nil {
		return err
	}
	if strings.TrimSpace(d.Name) == "" {
		return badInput("name is missing")
	}
	if d.BillingDay < 0 || d.BillingDay > 31 {
		return badInput("billing_day is %d; it is a day of the month, 1 to 31", d.BillingDay)
	}
	if d.OpeningBalance != nil && *d.OpeningBalance < 0 {
		return badInput("opening_balance is %d; a balance is 0 or more", *d.OpeningBalance)
	}
	return checkPlan(d.Plan, d.Policy)
}

func (d SeatPlanChanged) check() error {
	if err := idField("seat", d.Seat); err != nil {
		return err
	}
	return checkPlan(d.Plan, d.Policy)
}

func (d SeatCancelled) check() error { return idField("seat", d.Seat) }

func (d SeatReconciled) check() error {
	if d.Balance < 0 {
		return badInput("balance is %d; LinkedIn shows 0 or more", d.Balance)
	}
	return idField("seat", d.Seat)
}

func (d InMailSent) check() error {
	if err := idField("inmail", d.InMail); err != nil {
		return err
	}
	if d.Cost != 0 && d.Cost != 1 {
		return badInput("cost is %d; an InMail costs 0 or 1 credit", d.Cost)
	}
	switch d.FreeReason {
	case "", FreeFirstDegree, FreeOpenProfile, FreeSponsored:
		return nil
	default:
		return badInput("free_reason is %q; it is first-degree, open-profile or sponsored", d.FreeReason)
	}
}

func (d InMailAnswered) check() error {
	switch d.Answer {
	case AnswerAccepted, AnswerDeclined, AnswerReplied, AnswerAutoReply:
		return idField("inmail", d.InMail)
	default:
		return badInput("answer is %q; it is accepted, declined, replied or auto-reply", d.Answer)
	}
}

func (d InMailUndelivered) check() error { return idField("inmail", d.InMail) }

func (d EventReverted) check() error { return idField("event", d.Event) }

// idField refuses an id that is empty or longer than 64 bytes.
func idField(name, id string) error {
	if id == "" {
		return badInput("%s is missing", name)
	}
	if len(id) > 64 {
		return badInput("%s is %d bytes long; 64 is the most", name, len(id))
	}
	return nil
}

// checkPlan refuses a plan that does not exist and numbers no policy can have.
func checkPlan(plan string, policy *credit.Overrides) error {
	if _, ok := credit.PlanByID(plan); !ok {
		return badInput("plan %q is not known; the plans are %s", plan, planIDs())
	}
	if policy == nil {
		return nil
	}
	if err := policy.Validate(); err != nil {
		return badInput("policy: %s", err)
	}
	return nil
}

// planIDs lists the plans for an error message.
func planIDs() string {
	var ids []string
	for _, p := range credit.Plans() {
		ids = append(ids, p.ID)
	}
	return strings.Join(ids, ", ")
}

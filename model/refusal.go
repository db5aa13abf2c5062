package model

import "fmt"

// Refusal is a rule's no: what cannot be done, why, and what would help. It is
// an answer to the user, not a fault of the program.
type Refusal struct {
	Rule   string // where the rule is written, e.g. "ledger 7"
	Reason string // one sentence, no full stop
	Help   string // what to do next, may be empty
}

// Error is the reason and the way out in one line.
func (r *Refusal) Error() string {
	if r.Help == "" {
		return r.Reason
	}
	return r.Reason + "; " + r.Help
}

// refuse builds a Refusal from a format.
func refuse(rule, help, format string, args ...any) *Refusal {
	return &Refusal{Rule: rule, Help: help, Reason: fmt.Sprintf(format, args...)}
}

// InputError is what an event says that cannot be: a missing field, a wrong
// value, a reference to something that was never added.
type InputError struct{ Reason string }

// Error is the reason.
func (e *InputError) Error() string { return e.Reason }

// badInput builds an InputError from a format.
func badInput(format string, args ...any) error {
	return &InputError{Reason: fmt.Sprintf(format, args...)}
}

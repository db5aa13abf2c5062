package model

// mention is what a decision names of what earlier ones added, or adds itself: it is
// filed under that, and refused when it is not there. What a decision merely remembers,
// such as the template of a letter, is not among it.
type mention struct {
	Subjects // conversations, and contacts by their ids

	seat, inmail, template string // ids, empty for none
}

// ofContacts mentions contacts.
func ofContacts(ids ...string) mention { return mention{Subjects: Subjects{People: ids}} }

func (d ContactAdded) mentions() mention       { return ofContacts(d.Contact) }
func (d ContactEdited) mentions() mention      { return ofContacts(d.Contact) }
func (d ContactUnedited) mentions() mention    { return ofContacts(d.Contact) }
func (d ContactMerged) mentions() mention      { return ofContacts(d.Contact, d.Into) }
func (d ContactApart) mentions() mention       { return ofContacts(d.Contact, d.Other) }
func (d ContactRemoved) mentions() mention     { return ofContacts(d.Contact) }
func (d InvitationRecorded) mentions() mention { return ofContacts(d.Contact) }
func (d MessageRecorded) mentions() mention    { return ofContacts(d.Contact) }

func (d SeatOpened) mentions() mention        { return mention{seat: d.Seat} }
func (d SeatPlanChanged) mentions() mention   { return mention{seat: d.Seat} }
func (d SeatCancelled) mentions() mention     { return mention{seat: d.Seat} }
func (d SeatReconciled) mentions() mention    { return mention{seat: d.Seat} }
func (d SeatPolicyChanged) mentions() mention { return mention{seat: d.Seat} }
func (d SeatPriced) mentions() mention        { return mention{seat: d.Seat} }
func (d SeatActivated) mentions() mention     { return mention{seat: d.Seat} }

func (d InMailSent) mentions() mention {
	m := ofContacts(d.Contact)
	m.seat = d.Seat
	return m
}
func (d InMailAnswered) mentions() mention    { return mention{inmail: d.InMail} }
func (d InMailUndelivered) mentions() mention { return mention{inmail: d.InMail} }

func (d TemplateAdded) mentions() mention   { return mention{template: d.Template} }
func (d TemplateEdited) mentions() mention  { return mention{template: d.Template} }
func (d TemplateRemoved) mentions() mention { return mention{template: d.Template} }

// All triage decisions have their Subjects embedded.
func (s Subjects) mentions() mention { return mention{Subjects: s} }

func (LabelCreated) mentions() mention     { return mention{} }
func (ExportImported) mentions() mention   { return mention{} }
func (QuotaSet) mentions() mention         { return mention{} }
func (LimitHit) mentions() mention         { return mention{} }
func (ProposalDeclined) mentions() mention { return mention{} }
func (EventReverted) mentions() mention    { return mention{} } // an event, which is none of them

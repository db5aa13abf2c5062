package model

// KindSpec tells how to read one kind of event.
type KindSpec struct {
	Name     string
	Required []string        // fields of data that must be there
	New      func() Decision // a pointer to an empty decision of the kind
	Value    func(Decision) Decision
}

// Kinds lists every kind of event that was ever written, for the two codecs
// (the store's and the portable journal's) and for the documentation.
func Kinds() []KindSpec {
	specs := []KindSpec{
		spec[ContactAdded]("contact", "name"),
		spec[SeatOpened]("seat", "name", "plan"),
		spec[SeatPlanChanged]("seat", "plan"),
		spec[SeatCancelled]("seat"),
		spec[SeatReconciled]("seat", "balance"),
		spec[InMailSent]("inmail", "contact", "seat", "cost"),
		spec[InMailAnswered]("inmail", "answer"),
		spec[InMailUndelivered]("inmail"),
		spec[EventReverted]("event"),
		spec[LabelCreated]("label"),
		spec[LabelApplied]("label"),
		spec[LabelRemoved]("label"),
		spec[ReminderSet]("due"),
		spec[ReminderDone](),
		spec[NoteAdded]("text"),
		spec[ExportImported]("archive", "newest"),
		spec[SeatPolicyChanged]("seat", "policy"),
		spec[SeatPriced]("seat", "price", "currency"),
		spec[SeatActivated]("seat"),
		spec[QuotaSet]("quota"),
		spec[LimitHit]("quota"),
		spec[ContactEdited]("contact"),
		spec[ContactMerged]("contact", "into"),
		spec[ContactApart]("contact", "other"),
		spec[ContactRemoved]("contact"),
		spec[ContactUnedited]("contact"),
		spec[MessageRecorded]("contact", "direction"),
		spec[TemplateAdded]("template", "name", "channel", "body"),
		spec[TemplateEdited]("template", "name", "channel", "body"),
		spec[TemplateRemoved]("template"),
		spec[ProposalDeclined]("proposal"),
	}
	for _, m := range marks() {
		specs = append(specs, KindSpec{
			Name: ThreadMarked{Mark: m}.Kind(),
			New:  func() Decision { return &ThreadMarked{Mark: m} },
			Value: func(d Decision) Decision {
				v := *d.(*ThreadMarked)
				v.Mark = m
				return v
			},
		})
	}
	for _, s := range inviteStates() {
		specs = append(specs, KindSpec{
			Name: InvitationRecorded{State: s}.Kind(), Required: []string{"contact"},
			New: func() Decision { return &InvitationRecorded{State: s} },
			Value: func(d Decision) Decision {
				v := *d.(*InvitationRecorded)
				v.State = s
				return v
			},
		})
	}
	return specs
}

// spec is the KindSpec of a decision type with one kind of its own.
func spec[D Decision](required ...string) KindSpec {
	var zero D
	return KindSpec{
		Name:     zero.Kind(),
		Required: required,
		New:      func() Decision { return any(new(D)).(Decision) },
		Value:    func(d Decision) Decision { return *any(d).(*D) },
	}
}

package model

import (
	"fmt"
	"strings"

	"cordial/model/clean"
	"cordial/model/credit"
)

// describeSeat says what happened to a seat.
func (b *Book) describeSeat(decision Decision) string {
	switch d := decision.(type) {
	case SeatOpened:
		return fmt.Sprintf("opened the seat %s on %s", shownName(d.Name, d.Seat), planName(d.Plan))
	case SeatPlanChanged:
		return fmt.Sprintf("moved the seat %s to %s", b.seatName(d.Seat), planName(d.Plan))
	case SeatCancelled:
		return "cancelled the seat " + b.seatName(d.Seat)
	case SeatReconciled:
		return fmt.Sprintf("reconciled the seat %s to %d", b.seatName(d.Seat), d.Balance)
	case SeatPolicyChanged:
		return fmt.Sprintf("changed the policy of the seat %s: %s", b.seatName(d.Seat), overrideWords(d.Policy))
	case SeatPriced:
		if price, err := ParsePrice(d.Price, d.Currency); err == nil && price.Hundredths > 0 {
			return fmt.Sprintf("priced the seat %s at %s a month", b.seatName(d.Seat), price)
		}
		return "took the price off the seat " + b.seatName(d.Seat)
	case SeatActivated:
		return "made " + b.seatName(d.Seat) + " the active seat"
	default:
		return decision.Kind()
	}
}

// seatName is how a seat is called, also one that was taken back.
func (b *Book) seatName(id string) string {
	if s, ok := b.seatByID[id]; ok {
		return shownName(b.events[s.opened].Decision.(SeatOpened).Name, id)
	}
	return clean.Line(id)
}

// planName is how LinkedIn calls a plan.
func planName(id string) string {
	if p, ok := credit.PlanByID(id); ok {
		return p.Name
	}
	return clean.Line(id)
}

// overrideWords lists what a seat sets for itself.
func overrideWords(o credit.Overrides) string {
	var words []string
	for _, f := range credit.Fields() {
		if o.Has(f) {
			words = append(words, f.Name()+" "+credit.Policy{}.With(o).Text(f))
		}
	}
	if len(words) == 0 {
		return "all as the plan has it"
	}
	return strings.Join(words, ", ")
}

// describeSetting says what was done to templates and quotas.
func (b *Book) describeSetting(decision Decision) string {
	switch d := decision.(type) {
	case TemplateAdded:
		return "added the template " + clean.Line(d.Name)
	case TemplateEdited:
		return "edited the template " + clean.Line(d.Name)
	case TemplateRemoved:
		return "removed the template " + b.templateName(d.Template)
	case QuotaSet:
		switch {
		case d.Off:
			return fmt.Sprintf("switched the quota %s off", d.Quota)
		case d.Limit != nil:
			return fmt.Sprintf("set the quota %s to %d", d.Quota, *d.Limit)
		default:
			return fmt.Sprintf("set the quota %s to its default", d.Quota)
		}
	case LimitHit:
		return fmt.Sprintf("noted that LinkedIn's limit of %s is reached", thing(d.Quota))
	default:
		return decision.Kind()
	}
}

// templateName is how a template was called last, also one that was removed.
func (b *Book) templateName(id string) string {
	name := id
	for _, place := range b.settings {
		switch d := b.events[place].Decision.(type) {
		case TemplateAdded:
			if d.Template == id {
				name = d.Name
			}
		case TemplateEdited:
			if d.Template == id && !b.dead[place] {
				name = d.Name
			}
		}
	}
	return clean.Line(name)
}

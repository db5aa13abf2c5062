package cli

import (
	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/triage"
	"cordial/ui/theme"
)

// adviceView is what sending would cost, as --json prints it.
type adviceView struct {
	Contact personView   `json:"contact"`
	Seat    *string      `json:"seat"` // null: no seat is open
	Options []optionView `json:"options"`
	Best    *string      `json:"best"` // a channel; null: none is open now
	Why     string       `json:"why"`
	InMail  *quoteView   `json:"inmail"` // the credit check; null without a seat
}

// optionView is one channel.
type optionView struct {
	Channel triage.Channel `json:"channel"`
	Cost    int            `json:"cost"`
	Open    bool           `json:"open"`
	Why     string         `json:"why"`
	Help    string         `json:"help"`
}

// quoteView is what an InMail would do to the credits.
type quoteView struct {
	Cost          int               `json:"cost"`
	FreeReason    *string           `json:"free_reason"`
	BalanceBefore int               `json:"balance_before"`
	BalanceAfter  int               `json:"balance_after"`
	Takes         *credit.Origin    `json:"takes"` // the lot that the credit comes from
	RefundRule    credit.RefundRule `json:"refund_rule"`
	RefundUntil   day.Day           `json:"refund_until"`
	NextGrant     *credit.Grant     `json:"next_grant"` // when there is no credit now
	Refusal       *refusalView      `json:"refusal"`
}

// refusalView is a rule's no.
type refusalView struct {
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
	Help   string `json:"help"`
}

// checkSendCmd compares the channels to a person.
func (a *app) checkSendCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "check-send PERSON", Short: "Show what writing to somebody would cost now, by channel, with advice",
		Args: exactArgs(1, "a PERSON"), ValidArgsFunction: a.personThen(),
	}
	seat := a.seatFlag(cmd)
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		sub, err := s.findPerson(args[0])
		if err != nil {
			return err
		}
		id, err := s.seatToAsk(*seat)
		if err != nil {
			return err
		}
		invitation, err := s.invitation(sub.Person)
		if err != nil {
			return err
		}
		advice := triage.Advise(s.book, sub.Person, id, invitation, s.now)
		if *asJSON {
			return s.printJSON(adviceOf(sub, id, advice))
		}
		s.printAdvice(sub, id, advice)
		return nil
	})
	return cmd
}

// seatToAsk is the seat of that name, or the only active one; having none is no
// error here, having several is.
func (s *session) seatToAsk(name string) (string, error) {
	if name == "" && len(s.activeSeats()) == 0 {
		return "", nil
	}
	seat, err := s.seatOr(name)
	return seat.ID, err
}

// adviceOf is advice as --json prints it.
func adviceOf(sub subject, seat string, advice triage.Advice) adviceView {
	v := adviceView{
		Contact: personView{sub.ID, sub.name}, Seat: optional(seat), Best: optional(string(advice.Best)), Why: clean.Line(advice.Why),
	}
	for _, o := range advice.Options {
		v.Options = append(v.Options, optionView{o.Channel, o.Cost, o.Open, clean.Line(o.Why), clean.Line(o.Help)})
	}
	if c := advice.Check; c != nil {
		v.InMail = quoteOf(*c)
	}
	return v
}

// quoteOf is the credit check as --json prints it.
func quoteOf(c model.InMailCheck) *quoteView {
	q := &quoteView{
		Cost: c.Cost, FreeReason: optional(c.FreeReason), BalanceBefore: c.Quote.Before, BalanceAfter: c.Quote.Before,
		RefundRule: c.Quote.RefundRule, RefundUntil: c.Quote.RefundUntil, NextGrant: c.Quote.NextGrant,
	}
	if c.Cost > 0 && !c.Quote.Refused() {
		q.BalanceAfter, q.Takes = c.Quote.After, &c.Quote.Takes
	}
	if r := c.Refusal; r != nil {
		q.Refusal = &refusalView{r.Rule, clean.Line(r.Reason), clean.Line(r.Help)}
	}
	return q
}

// printAdvice prints advice for people.
func (s *session) printAdvice(sub subject, seat string, advice triage.Advice) {
	s.print("%s", s.paint(theme.Title, "To "+sub.name))
	g := grid{}
	for _, o := range advice.Options {
		sign, role := "-", theme.Disabled
		if o.Open {
			sign, role = "+", theme.Text
		}
		words := clean.Line(o.Why)
		if o.Help != "" {
			words += "; " + clean.Line(o.Help)
		}
		g.add(plain("  "+sign), strong(string(o.Channel)), cell{text: words, role: role})
	}
	s.printGrid(g)
	if c := advice.Check; c != nil && c.Cost > 0 && !c.Quote.Refused() {
		s.print("  The credit would come from the seat %s: one %s.", seat, s.lotWords(c.Quote.Takes))
	}
	s.print("%s", s.paint(theme.Strong, upperFirst(clean.Line(advice.Why))+"."))
}

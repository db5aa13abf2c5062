package cli

import (
	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/model/quota"
	"cordial/model/triage"
)

// adviceView is what writing to somebody would cost, as --json prints it.
type adviceView struct {
	Contact  personView   `json:"contact"`
	Signals  signalsView  `json:"signals"`
	Seat     *string      `json:"seat"`    // null: no seat is open
	Options  []optionView `json:"options"` // the cheapest first
	Best     *string      `json:"best"`    // a channel; null: none is open now
	BestNote bool         `json:"best_note"`
	Why      string       `json:"why"`
	InMail   *quoteView   `json:"inmail"` // the credit check; null without a seat
	Quotas   []meterView  `json:"quotas"`
}

// signalsView is what is known of somebody that decides how they are best written to.
type signalsView struct {
	Degree      *int   `json:"degree"` // null when it is not known; 0 is out of network
	Connected   bool   `json:"connected"`
	OpenProfile bool   `json:"open_profile"`
	Role        string `json:"role"`        // "c-level", "recruiter" or "other"
	HasWritten  bool   `json:"has_written"` // so that a message can answer
}

// optionView is one way to write.
type optionView struct {
	Channel  channel.Channel `json:"channel"`
	Note     bool            `json:"note"` // an invitation with a note
	Cost     int             `json:"cost"` // credits
	Open     bool            `json:"open"`
	Why      string          `json:"why"`
	Help     string          `json:"help"`
	Warnings []string        `json:"warnings"`
	Quotas   []quota.ID      `json:"quotas"` // those that count it
	Limits   []lengthView    `json:"limits"`
	Facts    []factView      `json:"facts"` // how it is answered
}

// lengthView is how long one part of a text may be, and is.
type lengthView struct {
	Part   string `json:"part"` // "subject", "body" or "note"
	Max    int    `json:"max"`  // characters
	Best   *int   `json:"best"` // shorter than this is answered more often
	Source string `json:"source"`
	Basis  string `json:"basis"`
	Length *int   `json:"length"` // of the text that was given, null without
	Over   int    `json:"over"`   // characters too many
}

// factView is what is known of how people answer.
type factView struct {
	Text   string `json:"text"`
	Source string `json:"source"`
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

// sendFlags are what is known of a text that is not sent yet.
type sendFlags struct {
	seat, subject, text *string
	urgent              *bool
}

// checkSendCmd compares the ways to write to a person.
func (a *app) checkSendCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "check-send PERSON", Short: "Show what writing to somebody would cost now, by channel, with advice",
		Long: "Show what writing to somebody would cost now: a message, a connection request with or without a\n" +
			"note, an InMail; what remains, which lot a credit comes from and when it comes back, what refuses it\n" +
			"and what would help, how long the text may be, and the cheaper way. Nothing is recorded.",
		Example: "  cordial check-send \"Lena Öztürk\"\n" +
			"  cordial check-send lena-ozturk --text - < letter.txt",
		Args: exactArgs(1, "a PERSON"), ValidArgsFunction: a.personThen(),
	}
	f := sendFlags{
		seat:    a.seatFlag(cmd),
		subject: cmd.Flags().String("subject", "", "the `SUBJECT` that is to be sent, to measure it"),
		text:    cmd.Flags().String("text", "", "the `TEXT` that is to be sent, to measure it; - reads it from stdin"),
		urgent:  cmd.Flags().Bool("urgent", false, "there is no time to wait until an invitation is accepted"),
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		sub, err := s.findPerson(args[0])
		if err != nil {
			return err
		}
		v, advice, err := s.advise(sub, f)
		if err != nil {
			return err
		}
		if *asJSON {
			return s.printJSON(v)
		}
		s.printAdvice(v, advice)
		return nil
	})
	return cmd
}

// advise compares the ways to write to somebody.
func (s *session) advise(sub subject, f sendFlags) (adviceView, triage.Advice, error) {
	o := triage.Occasion{Person: sub.Person, Urgent: *f.urgent}
	text, err := s.readText(*f.text)
	if err != nil {
		return adviceView{}, triage.Advice{}, err
	}
	if o.Seat, err = s.seatToAsk(*f.seat); err != nil {
		return adviceView{}, triage.Advice{}, err
	}
	if o.Requests, err = s.requestsWith(sub.Person); err != nil {
		return adviceView{}, triage.Advice{}, err
	}
	if o.Meters, err = s.meters(); err != nil {
		return adviceView{}, triage.Advice{}, err
	}
	if o.Answering, err = s.hasWritten(sub.Key); err != nil {
		return adviceView{}, triage.Advice{}, err
	}
	advice := triage.Compare(s.book, o, s.now)
	v := adviceView{
		Contact: personView{sub.ID, sub.name}, Signals: signalsOf(sub.Person, o.Answering), Seat: optional(o.Seat),
		Best: optional(string(advice.Best)), Why: clean.Line(advice.Why), Quotas: s.meterViews(o.Meters),
	}
	for _, way := range advice.Options {
		v.Options = append(v.Options, optionOf(way, *f.subject, text))
	}
	v.BestNote = advice.Best == channel.Invitation && bestWay(advice).Note
	if c := advice.Check; c != nil {
		v.InMail = quoteOf(*c)
	}
	return v, advice, nil
}

// bestWay is the option that is advised: of the invitations that are open the one with
// a note, since it is accepted more often.
func bestWay(advice triage.Advice) triage.Option {
	var best triage.Option
	for _, way := range advice.Options {
		if way.Open && way.Channel == advice.Best {
			best = way
		}
	}
	return best
}

// seatToAsk is the seat of that name, or the one that is meant without a name; having
// none is no error here, having several and no choice among them is.
func (s *session) seatToAsk(name string) (string, error) {
	if name == "" && len(s.activeSeats()) == 0 {
		return "", nil
	}
	seat, err := s.seatOr(name)
	return seat.ID, err
}

// signalsOf is what is known of somebody.
func signalsOf(p model.Person, hasWritten bool) signalsView {
	v := signalsView{
		Connected: p.Connected || p.Degree == 1, OpenProfile: p.OpenProfile, Role: string(p.Role()), HasWritten: hasWritten,
	}
	if p.Degree != model.DegreeUnknown {
		v.Degree = new(int(p.Degree))
	}
	return v
}

// optionOf is one way to write as --json prints it.
func optionOf(way triage.Option, subject, text string) optionView {
	v := optionView{
		Channel: way.Channel, Note: way.Note, Cost: way.Cost, Open: way.Open, Why: clean.Line(way.Why), Help: clean.Line(way.Help),
		Warnings: cleaned(way.Warnings), Quotas: []quota.ID{}, Limits: []lengthView{}, Facts: []factView{},
	}
	for _, m := range way.Meters {
		v.Quotas = append(v.Quotas, m.ID)
	}
	if way.Channel != channel.Invitation || way.Note {
		v.Limits = append(lengthOf(way.Subject, subject), lengthOf(way.Body, text)...)
	}
	for _, f := range channel.Facts(way.Channel) {
		v.Facts = append(v.Facts, factView{f.Text, f.Source.Words()})
	}
	return v
}

// lengthOf is how long a part may be, none for one that a channel does not have.
func lengthOf(l channel.Limit, text string) []lengthView {
	if l.Max == 0 {
		return nil
	}
	v := lengthView{Part: l.Part, Max: l.Max, Source: l.Source.Words(), Basis: l.Basis, Over: l.Over(text)}
	if l.Best > 0 {
		v.Best = &l.Best
	}
	if text != "" {
		v.Length = new(channel.Length(text))
	}
	return []lengthView{v}
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

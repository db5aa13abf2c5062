package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/credit"
	"cordial/model/day"
)

// verbSent is what inmail takes beside the answers.
const verbSent = "sent"

// inmailVerbs is what can be recorded of an InMail.
func inmailVerbs() []string {
	return []string{
		verbSent, model.AnswerAccepted, model.AnswerDeclined, model.AnswerReplied,
		model.AnswerAutoReply, model.Undelivered,
	}
}

// inmailFlags are the choices of an InMail.
type inmailFlags struct {
	seat, free, subject, body, at, template *string
	insist                                  *bool
}

// inmailCmd records what becomes of an InMail.
func (a *app) inmailCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "inmail PERSON sent|accepted|declined|replied|auto-reply|undelivered",
		Short: "Record that you sent an InMail, or what became of it",
		Long: "Record that you sent an InMail on LinkedIn, or what became of it. Before a send is recorded the\n" +
			"credit is checked: what a rule refuses, such as an empty seat, is not recorded unless you --insist.",
		Example: "  cordial inmail \"Lena Öztürk\" sent --subject \"Platform lead\"\n" +
			"  cordial inmail lena-ozturk replied --at yesterday",
		Args:              exactArgs(2, "PERSON and what happened: "+strings.Join(inmailVerbs(), ", ")),
		ValidArgsFunction: a.personThen(inmailVerbs()...),
	}
	f := inmailFlags{
		seat: a.seatFlag(cmd), at: atFlag(cmd),
		free:    cmd.Flags().String("free", "", "why it cost nothing: open-profile, first-degree or sponsored"),
		subject: cmd.Flags().String("subject", "", "the `SUBJECT`"),
		body:    cmd.Flags().String("body", "", textUsage),
		insist:  cmd.Flags().Bool("insist", false, "record it although a rule refuses: LinkedIn let you"),
	}
	free := []string{model.FreeOpenProfile, model.FreeFirstDegree, model.FreeSponsored}
	complete(cmd, "free", free...)
	f.template = a.templateFlag(cmd, "body")
	cmd.RunE = a.with(func(s *session, args []string) error {
		verb := strings.ToLower(args[1])
		if !slices.Contains(inmailVerbs(), verb) {
			return usage("an InMail is %s, not %q", strings.Join(inmailVerbs(), ", "), args[1])
		}
		if *f.free != "" && !slices.Contains(free, *f.free) {
			return usage("--free is %s, %s or %s, not %q", free[0], free[1], free[2], *f.free)
		}
		sub, err := s.findPerson(args[0])
		if err != nil {
			return err
		}
		if verb == verbSent {
			return s.sendInMail(sub, f)
		}
		return s.answerInMail(sub, verb, f)
	})
	return cmd
}

// sendInMail records a send.
func (s *session) sendInMail(sub subject, f inmailFlags) error {
	seat, err := s.seatOr(*f.seat)
	if err != nil {
		return err
	}
	at, err := s.at(*f.at, seat.Zone)
	if err != nil {
		return err
	}
	given := s.cmd.Flags().Changed("subject") || s.cmd.Flags().Changed("body")
	body, err := s.readText(*f.body)
	if err != nil {
		return err
	}
	text, err := s.fromTemplate(*f.template, channel.InMail, sub, letter{subject: *f.subject, body: body}, given)
	if err != nil {
		return err
	}
	request := model.InMailRequest{
		InMail: s.newID(s.now), Person: sub.Person, Seat: seat.ID, FreeReason: *f.free,
		Subject: text.subject, Body: text.body, Template: text.template, At: at, Insist: *f.insist,
	}
	_, err = s.do(func(b *model.Book) ([]model.Draft, error) {
		drafts, _, err := b.SendInMail(request, s.now)
		return drafts, err
	})
	if err != nil {
		return err
	}
	s.saySent(sub, seat, request.InMail, at, *f.at)
	return nil
}

// saySent echoes what a send did to the credits.
func (s *session) saySent(sub subject, seat model.Seat, id string, at time.Time, typed string) {
	l, _, _ := s.book.LedgerNow(seat.ID, s.now)
	m, _ := l.InMail(id)
	line := "sent to " + sub.name
	if len(s.book.Seats()) > 1 {
		line += " from " + shown(seat.Name, seat.ID)
	}
	if typed != "" {
		line += " on " + s.moment(at.In(seat.Zone))
	}
	left := ofCap(l.Balance, l.Policy.Cap) + " left"
	switch {
	case m.Cost == 0:
		s.say("%s: free (%s), %s", line, m.FreeReason, left)
	case m.Overdrawn:
		s.say("%s: without a credit, %s; when LinkedIn shows another balance: cordial seat reconcile %s BALANCE", line, left, shellWord(seat.ID))
	default:
		s.say("%s: %s, took a credit %s%s", line, left, s.lotWords(m.Paid), s.refundWords(m, l.Policy.RefundRule))
	}
}

// lotWords tells a lot by its end.
func (s *session) lotWords(lot credit.Origin) string {
	if lot.Expires == day.Never {
		return "that does not expire"
	}
	return "that expires " + s.date(lot.Expires)
}

// refundWords says when the credit of an InMail may come back.
func (s *session) refundWords(m credit.InMail, rule credit.RefundRule) string {
	switch {
	case m.Refund != credit.RefundPossible:
		return ""
	case rule == credit.RefundOnNoReply:
		return "; comes back if there is no answer by " + s.date(m.RefundUntil)
	default:
		return "; comes back with an answer by " + s.date(m.RefundUntil)
	}
}

// answerInMail records an answer, or that the InMail was not delivered.
func (s *session) answerInMail(sub subject, verb string, f inmailFlags) error {
	for _, flag := range []string{"seat", "free", "subject", "body", "template"} {
		if s.cmd.Flags().Changed(flag) {
			return usage("--%s belongs to a send, not to an answer", flag)
		}
	}
	zone := s.now.Location()
	if list := s.book.InMailsTo(sub.Key, s.now); len(list) > 0 {
		zone = list[len(list)-1].Seat.Zone
	}
	at, err := s.at(*f.at, zone)
	if err != nil {
		return err
	}
	events, err := s.do(func(b *model.Book) ([]model.Draft, error) {
		return b.AnswerInMail(sub.Person, verb, at, s.now, *f.insist)
	})
	if err != nil {
		return err
	}
	s.sayAnswer(sub, events[0], verb, *f.at)
	return nil
}

// sayAnswer echoes what an answer did to the credits.
func (s *session) sayAnswer(sub subject, e model.Event, verb, typed string) {
	for _, m := range s.book.InMailsTo(sub.Key, s.now) {
		if m.ID != answeredInMail(e) {
			continue
		}
		l, _, _ := s.book.LedgerNow(m.Seat.ID, s.now)
		line := fmt.Sprintf("%s: %s", sub.name, verb)
		if typed != "" {
			line += " on " + s.moment(e.At.In(m.Seat.Zone))
		}
		s.say("%s; %s, %s left", line, s.settled(m, l, e.ID), ofCap(l.Balance, l.Policy.Cap))
		return
	}
}

// answeredInMail is the InMail that an event is the answer to.
func answeredInMail(e model.Event) string {
	switch d := e.Decision.(type) {
	case model.InMailAnswered:
		return d.InMail
	case model.InMailUndelivered:
		return d.InMail
	default:
		return ""
	}
}

// settled says what became of the credit, in the words of the statement.
func (s *session) settled(m model.PersonInMail, l credit.Ledger, event string) string {
	for _, line := range l.Entries {
		switch {
		case line.Event != event:
		case line.Kind == credit.EntryRefunded:
			return "the credit is back: " + line.Reason
		case line.Kind == credit.EntryRefundForfeited:
			return "no credit comes back: " + line.Reason
		}
	}
	if m.Cost == 0 {
		return "it had cost nothing"
	}
	return "no credit comes back"
}

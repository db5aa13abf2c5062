package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/template"

	"cordial/model/credit"
	"cordial/ui/theme"
)

// printTemplate prints a template over the fields of the JSON, so that both have
// the same names.
func (a *app) printTemplate(text string, views []creditsView) error {
	t, err := template.New("format").Parse(text)
	if err != nil {
		return usage("--format is no template: %s", err)
	}
	for _, v := range views {
		encoded, err := json.Marshal(v)
		if err != nil {
			return fmt.Errorf("preparing the fields of --format: %w", err)
		}
		fields := map[string]any{}
		decoder := json.NewDecoder(bytes.NewReader(encoded))
		decoder.UseNumber()
		if err := decoder.Decode(&fields); err != nil {
			return fmt.Errorf("preparing the fields of --format: %w", err)
		}
		var line strings.Builder
		if err := t.Option("missingkey=error").Execute(&line, fields); err != nil {
			return usage("--format cannot be filled in: %s", err)
		}
		a.print("%s", strings.TrimSuffix(line.String(), "\n"))
	}
	return nil
}

// printCredits prints the credits of seats for people.
func (s *session) printCredits(views []creditsView) error {
	var leads []string
	if slices.ContainsFunc(views, func(v creditsView) bool { return v.risk.Total() > 0 }) {
		var err error
		if leads, err = s.hotLeads(); err != nil {
			return err
		}
	}
	for i, v := range views {
		if i > 0 {
			s.print("")
		}
		s.printSeat(v, leads)
	}
	return nil
}

// hotLeads names the people whom credits at risk could be spent on.
func (s *session) hotLeads() ([]string, error) {
	board, err := s.board()
	if err != nil {
		return nil, err
	}
	var names []string
	leads, paid := board.HotLeads()
	for _, id := range leads[:paid] {
		if line, ok := board.Line(id); ok {
			names = append(names, line.Name)
		}
	}
	return names, nil
}

// fewLeads is how many people are named before they are only counted.
const fewLeads = 5

// leadWords names the people whom credits at risk could be spent on.
func leadWords(names []string) string {
	if more := len(names) - fewLeads; more > 0 {
		names = append(names[:fewLeads:fewLeads], fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("for %s: Hot Leads without an InMail yet", join(names))
}

// printSeat prints the credits of one seat.
func (s *session) printSeat(v creditsView, leads []string) {
	plan := v.Plan
	if p, ok := credit.PlanByID(v.Plan); ok {
		plan = p.Name
	}
	if !v.Active {
		plan += ", cancelled"
	}
	s.print("%s  %s", s.paint(theme.Title, v.Name), s.paint(theme.Dim, plan+", "+s.date(v.On)))
	g := grid{}
	g.add(dim("  balance"), strong(ofCap(v.Balance, v.Cap)))
	if n := v.NextGrant; n != nil {
		g.add(dim("  next grant"), plain(fmt.Sprintf("%d on %s%s", n.Amount, s.date(n.On), evicting(n.Evicts))))
	}
	if n := v.NextExpiry; n != nil {
		g.add(dim("  next expiry"), plain(fmt.Sprintf("%d on %s", n.Amount, s.date(n.On))))
	}
	g.list("lots", len(v.Lots), func(i int) string {
		lot := v.Lots[i]
		return fmt.Sprintf("%d of the %s of %s, %s", lot.Left, lot.Kind, s.date(lot.Born), expiryWords(s.date, lot.Expires))
	})
	g.list("open InMails", len(v.OpenInMails), func(i int) string {
		m := v.OpenInMails[i]
		return fmt.Sprintf("%s, sent %s, day %d, window open until %s", m.Name, s.date(m.SentOn), m.Day, s.date(m.RefundUntil))
	})
	risk := v.risk.Sentences(s.tongue())
	if len(risk) > 0 && len(leads) > 0 {
		risk = append(risk, leadWords(leads))
	}
	g.list("at risk", len(risk), func(i int) string { return risk[i] })
	if v.Account != nil {
		g.list(fmt.Sprintf("why %d?", v.Balance), len(v.Account.Says), func(i int) string { return v.Account.Says[i] })
	}
	s.printGrid(g)
	if v.Overdrawn > 0 {
		s.print("  %s", s.paint(theme.Due, fmt.Sprintf(
			"! %s without a credit; set the balance right with: cordial seat reconcile %s BALANCE",
			plural(v.Overdrawn, "InMail was sent", "InMails were sent"), shellWord(v.Seat))))
	}
}

// list adds rows below one another, of which the first has the head.
func (g *grid) list(head string, n int, row func(i int) string) {
	for i := range n {
		if i > 0 {
			head = ""
		}
		g.add(dim("  "+head), said(row(i)))
	}
}

// ofCap is a balance and the most that a grant fills up to, where grants are.
func ofCap(balance, limit int) string {
	if limit == 0 {
		return fmt.Sprint(balance)
	}
	return fmt.Sprintf("%d of %d", balance, limit)
}

// evicting says what a grant pushes out.
func evicting(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", pushing out %d unless spent before", n)
}

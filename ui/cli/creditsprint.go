package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"text/template"

	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/theme"
)

// printSeats prints one object when one seat was asked for or is all there is.
func (a *app) printSeats(views []creditsView, asked string) error {
	if len(views) == 1 || asked != "" {
		return a.printJSON(views[0])
	}
	return a.printJSON(map[string]any{"seats": views})
}

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
func (a *app) printCredits(views []creditsView) {
	for i, v := range views {
		if i > 0 {
			a.print("")
		}
		a.printSeat(v)
	}
}

// printSeat prints the credits of one seat.
func (a *app) printSeat(v creditsView) {
	plan := v.Plan
	if p, ok := credit.PlanByID(v.Plan); ok {
		plan = p.Name
	}
	if !v.Active {
		plan += ", cancelled"
	}
	a.print("%s  %s", a.paint(theme.Title, v.Name), a.paint(theme.Dim, plan+", "+a.date(v.On)))
	g := grid{}
	g.add(dim("  balance"), strong(ofCap(v.Balance, v.Cap)))
	if n := v.NextGrant; n != nil {
		g.add(dim("  next grant"), plain(fmt.Sprintf("%d on %s%s", n.Amount, a.date(n.On), evicting(n.Evicts))))
	}
	if n := v.NextExpiry; n != nil {
		g.add(dim("  next expiry"), plain(fmt.Sprintf("%d on %s", n.Amount, a.date(n.On))))
	}
	for i, lot := range v.Lots {
		head := ""
		if i == 0 {
			head = "  lots"
		}
		until := "does not expire"
		if lot.Expires != day.Never {
			until = "expires " + a.date(lot.Expires)
		}
		g.add(dim(head), plain(fmt.Sprintf("%d of the %s of %s, %s", lot.Left, lot.Kind, a.date(lot.Born), until)))
	}
	for i, m := range v.OpenInMails {
		head := ""
		if i == 0 {
			head = "  open InMails"
		}
		g.add(dim(head), plain(fmt.Sprintf("%s, sent %s, day %d, until %s", m.Name, a.date(m.SentOn), m.Day, a.date(m.RefundUntil))))
	}
	a.printGrid(g)
	if v.Overdrawn > 0 {
		a.print("  %s", a.paint(theme.Due, fmt.Sprintf(
			"! %s without a credit; set the balance right with: cordial seat reconcile %s BALANCE",
			plural(v.Overdrawn, "InMail was sent", "InMails were sent"), v.Seat)))
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

package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/theme"
)

// seatView is a seat as --json prints it.
type seatView struct {
	Seat             string             `json:"seat"`
	Name             string             `json:"name"`
	Plan             string             `json:"plan"`
	PlanName         string             `json:"plan_name"`
	Active           bool               `json:"active"`
	Zone             string             `json:"zone"`
	BillingDay       int                `json:"billing_day"`
	Balance          int                `json:"balance"`
	Cap              int                `json:"cap"`
	Monthly          int                `json:"monthly"`
	ExpiryDays       *int               `json:"expiry_days"` // null: credits do not expire
	RefundRule       credit.RefundRule  `json:"refund_rule"`
	RefundWindowDays int                `json:"refund_window_days"`
	RefundAtCap      credit.RefundAtCap `json:"refund_at_cap"`
	OpenedOn         day.Day            `json:"opened_on"`
	Implied          bool               `json:"implied"` // it is meant when none is named
	Price            *string            `json:"price"`   // a month; null while it is not known
	Currency         *string            `json:"currency"`
}

// seatListCmd lists the seats.
func (a *app) seatListCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List the seats with their plans and policies", Args: noArgs}
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		seats, err := s.seatsAsked("")
		if err != nil {
			return err
		}
		views := make([]seatView, 0, len(seats))
		for _, seat := range seats {
			views = append(views, s.seatView(seat))
		}
		if *asJSON {
			return s.printJSON(map[string]any{"seats": views})
		}
		g := grid{}
		for _, v := range views {
			state := ""
			if !v.Active {
				state = ", cancelled"
			}
			sign := " "
			if v.Implied && len(views) > 1 {
				sign = "*"
			}
			g.add(plain(sign), strong(v.Seat), plain(v.Name), plain(v.PlanName+state), plain(ofCap(v.Balance, v.Cap)),
				cell{text: fmt.Sprintf("%d on day %d, %s", v.Monthly, v.BillingDay, v.Zone), role: theme.Dim})
		}
		s.printGrid(g)
		return nil
	})
	return cmd
}

// seatView is a seat today.
func (s *session) seatView(seat model.Seat) seatView {
	l, _, _ := s.book.LedgerNow(seat.ID, s.now)
	h, _ := s.book.History(seat.ID)
	v := seatView{
		Seat: seat.ID, Name: shown(seat.Name, seat.ID), Plan: l.Plan.ID, PlanName: l.Plan.Name, Active: l.Active,
		Zone: seat.Zone.String(), BillingDay: l.BillingDay, Balance: l.Balance, Cap: l.Policy.Cap,
		Monthly: l.Policy.Monthly, RefundRule: l.Policy.RefundRule, RefundWindowDays: l.Policy.RefundWindowDays,
		RefundAtCap: l.Policy.RefundAtCap,
	}
	if implied, err := s.impliedSeat(); err == nil {
		v.Implied = implied.ID == seat.ID
	}
	v.Price, v.Currency = priceParts(s.book.Price(seat.ID, l.On))
	if l.Policy.ExpiryDays > 0 {
		v.ExpiryDays = &l.Policy.ExpiryDays
	}
	for _, f := range h.Facts {
		if f.Kind == credit.Opened {
			v.OpenedOn = day.Of(f.At, seat.Zone)
		}
	}
	return v
}

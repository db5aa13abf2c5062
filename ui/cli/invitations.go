package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
	"cordial/ui/theme"
)

// invitationsView is connection requests as --json prints them.
type invitationsView struct {
	Total       int         `json:"total"` // of those listed
	Counts      tallyView   `json:"counts"`
	StaleAfter  int         `json:"stale_after"` // days after which to withdraw is proposed
	Invitations []inviteRow `json:"invitations"`
}

// tallyView counts all connection requests by what became of them.
type tallyView struct {
	Sent      int `json:"sent"`
	Accepted  int `json:"accepted"` // of those sent, as are the next four
	Declined  int `json:"declined"`
	Withdrawn int `json:"withdrawn"`
	Unknown   int `json:"unknown"`
	Pending   int `json:"pending"`
	Stale     int `json:"stale"` // of those pending
	Received  int `json:"received"`
	Incoming  int `json:"incoming"` // of those received, those that wait for you
}

// inviteRow is one connection request.
type inviteRow struct {
	Contact    personView            `json:"contact"`
	Direction  string                `json:"direction"` // "sent" or "received"
	On         *day.Day              `json:"on"`        // null when only its end is known
	Age        int                   `json:"age"`       // days since then
	Note       string                `json:"note"`
	State      model.InvitationState `json:"state"`
	EndedOn    *day.Day              `json:"ended_on"`
	Stale      bool                  `json:"stale"`       // pending for more than three weeks
	ReinviteOn *day.Day              `json:"reinvite_on"` // first day on which LinkedIn takes another, after a withdrawal
	Recorded   bool                  `json:"recorded"`    // by you; the export alone knows the others
	Proposal   *string               `json:"proposal"`    // what to record or to do: "accepted" or "withdrawn"

	request model.Request
}

// invitationsCmd lists connection requests.
func (a *app) invitationsCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "invitations", Short: "List the connection requests that are open, and what to do about them",
		Long: "List the connection requests that are open, the oldest first: those that you sent more than three\n" +
			"weeks ago are better withdrawn, after which LinkedIn takes no other to the same person for three weeks.\n" +
			"Those that the export shows as accepted, and you recorded as sent, wait for their end to be recorded.",
		Example: "  cordial invitations --pending --older 21",
		Args:    noArgs,
	}
	pending := cmd.Flags().Bool("pending", false, "only those that you sent and nobody answered")
	all := cmd.Flags().Bool("all", false, "also those that have ended")
	older := cmd.Flags().Int("older", 0, "only those sent more than `DAYS` ago")
	limit := limitFlag(cmd)
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		most, err := s.limit(cmd, *limit, *asJSON)
		if err != nil {
			return err
		}
		if *older < 0 {
			return usage("--older is a number of days, 0 or more, not %d", *older)
		}
		requests, err := s.requests()
		if err != nil {
			return err
		}
		v := s.invitationsOf(s.book.InSight(requests), func(row inviteRow) bool {
			shown := row.request.Open() || row.ReinviteOn != nil || row.Proposal != nil
			if *pending {
				shown = row.State == model.InvitationPending
			}
			return (shown || *all) && (*older == 0 || row.Age > *older)
		})
		if most > 0 && len(v.Invitations) > most {
			v.Invitations = v.Invitations[:most]
		}
		if *asJSON {
			return s.printJSON(v)
		}
		s.printInvitations(v)
		return nil
	})
	return cmd
}

// invitationsOf is the requests that are asked for, the oldest first.
func (s *session) invitationsOf(requests []model.Request, asked func(inviteRow) bool) invitationsView {
	v := invitationsView{Counts: tallyView(model.Tally(requests)), StaleAfter: model.StaleAfter, Invitations: []inviteRow{}}
	for _, r := range slices.Backward(requests) {
		if row := s.inviteRow(r); asked(row) {
			v.Invitations = append(v.Invitations, row)
		}
	}
	v.Total = len(v.Invitations)
	return v
}

// inviteRow is a connection request as --json prints it.
func (s *session) inviteRow(r model.Request) inviteRow {
	row := inviteRow{
		Contact:   personView{s.idOf(r.Person.Key, r.Person.ID), shown(r.Person.Name, r.Person.ID)},
		Direction: model.MessageReceived, Age: r.Age, Note: clean.Block(r.Note), State: r.State, Stale: r.Stale(),
		Recorded: r.Recorded, request: r,
	}
	if r.Outgoing {
		row.Direction = model.MessageSent
	}
	if r.On != 0 {
		row.On = &r.On
	}
	if r.EndedOn != 0 {
		row.EndedOn = &r.EndedOn
	}
	if on := r.ReinviteOn(); on > day.Of(s.now, s.now.Location()) {
		row.ReinviteOn = &on
	}
	switch {
	case r.Stale():
		row.Proposal = new(model.InviteWithdrawn)
	case r.Proposal() && r.Recorded:
		row.Proposal = new(model.InviteAccepted)
	}
	return row
}

// printInvitations prints requests for people, and what to do about them.
func (s *session) printInvitations(v invitationsView) {
	c := v.Counts
	s.print("%d sent: %d accepted, %d pending, %d declined, %d withdrawn, %d unknown; %d received, %d of them waiting for you",
		c.Sent, c.Accepted, c.Pending, c.Declined, c.Withdrawn, c.Unknown, c.Received, c.Incoming)
	g := grid{}
	for _, row := range v.Invitations {
		on := ""
		if row.On != nil {
			on = s.date(*row.On)
		}
		look := cell{text: s.clip(row.Contact.Name), role: theme.Strong}
		sign := plain(" ")
		if row.Proposal != nil {
			sign = cell{text: "!", role: theme.Due}
		}
		g.add(sign, look, dim(row.Contact.ID), dim(on), cell{text: ageWords(row), role: theme.Text, right: true},
			plain(string(row.State)), said(s.whatToDo(row)))
	}
	s.printGrid(g)
	if more := v.Total - len(v.Invitations); more > 0 {
		s.say("and %d more; see them with --limit 0", more)
	}
	if c.Stale > 0 {
		s.say("Withdraw on LinkedIn what has waited for more than %d days; then record it with: cordial invite PERSON withdrawn", v.StaleAfter)
	}
}

// ageWords is how old an open request is.
func ageWords(row inviteRow) string {
	if row.On == nil || !row.request.Open() {
		return ""
	}
	return plural(row.Age, "day", "days")
}

// whatToDo is the proposal in words.
func (s *session) whatToDo(row inviteRow) string {
	switch {
	case row.Stale:
		return fmt.Sprintf("withdraw it: more than %d days", model.StaleAfter)
	case row.Proposal != nil:
		return "the export says so: " + acceptCommand(row)
	case row.ReinviteOn != nil:
		return "another can be sent from " + s.date(*row.ReinviteOn)
	case row.State == model.InvitationIncoming:
		return "it waits for you"
	default:
		return ""
	}
}

// acceptCommand is what records that a request was accepted, on the day that the
// export names.
func acceptCommand(row inviteRow) string {
	command := "cordial invite " + shellWord(row.Contact.ID) + " accepted"
	if row.EndedOn != nil {
		command += " --at " + row.EndedOn.String()
	}
	return command
}

package model

import "testing"

func TestExportedInvitation(t *testing.T) {
	row := func(outgoing bool, when string) Invitation { return Invitation{Outgoing: outgoing, At: at(when)} }
	out, in := row(true, "02-01 00:00"), row(false, "03-01 00:00")
	for _, c := range []struct {
		found     []Invitation
		connected bool
		want      InvitationState
	}{
		{nil, false, NoInvitation},
		{nil, true, NoInvitation}, // connected, and nobody knows who asked
		{[]Invitation{out}, false, InvitationPending},
		{[]Invitation{out}, true, InvitationAccepted},
		{[]Invitation{in}, true, InvitationAccepted},
		{[]Invitation{out, in}, false, InvitationIncoming},
		{[]Invitation{in, out}, false, InvitationIncoming},
		{[]Invitation{in, row(true, "03-01 00:00")}, false, InvitationPending}, // of one day the user's own
	} {
		if got := ExportedInvitation(c.found, c.connected); got != c.want {
			t.Errorf("%+v, connected %t: %q, want %q", c.found, c.connected, got, c.want)
		}
	}
}

func TestInvitationIsWhatTheUserSays(t *testing.T) {
	j := opened(t)
	ada := PersonKey("ada")
	if got := j.Invitation(ada, InvitationIncoming); got != InvitationIncoming {
		t.Errorf("nothing recorded: %q", got)
	}
	for _, c := range []struct {
		recorded string
		want     InvitationState
	}{
		{InviteSent, InvitationPending}, {InviteReceived, InvitationIncoming}, {InviteDeclined, InvitationDeclined},
	} {
		id := j.add("02-01 12:00", InvitationRecorded{State: c.recorded, Contact: "ada"})
		if got := j.Invitation(ada, InvitationPending); got != c.want {
			t.Errorf("%s: %q, want %q", c.recorded, got, c.want)
		}
		if got := j.Invitation(ada, InvitationAccepted); got != InvitationAccepted {
			t.Errorf("%s, but they are connected: %q", c.recorded, got)
		}
		j.add("02-01 12:01", EventReverted{Event: id})
	}
}

package linkedin_test

import (
	"fmt"
	"testing"
	"time"

	"cordial/store/linkedin"
)

// outgoing is a row of Invitations.csv from the owner.
func outgoing(name, url, at string) string {
	return fmt.Sprintf("Olga Owner,%s,\"%s\",,OUTGOING,%s,%s\n", name, at, ownerURL, url)
}

// incoming is a row of Invitations.csv to the owner.
func incoming(name, url, at string) string {
	return fmt.Sprintf("%s,Olga Owner,\"%s\",\"Hi, Olga\",INCOMING,%s,%s\n", name, at, url, ownerURL)
}

// invited reads rows of Invitations.csv beside one connection, Anna.
func invited(t *testing.T, rows string) *linkedin.Export {
	t.Helper()
	return owned(t, files{
		"Invitations.csv": invitationHeader + rows,
		"Connections.csv": connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2026\n",
	})
}

func TestInvitationCountsArePeople(t *testing.T) {
	e := invited(t, outgoing("Anna K", annaURL, "2/7/26, 2:37 PM")+outgoing("Bob B", bobURL, "1/7/26, 2:37 PM")+
		outgoing("Bob B", bobURL, "2/7/26, 2:37 PM")+outgoing("Bob B", bobURL, "2/7/26, 2:37 PM")+
		incoming("Cleo", "https://www.linkedin.com/in/cleo", "2/7/26, 2:37 PM")+incoming("Anna K", annaURL, "2/7/26, 2:37 PM"))
	want := linkedin.InvitationCounts{Sent: 2, Accepted: 1, Pending: 1, Incoming: 2}
	if e.Counts.Invitations != want {
		t.Errorf("counts %+v, want %+v", e.Counts.Invitations, want)
	}
	if len(e.Invitations) != 5 {
		t.Errorf("two requests to one person are two, equal rows are one: %+v", e.Invitations)
	}
	if e.Counts.People != 3 {
		t.Errorf("%d people", e.Counts.People)
	}
}

func TestInvitationFields(t *testing.T) {
	e := invited(t, incoming("Cleo", "https://www.linkedin.com/in/cleo", "1/29/26, 2:37 PM"))
	i := e.Invitations[0]
	at := time.Date(2026, 1, 29, 14, 37, 0, 0, time.UTC).Unix()
	if i.Outgoing || i.Note != "Hi, Olga" || i.Name != "Cleo" || i.SentAt != at || e.People[i.Person].Key != "cleo" || e.People[i.Person].Connected {
		t.Errorf("invitation %+v of %+v", i, e.People[i.Person])
	}
}

func TestInvitationSkippedPeople(t *testing.T) {
	tests := []struct {
		name, rows string
		want       linkedin.InvitationCounts
	}{
		{"no day", outgoing("Bob B", bobURL, "soon"), linkedin.InvitationCounts{Skipped: 1}},
		{"empty day", outgoing("Bob B", bobURL, ""), linkedin.InvitationCounts{Skipped: 1}},
		{"the same person twice", outgoing("Bob B", bobURL, "soon") + outgoing("Bob B", bobURL, "later"), linkedin.InvitationCounts{Skipped: 1}},
		{"a good row too", outgoing("Bob B", bobURL, "soon") + outgoing("Bob B", bobURL, "2/7/26, 2:37 PM"), linkedin.InvitationCounts{Sent: 1, Pending: 1, Skipped: 1}},
		{"nobody", outgoing("", "", "2/7/26, 2:37 PM") + outgoing("", "", "2/7/26, 2:38 PM"), linkedin.InvitationCounts{Skipped: 2}},
		{"no direction", "Olga Owner,Bob B,\"2/7/26, 2:37 PM\",,SIDEWAYS," + ownerURL + "," + bobURL + "\n", linkedin.InvitationCounts{Skipped: 1}},
		{"to himself", outgoing("Olga Owner", ownerURL, "2/7/26, 2:37 PM"), linkedin.InvitationCounts{Skipped: 1}},
		{"short", "Olga Owner,Bob B\n", linkedin.InvitationCounts{Skipped: 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := invited(t, test.rows)
			if e.Counts.Invitations != test.want {
				t.Errorf("counts %+v, want %+v; %v", e.Counts.Invitations, test.want, e.Problems)
			}
			if test.want.Skipped > 0 && len(e.Problems) == 0 {
				t.Error("nobody is told")
			}
		})
	}
}

func TestInvitationsBefore2023GoByName(t *testing.T) {
	const rows = "From,To,Sent At,Message,Direction\nOlga Owner,Anna K,\"2/7/22, 2:37 PM\",,OUTGOING\n" +
		"Olga Owner,anna  k,\"3/7/22, 2:37 PM\",,OUTGOING\nBob B,Olga Owner,\"3/7/22, 2:37 PM\",,INCOMING\n"
	const addressless = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
	tests := []struct {
		name, connections string
		want              linkedin.InvitationCounts
		people            int
	}{
		{"connections have addresses", connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2022\n", linkedin.InvitationCounts{Sent: 1, Accepted: 1, Incoming: 1}, 1},
		{"they have none", addressless + "Anna,K,,Acme,,08 Feb 2022\n", linkedin.InvitationCounts{Sent: 1, Accepted: 1, Incoming: 1}, 0},
		{"two of one name", addressless + "Anna,K,,Acme,,08 Feb 2022\nAnna,K,,Brick,,09 Feb 2022\n", linkedin.InvitationCounts{Sent: 1, Pending: 1, Incoming: 1}, 0},
		{"nobody of the name", addressless + "Cleo,K,,Acme,,08 Feb 2022\n", linkedin.InvitationCounts{Sent: 1, Pending: 1, Incoming: 1}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := owned(t, files{"Invitations.csv": rows, "Connections.csv": test.connections})
			if e.Counts.Invitations != test.want || len(e.Invitations) != 3 || e.Counts.People != test.people {
				t.Errorf("%+v, %+v", e.Counts, e.Invitations)
			}
			if first := e.Invitations[0]; e.People[first.Person].Connected != (test.want.Accepted == 1) {
				t.Errorf("the first is to %+v", e.People[first.Person])
			}
		})
	}
}

func TestInvitationWithAndWithoutAddressIsOnePerson(t *testing.T) {
	e := invited(t, outgoing("Anna K", annaURL, "2/7/26, 2:37 PM")+outgoing("Anna K", "", "1/7/26, 2:37 PM")+outgoing("Anna K", "", "soon"))
	if want := (linkedin.InvitationCounts{Sent: 1, Accepted: 1, Skipped: 1}); e.Counts.Invitations != want || len(e.Invitations) != 2 {
		t.Errorf("%+v, %+v", e.Counts.Invitations, e.Invitations)
	}
}

func TestInvitationSpaceBeforePM(t *testing.T) {
	e := invited(t, outgoing("Bob B", bobURL, "1/29/26, 2:37\u202FPM"))
	if len(e.Invitations) != 1 || time.Unix(e.Invitations[0].SentAt, 0).UTC().Hour() != 14 {
		t.Errorf("invitations %+v, problems %v", e.Invitations, e.Problems)
	}
}

func TestInvitationUnclosedQuote(t *testing.T) {
	rows := "Olga Owner,Bob B,\"2/7/26, 2:37 PM\",\"open,OUTGOING," + ownerURL + "," + bobURL + "\n" + outgoing("Anna K", annaURL, "2/7/26, 2:37 PM")
	e := invited(t, rows)
	if e.Counts.Invitations.Accepted != 1 || e.Counts.Skipped[linkedin.BadInvitation] != 1 {
		t.Errorf("counts %+v, problems %v", e.Counts, e.Problems)
	}
}

package linkedin_test

import (
	"strings"
	"testing"
	"time"

	"cordial/store/linkedin"
)

// at answers a row's date, some days after the first of January 2026 at noon.
func at(days int) string {
	return time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, days).Format("2006-01-02 15:04:05") + " UTC"
}

// about gives a row a subject.
func about(row string) string { return strings.Replace(row, "UTC,,", "UTC,About,", 1) }

func TestProbableInMails(t *testing.T) {
	tests := []struct {
		name, rows, connectedOn string
		want                    linkedin.InMailCounts
	}{
		{"no subject", toAnna(at(0), "x"), "", linkedin.InMailCounts{}},
		{"blank subject", strings.Replace(toAnna(at(0), "x"), "UTC,,", "UTC,  ,", 1), "", linkedin.InMailCounts{}},
		{"sent", about(toAnna(at(0), "x")), "", linkedin.InMailCounts{Sent: 1, Unanswered: 1}},
		{"received", about(fromAnna(at(0), "x")) + toAnna(at(1), "y"), "", linkedin.InMailCounts{Received: 1}},
		{"answered at once", about(toAnna(at(0), "x")) + fromAnna(at(0), "y"), "", linkedin.InMailCounts{Sent: 1, AnsweredInWindow: 1}},
		{"answered on day 90", about(toAnna(at(0), "x")) + fromAnna(strings.Replace(at(90), "12:00", "23:59", 1), "y"), "", linkedin.InMailCounts{Sent: 1, AnsweredInWindow: 1}},
		{"answered on day 91", about(toAnna(at(0), "x")) + fromAnna(strings.Replace(at(91), "12:00", "00:00", 1), "y"), "", linkedin.InMailCounts{Sent: 1}},
		{"nagged, then answered late", about(toAnna(at(0), "x")) + toAnna(at(50), "z") + fromAnna(at(100), "y"), "", linkedin.InMailCounts{Sent: 1}},
		{"subject on a later message only", toAnna(at(0), "x") + about(toAnna(at(1), "y")), "", linkedin.InMailCounts{}},
		{"connected before", about(toAnna(at(10), "x")), "10 Jan 2026", linkedin.InMailCounts{}},
		{"connected on the day", about(toAnna(at(10), "x")), "11 Jan 2026", linkedin.InMailCounts{}},
		{"connected later", about(toAnna(at(10), "x")), "12 Jan 2026", linkedin.InMailCounts{Sent: 1, Unanswered: 1}},
		{"connected, day unknown", about(toAnna(at(10), "x")), "02/08/2026", linkedin.InMailCounts{}},
		{"group", about(toAnna(at(0), "x")) + said("2-a", "Bob B", bobURL, "x", ownerURL, 1, "x"), "", linkedin.InMailCounts{}},
		{"a closed account", about(said("2-z", "LinkedIn Member", "", "Olga Owner", ownerURL, 0, "x")), "", linkedin.InMailCounts{Received: 1}},
		{"two conversations", about(toAnna(at(0), "x")) + strings.ReplaceAll(about(toAnna(at(1), "x"))+fromAnna(at(2), "x"), "2-a", "2-b"), "", linkedin.InMailCounts{Sent: 2, AnsweredInWindow: 1, Unanswered: 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			export := files{"messages.csv": messageHeader + test.rows}
			if test.connectedOn != "" {
				export["Connections.csv"] = connectionHeader + "Anna,K," + annaURL + ",,,," + test.connectedOn + "\n"
			}
			e := owned(t, export)
			if e.Counts.InMails != test.want {
				t.Errorf("counts %+v, want %+v", e.Counts.InMails, test.want)
			}
			if len(e.InMails) != test.want.Sent+test.want.Received {
				t.Errorf("InMails %+v", e.InMails)
			}
		})
	}
}

func TestInMailSaysWhy(t *testing.T) {
	e := owned(t, files{
		"messages.csv": messageHeader + about(toAnna(at(10), "x")) + fromAnna(at(12), "y") +
			strings.ReplaceAll(strings.ReplaceAll(about(toAnna(at(1), "x")), "2-a", "2-b"), annaURL, bobURL),
		"Connections.csv": connectionHeader + "Anna,K," + annaURL + ",,,,12 Jan 2026\n",
	})
	anna, bob := e.InMails[0], e.InMails[1]
	if !anna.Answered() || !anna.InWindow() || bob.Answered() || bob.InWindow() {
		t.Errorf("InMails %+v", e.InMails)
	}
	if !strings.Contains(anna.Why(), "2026-01-12") || !strings.Contains(bob.Why(), "not a connection") {
		t.Errorf("why: %s; %s", anna.Why(), bob.Why())
	}
	if e.People[anna.Person].Key != "anna-k" || e.Messages[anna.Message].Subject != "About" || e.Conversations[bob.Conversation].ID != "2-b" {
		t.Errorf("InMails %+v", e.InMails)
	}
}

func TestInMailWithinTheFirstSecond(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + toAnna(at(0), "a second part") + about(toAnna(at(0), "the first part"))})
	if e.Counts.InMails.Sent != 1 || e.Messages[e.InMails[0].Message].Text != "the first part" {
		t.Errorf("InMails %+v", e.InMails)
	}
}

func TestInMailsToConnectionsKnownByNameOnly(t *testing.T) {
	const addressless = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
	toNobody := strings.Replace(toAnna(at(10), "x"), annaURL, "", 1)
	tests := []struct {
		name, row, connections string
		sent                   int // -1: one received
	}{
		{"connected before", toAnna(at(10), "x"), addressless + "Anna,K,,,,08 Feb 2020\n", 0},
		{"connected on the day", toAnna(at(10), "x"), addressless + "Anna,K,,,,11 Jan 2026\n", 0},
		{"connected later", toAnna(at(10), "x"), addressless + "Anna,K,,,,12 Jan 2026\n", 1},
		{"connected at some time", toAnna(at(10), "x"), addressless + "Anna,K,,,,02/08/2026\n", 0},
		{"one of two before", toAnna(at(10), "x"), addressless + "Anna,K,,,,12 Jan 2026\nAnna,K,,,,10 Jan 2026\n", 0},
		{"somebody else of the name", toAnna(at(10), "x"), connectionHeader + "Anna,K," + bobURL + ",,,,10 Jan 2026\n", 1},
		{"neither has an address", toNobody, addressless + "Anna,K,,,,08 Feb 2020\n", 0},
		{"the row has none", toNobody, connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2020\n", 0},
		{"the first of several nameless is a stranger", strings.NewReplacer("Olga Owner", "Cleo", ownerURL, "", "Anna K", "Olga Owner", annaURL, ownerURL).Replace(toAnna(at(10), "x")) + "2-a,,Anna K,,Olga Owner," + ownerURL + "," + at(11) + ",,y,INBOX,,No,No\n", connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2020\n", -1},
		{"the row has none, connected later", toNobody, connectionHeader + "Anna,K," + annaURL + ",,,,12 Jan 2026\n", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := owned(t, files{"messages.csv": messageHeader + about(test.row), "Connections.csv": test.connections})
			if got := e.Counts.InMails.Sent - e.Counts.InMails.Received; got != test.sent {
				t.Errorf("%d sent, want %d: %+v of %+v", got, test.sent, e.InMails, e.People)
			}
			if test.sent == 1 && strings.Contains(test.name, "later") && e.InMails[0].ConnectedOn.IsZero() {
				t.Errorf("it does not say that they connected later: %s", e.InMails[0].Why())
			}
		})
	}
}

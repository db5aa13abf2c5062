package linkedin_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cordial/store/linkedin"
)

// said is a row of conversation id; empty addresses are left empty.
func said(id, from, fromURL, to, toURLs string, second int, text string) string {
	return fmt.Sprintf("%s,,%s,%s,%q,%q,%s,,%s,INBOX,,No,No\n", id, from, fromURL, to, toURLs, day(second), text)
}

// voices answers who wrote each message, in reading order: "me", a key, or a name with a question mark.
func voices(e *linkedin.Export) []string {
	list := make([]string, len(e.Messages))
	for i, m := range e.Messages {
		switch {
		case m.Sender == linkedin.Me:
			list[i] = "me"
		case e.People[m.Sender].Key != "":
			list[i] = e.People[m.Sender].Key
		default:
			list[i] = "?" + m.SenderName
		}
	}
	return list
}

func TestDirection(t *testing.T) {
	const olga, anna = "Olga Owner", "Anna K"
	opened := said("2-a", olga, ownerURL, anna, annaURL, 0, "x")
	tests := []struct {
		name, rows string
		want       []string
	}{
		{"addresses", opened + said("2-a", anna, annaURL, olga, ownerURL, 1, "x"), []string{"me", "anna-k"}},
		{"own name without address", opened + said("2-a", "olga  OWNER", "", anna, annaURL, 1, "x"), []string{"me", "me"}},
		{"other name without address", opened + said("2-a", anna, "", olga, ownerURL, 1, "x"), []string{"me", "anna-k"}},
		{"no address at all", opened + said("2-a", anna, "", olga, "", 1, "x") + said("2-a", olga, "", anna, "", 2, "x"), []string{"me", "anna-k", "me"}},
		{"unknown name in a direct conversation", opened + said("2-a", "Somebody", "", olga, "", 1, "x"), []string{"me", "anna-k"}},
		{"another name than she writes under", opened + said("2-a", anna, annaURL, olga, ownerURL, 1, "x") + said("2-a", "Somebody", "", olga, "", 2, "x"), []string{"me", "anna-k", "?Somebody"}},
		{"no name, to me", opened + said("2-a", "", "", olga, ownerURL, 1, "x"), []string{"me", "anna-k"}},
		{"no name, to her", opened + said("2-a", "", "", anna, annaURL, 1, "x"), []string{"me", "me"}},
		{"no name, to nobody", opened + said("2-a", "", "", "", "", 1, "x"), []string{"me", "anna-k"}},
		{"a namesake, to me", said("2-a", olga, ownerURL, olga, twinURL, 0, "x") + said("2-a", olga, twinURL, olga, ownerURL, 1, "x") + said("2-a", olga, "", olga, ownerURL, 2, "x"), []string{"me", "olga-owner-2", "olga-owner-2"}},
		{"a namesake, to her", said("2-a", olga, ownerURL, olga, twinURL, 0, "x") + said("2-a", olga, twinURL, olga, ownerURL, 1, "x") + said("2-a", olga, "", olga, twinURL, 2, "x"), []string{"me", "olga-owner-2", "me"}},
		{"a namesake, to nobody", said("2-a", olga, ownerURL, olga, twinURL, 0, "x") + said("2-a", olga, twinURL, olga, ownerURL, 1, "x") + said("2-a", olga, "", olga, "", 2, "x"), []string{"me", "olga-owner-2", "me"}},
		{"a namesake elsewhere decides nothing", said("2-a", olga, twinURL, anna, annaURL, 0, "x") + said("2-b", olga, ownerURL, anna, annaURL, 1, "x") + said("2-b", olga, "", anna, "", 2, "x"), []string{"olga-owner-2", "me", "me"}},
		{"a company page", opened + said("2-a", "Acme", "https://www.linkedin.com/company/acme", olga, ownerURL, 1, "x"), []string{"me", "anna-k"}},
		{"group by name", said("2-g", olga, ownerURL, "Anna K, Bob B", annaURL+","+bobURL, 0, "x") + said("2-g", "Bob B", bobURL, "", ownerURL+","+annaURL, 1, "x") + said("2-g", "Bob B", "", "", "", 2, "x") + said("2-g", "Dora", "", "", "", 3, "x"), []string{"me", "bob-b", "bob-b", "?Dora"}},
		{"two of one name in a group", said("2-g", olga, ownerURL, "x", annaURL+","+bobURL, 0, "x") + said("2-g", "Sam", annaURL, "", ownerURL, 1, "x") + said("2-g", "Sam", bobURL, "", ownerURL, 2, "x") + said("2-g", "Sam", "", "", "", 3, "x"), []string{"me", "anna-k", "bob-b", "?Sam"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := owned(t, files{"messages.csv": messageHeader + test.rows})
			if got := voices(e); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestRecipientsInEveryForm(t *testing.T) {
	for _, separator := range []string{",", ";", ", ", " ", "\n", " ; "} {
		list := annaURL + separator + bobURL + separator + "https://www.linkedin.com/company/acme" + separator + ownerURL
		e := owned(t, files{"messages.csv": messageHeader + said("2-a", "Olga Owner", ownerURL, "x", "LIST", 0, "x")})
		if e.Counts.People != 0 {
			t.Fatalf("LIST is nobody: %+v", e.People)
		}
		row := strings.Replace(said("2-a", "Olga Owner", ownerURL, "x", "LIST", 0, "x"), "LIST", list, 1)
		e = owned(t, files{"messages.csv": messageHeader + row})
		if e.Counts.People != 2 || e.Counts.Groups != 1 {
			t.Errorf("%q: people %+v", separator, e.People)
		}
	}
}

func TestGroupsAreCountedByAddressesNotByTO(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + said("2-a", "Olga Owner", ownerURL, "Doe, Jane, Ph.D., P.Eng.", annaURL, 0, "x")})
	if e.Counts.Groups != 0 || e.Counts.People != 1 || people(e)["anna-k"].Name != "Doe, Jane, Ph.D., P.Eng." {
		t.Errorf("counts %+v, people %+v", e.Counts, e.People)
	}
}

func TestGroupOverSeveralRows(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(0), "x") + said("2-a", "Bob B", bobURL, "Olga Owner", ownerURL, 1, "x")})
	if e.Counts.Groups != 1 || !e.Conversations[0].Group() {
		t.Errorf("conversations %+v", e.Conversations)
	}
}

func TestDeletedMembersAreOnePersonAConversation(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader +
		said("2-a", "LinkedIn Member", "", "Olga Owner", ownerURL, 0, "x") + said("2-a", "LinkedIn Member", "", "Olga Owner", ownerURL, 1, "y") +
		said("2-a", "Olga Owner", ownerURL, "LinkedIn Member", "", 2, "z") + said("2-b", "LinkedIn Member", "", "Olga Owner", ownerURL, 3, "x")})
	if e.Counts.People != 0 || len(e.People) != 2 || !e.People[0].Unknown || e.People[0].Name != "LinkedIn Member" {
		t.Fatalf("people %+v", e.People)
	}
	if got, want := voices(e), []string{"?LinkedIn Member", "?LinkedIn Member", "me", "?LinkedIn Member"}; !slices.Equal(got, want) {
		t.Errorf("voices %v", got)
	}
	if a, b := e.Conversations[0], e.Conversations[1]; a.Unknown == b.Unknown || len(a.People) != 0 || a.Group() {
		t.Errorf("conversations %+v", e.Conversations)
	}
}

func TestAnonymousConversationIsNamedByTO(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + said("2-a", "Olga Owner", ownerURL, "Gone, Former Name", "", 0, "x")})
	c := e.Conversations[0]
	if len(c.People) != 0 || e.People[c.Unknown].Name != "Gone, Former Name" {
		t.Errorf("people %+v", e.People)
	}
}

func TestAnonymousConversationIsNotNamedAfterTheOwner(t *testing.T) {
	e := owned(t, files{"Profile.csv": profileHeader + "Olga,Owner,,,,,,,,,,,\n", "messages.csv": messageHeader +
		said("2-a", "Gone", "", "Olga Owner", "", 1, "x") + said("2-a", "Olga Owner", "", "Gone", "", 0, "x")})
	if c := e.Conversations[0]; e.People[c.Unknown].Name != "Gone" || !slices.Equal(voices(e), []string{"me", "?Gone"}) {
		t.Errorf("people %+v, voices %v", e.People, voices(e))
	}
}

func TestNameOfAPerson(t *testing.T) {
	card := files{"Connections.csv": connectionHeader + "Anna,Card," + annaURL + ",,,,08 Feb 2026\n"}
	e := owned(t, files{"Connections.csv": card["Connections.csv"], "messages.csv": messageHeader + fromAnna(day(1), "x")})
	if name := people(e)["anna-k"].Name; name != "Anna Card" {
		t.Errorf("the card is the best source, got %s", name)
	}
	e = owned(t, files{"messages.csv": messageHeader + said("2-a", "New", annaURL, "x", ownerURL, 9, "x") + said("2-a", "Old", annaURL, "x", ownerURL, 1, "x")})
	if name := people(e)["anna-k"].Name; name != "New" {
		t.Errorf("the latest name counts, got %s", name)
	}
	e = owned(t, files{"messages.csv": messageHeader + said("2-a", "Olga Owner", ownerURL, "LinkedIn Member", annaURL, 1, "x")})
	if name := people(e)["anna-k"].Name; name != "" {
		t.Errorf("a closed account's stand-in is no name, got %s", name)
	}
}

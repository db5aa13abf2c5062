package linkedin_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"cordial/store/linkedin"
)

// talk is rows of a conversation between two people, one message each way.
func talk(id, name, url, other, otherURL string) string {
	return fmt.Sprintf("2-%s,,%s,%s,%s,%s,%s,,hi,INBOX,,No,No\n", id, name, url, other, otherURL, day(1)) +
		fmt.Sprintf("2-%s,,%s,%s,%s,%s,%s,,hi,INBOX,,No,No\n", id, other, otherURL, name, url, day(2))
}

const (
	cleoURL = "https://www.linkedin.com/in/cleo"
	twinURL = "https://www.linkedin.com/in/olga-owner-2"
)

func olgaWith(id, other, otherURL string) string {
	return talk(id, "Olga Owner", ownerURL, other, otherURL)
}

func TestOwner(t *testing.T) {
	profile := profileHeader + "Olga,Owner,,,,,,,,,,,\n"
	connections := connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2026\nBob,B," + bobURL + ",,,,08 Feb 2026\n"
	two := olgaWith("a", "Anna K", annaURL) + olgaWith("b", "Bob B", bobURL)
	tests := []struct {
		name   string
		export files
		want   string // key, empty: unsure
		how    linkedin.Evidence
	}{
		{"outgoing invitations", files{"Invitations.csv": invitationHeader + outgoing("Bob B", bobURL, "2/7/26, 2:37 PM"), "messages.csv": messageHeader + olgaWith("a", "Anna K", annaURL)}, "olga-owner", linkedin.OwnerByInvitations},
		{"incoming invitations", files{"Invitations.csv": invitationHeader + incoming("Bob B", bobURL, "2/7/26, 2:37 PM")}, "olga-owner", linkedin.OwnerByInvitations},
		{"most invitations", files{"Invitations.csv": invitationHeader + incoming("Bob B", bobURL, "2/7/26, 2:37 PM") + outgoing("Anna", annaURL, "2/7/26, 2:37 PM") + strings.ReplaceAll(outgoing("Anna", annaURL, "2/8/26, 2:37 PM"), ownerURL, cleoURL)}, "olga-owner", linkedin.OwnerByInvitations},
		{"a tie of invitations", files{"Invitations.csv": invitationHeader + outgoing("Anna", annaURL, "2/7/26, 2:37 PM") + strings.ReplaceAll(outgoing("Anna", annaURL, "2/8/26, 2:37 PM"), ownerURL, cleoURL)}, "", ""},
		{"invitations and messages disagree", files{"Invitations.csv": invitationHeader + strings.ReplaceAll(outgoing("Dora", "https://www.linkedin.com/in/dora", "2/7/26, 2:37 PM"), ownerURL, cleoURL), "messages.csv": messageHeader + two}, "", ""},
		{"profile name", files{"Profile.csv": profile, "messages.csv": messageHeader + olgaWith("a", "Anna K", annaURL)}, "olga-owner", linkedin.OwnerByProfile},
		{"profile name in another case", files{"Profile.csv": profileHeader + "OLGA , owner,,,,,,,,,,,\n", "messages.csv": messageHeader + olgaWith("a", "Anna K", annaURL)}, "olga-owner", linkedin.OwnerByProfile},
		{"writes with a degree that the profile lacks", files{"Profile.csv": profile, "messages.csv": messageHeader + strings.ReplaceAll(olgaWith("a", "Anna K", annaURL), "Olga Owner", `"Olga Owner, MBA"`)}, "olga-owner", linkedin.OwnerByProfile},
		{"writes without the degree of the profile", files{"Profile.csv": profileHeader + "Olga,\"Owner, Ph.D.\",,,,,,,,,,,\n", "messages.csv": messageHeader + olgaWith("a", "Anna K", annaURL)}, "olga-owner", linkedin.OwnerByProfile},
		{"a namesake has the degree", files{"Profile.csv": profile, "messages.csv": messageHeader + olgaWith("a", `"Olga Owner, MBA"`, annaURL)}, "olga-owner", linkedin.OwnerByProfile},
		{"a connection carries the name", files{"Profile.csv": profile, "messages.csv": messageHeader + olgaWith("a", "Olga Owner", annaURL), "Connections.csv": connections}, "olga-owner", linkedin.OwnerByProfile},
		{"a stranger carries the name", files{"Profile.csv": profile, "messages.csv": messageHeader + olgaWith("a", "Olga Owner", twinURL)}, "", ""},
		{"most conversations", files{"messages.csv": messageHeader + two}, "olga-owner", linkedin.OwnerByConversations},
		{"one conversation", files{"messages.csv": messageHeader + olgaWith("a", "Anna K", annaURL)}, "", ""},
		{"a tie of conversations", files{"messages.csv": messageHeader + olgaWith("a", "Anna K", annaURL) + olgaWith("b", "Anna K", annaURL)}, "", ""},
		{"the tie's other is a connection", files{"messages.csv": messageHeader + olgaWith("a", "Anna K", annaURL) + olgaWith("b", "Anna K", annaURL), "Connections.csv": connections}, "olga-owner", linkedin.OwnerByConversations},
		{"the most present is a connection", files{"messages.csv": messageHeader + talk("a", "Anna K", annaURL, "Cleo", cleoURL) + talk("b", "Anna K", annaURL, "Bob B", bobURL), "Connections.csv": connections}, "", ""},
		{"the most present is called like a connection of old", files{"messages.csv": messageHeader + two, "Connections.csv": "First Name,Last Name,Connected On\nOlga,Owner,08 Feb 2020\n"}, "", ""},
		{"a connection of old is as much there", files{"messages.csv": messageHeader + two + olgaWith("c", "Cleo", cleoURL) + talk("d", "Anna K", annaURL, "Bob B", bobURL) + talk("e", "Anna K", annaURL, "Cleo", cleoURL), "Connections.csv": "First Name,Last Name,Connected On\nOlga,Owner,08 Feb 2020\nAnna,K,08 Feb 2020\n"}, "", ""},
		{"a connection of old is a namesake of who is in most conversations", files{"messages.csv": messageHeader + two + olgaWith("c", "Cleo", cleoURL) + olgaWith("d", "Dora", "https://www.linkedin.com/in/dora") + talk("e", "Anna K", annaURL, "Cleo", cleoURL), "Connections.csv": "First Name,Last Name,Connected On\nOlga,Owner,08 Feb 2020\nAnna,K,08 Feb 2020\n"}, "olga-owner", linkedin.OwnerByConversations},
		{"nobody has an address", files{"messages.csv": messageHeader + talk("a", "Anna K", "", "Olga Owner", "")}, "", ""},
		{"spam and advertisements do not speak", files{"messages.csv": messageHeader + two + strings.ReplaceAll(talk("c", "Anna K", annaURL, "Cleo", cleoURL)+talk("d", "Anna K", annaURL, "Cleo", cleoURL), "INBOX", "SPAM")}, "olga-owner", linkedin.OwnerByConversations},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e, err := linkedin.Read(t.Context(), []string{folder(t, test.export)}, linkedin.Options{}, nil)
			var unsure *linkedin.OwnerUnsureError
			if test.want == "" {
				if !errors.As(err, &unsure) {
					t.Fatalf("want to be asked, got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if e.Owner.Key != test.want || e.Owner.How != test.how || !e.Owner.Seen {
				t.Errorf("owner %+v", e.Owner)
			}
		})
	}
}

func TestOwnerUnsureNamesCandidates(t *testing.T) {
	_, err := linkedin.Read(t.Context(), []string{folder(t, files{
		"messages.csv":    messageHeader + olgaWith("a", "Anna K", annaURL),
		"Connections.csv": connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2026\n",
	})}, linkedin.Options{}, nil)
	var unsure *linkedin.OwnerUnsureError
	if !errors.As(err, &unsure) || len(unsure.Candidates) != 1 || unsure.Candidates[0].Key != "olga-owner" || unsure.Candidates[0].Conversations != 1 {
		t.Fatalf("error %#v", err)
	}
	if !strings.Contains(err.Error(), ownerURL) {
		t.Errorf("the sentence names no address: %s", err)
	}
}

func TestOwnerGiven(t *testing.T) {
	path := folder(t, files{"messages.csv": messageHeader + olgaWith("a", "Anna K", annaURL)})
	for _, given := range []string{ownerURL, "linkedin.com/in/Olga-Owner/?x", "olga-owner", "in/olga-owner"} {
		e := read(t, linkedin.Options{OwnerURL: given}, path)
		if e.Owner.Key != "olga-owner" || e.Owner.How != linkedin.OwnerGiven || !e.Owner.Seen || e.Owner.Name != "Olga Owner" {
			t.Errorf("%s: owner %+v", given, e.Owner)
		}
	}
	if e := read(t, linkedin.Options{OwnerURL: cleoURL}, path); e.Owner.Seen {
		t.Errorf("owner %+v is nowhere", e.Owner)
	}
	silent := folder(t, files{"messages.csv": messageHeader + said("2-a", "Anna K", annaURL, "Olga Owner", "", 1, "hi")})
	if e := read(t, linkedin.Options{OwnerURL: ownerURL}, silent); !e.Owner.Seen || e.Messages[0].Sender == linkedin.Me {
		t.Errorf("owner %+v wrote nothing, and recipients have no addresses", e.Owner)
	}
	spoken := folder(t, files{"messages.csv": messageHeader + said("2-a", "Olga Owner", ownerURL, "Anna K", "", 1, "hi") + said("2-b", "Olga Owner", ownerURL, "Bob B", "", 1, "hi")})
	if e := read(t, linkedin.Options{OwnerURL: cleoURL}, spoken); e.Owner.Seen {
		t.Errorf("owner %+v, but it is Olga's", e.Owner)
	}
	if _, err := linkedin.Read(t.Context(), []string{path}, linkedin.Options{OwnerURL: "Olga Owner"}, nil); err == nil {
		t.Error("a name is not an address")
	}
}

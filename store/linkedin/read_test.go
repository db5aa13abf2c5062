package linkedin_test

import (
	"testing"

	"cordial/store/linkedin"
)

// small is an export with one of each.
func small() files {
	return files{
		"Profile.csv":     profileHeader + "Olga,Owner,,,,Sells bridges,,,,,,,\n",
		"Connections.csv": "Notes:\n\"When exporting your connection data, you may notice\"\n\n" + connectionHeader + "Anna,\"K, PhD\"," + annaURL + ",,Acme,CTO,08 Feb 2026\n,,,,,,07 Jun 2026",
		"Invitations.csv": invitationHeader + "Olga Owner,\"Anna K, PhD\",\"2/7/26, 2:37 PM\",Hello,OUTGOING," + ownerURL + "," + annaURL + "\n" +
			"Olga Owner,Bob B,\"2/9/26, 9:05 AM\",,OUTGOING," + ownerURL + "," + bobURL + "\n",
		"messages.csv": messageHeader +
			`"2-a","","Anna K, PhD","` + annaURL + `","Olga Owner","` + ownerURL + `","2026-02-08 10:00:00 UTC","","Hi Olga","INBOX","","No","No"` + "\n" +
			`"2-a","","Olga Owner","` + ownerURL + `","Anna K, PhD","` + annaURL + `","2026-02-08 11:00:00 UTC","","Hi ""Anna""` + "\nsecond line" + `","INBOX","","No","No"` + "\n" +
			`"2-b","","Olga Owner","` + ownerURL + `","Bob B","` + bobURL + `","2026-01-08 11:00:00 UTC","An offer","Dear Bob","INBOX","","No","No"` + "\n" +
			`"2-b","","Bob B","` + bobURL + `","Olga Owner","` + ownerURL + `","2026-04-08 23:00:00 UTC","","Yes!","INBOX","","No","No"` + "\n",
	}
}

func TestSmallExport(t *testing.T) {
	for name, path := range map[string]string{"zip": packed(t, small()), "folder": folder(t, small())} {
		t.Run(name, func(t *testing.T) {
			e := read(t, linkedin.Options{}, path)
			if e.Owner.Key != "olga-owner" || e.Owner.Name != "Olga Owner" || e.Owner.How != linkedin.OwnerByInvitations {
				t.Errorf("owner %+v", e.Owner)
			}
			c := e.Counts
			if c.Connections != 1 || c.HiddenMembers != 1 || c.People != 2 || c.Conversations != 2 || c.Messages != 4 {
				t.Errorf("counts %+v", c)
			}
			if want := (linkedin.InvitationCounts{Sent: 2, Accepted: 1, Pending: 1}); c.Invitations != want {
				t.Errorf("invitations %+v, want %+v", c.Invitations, want)
			}
			if want := (linkedin.InMailCounts{Sent: 1, AnsweredInWindow: 1}); c.InMails != want {
				t.Errorf("InMails %+v, want %+v", c.InMails, want)
			}
			if got := texts(e); got[1] != "Hi \"Anna\"\nsecond line" {
				t.Errorf("texts %q", got)
			}
			if len(e.Problems) != 0 {
				t.Errorf("problems %v", e.Problems)
			}
		})
	}
}

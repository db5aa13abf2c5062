package lists_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cordial/model"
	"cordial/store/lists"
)

// Google marks its own groups with "* ", has everybody in myContacts, and may leave out every column of an address.
func TestGoogleLabels(t *testing.T) {
	list := read(t, "First Name,Last Name,File As,Labels\nA,B,,* myContacts\nC,D,,\"* My Friends ::: * mycontacts ::: a, b; c\"\nE,F,,\n")
	if list.Format != lists.FormatGoogle {
		t.Fatalf("recognised as %v", list.Format)
	}
	if got := list.Contacts[1].Labels; !slices.Equal(got, []string{"My Friends", "a, b; c"}) || list.Contacts[0].Labels != nil {
		t.Errorf("labels %q, %q", list.Contacts[0].Labels, got)
	}
}

func TestGoogleSeveralValuesInACell(t *testing.T) {
	c := only(t, read(t, "Name,Given Name,Family Name,E-mail 1 - Value,Website 1 - Value\nA,,,a@a.example ::: b@b.example,https://x.example ::: https://www.linkedin.com/in/a\n"))
	if !slices.Equal(c.Emails, []string{"a@a.example", "b@b.example"}) || c.Key != "a" {
		t.Errorf("%+v", c)
	}
}

// A name in one cell is not taken apart: nobody knows where.
func TestNamesAreNotTakenApart(t *testing.T) {
	c := only(t, read(t, "Name,Email\nJane van der Doe,j@d.example\n"))
	if c.Name != "Jane van der Doe" || c.First != "" || c.Last != "" {
		t.Errorf("%+v", c)
	}
}

func TestNamesArePutTogether(t *testing.T) {
	list := read(t, "First Name,Middle Name,Last Name,Email\n A , ,B,x@x.example\nC,D,E,y@y.example\n,,F,z@z.example\n")
	if got := names(list); !slices.Equal(got, []string{"A B", "C D E", "F"}) {
		t.Errorf("%q", got)
	}
}

// PhantomBuster's profileUrl may be Sales Navigator's; the public address in another column names the person.
func TestPublicAddressBeforeSalesNavigator(t *testing.T) {
	const header = "profileUrl,fullName,vmid,linkedInProfileUrl,defaultProfileUrl\n"
	for row, want := range map[string]string{
		"\"https://www.linkedin.com/sales/lead/ACwAAAx,NAME_SEARCH,y\",A,ACwAAAx,https://www.linkedin.com/in/ACwAAAx,https://linkedin.com/in/ann": "ann [ACwAAAx]",
		"\"https://www.linkedin.com/sales/lead/ACwAAAx,NAME_SEARCH,y\",A,,https://www.linkedin.com/in/ann/,":                                      "ann [ACwAAAx]",
		"\"https://www.linkedin.com/sales/lead/ACwAAAx,NAME_SEARCH,y\",A,ACwAAAx,,":                                                               "ACwAAAx []",
		"https://www.linkedin.com/sales/people/ACwAAAx?x=1,A,,,":                                                                                  "ACwAAAx []",
		",A,ACwAAAx,,": "ACwAAAx []",
		"https://www.linkedin.com/in/ann,A,ACwAAAx,,https://www.linkedin.com/in/ACoAAAz": "ann [ACoAAAz ACwAAAx]",
	} {
		if c := only(t, read(t, header+row+"\n")); keys(c) != want {
			t.Errorf("%s: %s, want %s", row, keys(c), want)
		}
	}
}

func keys(c lists.Contact) string {
	got := c.Key + " ["
	for i, other := range c.OtherKeys {
		if i > 0 {
			got += " "
		}
		got += other
	}
	return got + "]"
}

// Evaboot's Unique ID keeps its case and is never taken for a slug.
func TestEvabootUniqueIDAlone(t *testing.T) {
	c := only(t, read(t, "First Name,Last Name,Linkedin URL Public,Linkedin URL Unique ID\nA,B,,https://www.linkedin.com/in/ACwAAAbC\n"))
	if c.Key != "ACwAAAbC" || c.URL != "https://www.linkedin.com/in/ACwAAAbC" {
		t.Errorf("%+v", c)
	}
}

func TestCompanyPagesAreNoProfiles(t *testing.T) {
	list := read(t, "Name,LinkedIn URL,Website\nA,https://www.linkedin.com/company/acme,\nB,,acme.example\nC,n/a,\n")
	for _, c := range list.Contacts {
		if c.Key != "" || c.URL != "" {
			t.Errorf("%+v", c)
		}
	}
	if list.Counts.Skipped[lists.BadURL] != 1 || list.Counts.Contacts != 3 {
		t.Errorf("%+v", list.Counts)
	}
}

// An address book that was uploaded to LinkedIn, or a column of degrees that is not there, makes nobody a connection.
func TestAddressBooksAreNoTies(t *testing.T) {
	for _, text := range []string{
		"Source,FirstName,LastName,Companies,Title,Emails,FullName,Profiles\nMOBILE,A,B,,,a@b.example,A B,\n",
		"FirstName,MiddleName,LastName,MaidenName,Title,Emails\nA,,B,,,a@b.example\n",
		plain,
	} {
		for _, c := range read(t, text).Contacts {
			if c.Degree != model.DegreeUnknown || c.OpenProfile != nil {
				t.Errorf("%+v", c)
			}
		}
	}
}

func TestDegrees(t *testing.T) {
	for cell, want := range map[string]model.Degree{
		"1st": 1, "· 1st": 1, "1st-degree": 1, "2nd degree connection": 2, "3rd+ Degree": 3, "2nd": 2, "3rd": 3, "3rd+": 3, "1": 1, " 2 ": 2, "3+": 3, "DISTANCE_2": 2, "Out of network": 0, "OUT_OF_NETWORK": 0,
		"0": 0, "": -1, "-": -1, "n/a": -1, "4th": -1, "12": -1, "near": -1,
	} {
		c := only(t, read(t, "Name,Email,Degree\nA,a@a.example,\""+cell+"\"\n"))
		if c.Degree != want {
			t.Errorf("%q is %d", cell, c.Degree)
		}
	}
	list := read(t, "Name,Email,Connection Degree\nA,a@a.example,4th\n")
	if list.Counts.Skipped[lists.BadDegree] != 1 {
		t.Errorf("%+v", list.Counts)
	}
}

func TestOpenProfiles(t *testing.T) {
	for cell, want := range map[string]string{"true": "true", "Yes": "true", "1": "true", "FALSE": "false", "no": "false", "0": "false", "": "nil", "maybe": "nil"} {
		c := only(t, read(t, "Name,Email,isOpenLink\nA,a@a.example,"+cell+"\n"))
		got := "nil"
		if c.OpenProfile != nil && *c.OpenProfile {
			got = "true"
		} else if c.OpenProfile != nil {
			got = "false"
		}
		if got != want {
			t.Errorf("%q is %s", cell, got)
		}
	}
}

func TestEmails(t *testing.T) {
	for cell, want := range map[string][]string{
		"a@b.example":                            {"a@b.example"},
		"mailto:A@b.example":                     {"A@b.example"},
		"<a@b.example>; c@d.example":             {"a@b.example", "c@d.example"},
		"a@b.example, a@B.example,c+x@d.example": {"a@b.example", "c+x@d.example"},
		"Anna <a@b.example>":                     {"a@b.example"},
		"jürgen@müller.example":                  {"jürgen@müller.example"},
		"email_not_unlocked@domain.com":          nil,
		"No email found":                         nil,
		"a@":                                     nil,
		"a@b@c.example":                          nil,
		"a..b@c.example":                         nil,
	} {
		list := read(t, "Name,Email\nA,\""+cell+"\"\n")
		if got := only(t, list).Emails; !slices.Equal(got, want) {
			t.Errorf("%q: %q", cell, got)
		}
	}
	if list := read(t, "Name,Email\nA,a@\nB,none\n"); list.Counts.Skipped[lists.BadEmail] != 1 {
		t.Errorf("%+v", list.Problems)
	}
}

func TestLabels(t *testing.T) {
	for cell, want := range map[string][]string{
		"a":                 {"a"},
		"a, b ,c":           {"a", "b", "c"},
		"a; b, c":           {"a", "b, c"},
		"a | b":             {"a", "b"},
		"a ::: b;c":         {"a", "b;c"},
		"Hot, hot,HOT":      {"Hot"},
		`[""x"", ""y, z""]`: {"x", "y, z"},
		`[{""kondo_label_name"":""x""},{""other"":1}]`: {"x"},
		"[odd": {"[odd"},
	} {
		c := only(t, read(t, "Name,Email,Tags\nA,a@a.example,\""+cell+"\"\n"))
		if !slices.Equal(c.Labels, want) {
			t.Errorf("%q: %q, want %q", cell, c.Labels, want)
		}
	}
}

// Our own export says what no other list does: the contact's id, the day of connection, and labels that hold commas.
func TestOurOwnContacts(t *testing.T) {
	const header = "Name,LinkedIn URL,Email,Company,Position,Headline,Degree,Open Profile,Connected On,Labels,Notes,Contact ID\r\n"
	list := read(t, header+"Anna,,a@a.example,,,,1,yes,2026-01-02,\"Hot,\"\"a, b\"\",myContacts\",,c1\r\nAnna,,a@a.example,,,,,,never,,,c2\r\n")
	if list.Format != lists.FormatCordial || list.Counts.Contacts != 2 {
		t.Fatalf("%v, %+v", list.Format, list.Counts)
	}
	c := list.Contacts[0]
	if c.ID != "c1" || c.ConnectedOn.String() != "2026-01-02" || !slices.Equal(c.Labels, []string{"Hot", "a, b", "myContacts"}) {
		t.Errorf("%+v", c)
	}
	if list.Contacts[1].ConnectedOn != 0 {
		t.Errorf("connected on %v", list.Contacts[1].ConnectedOn)
	}
	if other := only(t, read(t, "Name,Email,Contact ID,Connected On\nA,a@a.example,7,2026-01-02\n")); other.ID != "" {
		t.Errorf("another program's id was taken for ours: %+v", other)
	}
}

// One person in two rows is one contact: what the first row leaves empty, the second fills.
func TestRowsOfOnePerson(t *testing.T) {
	list := read(t, "Name,LinkedIn URL,Email,Company,Degree,Tags,Notes\n"+
		",linkedin.com/in/anna,a@a.example,,,x,\n"+
		"Bob,,b@b.example,Bolt,,,first\n"+
		"Anna,https://www.linkedin.com/in/Anna/,A@a.example,Acme,2,X;y,n\n"+
		"bob ,linkedin.com/in/bob,B@b.example,Other,,,second\n")
	if list.Counts.Contacts != 2 || list.Counts.Duplicates != 2 || list.Counts.Records != 4 {
		t.Fatalf("%+v", list.Counts)
	}
	anna, bob := list.Contacts[0], list.Contacts[1]
	if anna.Name != "Anna" || anna.Company != "Acme" || anna.Degree != 2 || !slices.Equal(anna.Labels, []string{"x", "y"}) || len(anna.Emails) != 1 {
		t.Errorf("%+v", anna)
	}
	if bob.Key != "bob" || bob.Company != "Bolt" || bob.Notes != "first" || bob.Line != 3 {
		t.Errorf("%+v", bob)
	}
}

// A file cannot make one contact so large that adding to it takes for ever.
func TestRowsOfOnePersonWithoutEnd(t *testing.T) {
	var text strings.Builder
	text.WriteString("Name,LinkedIn URL,Email,Tags\n")
	for i := range 50_000 {
		fmt.Fprintf(&text, "A,linkedin.com/in/a,a%d@b.example,t%d\n", i, i)
	}
	c := only(t, read(t, text.String()))
	if len(c.Emails) != 100 || len(c.Labels) != 100 {
		t.Errorf("%d addresses, %d labels", len(c.Emails), len(c.Labels))
	}
}

// A member id beside a slug in one row ties rows that have only one of them; nothing else makes two profiles one.
func TestProfilesAreTiedByTheListAlone(t *testing.T) {
	const header = "Full Name,Linkedin URL Public,Linkedin URL Unique ID,Email\n"
	tied := read(t, header+"A,linkedin.com/in/a,linkedin.com/in/ACwAAAa,\nA,,linkedin.com/in/ACwAAAa,\nA,linkedin.com/in/a,,\n")
	if tied.Counts.Contacts != 1 || tied.Counts.Duplicates != 2 {
		t.Errorf("%+v", tied.Counts)
	}
	apart := read(t, header+"A,linkedin.com/in/a,,info@x.example\nA,linkedin.com/in/a2,,info@x.example\nB,,,info@x.example\nA,,,\nA,,,\n")
	if apart.Counts.Contacts != 5 {
		t.Errorf("%+v", apart.Counts)
	}
}

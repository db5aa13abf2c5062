package lists_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"unicode/utf8"

	"cordial/model"
	"cordial/model/who"
	"cordial/store/lists"
)

// checkList checks what holds of every list, however it came about.
func checkList(t *testing.T, l *lists.List) {
	t.Helper()
	c := l.Counts
	if c.Records != c.Contacts+c.Duplicates+c.Refused || c.Contacts != len(l.Contacts) {
		t.Fatalf("counts do not add up: %+v", c)
	}
	if why := c.Skipped; c.Refused != why[lists.Malformed]+why[lists.Nobody]+why[lists.NotPerson] {
		t.Fatalf("%d refused, for %v", c.Refused, why)
	}
	keys := map[string]bool{}
	for _, p := range l.Contacts {
		if p.Name == "" && p.Key == "" && len(p.Emails) == 0 || p.Line < 1 {
			t.Fatalf("nobody: %+v", p)
		}
		if !utf8.ValidString(p.Name + p.First + p.Last + p.Company + p.Position + p.Headline + p.Location + p.Notes) {
			t.Fatalf("not UTF-8: %+v", p)
		}
		if p.Degree < model.DegreeUnknown || p.Degree > 3 {
			t.Fatalf("degree %d", p.Degree)
		}
		if key, ok := who.Identity(p.URL); key != p.Key || ok != (p.Key != "") {
			t.Fatalf("the address %q is not that of %q", p.URL, p.Key)
		}
		if p.Key != "" && keys[p.Key] {
			t.Fatalf("%q is two contacts", p.Key)
		}
		keys[p.Key] = true
		for _, label := range p.Labels {
			if err := model.CheckLabel(label); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, p := range l.Problems {
		if p.Line < 1 || p.File != "list" || p.Text == "" || p.Reason == "" {
			t.Fatalf("problem %+v", p)
		}
	}
}

// fuzzTable fuzzes what stands under a header. Whatever it is, the good record after it must be found, and a second
// reading must find the same.
func fuzzTable(f *testing.F, header, last, key string, format lists.Format, seeds ...string) {
	for _, seed := range append(seeds, last, "\"", ",,,\n\"a\nb\"", "\"\"\"") {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		text := header + "\n" + string(body) + "\n" + last + "\n"
		l := read(t, text)
		checkList(t, l)
		if l.Format != format {
			t.Fatalf("recognised as %v", l.Format)
		}
		if again := read(t, text); !reflect.DeepEqual(again, l) {
			t.Fatal("read twice, two results")
		}
		for _, c := range l.Contacts {
			if c.Key == key {
				return
			}
			for _, other := range c.OtherKeys {
				if other == key {
					return
				}
			}
		}
		t.Fatalf("the last record is lost: %v", l.Problems)
	})
}

func FuzzGoogle(f *testing.F) {
	fuzzTable(f, "First Name,Last Name,File As,Labels,E-mail 1 - Value,Website 1 - Value", "Zoe,Last,,* x,z@last.example,linkedin.com/in/zoe-last",
		"zoe-last", lists.FormatGoogle, "A,B,,* myContacts ::: c,a@b.example ::: c@d.example,")
}

func FuzzApollo(f *testing.F) {
	fuzzTable(f, "First Name,Last Name,Title,Company,Email,Person Linkedin Url,City,Country", "Zoe,Last,CEO,Z,z@last.example,http://www.linkedin.com/in/zoe-last,,",
		"zoe-last", lists.FormatApollo, "A,B,CTO,\"Acme, Inc.\",email_not_unlocked@domain.com,http://www.linkedin.com/in/a,Berlin,Germany")
}

func FuzzEvaboot(f *testing.F) {
	fuzzTable(f, "First Name,Last Name,Current Job,Linkedin URL Public,Linkedin URL Unique ID,Department Headcounts",
		"Zoe,Last,CEO,https://www.linkedin.com/in/zoe-last,https://www.linkedin.com/in/ACwAAAzzz,", "zoe-last", lists.FormatEvaboot,
		"A,B,C,,https://www.linkedin.com/in/ACwAAAb,\"Sales: 1\nHR: 2\"")
}

func FuzzPhantomBuster(f *testing.F) {
	fuzzTable(f, "profileUrl,fullName,connectionDegree,vmid,isOpenLink,defaultProfileUrl", "https://www.linkedin.com/in/zoe-last,Zoe Last,2nd,,true,",
		"zoe-last", lists.FormatPhantomBuster, "\"https://www.linkedin.com/sales/lead/ACwAAAx,NAME_SEARCH,y\",A B,3rd+,ACwAAAx,false,https://linkedin.com/in/ab")
}

func FuzzKondo(f *testing.F) {
	fuzzTable(f, "contact_first_name,contact_last_name,contact_linkedin_url,kondo_note,kondo_labels", "Zoe,Last,https://www.linkedin.com/in/zoe-last,,",
		"zoe-last", lists.FormatKondo, "A,B,linkedin.com/in/ab,\"x\ny\",\"[{\"\"kondo_label_name\"\":\"\"Hot\"\"}]\"")
}

func FuzzUploadedContacts(f *testing.F) {
	fuzzTable(f, "Source,FirstName,LastName,Companies,Title,Emails,FullName,Profiles", "X,Zoe,Last,,,z@last.example,,linkedin.com/in/zoe-last",
		"zoe-last", lists.FormatLinkedInContacts, "X,A,B,C,D,\"a@b.example,c@d.example\",A B,")
}

func FuzzAnyTable(f *testing.F) {
	fuzzTable(f, "Name\tLinkedIn URL\tEmail\tDegree\tTags\tNotes", "Zoe Last\tlinkedin.com/in/zoe-last\tz@last.example\t2\tx\t",
		"zoe-last", lists.FormatCSV, "A\tlinkedin.com/in/a\ta@b.example\t1st\ta;b\t\"n\nm\"", "'=1\t\t'-@x.example\t\t\t")
}

// FuzzList fuzzes whole files, header and encoding included.
func FuzzList(f *testing.F) {
	files, err := filepath.Glob("testdata/files/*")
	if err != nil || len(files) == 0 {
		f.Fatalf("%d seeds, %v", len(files), err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text, "")
	}
	f.Add([]byte("Wer;Wo\nA;B\n"), "name=Wer,company=Wo")
	f.Fuzz(func(t *testing.T, text []byte, mapping string) {
		m, err := lists.ParseMapping(mapping)
		if err != nil {
			return
		}
		l, err := lists.ReadFrom(t.Context(), bytes.NewReader(text), "list", lists.Options{Map: m})
		if err != nil {
			if known := lists.Recognise(text); known != lists.FormatNone && m == nil {
				t.Fatalf("recognised as %v, but %v", known, err)
			}
			return
		}
		checkList(t, l)
	})
}

func FuzzVCard(f *testing.F) {
	last := "\nBEGIN:VCARD\nVERSION:4.0\nFN:Zoe\nX-LINKEDIN:zoe-last\nEND:VCARD\n"
	for _, seed := range []string{
		last, "BEGIN:VCARD\nFN:A\\,\\;\\n\\\\\nCATEGORIES:a\\,b,c\nEND:VCARD", "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:=E9=\n=E9\nEMAIL;INTERNET:a@b.example\nEND:VCARD",
		"BEGIN:VCARD\nitem1.URL;type=pref:\n x\nEND:VCARD\nBEGIN:VCARD\nFN:B", "BEGIN:VCARD\nTEL;TYPE=\"x:1\nEND:VCARD",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		l := read(t, "BEGIN:VCARD\nFN:First\nEND:VCARD\n"+string(body)+last)
		checkList(t, l)
		for _, c := range l.Contacts {
			if c.Key == "zoe-last" {
				return
			}
		}
		t.Fatalf("the last card is lost: %v", l.Problems)
	})
}

func FuzzMapping(f *testing.F) {
	for _, seed := range []string{"name=A,url=B", `"name=A, B",email=C`, "name", "=,", "\""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := lists.ParseMapping(text)
		if err != nil && m != nil {
			t.Fatalf("both %v and %v", m, err)
		}
		for field, columns := range m {
			if field == "" || len(columns) == 0 {
				t.Fatalf("%q has no columns", field)
			}
		}
	})
}

func FuzzNotes(f *testing.F) {
	fuzzTable(f, "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On", "Zoe,Last,https://www.linkedin.com/in/zoe-last,last,2026-01-01",
		"zoe-last", lists.FormatLinkedInNotes, "A,B,https://www.linkedin.com/in/a,\"x\ny\",\nA,B,https://www.linkedin.com/in/a,z,", "Zoe,Last,https://www.linkedin.com/in/zoe-last,first,")
}

func FuzzHubSpot(f *testing.F) {
	fuzzTable(f, "Record ID,First Name,Last Name,Email,Job Title,Company Name,LinkedIn URL,Lifecycle Stage", "9,Zoe,Last,z@last.example,CEO,Z,https://www.linkedin.com/in/zoe-last,Lead",
		"zoe-last", lists.FormatHubSpot, "1,A,B,a@b.example,\"VP, Sales\",\"Acme\nInc\",,Customer")
}

func FuzzSalesforce(f *testing.F) {
	fuzzTable(f, "FirstName,LastName,Company,Title,Email,LeadSource,LinkedIn", "Zoe,Last,Z,CEO,z@last.example,Web,linkedin.com/in/zoe-last",
		"zoe-last", lists.FormatSalesforce, "A,B,\"Acme, Inc.\",,a@b.example,Web,")
}

func FuzzOwnExport(f *testing.F) {
	fuzzTable(f, "Name,LinkedIn URL,Email,Company,Position,Headline,Degree,Open Profile,Connected On,Labels,Notes,Contact ID", "Zoe Last,https://www.linkedin.com/in/zoe-last,,,,,1,yes,2026-02-08,,,zoe-last",
		"zoe-last", lists.FormatCordial, "'=A,https://www.linkedin.com/in/a,a@b.example,'+1,,,2,no,,\"Hot Leads,\"\"Q\"\" 3\",\"x\n'y\",a")
}

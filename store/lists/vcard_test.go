package lists_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cordial/store/lists"
)

// cardOf reads one card with these lines.
func cardOf(t *testing.T, lines ...string) lists.Contact {
	t.Helper()
	return only(t, read(t, "BEGIN:VCARD\nVERSION:3.0\n"+strings.Join(lines, "\n")+"\nEND:VCARD\n"))
}

func TestVCardIsRecognised(t *testing.T) {
	for _, text := range []string{"BEGIN:VCARD\n", "\uFEFFBEGIN:VCARD\r\n", "\n\n begin:vcard\nVERSION:4.0", "\xff\xfeB\x00E\x00G\x00I\x00N\x00:\x00V\x00C\x00A\x00R\x00D\x00"} {
		if got := lists.Recognise([]byte(text)); got != lists.FormatVCard {
			t.Errorf("%q is %v", text, got)
		}
	}
	if got := lists.Recognise([]byte("BEGIN:VCALENDAR\n")); got != lists.FormatNone {
		t.Errorf("a calendar is %v", got)
	}
}

func TestVCardEscapes(t *testing.T) {
	c := cardOf(t, `FN:A\, B\; C\\n \N D`, `ORG:One\; Two\, Three;Dept`, `CATEGORIES:a\,b,c\;d, e\\f ,`, `NOTE:x\ny\\nz`)
	if c.Name != "A, B; C\\n \n D" || c.Company != "One; Two, Three" || c.Notes != "x\ny\\nz" || !slices.Equal(c.Labels, []string{"a,b", "c;d", `e\f`}) {
		t.Errorf("%+v", c)
	}
}

// A line may be folded anywhere, inside of an escape or of a letter too.
func TestVCardFolds(t *testing.T) {
	c := cardOf(t, "FN:An", " na", "\t K", "NOTE:a\\", " ,b\\", " nc \xc3", " \xbc", "X-EMPTY", "", " :", "EMAIL:a@", " k.example")
	if c.Name != "Anna K" || c.Notes != "a,b\nc ü" || c.Emails[0] != "a@k.example" {
		t.Errorf("%+v", c)
	}
}

func TestVCardNames(t *testing.T) {
	for lines, want := range map[string]string{
		"FN:Anna K\nN:K;Anna;;;":          "Anna K|Anna|K",
		"N:K;Anna;Maria;Dr.;":             "Anna Maria K|Anna|K",
		"FN:Anna K\nN:;Anna K;;;":         "Anna K||",
		"FN:Anna K\nN:Anna K;;;;":         "Anna K||",
		"FN:Anna K":                       "Anna K||",
		"FN:  Anna K  \nN:K":              "Anna K||K",
		"FN;PREF=2:Nana\nFN;PREF=1:Anna":  "Anna||",
		"fn:Anna\nn;charset=utf-8:K;Anna": "Anna||",
		"item1.FN:Anna":                   "Anna||",
	} {
		c := cardOf(t, strings.Split(lines, "\n")...)
		if got := c.Name + "|" + c.First + "|" + c.Last; got != want {
			t.Errorf("%q: %q, want %q", lines, got, want)
		}
	}
}

func TestVCardProfiles(t *testing.T) {
	for line, want := range map[string]string{
		"URL:https://www.linkedin.com/in/anna":                                 "anna",
		"URL;VALUE=uri:https\\://www.linkedin.com/in/anna":                     "anna",
		"item1.URL:http://linkedin.com/in/anna\nitem1.X-ABLabel:LinkedIn":      "anna",
		"SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/anna": "anna",
		"SOCIALPROFILE;SERVICE-TYPE=\"LinkedIn\";VALUE=text:anna":              "anna",
		"SOCIALPROFILE:https://www.linkedin.com/in/anna":                       "anna",
		"X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/anna":        "anna",
		"X-SOCIALPROFILE;type=pref;type=linkedin;x-user=anna:x-apple:anna":     "anna",
		"X-SOCIALPROFILE;LINKEDIN:anna":                                        "anna",
		"X-LINKEDIN:anna":                                                      "anna",
		"X-SOCIALPROFILE;type=twitter:anna":                                    "",
		"SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://m.example/@anna":          "",
		"URL:anna": "",
		"URL:https://www.linkedin.com/in/ACoAAAx\nX-LINKEDIN:anna": "anna",
	} {
		c := cardOf(t, append([]string{"FN:A"}, strings.Split(line, "\n")...)...)
		if c.Key != want {
			t.Errorf("%q: %q, want %q", line, c.Key, want)
		}
	}
}

func TestVCardEmailsInTheirOrder(t *testing.T) {
	c := cardOf(t, "FN:A", "EMAIL;PREF=50:c@x.example", "EMAIL:d@x.example", "EMAIL;TYPE=work,pref:a@x.example", "EMAIL;INTERNET;PREF:b@x.example", "EMAIL:A@x.example")
	if want := []string{"a@x.example", "b@x.example", "c@x.example", "d@x.example"}; !slices.Equal(c.Emails, want) {
		t.Errorf("%q", c.Emails)
	}
}

func TestVCardsOfGroupsAndCompanies(t *testing.T) {
	list := read(t, "BEGIN:VCARD\nFN:A\nKIND:group\nEND:VCARD\nBEGIN:VCARD\nFN:B\nX-ABShowAs:COMPANY\nEND:VCARD\n"+
		"BEGIN:VCARD\nFN:C\nKIND:org\nEND:VCARD\nBEGIN:VCARD\nFN:D\nKIND:Individual\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nEND:VCARD\n")
	if !slices.Equal(names(list), []string{"D"}) || list.Counts.Skipped[lists.NotPerson] != 3 || list.Counts.Skipped[lists.Nobody] != 1 {
		t.Errorf("%q, %v", names(list), list.Problems)
	}
}

func TestVCardsThatAreNotWhole(t *testing.T) {
	for text, want := range map[string]string{
		"BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n":                      "B 1",
		"BEGIN:VCARD\nFN:A\nEND:VCARD\njunk\nmore\nBEGIN:VCARD\nFN:B\nEND:VCARD": "A B 4",
		"BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B":                        "A 4",
		"BEGIN:VCARD\nFN:A\nEND:VEVENT\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD": "B 1",
		"BEGIN:VCARD\nno colon\nFN:A\n;:\nEND:VCARD\n":                           "A",
		"BEGIN:VCARD\nFN:A\nEND:VCARD\nEND:VCARD\n":                              "A 4",
		"BEGIN:VCARD\nFN:A\nend:vcard \n":                                        "A",
		"BEGIN:VCARD\nFN:A\nEMAIL;TYPE=\"x:a@b.example\nEND:VCARD\n":             "A",
		"BEGIN:VCARD": " 1",
	} {
		list := read(t, text)
		got := strings.Join(names(list), " ")
		for _, p := range list.Problems {
			got += fmt.Sprint(" ", p.Line)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A photo is passed over, and a card without an end does not take the rest of the file with it.
func TestVCardsOfManyBytes(t *testing.T) {
	photo := "PHOTO;ENCODING=b:" + strings.Repeat("A", 3<<20) + "\n" + strings.Repeat(" "+strings.Repeat("B", 74)+"\n", 20_000)
	list := read(t, "BEGIN:VCARD\nFN:A\n"+photo+"EMAIL:a@a.example\nEND:VCARD\n"+
		"BEGIN:VCARD\nFN:B\n"+strings.Repeat("NOTE:x\n", 300_000)+"BEGIN:VCARD\nFN:C\nEND:VCARD\n")
	if !slices.Equal(names(list), []string{"A", "C"}) || len(list.Contacts[0].Emails) != 1 || list.Counts.Refused != 1 {
		t.Errorf("%q, %v", names(list), list.Problems)
	}
	if c := list.Contacts[1]; c.Line != 20_005+1+2+300_000 {
		t.Errorf("the last card begins in line %d", c.Line)
	}
}

// A charset is of the bytes that it stands beside, whatever the rest of the file is in.
func TestVCardCharsets(t *testing.T) {
	for line, want := range map[string]string{
		"FN;CHARSET=ISO-8859-1:M\xfcller":                                      "Müller",
		"FN;CHARSET=ISO-8859-1:M\xfcller\nNOTE:zo\u00eb":                       "Müller",
		"FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller":             "Müller",
		"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller":               "Müller",
		"FN;CHARSET=utf-8:Müller":                                              "Müller",
		"FN;CHARSET=x-none;ENCODING=QUOTED-PRINTABLE:M=FCller":                 "M\uFFFDller",
		"FN;ENCODING=QUOTED-PRINTABLE:M=\n=C3=BCller=":                         "Müller",
		"FN;ENCODING=QUOTED-PRINTABLE:100=ZZ":                                  "100=ZZ",
		"FN;CHARSET=KOI8-R;ENCODING=QUOTED-PRINTABLE:=F7=CC=C1=C4=C9=CD=C9=D2": "Владимир",
	} {
		if c := cardOf(t, strings.Split(line, "\n")...); c.Name != want {
			t.Errorf("%q: %q, want %q", line, c.Name, want)
		}
	}
}

func TestVCardControls(t *testing.T) {
	c := cardOf(t, "X-UNICODE:é", "FN:A\x01\x02\x03\x1b[31m\x7fB", "NOTE:\x00\xff\tC")
	if c.Name != "A\uFFFD\uFFFD\uFFFD\uFFFD[31m\uFFFDB" || c.Notes != "\uFFFD\uFFFD\tC" {
		t.Errorf("%q, %q", c.Name, c.Notes)
	}
}

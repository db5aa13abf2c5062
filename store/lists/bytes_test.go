package lists_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"cordial/store/lists"

	"golang.org/x/text/encoding/unicode"
)

// plain is a small table in which nothing needs quotation marks.
const plain = "Name,Email,LinkedIn URL,Company\nAnna K,anna@k.example,https://www.linkedin.com/in/anna-k,Acme\nBob B,bob@b.example,,Bolt\n"

// wantNames checks who is in a list, and that nothing was refused.
func wantNames(t *testing.T, list *lists.List, want ...string) {
	t.Helper()
	if !slices.Equal(names(list), want) || list.Counts.Refused != 0 {
		t.Errorf("got %q, problems %v, want %q", names(list), list.Problems, want)
	}
}

func TestBytes(t *testing.T) {
	wide := func(order unicode.Endianness, mark unicode.BOMPolicy, text string) string {
		out, err := unicode.UTF16(order, mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	quoted := `"` + strings.NewReplacer(",", `","`, "\n", "\"\n\"").Replace(strings.TrimSuffix(plain, "\n")) + "\"\n"
	tabs := strings.ReplaceAll(plain, ",", "\t")
	for name, text := range map[string]string{
		"plain":                  plain,
		"all quoted":             quoted,
		"BOM":                    "\uFEFF" + plain,
		"BOM and quoted":         "\uFEFF" + quoted,
		"BOM twice":              "\uFEFF\uFEFF" + quoted,
		"CRLF":                   strings.ReplaceAll(plain, "\n", "\r\n"),
		"lone CR":                strings.ReplaceAll(plain, "\n", "\r"),
		"no newline at end":      strings.TrimSuffix(plain, "\n"),
		"semicolons":             strings.ReplaceAll(plain, ",", ";"),
		"separator said":         "sep=;\r\n" + strings.ReplaceAll(plain, ",", ";"),
		"tabs":                   tabs,
		"UTF-16":                 wide(unicode.LittleEndian, unicode.UseBOM, tabs),
		"UTF-16, no mark":        wide(unicode.LittleEndian, unicode.IgnoreBOM, tabs),
		"UTF-16 big":             wide(unicode.BigEndian, unicode.UseBOM, tabs),
		"title above":            "Export of May\n\n" + plain,
		"blank lines":            strings.ReplaceAll(plain, "\n", "\n\n"),
		"rows of commas":         plain + ",,,\n , ,,\n",
		"surplus empty cells":    strings.ReplaceAll(plain, "Bolt\n", "Bolt,,,\n"),
		"short rows":             strings.ReplaceAll(plain, ",,Bolt", ""),
		"columns in upper case":  strings.Replace(plain, "Name,Email,LinkedIn URL", "NAME , E-MAIL,LINKEDIN_URL", 1),
		"columns in camel case":  strings.Replace(plain, "Name,Email,LinkedIn URL,Company", "fullName,email,linkedinUrl,companyName", 1),
		"unclosed in last cell":  strings.Replace(plain, "Acme", `"Acme`, 1),
		"unescaped quotes":       strings.Replace(plain, "Acme", `"The "Acme" Group"`, 1),
		"quote inside of a cell": strings.Replace(plain, "Acme", `5" Pipes`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			list := read(t, text)
			wantNames(t, list, "Anna K", "Bob B")
			if list.Counts.Records != 2 || list.Contacts[0].Key != "anna-k" || list.Contacts[1].Emails[0] != "bob@b.example" {
				t.Errorf("%+v", list)
			}
			if got := lists.Recognise([]byte(text)); got != lists.FormatCSV {
				t.Errorf("recognised as %v", got)
			}
		})
	}
}

func TestNULAndInvalidUTF8(t *testing.T) {
	c := only(t, read(t, "Name,Email\nAn\x00na é\xff,a@k.example\n"))
	if c.Name != "An\uFFFDna é\uFFFD" {
		t.Errorf("name %q", c.Name)
	}
}

// Excel saves "CSV" in the encoding of old Windows where nobody asks for UTF-8.
func TestWindows1252(t *testing.T) {
	for text, want := range map[string]string{
		"Name;Email\r\nJ\xfcrgen M\xf6ller \x96 \x80;j@m.example\r\n": "Jürgen Möller – €",
		"Name,Email\nBj\xf8rn,b@b.example":                            "Bjørn",
		"BEGIN:VCARD\nFN:Andr\xe9\nEND:VCARD\n":                       "André",
	} {
		list := read(t, text)
		if got := only(t, list).Name; got != want || list.Encoding != "Windows-1252" {
			t.Errorf("%q, read as %q", got, list.Encoding)
		}
	}
	for _, text := range []string{plain, "Name,Email\nJürgen,j@m.example\n", "Name,Email\nJürg\xfcn,j@m.example\n"} {
		if list := read(t, text); list.Encoding != "" {
			t.Errorf("%q was read as %s", text, list.Encoding)
		}
	}
}

func TestMultiLineCells(t *testing.T) {
	list := read(t, "Name,Notes,Email\nAnna,\"one\r\ntwo\n\nBob,x,b@b.example\n\",a@k.example\nCy,,c@c.example\n")
	wantNames(t, list, "Anna", "Cy")
	if list.Contacts[0].Notes != "one\ntwo\n\nBob,x,b@b.example" || list.Contacts[1].Line != 7 {
		t.Errorf("%+v", list.Contacts)
	}
}

// An unclosed quotation mark spoils its own row and no other.
func TestUnclosedQuote(t *testing.T) {
	for name, text := range map[string]string{
		"first column": "Name,Email,Company\n\"Anna,a@k.example,Acme\nBob,b@b.example,Bolt\nCy,c@c.example,\"C,\n\"\n",
		"with a line":  "Name,Email,Company\n\"Anna\nof nowhere\nBob,b@b.example,Bolt\nCy,c@c.example,C\n",
		"at the end":   "Name,Email,Company\nBob,b@b.example,Bolt\nCy,c@c.example,C\n\"Anna,a@k.example",
	} {
		t.Run(name, func(t *testing.T) {
			list := read(t, text)
			if !slices.Equal(names(list), []string{"Bob", "Cy"}) || list.Counts.Skipped[lists.Malformed] != 1 {
				t.Errorf("got %q, problems %v", names(list), list.Problems)
			}
		})
	}
}

// A separator without quotation marks moves all cells behind it: an address would become a company.
func TestTooManyCells(t *testing.T) {
	list := read(t, "Name,Company,Email\nAnna,Acme, Inc.,anna@k.example\nBob,Bolt,b@b.example\n")
	if !slices.Equal(names(list), []string{"Bob"}) || list.Problems[0].Line != 2 || list.Problems[0].Reason != lists.Malformed {
		t.Errorf("got %q, problems %v", names(list), list.Problems)
	}
}

// What our own export, or another careful program, put before a formula is taken off; other apostrophes stay.
func TestGuardsAreTakenOff(t *testing.T) {
	list := read(t, "Name,Email,Company\n'=1+1,a@k.example,'@home\n'+49 30,b@k.example,''=x\n't Hooft,c@k.example,'\n")
	wantNames(t, list, "=1+1", "+49 30", "'t Hooft")
	if c := list.Contacts; c[0].Company != "@home" || c[1].Company != "'=x" || c[2].Company != "'" {
		t.Errorf("companies %q %q %q", c[0].Company, c[1].Company, c[2].Company)
	}
}

func TestUnknownFiles(t *testing.T) {
	for name, text := range map[string]string{
		"empty":                 "",
		"blank":                 "\n\n",
		"prose":                 "Dear Anna,\nhow are you?\n",
		"numbers":               "a,b\n1,2\n",
		"companies only":        "Company,Website\nAcme,acme.example\n",
		"LinkedIn's ties":       "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nA,B,linkedin.com/in/a,,,,08 Feb 2026\n",
		"LinkedIn's messages":   "CONVERSATION ID,FROM,SENDER PROFILE URL,DATE,CONTENT\n",
		"LinkedIn's profile":    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\n",
		"LinkedIn's invitation": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n",
		"zip":                   "PK\x03\x04\x00\x00\x00\x00",
	} {
		if got := lists.Recognise([]byte(text)); got != lists.FormatNone {
			t.Errorf("%s is recognised as %v", name, got)
		}
		_, err := lists.ReadFrom(t.Context(), strings.NewReader(text), "list", lists.Options{})
		if !errors.Is(err, lists.ErrUnknown) || !strings.HasPrefix(err.Error(), "list: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Who is told that nothing was recognised is told the columns, for the mapping.
func TestUnknownNamesTheColumns(t *testing.T) {
	_, err := lists.ReadFrom(t.Context(), strings.NewReader("Report\nWer,Wo,Was\nx,y,z\n"), "list", lists.Options{})
	if err == nil || !strings.Contains(err.Error(), `"Wer", "Wo", "Was"`) {
		t.Errorf("%v", err)
	}
}

func TestReadErrors(t *testing.T) {
	gone := errors.New("disk gone")
	for name, text := range map[string]string{"at once": "", "in the table": plain, "in a card": "BEGIN:VCARD\nFN:A\n"} {
		src := iotest.DataErrReader(strings.NewReader(text))
		_, err := lists.ReadFrom(t.Context(), &failing{src, gone}, "list", lists.Options{})
		if !errors.Is(err, gone) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := lists.Read(t.Context(), t.TempDir()+"/none.csv", lists.Options{}); err == nil {
		t.Error("a file that is not there was read")
	}
	if got, err := lists.RecogniseFile(t.TempDir()); got != lists.FormatNone || err != nil {
		t.Errorf("a folder is recognised as %v, %v", got, err)
	}
}

// failing answers an error of its own where its source ends.
type failing struct {
	src interface{ Read([]byte) (int, error) }
	err error
}

func (f *failing) Read(p []byte) (int, error) {
	n, err := f.src.Read(p)
	if err != nil {
		err = f.err
	}
	return n, err
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, text := range []string{"Name,Email\n" + strings.Repeat("a,a@a.example\n", 5000), strings.Repeat("BEGIN:VCARD\nFN:A\nEND:VCARD\n", 5000)} {
		if _, err := lists.ReadFrom(ctx, strings.NewReader(text), "list", lists.Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%.12q: %v", text, err)
		}
	}
}

// The same file has the same hash, however it is handed in; one byte more is another file.
func TestHash(t *testing.T) {
	whole := read(t, plain).Hash
	piecemeal, err := lists.ReadFrom(t.Context(), iotest.OneByteReader(strings.NewReader(plain)), "list", lists.Options{})
	if err != nil || piecemeal.Hash != whole || len(whole) != 64 || read(t, plain+"\n").Hash == whole {
		t.Errorf("%s and %v, %v", whole, piecemeal, err)
	}
}

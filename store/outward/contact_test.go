package outward_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"cordial/model"
	"cordial/model/who"
	"cordial/store/linkedin"
	"cordial/store/lists"
	"cordial/store/outward"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"
)

func contactsCSV(t fataler, list []outward.Contact) string {
	return written(t, func(w io.Writer) error { return outward.ContactsCSV(w, outward.All(list)) })
}

func contactsVCard(t fataler, list []outward.Contact) string {
	return written(t, func(w io.Writer) error { return outward.ContactsVCard(w, outward.All(list)) })
}

func TestContactsCSV(t *testing.T)   { golden.RequireEqual(t, []byte(contactsCSV(t, people()))) }
func TestContactsVCard(t *testing.T) { golden.RequireEqual(t, []byte(contactsVCard(t, people()))) }

func TestContactsJSON(t *testing.T) {
	text := written(t, func(w io.Writer) error { return outward.ContactsJSON(w, outward.All(people())) })
	golden.RequireEqual(t, []byte(text))
	var read struct{ Contacts []map[string]any }
	if err := json.Unmarshal([]byte(text), &read); err != nil || len(read.Contacts) != 3 {
		t.Fatalf("%v in %s", err, text)
	}
	if c := read.Contacts; c[0]["degree"] != 1.0 || c[1]["degree"] != 0.0 || c[2]["degree"] != nil || c[2]["connected_on"] != nil || c[0]["connected_on"] != "2026-01-02" {
		t.Errorf("%v", c)
	}
}

func TestNoContacts(t *testing.T) {
	if got := contactsCSV(t, nil); strings.Count(got, "\r\n") != 1 || !strings.HasPrefix(got, "Name,LinkedIn URL,Email,") {
		t.Errorf("CSV %q", got)
	}
	if got := contactsVCard(t, nil); got != "" {
		t.Errorf("vCard %q", got)
	}
	got := written(t, func(w io.Writer) error { return outward.ContactsJSON(w, outward.All[outward.Contact](nil)) })
	if got != "{\"contacts\":[]}\n" {
		t.Errorf("JSON %q", got)
	}
}

// Our table is ours, and not taken for LinkedIn's connections: degrees and labels would be lost.
func TestContactsCSVIsRecognised(t *testing.T) {
	text := contactsCSV(t, people())
	if got := lists.Recognise([]byte(text)); got != lists.FormatCordial {
		t.Errorf("recognised as %v", got)
	}
	for _, name := range []string{"contacts.csv", "list.csv"} {
		path := saved(t, name, text)
		if ok, err := linkedin.Recognise(path); ok || err != nil {
			t.Errorf("%s is taken for LinkedIn's: %v, %v", name, ok, err)
		}
	}
}

// asRead is a contact as a list should have it.
func asRead(c outward.Contact) lists.Contact {
	key, _ := who.Identity(c.URL)
	read := lists.Contact{
		Name: c.Name, Key: key, URL: c.URL, Company: c.Company, Position: c.Position, Headline: c.Headline, Degree: c.Degree, Labels: c.Labels,
	}
	if c.Email != "" {
		read.Emails = []string{c.Email}
	}
	read.ID = c.ID
	if c.Connected {
		read.ConnectedOn = c.ConnectedOn
	}
	if c.OpenProfile {
		read.OpenProfile = new(true)
	}
	var notes []string
	for _, n := range c.Notes {
		notes = append(notes, n.Text)
	}
	read.Notes = strings.Join(notes, "\n\n")
	return read
}

// readBack reads an export of ours and compares it with what was written.
func readBack(t fataler, text string, format lists.Format, want []outward.Contact) {
	t.Helper()
	list, err := lists.ReadFrom(ctx(), strings.NewReader(text), "export", lists.Options{})
	if len(want) == 0 && format == lists.FormatVCard {
		return
	}
	if err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	if list.Format != format || len(list.Problems) != 0 || len(list.Contacts) != len(want) {
		t.Fatalf("%v with %d of %d contacts, problems %v in %q", list.Format, len(list.Contacts), len(want), list.Problems, text)
	}
	for i, c := range list.Contacts {
		c.Line = 0
		if got, want := fmt.Sprintf("%+q", shown(c)), fmt.Sprintf("%+q", shown(asRead(want[i]))); got != want {
			t.Fatalf("contact %d\ngot  %s\nwant %s\nin %q", i, got, want, text)
		}
	}
}

// shown is a contact in a form that can be compared.
func shown(c lists.Contact) []string {
	return append([]string{
		c.Name, c.First, c.Last, c.Key, c.URL, c.Company, c.Position, c.Headline, c.Location, c.Notes, fmt.Sprint(c.Degree),
		c.ID, fmt.Sprint(c.ConnectedOn), fmt.Sprint(c.OpenProfile != nil && *c.OpenProfile), strings.Join(c.OtherKeys, " "), strings.Join(c.Emails, " "),
	}, c.Labels...)
}

func TestContactsRoundTripCSV(t *testing.T) {
	readBack(t, contactsCSV(t, people()), lists.FormatCordial, people())
	rapid.Check(t, func(t *rapid.T) {
		list := drawnContacts(anySigns).Draw(t, "contacts")
		text := contactsCSV(t, list)
		readBack(t, text, lists.FormatCordial, list)
		harmless(t, text, len(list)+1)
	})
}

func TestContactsRoundTripVCard(t *testing.T) {
	readBack(t, contactsVCard(t, people()), lists.FormatVCard, people())
	rapid.Check(t, func(t *rapid.T) {
		list := drawnContacts(cardSigns).Draw(t, "contacts")
		text := contactsVCard(t, list)
		readBack(t, text, lists.FormatVCard, list)
		wellFolded(t, text)
	})
}

// harmless checks that no cell can be calculated, and how many records there are.
func harmless(t fataler, text string, records int) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != records {
		t.Fatalf("%d records, %v in %q", len(rows), err, text)
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.IndexAny(cell, "=+-@\t\r\n＝＋－＠") == 0 {
				t.Fatalf("a spreadsheet would calculate %q", cell)
			}
		}
	}
}

// wellFolded checks the lines of vCard and iCalendar: 75 bytes at most, whole letters, CR LF.
func wellFolded(t fataler, text string) {
	t.Helper()
	if text != "" && !strings.HasSuffix(text, "\r\n") {
		t.Fatalf("the last line has no end: %q", text)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n\x00\x1b") || strings.ToValidUTF8(line, "") != line {
			t.Fatalf("the line %q (%d bytes)", line, len(line))
		}
	}
}

// A stranger's name cannot end his card, begin a property, or begin another card.
func TestHostileNamesStayNames(t *testing.T) {
	hostile := []outward.Contact{
		{Person: model.Person{ID: "1", Name: "A\r\nEND:VCARD\r\nBEGIN:VCARD\nFN:B", Company: "x\nEMAIL:evil@x.example", Degree: -1}},
		{Person: model.Person{ID: "2", Name: "C", URL: "javascript:x\r\nEMAIL:evil@x.example", Degree: -1}, Labels: []string{"l\r\nFN:x"}},
		{Person: model.Person{ID: "3", Name: "\x1b[2J\u202eD\x00", Degree: -1}},
	}
	text := contactsVCard(t, hostile)
	list, err := lists.ReadFrom(ctx(), strings.NewReader(text), "export", lists.Options{})
	if err != nil || len(list.Contacts) != 3 || list.Counts.Emails != 0 {
		t.Fatalf("%+v, %v in %q", list, err, text)
	}
	if got := list.Contacts[0].Name; got != "A\nEND:VCARD\nBEGIN:VCARD\nFN:B" {
		t.Errorf("name %q", got)
	}
	wellFolded(t, text)
	harmless(t, contactsCSV(t, hostile), 4)
}

// A card keeps its UID when all else changes, and no two cards share one.
func TestCardsKeepTheirUID(t *testing.T) {
	uid := func(c outward.Contact) string {
		_, rest, _ := strings.Cut(contactsVCard(t, []outward.Contact{c}), "UID:")
		id, _, _ := strings.Cut(rest, "\r\n")
		return id
	}
	a := outward.Contact{Person: model.Person{ID: "anna", Name: "Anna", Degree: 1}}
	b := a
	b.Name, b.URL, b.Labels = "Anna K", who.ProfileURL("anna"), []string{"x"}
	c := a
	c.ID = "anna2"
	if uid(a) != uid(b) || uid(a) == uid(c) || len(uid(a)) != len("urn:uuid:")+36 || uid(a)[9+14] != '8' {
		t.Errorf("%s, %s, %s", uid(a), uid(b), uid(c))
	}
}

func TestNamelessCardsHaveAName(t *testing.T) {
	for want, p := range map[string]model.Person{"a@b.example": {ID: "x", Email: "a@b.example"}, "x": {ID: "x"}} {
		if got := contactsVCard(t, []outward.Contact{{Person: p}}); !strings.Contains(got, "\r\nFN:"+want+"\r\n") {
			t.Errorf("%q", got)
		}
	}
}

func TestExportsEndWithTheFirstError(t *testing.T) {
	gone := errors.New("disk gone")
	rows := func(yield func(outward.Contact, error) bool) {
		_ = yield(people()[0], nil) && yield(outward.Contact{}, gone) && yield(people()[1], nil)
	}
	for name, write := range map[string]func(io.Writer, outward.Rows[outward.Contact]) error{
		"CSV": outward.ContactsCSV, "vCard": outward.ContactsVCard, "JSON": outward.ContactsJSON,
	} {
		if err := write(io.Discard, rows); !errors.Is(err, gone) || !strings.HasPrefix(err.Error(), "export the contacts: ") {
			t.Errorf("%s: %v", name, err)
		}
		if err := write(failing{gone}, outward.All(people())); !errors.Is(err, gone) {
			t.Errorf("%s on a full disk: %v", name, err)
		}
	}
}

// failing is a disk that takes nothing.
type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

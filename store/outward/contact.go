package outward

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"cordial/model"
	"cordial/model/day"
)

// Contact is one person and what the user keeps about them.
type Contact struct {
	model.Person
	Labels  []string
	Notes   []model.Note // oldest first
	Changed time.Time    // when any of it last changed; zero when not known
}

// contactColumns are the columns of the contacts as CSV. Their names are those that HubSpot, Salesforce and others take
// for what they are.
func contactColumns() []string {
	return []string{
		"Name", "LinkedIn URL", "Email", "Company", "Position", "Headline", "Degree", "Open Profile", "Connected On",
		"Labels", "Notes", "Contact ID",
	}
}

// ContactsCSV writes contacts as a table. Labels are a line of CSV in their cell; notes are parted by empty lines.
func ContactsCSV(w io.Writer, contacts Rows[Contact]) error {
	return writeSheet(w, "contacts", contactColumns(), contacts, Contact.cells)
}

// cells are a contact's, in the order of contactColumns.
func (c Contact) cells() []string {
	cells := []string{
		c.Name, c.URL, c.Email, c.Company, c.Position, c.Headline, degree(c.Degree), yes(c.OpenProfile), connectedOn(c.Person),
		labels(c.Labels), c.notes(), c.ID,
	}
	return texts(cells)
}

// notes are the texts of all notes.
func (c Contact) notes() string {
	texts := make([]string, len(c.Notes))
	for i, n := range c.Notes {
		texts[i] = n.Text
	}
	return strings.Join(texts, "\n\n")
}

// degree is the distance as a digit, 0 out of network, and nothing when it is not known.
func degree(d model.Degree) string {
	if d == model.DegreeUnknown {
		return ""
	}
	return strconv.Itoa(int(d))
}

func yes(flag bool) string {
	if flag {
		return "yes"
	}
	return ""
}

// connectedOn is the day on which somebody became a connection, where it is known.
func connectedOn(p model.Person) string {
	if !p.Connected || p.ConnectedOn == 0 {
		return ""
	}
	return p.ConnectedOn.String()
}

// labels is a line of CSV, so that a label may hold a comma.
func labels(list []string) string {
	if len(list) == 0 {
		return ""
	}
	var buf bytes.Buffer
	out := csv.NewWriter(&buf)
	_ = out.Write(list)
	out.Flush()
	return strings.TrimSuffix(buf.String(), "\n")
}

// contactJSON is a contact as JSON has it.
type contactJSON struct {
	ID          string     `json:"id"`
	Name        string     `json:"name"`
	URL         string     `json:"url"`
	Email       string     `json:"email"`
	Company     string     `json:"company"`
	Position    string     `json:"position"`
	Headline    string     `json:"headline"`
	Degree      *int       `json:"degree"` // 1 to 3, 0 out of network, null when not known
	OpenProfile bool       `json:"open_profile"`
	Connected   bool       `json:"connected"`
	ConnectedOn *day.Day   `json:"connected_on"`
	Labels      []string   `json:"labels"`
	Notes       []noteJSON `json:"notes"`
}

type noteJSON struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

// ContactsJSON writes {"contacts":[…]}.
func ContactsJSON(w io.Writer, contacts Rows[Contact]) error {
	return writeJSON(w, "contacts", converted(contacts, func(c Contact) contactJSON {
		row := contactJSON{
			ID: c.ID, Name: c.Name, URL: c.URL, Email: c.Email, Company: c.Company, Position: c.Position, Headline: c.Headline,
			OpenProfile: c.OpenProfile, Connected: c.Connected, Labels: append([]string{}, c.Labels...), Notes: []noteJSON{},
		}
		if c.Degree != model.DegreeUnknown {
			row.Degree = new(int(c.Degree))
		}
		if connectedOn(c.Person) != "" {
			row.ConnectedOn = &c.ConnectedOn
		}
		for _, n := range c.Notes {
			row.Notes = append(row.Notes, noteJSON(n))
		}
		return row
	}))
}

// converted makes other rows of rows.
func converted[A, B any](rows Rows[A], convert func(A) B) Rows[B] {
	return func(yield func(B, error) bool) {
		for row, err := range rows {
			if !yield(convert(row), err) {
				return
			}
		}
	}
}

package outward_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"cordial/model"
	"cordial/model/day"
	"cordial/model/who"
	"cordial/store/outward"

	"pgregory.net/rapid"
)

// fataler is what the helpers need of testing and of rapid.
type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// written answers what an export writes.
func written(t fataler, write func(io.Writer) error) string {
	t.Helper()
	var buf bytes.Buffer
	if err := write(&buf); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(buf.Bytes()) {
		t.Fatalf("not UTF-8: %q", buf.String())
	}
	return buf.String()
}

// people are three contacts with everything that is hard about them.
func people() []outward.Contact {
	at := time.Date(2026, 1, 5, 9, 30, 0, 0, time.UTC)
	return []outward.Contact{
		{
			Person: model.Person{
				ID: "anna-k", Name: "Anna K, PhD; \"Annie\"", URL: who.ProfileURL("anna-k"), Headline: "=cmd|' /C calc'!A0 \\ and more",
				Company: "Müller; Söhne, Inc.", Position: "+Head of\nThings", Email: "anna@k.example", Degree: 1, OpenProfile: true,
				Connected: true, ConnectedOn: day.New(2026, 1, 2),
			},
			Labels:  []string{"Hot Leads", "a, b", `say "x"`},
			Notes:   []model.Note{{At: at, Text: "first\nnote, with; all"}, {At: at.Add(time.Hour), Text: "-second"}},
			Changed: at,
		},
		{Person: model.Person{ID: "zhang", Name: "张伟", URL: who.ProfileURL("张伟"), Degree: model.OutOfNetwork, Company: strings.Repeat("长い会社名", 20)}},
		{Person: model.Person{ID: "name-1", Name: "'t Hooft", Degree: model.DegreeUnknown}},
	}
}

// drawnText draws a text as the database has them: trimmed, valid, without NUL, with these controls and no others.
func drawnText(signs string) *rapid.Generator[string] {
	hard := rapid.StringOfN(rapid.SampledFrom([]rune("'=+-@＝＠\"\",;:\\nN|\n\t ab\u00e9張🚀")), 0, 12, -1)
	return rapid.Map(rapid.OneOf(rapid.Just(""), hard, rapid.String(), rapid.StringN(60, 90, -1)), func(s string) string {
		s = strings.Map(func(r rune) rune {
			if r == 0 || r < ' ' && !strings.ContainsRune(signs, r) || r == 0x7f && signs == cardSigns {
				return -1
			}
			return r
		}, s)
		for strings.Contains(s, "\r\n") {
			s = strings.ReplaceAll(s, "\r\n", "\n")
		}
		return strings.TrimSpace(s)
	})
}

// anySigns are the controls that CSV can hold; cardSigns those that vCard can.
const (
	anySigns  = "\x01\x02\x03\x1b\t\n\r"
	cardSigns = "\n\t"
)

// drawnContacts draws contacts of whom no two are one person.
func drawnContacts(signs string) *rapid.Generator[[]outward.Contact] {
	return rapid.Custom(func(t *rapid.T) []outward.Contact {
		list := make([]outward.Contact, rapid.IntRange(0, 6).Draw(t, "contacts"))
		text := drawnText(signs)
		for i := range list {
			c := &list[i]
			c.ID = fmt.Sprint("id-", i)
			c.Name = strings.TrimSpace(text.Draw(t, "name") + fmt.Sprint(i))
			if rapid.Bool().Draw(t, "profile") {
				c.URL = who.ProfileURL(fmt.Sprintf(rapid.SampledFrom([]string{"anna-%d", "jürgen-%d", "ACoAAb%d", "100%%-%d", "张%d"}).Draw(t, "slug"), i))
			}
			if rapid.Bool().Draw(t, "mail") {
				c.Email = fmt.Sprintf(rapid.SampledFrom([]string{"a%d@b.example", "-a+%d@b.example", "jürgen%d@müller.example"}).Draw(t, "email"), i)
			}
			c.Company, c.Position, c.Headline = text.Draw(t, "company"), text.Draw(t, "position"), text.Draw(t, "headline")
			c.Degree = model.Degree(rapid.IntRange(-1, 3).Draw(t, "degree"))
			c.OpenProfile = rapid.Bool().Draw(t, "open")
			if c.Connected = c.Degree == 1; c.Connected {
				c.ConnectedOn = day.New(2026, 1, rapid.IntRange(-5000, 300).Draw(t, "connected"))
			}
			for range rapid.IntRange(0, 3).Draw(t, "notes") {
				if note := text.Draw(t, "note"); note != "" {
					c.Notes = append(c.Notes, model.Note{Text: note})
				}
			}
			c.Labels = drawnLabels(t, text)
		}
		return list
	})
}

// drawnLabels draws labels as the model takes them, no two the same.
func drawnLabels(t *rapid.T, text *rapid.Generator[string]) []string {
	var labels []string
	for range rapid.IntRange(0, 3).Draw(t, "labels") {
		label := text.Draw(t, "label")
		same := func(other string) bool { return strings.EqualFold(label, other) }
		if model.CheckLabel(label) == nil && !contains(labels, same) {
			labels = append(labels, label)
		}
	}
	return labels
}

func contains(list []string, is func(string) bool) bool {
	for _, s := range list {
		if is(s) {
			return true
		}
	}
	return false
}

// saved writes a file into a new folder.
func saved(t *testing.T, name, text string) string {
	t.Helper()
	return writtenFile(t, t.TempDir(), name, text)
}

// writtenFile writes a file into a folder, and answers its path.
func writtenFile(t fataler, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func ctx() context.Context { return context.Background() }

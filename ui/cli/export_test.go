package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui/port"
)

// steps runs command lines that must succeed, with event ids of their own.
func steps(t *testing.T, s port.Store, lines ...[]string) {
	t.Helper()
	for i, args := range lines {
		o := try(t, s, func(_ *Streams, d *Deps) { d.NewID = counting(fmt.Sprintf("step%d-", i)) }, args...)
		if o.code != ExitDone {
			t.Fatalf("%v: %s", args, o.err)
		}
	}
}

// writing makes exports one line a row.
func writing(_ *Streams, d *Deps) {
	d.WriteContacts = func(w io.Writer, format string, rows iter.Seq2[port.ContactCopy, error]) error {
		for c, err := range rows {
			if err != nil {
				return err
			}
			var notes []string
			for _, n := range c.Notes {
				notes = append(notes, n.Text)
			}
			if _, err := fmt.Fprintf(w, "%s %s %s %q %q\r\n", format, c.ID, c.Name, c.Labels, notes); err != nil {
				return err
			}
		}
		return nil
	}
	d.WriteReminders = func(w io.Writer, rows []port.ReminderCopy, now time.Time) error {
		for _, r := range rows {
			if _, err := fmt.Fprintln(w, r.ID, r.Name, r.URL, r.Due.Format(time.DateOnly), now.Format(time.DateOnly)); err != nil {
				return err
			}
		}
		return nil
	}
	d.WriteMessages = func(w io.Writer, _ string, rows iter.Seq2[model.MessageCopy, error]) error {
		for m, err := range rows {
			if err != nil {
				return err
			}
			_, _ = io.WriteString(w, m.Text+"\n")
		}
		return nil
	}
}

func TestExportContactsSaysWhatIsKept(t *testing.T) {
	ada, closed := somebody("ada", "Ada", ""), somebody("unknown-1", "LinkedIn Member", "")
	ada.URL = "https://www.linkedin.com/in/ada"
	s := &fakeStore{people: []model.Person{closed, ada}, threads: []model.Thread{talk("2-ada", ada, 1), talk("3-ada", ada, 2)}}
	steps(t, s, []string{"label", "ada", "Hot Leads"}, []string{"contact", "add", "Ångström"}, []string{"contact", "add", "Zoe"},
		[]string{"label", "zoe", "x, y"}, []string{"note", "ada", "one"}, []string{"note", "ada", "two"})
	o := try(t, s, writing, "export", "contacts", "--format", "JSON")
	want := "json ada Ada [\"Hot Leads\"] [\"one\" \"two\"]\r\n" +
		"json c:angstrom Ångström [] []\r\njson c:zoe Zoe [\"x, y\"] []\r\n"
	if o.out != want {
		t.Errorf("wrote\n%s\nwant\n%s", o.out, want)
	}
}

// TestExportIsCleanOnATerminal and as it is elsewhere.
func TestExportIsCleanOnATerminal(t *testing.T) {
	p := somebody("eve", "Eve\x1b]0;x\a\u202e", "")
	p.URL = "https://www.linkedin.com/in/eve"
	s := &fakeStore{people: []model.Person{p}}
	if o := try(t, s, writing, "export", "contacts"); !strings.Contains(o.out, p.Name) {
		t.Errorf("a pipe got %q", o.out)
	}
	o := try(t, s, func(s *Streams, d *Deps) { terminal("")(s, d); writing(s, d) }, "export", "contacts")
	if strings.ContainsAny(o.out, "\x1b\a\u202e\r") || !strings.HasPrefix(o.out, "csv eve Eve") {
		t.Errorf("a terminal got %q", o.out)
	}
}

func TestCleanerKeepsLinesWhole(t *testing.T) {
	var out bytes.Buffer
	c := &cleaner{to: &out}
	for _, part := range []string{"a\x1b", "b\nc\r\n\nd\u202e", "é"[:1], "é"[1:]} {
		if n, err := io.WriteString(c, part); n != len(part) || err != nil {
			t.Fatalf("wrote %d of %q: %v", n, part, err)
		}
	}
	if err := c.end(); err != nil || out.String() != "a\ufffdb\nc\n\nd\ufffdé" {
		t.Errorf("%q, %v", out.String(), err)
	}
}

// TestExportReminders lists those of the days to come, too.
func TestExportReminders(t *testing.T) {
	p := somebody("ada", "Ada", "")
	p.URL = "https://www.linkedin.com/in/ada"
	s := &fakeStore{people: []model.Person{p}, threads: []model.Thread{talk("2-ada", p, 1)}}
	steps(t, s, []string{"remind", "ada", "2026-05-02"}, []string{"contact", "add", "Zoe"}, []string{"remind", "zoe", "2026-04-02"})
	o := try(t, s, writing, "export", "reminders")
	want := "c:zoe Zoe  2026-04-02 2026-04-01\n" +
		model.ThreadKey("2-ada").ThreadID() + " Ada https://www.linkedin.com/in/ada 2026-05-02 2026-04-01\n"
	if o.out != want {
		t.Errorf("wrote\n%s\nwant\n%s", o.out, want)
	}
}

// sending is a store that can list all of its messages.
type sending struct {
	*fakeStore
	all iter.Seq2[model.MessageCopy, error]
}

func (s sending) AllMessages(context.Context) iter.Seq2[model.MessageCopy, error] { return s.all }

// TestExportFails without leaving half of a file, or a temporary one.
func TestExportFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	broken := sending{&fakeStore{}, func(yield func(model.MessageCopy, error) bool) {
		if yield(model.MessageCopy{Text: "one"}, nil) {
			yield(model.MessageCopy{}, errors.New("the disk is gone"))
		}
	}}
	o := try(t, broken, writing, "export", "messages", "-o", path)
	left, err := os.ReadDir(dir)
	if o.code != ExitFailed || !strings.Contains(o.err, "the disk is gone") || err != nil || len(left) > 0 {
		t.Errorf("exit code %d, %q; left %v, %v", o.code, o.err, left, err)
	}
	o = try(t, &fakeStore{}, writing, "export", "messages")
	if o.code != ExitFailed || !strings.Contains(o.err, "cannot list all of its messages") {
		t.Errorf("exit code %d, %q", o.code, o.err)
	}
	whole := sending{&fakeStore{}, func(yield func(model.MessageCopy, error) bool) { yield(model.MessageCopy{Text: "one"}, nil) }}
	if o = try(t, whole, writing, "export", "messages", "-o", path); o.code != ExitDone {
		t.Fatal(o.err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "one\n" {
		t.Errorf("%q, %v", text, err)
	}
}

func TestFormatOfFile(t *testing.T) {
	f := exportFlags{format: new(""), output: new(""), formats: []string{formatCSV, formatVCard}}
	got := map[string]string{}
	for _, path := range []string{"", "a.csv", "a.VCF", "a.json", "a", "-"} {
		*f.output = path
		got[path], _ = f.chosen(nil)
	}
	want := []string{"csv", "csv", "vcard", "csv", "csv", "csv"}
	for i, path := range []string{"", "a.csv", "a.VCF", "a.json", "a", "-"} {
		if got[path] != want[i] {
			t.Errorf("%q is written as %s, want %s", path, got[path], want[i])
		}
	}
	known := []string{formatOfFile("x.ics"), formatOfFile("x.journal"), formatOfFile("x.hledger"), formatOfFile("x.json")}
	if !slices.Equal(known, []string{formatICS, formatHledger, formatHledger, formatJSON}) {
		t.Errorf("endings say %v", known)
	}
}

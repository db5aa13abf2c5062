package intake_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/ui/intake"
	"cordial/ui/port"
	"cordial/ui/uitest"
)

// desk takes lists into a store in memory.
func desk(store port.Store) intake.Desk {
	n := 0
	return intake.Desk{
		Store: store, World: model.World{Zone: time.LoadLocation}, Now: uitest.Start(),
		NewID: func(time.Time) string { n++; return fmt.Sprint("list-", n) },
	}
}

// people is a list.
func people(names ...string) []port.ContactList {
	list := port.ContactList{File: "x.csv", Format: "csv", Records: len(names)}
	for _, name := range names {
		list.Contacts = append(list.Contacts, port.ListedContact{Keys: []string{name}, Name: name, Degree: model.DegreeUnknown})
	}
	return []port.ContactList{list}
}

// TestTake adds what the preview said, as one step, and the second time nothing.
func TestTake(t *testing.T) {
	m := &uitest.Memory{}
	uitest.Busy(m)
	before := len(m.Journal())
	r, err := desk(m).Preview(people("zoe", "maria-rossi", "yan"))
	if err != nil || !r.DryRun || r.Added != 2 || r.Known != 1 || len(m.Journal()) != before {
		t.Fatalf("%+v, %v", r, err)
	}
	if r, err = desk(m).Take(people("zoe", "maria-rossi", "yan")); err != nil || r.DryRun || r.Added != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
	journal := m.Journal()
	if len(journal) != before+2 || m.Appends != 1 || journal[before].Step == "" || journal[before].Step != journal[before+1].Step {
		t.Errorf("%d events in %d appends: %+v", len(journal)-before, m.Appends, journal[before:])
	}
	if r, err = desk(m).Take(people("zoe", "yan")); err != nil || r.Added != 0 || r.Known != 2 || m.Appends != 1 {
		t.Errorf("again: %+v, %v, %d appends", r, err, m.Appends)
	}
}

// moving is a store in which another program writes before every append.
type moving struct {
	*uitest.Memory
	times int // left
}

func (m *moving) Append(after uint64, events []model.Event) error {
	if m.times > 0 {
		m.times--
		m.Decide(uitest.Start(), model.LabelCreated{Label: fmt.Sprint("theirs ", m.times)})
	}
	return m.Memory.Append(after, events)
}

// TestTakeBesideAnotherProgram tries again, but not for ever.
func TestTakeBesideAnotherProgram(t *testing.T) {
	m := &moving{&uitest.Memory{}, 3}
	if r, err := desk(m).Take(people("zoe")); err != nil || r.Added != 1 || len(m.Journal()) != 4 {
		t.Errorf("%+v, %v, %d events", r, err, len(m.Journal()))
	}
	m.times = 1000
	if _, err := desk(m).Take(people("yan")); !errors.Is(err, model.ErrBusy) {
		t.Errorf("another program writes on and on: %v", err)
	}
}

// TestTakeFails with the store.
func TestTakeFails(t *testing.T) {
	full := errors.New("disk full")
	if _, err := desk(&uitest.Memory{FailAppend: full}).Take(people("zoe")); !errors.Is(err, full) {
		t.Errorf("append: %v", err)
	}
	if _, err := desk(&uitest.Memory{FailRead: full}).Preview(people("zoe")); !errors.Is(err, full) {
		t.Errorf("read: %v", err)
	}
	m := &uitest.Memory{}
	m.Decide(uitest.Start(), model.EventReverted{Event: "nobody knows it"})
	if _, err := desk(m).Preview(people("zoe")); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("a journal that cannot be: %v", err)
	}
}

// TestReports name everything, cleaned.
func TestReports(t *testing.T) {
	r := model.ImportReport{
		Owner: "me", Files: []model.FileReport{{Name: "a\x1b.csv", Rows: 7, Status: "read", New: 5}}, RenamedCount: 1,
		Renamed:  []model.Rename{{ID: "x", Was: "Old\u202e", Now: "New"}},
		Problems: []model.Problem{{File: "a.csv", Line: 3, Reason: "odd\nline"}, {File: "b.csv", Reason: "gone"}}, ProblemCount: 9,
	}
	text := string(intake.TextReport("x\x1b.zip", r, uitest.Start()))
	for _, want := range []string{"Import of x\ufffd.zip, 18 November 2026 15:02", "a\ufffd.csv", "7 rows", "x: Old\ufffd, now New", "a.csv:3: odd line", "b.csv: gone", "and 7 more"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	text = string(intake.TextListReport(contactlist.Report{Added: 3, Files: []contactlist.File{{File: "l.csv", Records: 5, Refused: 2}}}, uitest.Start()))
	if !strings.Contains(text, "3 new") || !strings.Contains(text, "l.csv") || strings.Contains(text, "Problems") {
		t.Errorf("of a list:\n%s", text)
	}
	if text, err := intake.JSONReport(r); err != nil || !strings.Contains(string(text), `"problems_total": 9`) {
		t.Errorf("%s, %v", text, err)
	}
}

// TestSaveNew never writes over anything.
func TestSaveNew(t *testing.T) {
	dir := t.TempDir()
	for i, want := range []string{"r.txt", "r-2.txt", "r-3.txt"} {
		path, err := intake.SaveNew(dir, "r.txt", []byte(fmt.Sprint(i)))
		text, reading := os.ReadFile(path)
		if err != nil || reading != nil || filepath.Base(path) != want || string(text) != fmt.Sprint(i) {
			t.Errorf("%s with %q, %v", path, text, errors.Join(err, reading))
		}
	}
	if _, err := intake.SaveNew(filepath.Join(dir, "gone"), "r.txt", nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("nowhere: %v", err)
	}
}

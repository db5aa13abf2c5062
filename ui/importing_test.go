package ui_test

import (
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
	"cordial/ui"
	"cordial/ui/port"
	"cordial/ui/term"
	"cordial/ui/uitest"
)

// errUnsure is what an export answers that does not say whose it is.
var errUnsure = errors.New("the export does not tell whose it is")

// exchange tells files by their names: zips are exports, and "prospects.csv" is a list.
func exchange() port.Exchange {
	return port.Exchange{
		IsExport: func(path string) (bool, error) { return strings.HasSuffix(path, ".zip"), nil },
		IsList:   func(path string) (bool, error) { return filepath.Base(path) == "prospects.csv", nil },
		OwnerUnsure: func(err error) ([]port.Candidate, bool) {
			return []port.Candidate{
				{URL: "https://www.linkedin.com/in/pavel-novak", Name: "Pavel Novák", Conversations: 96, Invitations: 12},
				{URL: "https://www.linkedin.com/in/maria-rossi", Name: "Maria Rossi", Conversations: 95},
			}, errors.Is(err, errUnsure)
		},
		Columns: func(string) ([]port.Column, error) {
			return []port.Column{
				{Name: "Wer", Sample: "Anna Kovač"},
				{Name: "Profil", Sample: "linkedin.com/in/anna-kovac", Field: "url"},
				{Name: "Firma", Sample: "Acme"},
				{Name: "Schuhgröße", Sample: "38"},
			}, nil
		},
		BadMapping: func(error) bool { return false },
		ReadList: func(_ context.Context, path, mapping string) (port.ContactList, error) {
			list := port.ContactList{
				File: filepath.Base(path), Format: "apollo", FormatName: "Apollo", Records: 4, Duplicates: 1, Refused: 1, ProblemAll: 1,
				Problems: []model.Problem{{File: filepath.Base(path), Line: 4, Reason: "it names nobody"}},
				Contacts: []port.ListedContact{
					{Keys: []string{"anna-kovac"}, Name: "Anna Kovač", URL: "https://www.linkedin.com/in/anna-kovac", Degree: model.DegreeUnknown, Labels: []string{"Prospects"}},
					{Keys: []string{"maria-rossi"}, Name: "Maria Rossi", Degree: model.DegreeUnknown, Notes: mapping},
				},
			}
			return list, nil
		},
		WriteContacts: func(w io.Writer, format string, rows iter.Seq2[port.ContactCopy, error]) error {
			for row, err := range rows {
				if _, writing := fmt.Fprintln(w, format, row.Name); err != nil || writing != nil {
					return errors.Join(err, writing)
				}
			}
			return nil
		},
		WriteReminders: func(w io.Writer, rows []port.ReminderCopy, _ time.Time) error {
			_, err := fmt.Fprintln(w, len(rows), "reminders")
			return err
		},
		WriteStatement: func(w io.Writer, format string, rows []port.StatementCopy) error {
			_, err := fmt.Fprintln(w, format, len(rows), "statements")
			return err
		},
	}
}

// machine is a home directory with an export and lists in it.
func machine(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for name, size := range map[string]int{
		"Downloads/Complete_LinkedInDataExport_11-18-2026.zip": 31_200, "Downloads/prospects.csv": 1200, "mine/any.csv": 300,
		"mine/notes/letter.pdf": 10,
	} {
		path := filepath.Join(home, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, make([]byte, size), 0o600),
			os.Chtimes(path, uitest.Start(), uitest.Start())); err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range []string{"Downloads", "mine/notes", "mine"} {
		if err := os.Chtimes(filepath.Join(home, dir), uitest.Start(), uitest.Start()); err != nil {
			t.Fatal(err)
		}
	}
	return home
}

// onMachine is a user at a terminal in front of such a home directory, with an export
// that Memory imports.
func onMachine(t *testing.T, fill func(*uitest.Memory)) *uitest.Scenario {
	t.Helper()
	home := machine(t)
	s := uitest.Open(t, func(m *uitest.Memory) {
		fill(m)
		m.Imports.Report = report()
		m.Imports.Reads, m.Imports.Writes, m.Imports.TakesBack = courses()
		m.Imports.Brings = func() {
			vera := m.Know(model.Person{Name: "Vera Novotná", Company: "Acme"})
			m.Say(m.Talk(vera), uitest.Start().Add(-time.Hour), false, "Hello from the new export")
		}
	})
	return s.With(func(d *ui.Deps) { d.Exchange, d.Home, d.Dir = exchange(), home, filepath.Join(home, "mine") })
}

// report is what the export brings.
func report() model.ImportReport {
	r := model.ImportReport{
		Owner: "pavel-novak", Connections: 1204, People: 1310, Conversations: 402, Groups: 3,
		Messages:    model.MessageCounts{Imported: 48_210, New: 412, Known: 47_798, Skipped: model.SkippedCounts{Sponsored: 12, Draft: 1, BadDate: 1}},
		Invitations: model.InvitationCounts{Sent: 300, Accepted: 120, Pending: 9}, Proposals: 3, Changed: 3, NewConversations: 96,
		Renamed: []model.Rename{{ID: "maria-rossi", Was: "Maria Rossi", Now: "Maria Bianchi"}, {ID: "aiko-nakamura", Was: "Aiko Nakamura", Now: "Aiko Mori\u202e"}},
		Files: []model.FileReport{
			{Name: "Connections.csv", Rows: 1204, Status: "read", New: 38, Changed: 3},
			{Name: "Invitations.csv", Rows: 312, Status: "read", New: 9},
			{Name: "messages.csv", Rows: 48_224, Status: "read", New: 412},
			{Name: "Skills.csv", Status: "ignored"},
			{Name: "Positions.csv", Status: "ignored"},
		},
		Newest: uitest.Start(), RenamedCount: 2, ProblemCount: 1204,
	}
	for i := range 1000 {
		r.Problems = append(r.Problems, model.Problem{File: "messages.csv", Line: 30 * (i + 1), Reason: fmt.Sprintf("no date in record %d\x1b[2J", i+1)})
	}
	return r
}

// courses is what is told on the way.
func courses() (reads, writes, back []port.Progress) {
	step := func(phase model.ImportPhase, file, step string, rows int, done, total int64) port.Progress {
		return port.Progress{Step: step, Phase: phase, File: file, Rows: rows, Done: done, Total: total}
	}
	reads = []port.Progress{
		step(model.Reading, "Connections.csv", "reading Connections.csv", 1204, 100, 100),
		step(model.Reading, "Invitations.csv", "reading Invitations.csv", 312, 50, 50),
		step(model.Reading, "messages.csv", "reading messages.csv", 12_000, 25, 100),
		step(model.Reading, "messages.csv", "reading messages.csv", 38_000, 79, 100),
		step(model.Reading, "messages.csv", "reading messages.csv", 48_224, 100, 100),
		step(model.Comparing, "", "comparing messages", 0, 20, 48_224),
	}
	writes = []port.Progress{
		step(model.Writing, "", "writing people", 0, 10, 1310), step(model.Writing, "", "writing messages", 0, 177, 412),
	}
	return reads, writes, []port.Progress{step(model.TakingBack, "", "taking messages back", 0, 100, 412)}
}

// meanwhile does something once, when the import comes to the n-th progress of a phase.
// A moment passes before, so that the screen has seen it.
func meanwhile(s *uitest.Scenario, phase model.ImportPhase, n int, do func()) {
	count := 0
	s.Memory.Imports.During = func(p port.Progress) {
		s.Wait(time.Second)
		if p.Phase != phase {
			return
		}
		if count++; count == n {
			do()
		}
	}
}

// chosen goes from the inbox to the preview of the export.
func chosen(s *uitest.Scenario) *uitest.Scenario { return s.Press("g x").Press("enter") }

// TestImportFromTheFirstScreen: an export is found, shown before anything is written,
// written, and taken back with all it brought.
func TestImportFromTheFirstScreen(t *testing.T) {
	s := onMachine(t, uitest.Empty).Press("enter").Sees("Complete_LinkedInDataExport_11-18-2026.zip", "~/Downloads", "prospects.csv")
	s.Press("enter").Sees("New messages", "412", "in 96 conversations", "Nothing is written until you confirm")
	if i := s.Memory.Imports; len(i.Applied) > 0 || len(s.Memory.Journal()) > 0 {
		t.Fatalf("something was written: %v", i.Applied)
	}
	s.Press("enter").Sees("Imported 412 messages in 96 conversations", "g r review 3", "z undo").
		Press("enter").Sees("Vera Novotná", "Hello from the new export")
	s.Press("z").Sees("Undo the import of", "To bring it back").Wait(time.Second).Press("y").Sees("Took the import back")
	if len(s.Memory.Imports.TakenBack) != 1 {
		t.Errorf("taken back: %v", s.Memory.Imports.TakenBack)
	}
	s.Press("z").Sees("There is nothing to undo")
}

// TestKnownImport says that nothing is new, before and after.
func TestKnownImport(t *testing.T) {
	s := onMachine(t, uitest.Busy)
	s.Memory.Imports.Report = model.ImportReport{Messages: model.MessageCounts{Known: 7}}
	s.Memory.Imports.Brings = nil
	chosen(s).Sees("nothing would change").Press("enter").Sees("was here already", "nothing has changed").SeesNot("z undo")
}

// TestImportIsStoppedWithoutATrace at any time before it is through.
func TestImportIsStoppedWithoutATrace(t *testing.T) {
	t.Run("while it is read", func(t *testing.T) {
		s := onMachine(t, uitest.Busy)
		meanwhile(s, model.Reading, 3, func() { s.Press("enter").Sees("still being read").Press("esc").Sees("nothing was written") })
		chosen(s).Sees("[Import]")
		untouched(t, s)
	})
	t.Run("at its preview", func(t *testing.T) {
		s := chosen(onMachine(t, uitest.Busy)).Press("esc").Sees("[Import]").Press("esc").Sees("Maria Rossi")
		untouched(t, s)
	})
	t.Run("while it is written", func(t *testing.T) {
		s := onMachine(t, uitest.Busy)
		meanwhile(s, model.Writing, 1, func() {
			s.Press("esc").Sees("Stop the import?").Wait(time.Second).Press("n").SeesNot("Stop the import?")
		})
		meanwhile(s, model.Writing, 2, func() { s.Press("esc").Wait(time.Second).Press("y") })
		chosen(s).Press("enter").Sees("nothing of it is left")
		if len(s.Memory.Imports.Cancelled) != 1 {
			t.Errorf("cancelled: %v", s.Memory.Imports.Cancelled)
		}
		untouched(t, s)
	})
}

// untouched fails if an import was written.
func untouched(t *testing.T, s *uitest.Scenario) {
	t.Helper()
	s.Press("g i").SeesNot("Vera Novotná")
	for _, e := range s.Memory.Journal() {
		if d, ok := e.Decision.(model.ExportImported); ok && d.Archive != "first" {
			t.Errorf("the journal has %+v", d)
		}
	}
	if len(s.Memory.Imports.Applied) > 0 {
		t.Errorf("applied %v", s.Memory.Imports.Applied)
	}
}

// TestInboxWhileImporting: the screen is left, the inbox takes keys, says how far the
// import is, and shows its rows at the end.
func TestInboxWhileImporting(t *testing.T) {
	s := onMachine(t, uitest.Busy)
	meanwhile(s, model.Writing, 2, func() {
		s.Press("g i").Sees("importing 42 %", "Maria Rossi").Press("s").Sees("tarred").Press("g x").Sees("writing messages", "177 of 412")
		s.Press("v").Sees("no date in record 1").Press("v").Press("enter").Sees("being written").Press("g i")
	})
	chosen(s).Press("enter").Sees("Vera Novotná", "Imported 412 messages").SeesNot("importing")
}

// TestAnotherImportWaits while one is under way.
func TestAnotherImportWaits(t *testing.T) {
	s := onMachine(t, uitest.Busy)
	chosen(s).Press("enter enter")
	meanwhile(s, model.Writing, 1, func() { s.Press("g i z").Wait(time.Second).Press("y").Sees("another import is under way").Press("esc") })
	chosen(s).Press("enter").Sees("Imported 412 messages")
}

// TestLeavingWhileImporting asks, and either takes back what was written first or ends
// when the import is through.
func TestLeavingWhileImporting(t *testing.T) {
	for answer, cancelled := range map[string]int{"y": 1, "l": 0} {
		s := onMachine(t, uitest.Busy)
		meanwhile(s, model.Writing, 1, func() {
			s.Press("ctrl+c").Sees("An import is being written").Wait(time.Second).Press(answer).Runs()
		})
		chosen(s).Press("enter").Ended()
		if i := s.Memory.Imports; len(i.Cancelled) != cancelled || len(i.Applied) != 1-cancelled {
			t.Errorf("%s: cancelled %v, applied %v", answer, i.Cancelled, i.Applied)
		}
	}
	s := onMachine(t, uitest.Busy)
	meanwhile(s, model.Writing, 1, func() {
		s.Press("ctrl+c").Wait(time.Second).Press("n").Runs().Sees("writing people")
	})
	chosen(s).Press("enter").Runs().Sees("Imported")

	s = onMachine(t, uitest.Busy)
	meanwhile(s, model.Reading, 3, func() { s.Press("ctrl+c").Ended() }) // nothing is written: nothing to ask
	chosen(s)
}

// TestSignalWhileImporting takes back what was written, and ends.
func TestSignalWhileImporting(t *testing.T) {
	s := onMachine(t, uitest.Busy)
	meanwhile(s, model.Writing, 2, func() { s.Press("h").Send(term.Terminated{}).Runs() })
	chosen(s).Press("enter").Ended()
	if i := s.Memory.Imports; len(i.Cancelled) != 1 || len(i.Applied) != 0 {
		t.Errorf("cancelled %v, applied %v", i.Cancelled, i.Applied)
	}
}

// TestInterruptedImport is asked about at the next start.
func TestInterruptedImport(t *testing.T) {
	left := func(t *testing.T) (*uitest.Scenario, string) {
		s := onMachine(t, uitest.Busy)
		path := filepath.Join(t.TempDir(), "half.zip")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		s.Memory.Imports.Left = []string{path}
		return s.Reopen().SeesNot("interrupted").Wait(3*time.Second).Sees("An import was interrupted", "half.zip").Wait(time.Second), path
	}
	s, path := left(t)
	s.Press("y").Sees("Imported 412 messages", "half.zip")
	if i := s.Memory.Imports; len(i.Applied) != 1 || i.Applied[0][0] != path || len(i.Left) > 0 {
		t.Errorf("applied %v, left %v", i.Applied, i.Left)
	}
	s, _ = left(t)
	s.Press("l").Sees("Took back what the interrupted import had written")
	if i := s.Memory.Imports; i.Abandoned != 1 {
		t.Errorf("abandoned %d", i.Abandoned)
	}
	s, _ = left(t)
	s.Press("n").SeesNot("interrupted").Press("j")
	if i := s.Memory.Imports; len(i.Left) != 1 {
		t.Errorf("left %v", i.Left)
	}
}

// TestImportThatFailsHalfWay says so, and asks at once what is to become of it.
func TestImportThatFailsHalfWay(t *testing.T) {
	s := onMachine(t, uitest.Busy)
	chosen(s)
	s.Memory.Imports.FailApply = errors.New("no space left on device")
	s.Memory.Imports.Left = []string{"/home/pavel/export.zip"}
	s.Press("enter").Sees("No space left on device.", "Some of it may be written").SeesNot("Nothing of it was written")
	s.Wait(3*time.Second).Sees("An import was interrupted", "take it back").Wait(time.Second)
	s.Memory.Imports.FailAbandon = errors.New("no space left on device")
	s.Press("l").Sees("The import was not taken back: no space left").Wait(3 * time.Second).Sees("An import was interrupted")
}

// TestImportOfAnotherProgram is not taken for an interrupted one while it goes on.
func TestImportOfAnotherProgram(t *testing.T) {
	s := onMachine(t, uitest.Busy)
	s.Memory.Imports.Left = []string{"/home/pavel/theirs.zip"}
	s.Reopen()
	for range 3 {
		s.Wait(time.Second)
		s.Memory.Know(model.Person{Name: fmt.Sprint("Somebody ", s.Now().Unix())})
		s.Wait(time.Second).SeesNot("interrupted")
	}
	s.Wait(5*time.Second).Sees("An import was interrupted", "theirs.zip")
}

// TestWhoseExportItIs is asked, by the candidates or by an address.
func TestWhoseExportItIs(t *testing.T) {
	s := onMachine(t, uitest.Busy)
	s.Memory.Imports.FailPrepare = errUnsure
	chosen(s).Sees("Which of these is you?", "Pavel Novák", "96 conversations", "somebody else")
	s.Memory.Imports.FailPrepare = nil
	s.Press("enter").Sees("New messages")

	s = onMachine(t, uitest.Busy)
	s.Memory.Imports.FailPrepare = errUnsure
	chosen(s).Press("j j enter").Sees("Your profile").Press("enter").Sees("Type the address of your profile first").
		Press("tab").Sees("Only paths are completed").Type("g x").Sees("g x").Press("esc").Sees("Pavel Novák")
	s.Memory.Imports.FailPrepare = nil
	s.Press("o").Type("linkedin.com/in/me").Press("enter").Sees("New messages")

	s = onMachine(t, uitest.Busy)
	s.Memory.Imports.FailPrepare = errUnsure
	chosen(s)
	s.Memory.Imports.FailPrepare = &model.Refusal{Reason: "the export names x nowhere", Help: "leave --owner out"}
	s.Press("o").Type("x").Press("enter").Sees("The export names x nowhere.", "Your profile x").SeesNot("--owner").
		Press("esc").Sees("Pavel Novák", "Maria Rossi")

	s = onMachine(t, uitest.Busy)
	s.Memory.Imports.FailPrepare = &model.Refusal{Reason: "the export is zoe's", Help: "say so with --owner"}
	chosen(s).Sees("The export is zoe's.", "Say so with o.").Press("o").Sees("Whose export is it?").Press("esc").Sees("[Import]")
}

// TestTypedPath completes, accepts what shells and file managers write, and says what
// is wrong.
func TestTypedPath(t *testing.T) {
	s := onMachine(t, uitest.Busy).Press("g x")
	s.Press("tab").Sees("Complete_Linked").Press("ctrl+u")
	s.Type("~/D").Press("tab").Sees("~/Downloads/", "In ~/Downloads/", "prospects.csv").Type("Com").Press("tab enter").Sees("New messages").Press("esc esc")
	s.Press("g x ctrl+u").Paste("'" + "~/Downloads/prospects.csv" + "'\n").Press("enter").Sees("contact list of Apollo").Press("esc")
	s.Press("ctrl+u").Type("~/nothing.zip").Press("enter").Sees("There is no file", "nothing.zip", "Nothing of it was written").Press("enter")
	s.Press("ctrl+u").Type("~/gone/").Press("tab").Sees("There is no folder ~/gone/").Press("ctrl+u")
	s.Type("~/mine/").Press("down").Press("enter").Sees("~/mine/notes/", "letter.pdf").Press("up").Press("tab").Sees("letter.pdf")
	s.Press("ctrl+u").Type("~/Downloads/Complete_LinkedInDataExport_11-18-2026.zip ~/Downloads/prospects.csv").Press("enter").
		Sees("import the export first and then the list")
}

// TestDroppedPath on an inbox with nothing in it opens the import; on another one it is
// refused as every paste.
func TestDroppedPath(t *testing.T) {
	onMachine(t, uitest.Empty).Paste("~/Downloads/prospects.csv").Sees("[Import]", "~/Downloads/prospects.csv").Press("enter").Sees("Apollo")
	onMachine(t, uitest.Busy).Paste("~/Downloads/prospects.csv").Sees("not taken for keys")
}

// TestListIsImported as one step, and undone as one.
func TestListIsImported(t *testing.T) {
	s := onMachine(t, uitest.Busy).Press("g x down enter").Sees("New people", "1 repeated, 1 refused", "A list adds what is not known yet", "Labels")
	before := len(s.Memory.Journal())
	s.Press("v").Sees("prospects.csv:4", "it names nobody").Press("esc").Press("enter").Sees("Imported prospects.csv: 1 person is new")
	if n := len(s.Memory.Journal()); n <= before || s.Memory.Appends != 1 {
		t.Fatalf("%d events after %d, in %d appends", n, before, s.Memory.Appends)
	}
	s.Press("enter g x down enter").Sees("nothing is new of them").Press("enter").Sees("There is nothing new on it").Press("esc esc")
	s.Press("z").Sees("Undone").Press("g x down enter").Sees("New people", "1")
}

// TestUnknownListIsMapped by choosing columns.
func TestUnknownListIsMapped(t *testing.T) {
	s := onMachine(t, uitest.Busy).Press("g x").Type("~/mine/any.csv").Press("enter").
		Sees("which column holds what?", "Profil", "linkedin.com/in/anna-kovac", "not read: Wer, Firma, Schuhgröße")
	s.Press("l").Sees("Wer", "Anna Kovač").Press("h").Press("h").Sees("Schuhgröße").Press("l l").Press("G j l k k")
	s.Press("enter").Sees("New people")
	var note string
	s.Press("enter")
	for _, e := range s.Memory.Journal() {
		if d, ok := e.Decision.(model.NoteAdded); ok {
			note = d.Text
		}
	}
	if want := "name=Wer,url=Profil,notes=Wer"; note != want {
		t.Errorf("mapped by %q, want %q", note, want)
	}
}

// TestReportIsSaved beside the work, under a new name each time.
func TestReportIsSaved(t *testing.T) {
	s := chosen(onMachine(t, uitest.Busy)).Press("s").Sees("Report saved in ~/mine/cordial-import-2026-11-18.txt")
	s.Press("s").Sees("cordial-import-2026-11-18-2.txt").Press("S").Sees("cordial-import-2026-11-18.json")
	s = onMachine(t, uitest.Busy).Press("g x down enter s").Sees("Report saved")
	s.With(func(d *ui.Deps) { d.Dir = filepath.Join(d.Dir, "gone") }).Press("g x down enter s").Sees("The report is not saved")
}

// TestExport writes where it is told, asks before it replaces, and says how much.
func TestExport(t *testing.T) {
	var dir string
	s := onMachine(t, uitest.Busy).With(func(d *ui.Deps) { dir = d.Dir })
	s.Press("g X").Sees("~/mine/cordial-contacts-2026-11-18.csv").Press("enter").Sees("Contacts written: 9 rows in cordial-contacts-2026-11-18.csv")
	text, err := os.ReadFile(filepath.Join(dir, "cordial-contacts-2026-11-18.csv"))
	if err != nil || !strings.Contains(string(text), "csv Jürgen Müller\n") {
		t.Errorf("written %q, %v", text, err)
	}
	s.Press("enter").Sees("Replace the file?").Wait(time.Second).Press("n").Press("enter").Wait(time.Second).Press("y").Sees("Contacts written")
	s.Press("down").Sees("contacts-2026-11-18.vcf").Type("x").Press("down").Sees("contacts-2026-11-18.vcfx").Press("backspace down").Sees("18.ics")
	s.Press("enter").Sees("Reminders written: 1 row in").Press("down enter").Sees("Messages not written: this database cannot list")
	s.Press("down down enter").Sees("Statement written").Press("shift+tab").Sees("[Import]").Press("shift+tab").Sees("[Export]").Press("esc").Sees("Maria Rossi")
	s.Press("g X ctrl+u enter").Sees("Type where to write it first").Type("~/gone/x.csv").Press("enter").Sees("Statement not written: there is no folder")
	onMachine(t, uitest.Empty).Press("g X down down down down down down down down enter").Sees("no seat yet")
}

// TestEveryKeySaysWhatItDoes: in every stage a key changes something or says why not.
func TestEveryKeySaysWhatItDoes(t *testing.T) {
	stages := map[string]func(*uitest.Scenario){
		"preview": func(s *uitest.Scenario) { chosen(s) },
		"done":    func(s *uitest.Scenario) { chosen(s).Press("enter") },
		"failed":  func(s *uitest.Scenario) { s.Memory.Imports.FailPrepare = errors.New("broken"); chosen(s) },
		"asking":  func(s *uitest.Scenario) { s.Memory.Imports.FailPrepare = errUnsure; chosen(s) },
		"mapping": func(s *uitest.Scenario) { s.Press("g x").Type("~/mine/any.csv").Press("enter") },
		"list":    func(s *uitest.Scenario) { s.Press("g x down enter") },
	}
	for name, reach := range stages {
		for _, key := range strings.Fields("enter esc v m s S o right left j k G ctrl+d pgdown e x q F tab 7") {
			s := onMachine(t, uitest.Busy)
			reach(s)
			before := s.Wait(10 * time.Second).Frame()
			still := name == "asking" && key == "enter" // asks the same again
			if s.Press(key); s.Frame() == before && !still && !slices.Contains([]string{"k", "left"}, key) {
				t.Errorf("%s: %s does nothing and does not say so", name, key)
			}
		}
	}
}

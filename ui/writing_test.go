package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/model/channel"
	"cordial/ui"
	"cordial/ui/port"
	"cordial/ui/uitest"
)

// pause is how long a question waits before it takes an answer.
const pause = 300 * time.Millisecond

// kinds lists the kinds of the events that were added since a number of them.
func kinds(s *uitest.Scenario, from int) string {
	s.Wait(0)
	var names []string
	for _, e := range s.Memory.Journal()[from:] {
		names = append(names, e.Decision.Kind())
	}
	return strings.Join(names, " ")
}

// drafts lists what the store keeps, as "inmail: Hello".
func drafts(t *testing.T, s *uitest.Scenario) string {
	t.Helper()
	letters, err := s.Memory.Drafts()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, l := range letters {
		list = append(list, string(l.Channel)+": "+l.Body)
	}
	return strings.Join(list, ", ")
}

// toTom is the page of Tom, 2nd degree, with whom there is no conversation, and how
// many events there are.
func toTom(t *testing.T) (*uitest.Scenario, int) {
	t.Helper()
	s := uitest.Open(t, uitest.Busy).Press("/").Type("tom").Press("enter").Sees("Tom Becker")
	return s, len(s.Memory.Journal())
}

// The whole way of an InMail: written, handed over, sent, booked, undone.
func TestSendAnInMail(t *testing.T) {
	s, before := toTom(t)
	s.Press("c").Sees("New invitation", "To      Tom Becker", "free").Press("tab right")
	s.Sees("New InMail", "CREDIT CHECK   now 12 → after 11", "Refunded if Tom Becker answers by 16 Feb 2027")
	s.Press("tab").Type("Hello").Press("enter").Type("Dear Tom, shall we talk?").Press("ctrl+s")
	s.Sees("Copied: 24 characters", "Then come back")
	if s.Copied != "Dear Tom, shall we talk?" || s.Opened != "https://www.linkedin.com/in/tom-becker" {
		t.Errorf("copied %q and opened %q", s.Copied, s.Opened)
	}
	s.Send(tea.FocusMsg{}).Sees("Did you press Send in LinkedIn?", "InMail to Tom Becker · \"Hello\"", "(12 → 11)")
	s.Press("y").Sees("Did you press Send").Wait(pause).Press("c")
	if s.Copied != "Hello" {
		t.Errorf("the subject was not copied, but %q", s.Copied)
	}
	s.Press("y").SeesNot("Did you press Send", "New InMail").Sees("Booked the InMail to Tom Becker")
	if got := kinds(s, before); got != "contact.added inmail.sent" {
		t.Errorf("booked %s", got)
	}
	sent := s.Memory.Journal()[before+1].Decision.(model.InMailSent)
	if sent.Subject != "Hello" || sent.Body != "Dear Tom, shall we talk?" || sent.Cost != 1 || sent.Seat != "work" {
		t.Errorf("%+v", sent)
	}
	s.Press("g d").Sees("No drafts.").Press("z").Press("g m").Sees("12")
	if got := drafts(t, s); got != "" {
		t.Errorf("there are still the drafts %s", got)
	}
}

// Each way that is sent is booked as what it is, at the time at which it was copied.
func TestWhatYesBooks(t *testing.T) {
	for name, c := range map[string]struct {
		open   func(s *uitest.Scenario)
		write  func(s *uitest.Scenario)
		booked string
		check  func(d model.Decision) bool
	}{
		"message": {
			func(s *uitest.Scenario) { s.Press("r") },
			func(s *uitest.Scenario) { s.Sees("(•) Message").Type("Tuesday at ten?") },
			"message.recorded",
			func(d model.Decision) bool {
				m := d.(model.MessageRecorded)
				return m.Text == "Tuesday at ten?" && m.Direction == model.MessageSent
			},
		},
		"note": {
			func(s *uitest.Scenario) { s.Press("/").Type("tom").Press("enter").Press("c") },
			func(s *uitest.Scenario) { s.Sees("(•) Invitation + note").Type("Your talk!") },
			"invitation.sent",
			func(d model.Decision) bool { return d.(model.InvitationRecorded).Note == "Your talk!" },
		},
		"no note": {
			func(s *uitest.Scenario) { s.Press("/").Type("tom").Press("enter").Press("c") },
			func(s *uitest.Scenario) { s.Type("Your talk!").Press("tab left").Sees("(•) Invitation  ") },
			"invitation.sent",
			func(d model.Decision) bool { return d.(model.InvitationRecorded).Note == "" },
		},
		"InMail against the rules": {
			func(s *uitest.Scenario) { s.Press("G").Press("c") },
			func(s *uitest.Scenario) {
				s.Press("enter").Type("Once more").Press("ctrl+s").Sees("✗ not copied; if LinkedIn lets you, press ctrl+o").Press("ctrl+o")
			},
			"inmail.sent",
			func(d model.Decision) bool { return d.(model.InMailSent).Cost == 1 },
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.Open(t, uitest.Busy)
			c.open(s)
			c.write(s)
			before := len(s.Memory.Journal())
			s.Press("ctrl+s").Sees("profile is open in the browser")
			copied := s.Now()
			s.Leap(10 * time.Minute).Press("x").Sees("in LinkedIn?").Wait(pause).Press("y").SeesNot("in LinkedIn?")
			events := s.Memory.Journal()[before:]
			last := events[len(events)-1]
			if last.Decision.Kind() != c.booked || !c.check(last.Decision) || !last.At.Equal(copied) {
				t.Errorf("booked %+v at %v, copied at %v", last.Decision, last.At, copied)
			}
			want := ""
			if name == "no note" {
				want = "invitation: Your talk!" // which may still be used
			}
			if got := drafts(t, s); got != want {
				t.Errorf("kept %q, want %q", got, want)
			}
		})
	}
}

// No books nothing and goes on with the draft, as does every key but y, n and l.
func TestNoKeepsTheDraft(t *testing.T) {
	for _, key := range []string{"n", "enter", "esc"} {
		s, before := toTom(t)
		s.Press("c").Type("Your talk!").Press("ctrl+s").Press("x").Sees("Did you press Send").Wait(pause)
		s.Press("Y").Press("space").Sees("Did you press Send").Press(key).SeesNot("Did you press Send")
		s.Sees("New invitation", "Your talk!").Type(" Indeed.").Press("esc").SeesNot("New invitation")
		if got := kinds(s, before); got != "" {
			t.Errorf("%s booked %s", key, got)
		}
		s.Wait(time.Second)
		if got := drafts(t, s); got != "invitation: Your talk! Indeed." {
			t.Errorf("after %s the draft is %q", key, got)
		}
		s.Reopen().Send(tea.FocusMsg{}).SeesNot("Did you press Send")
	}
}

// Later asks again: when the terminal has the focus half an hour later, when the
// letter is opened, and when the program is.
func TestLaterAsksAgain(t *testing.T) {
	s, before := toTom(t)
	s.Press("c").Type("Your talk!").Press("ctrl+s").Press("x").Wait(pause).Press("l").SeesNot("Did you press Send", "New invitation")
	s.Send(tea.FocusMsg{}).SeesNot("Did you press Send").Leap(29 * time.Minute).SeesNot("Did you press Send")
	s.Leap(2 * time.Minute).Sees("Did you press Send").Wait(pause).Press("l")
	s.Press("c").Sees("Did you press Send", "New invitation").Wait(pause).Press("l")
	s.Reopen().Sees("Did you press Send", "Invitation to Tom Becker · \"Your talk!\"")
	s.Leap(5 * time.Hour).Press("z").Sees("Did you press Send").Press("y").Sees("Booked the invitation")
	if got := kinds(s, before); got != "contact.added invitation.sent" {
		t.Errorf("booked %s", got)
	}
	s.Reopen().SeesNot("Did you press Send")
}

// Killed without a word, at most what was typed in the last second is lost; ended by
// a signal or by its own fault, nothing is.
func TestDraftsSurvive(t *testing.T) {
	s, _ := toTom(t)
	s.Press("c").Type("Dear Tom").Wait(time.Second).Type(", well").Reopen()
	if got := drafts(t, s); got != "invitation: Dear Tom" {
		t.Errorf("after a kill: %q", got)
	}
	s.Press("/").Type("tom").Press("enter").Press("c").Sees("Dear Tom").Type(", well")
	s.Rescue()
	s.Rescue()
	if got := drafts(t, s); got != "invitation: Dear Tom, well" {
		t.Errorf("after a signal: %q", got)
	}
	s.With(func(d *ui.Deps) { d.Copy = func(string) error { panic("out of order") } })
	s.Press("/").Type("tom").Press("enter").Press("c").Type(" met").Press("ctrl+s").Ended()
	s.Rescue()
	if got := drafts(t, s); got != "invitation: Dear Tom, well met" {
		t.Errorf("after a crash: %q", got)
	}
}

// Text of one way does not become that of another, and clearing a text drops it.
func TestDraftsByChannel(t *testing.T) {
	s, _ := toTom(t)
	s.Press("c").Type("Note").Press("tab right").Press("tab tab").Type("InMail").Wait(time.Second)
	if got := drafts(t, s); got != "inmail: InMail, invitation: Note" {
		t.Errorf("%q", got)
	}
	s.Press("ctrl+u").Press("esc").Wait(time.Second)
	if got := drafts(t, s); got != "invitation: Note" {
		t.Errorf("after clearing: %q", got)
	}
	s.Press("c").Sees("(•) Invitation + note", "Note")
}

// A variable of which nothing is known is named, and nothing is copied while it is
// there.
func TestMissingVariables(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		uitest.Busy(m)
		m.Decide(uitest.Start(), model.TemplateAdded{Template: "t1", TemplateText: model.TemplateText{
			Name: "Short hello", Channel: channel.Invitation, Body: "Hi {first_name} of {company}, as {position} you know.",
		}})
	})
	s.Press("/").Type("tom").Press("enter").Press("c").Press("ctrl+t").Sees("Begin with a template", "! Not known: {position}.", "Hi Tom of Acme")
	s.Press("enter").Sees("✗ not known: {position}", "Hi Tom of Acme, as {position} you know.")
	s.Press("ctrl+s").Sees("✗ not copied: fill in or take out {position}").Press("ctrl+o").Sees("✗ not copied: fill in")
	if s.Copied != "" {
		t.Errorf("copied %q", s.Copied)
	}
	s.Press("ctrl+u").Type("Hi {first_name}!").Press("ctrl+s").Sees("Copied: 7 characters")
	if s.Copied != "Hi Tom!" {
		t.Errorf("copied %q", s.Copied)
	}
	s.Press("x").Wait(pause).Press("y")
	journal := s.Memory.Journal()
	if d := journal[len(journal)-1].Decision.(model.InvitationRecorded); d.Template != "t1" {
		t.Errorf("booked %+v", d)
	}
}

// Without a clipboard or a browser the text stays on the screen, bare, with what to do.
func TestByHand(t *testing.T) {
	s, before := toTom(t)
	s.With(func(d *ui.Deps) { d.Copy = func(string) error { return errors.New("no clipboard was found") } })
	s.Press("/").Type("tom").Press("enter").Press("c").Type("Dear Tom,").Press("enter").Type("well met").Press("ctrl+s")
	s.Sees("✗ Not copied: no clipboard was found. Select the text below", "any key asks")
	for _, line := range []string{"Dear Tom,", "well met"} {
		if got := strings.TrimRight(s.Line(line), " "); got != line {
			t.Errorf("%q stands in the line %q, which cannot be selected alone", line, got)
		}
	}
	s.Press("enter").Sees("Did you press Send").Wait(pause).Press("n").Sees("New invitation", "well met")
	s.With(func(d *ui.Deps) {
		d.Copy = func(string) error { return nil }
		d.Open = func(string) error { return errors.New("no browser was found") }
	})
	s.Press("/").Type("tom").Press("enter").Press("c").Press("ctrl+s")
	s.Sees("✓ The text is copied.", "✗ Not opened: no browser was found.", "https://www.linkedin.com/in/tom-becker")
	if got := kinds(s, before); got != "" {
		t.Errorf("booked %s", got)
	}
	s = uitest.Open(t, func(m *uitest.Memory) {
		m.Say(m.Talk(m.Know(model.Person{ID: "x-1", Name: "Nemo"})), uitest.Start().Add(-time.Hour), false, "Who am I?")
	})
	s.Press("r").Type("Nobody").Press("ctrl+s").Sees("Not opened: no profile address is known; look for the name on LinkedIn.")
}

// The user's own editor: a private file that is gone afterwards.
func TestEditor(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	rewrite := func(text string, err error) func(string) error {
		return func(path string) error {
			if info, err := os.Stat(filepath.Dir(path)); err != nil || info.Mode().Perm() != 0o700 {
				t.Errorf("the folder of the file: %v, %v", info, err)
			}
			if old, _ := os.ReadFile(path); string(old) != "Hi" {
				t.Errorf("the editor is given %q", old)
			}
			if writing := os.WriteFile(path, []byte(text), 0o600); writing != nil {
				t.Error(writing)
			}
			return err
		}
	}
	for _, c := range []struct {
		text string
		err  error
		want string
		says string
	}{
		{"Dear Maria,\n\nwell met.\n", nil, "message: Dear Maria,\n\nwell met.", "well met."},
		{"gone", errors.New("no such file"), "message: Hi", "✗ the editor could not be started: no such file; the text is as it was"},
		{"", nil, "message: Hi", "✗ the editor gave back no text; it is as it was"},
	} {
		s := uitest.Open(t, uitest.Busy).Editing(rewrite(c.text, c.err))
		s.Press("r").Type("Hi").Press("ctrl+e").Sees("New message", c.says).Wait(time.Second)
		if got := drafts(t, s); got != c.want {
			t.Errorf("after the editor: %q", got)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%s is left behind", left[0].Name())
		}
	}
}

// What LinkedIn shows of a person is set by one key each, and counts at once.
func TestSetTheProfileWhileComposing(t *testing.T) {
	s, before := toTom(t)
	s.Press("c").Press("ctrl+y").Sees("Open Profile ctrl+y", "→ Send the InMail: it is free.")
	s.Press("ctrl+g").Sees("3rd ctrl+g").Press("ctrl+r").Sees("C-level, you say")
	if got := kinds(s, before); got != "contact.added contact.edited contact.edited contact.edited" {
		t.Errorf("booked %s", got)
	}
	s.Press("esc").Press("z z z").Press("c").Sees("2nd ctrl+g", "other role ctrl+r", "no Open Profile")
}

// A draft that cannot be saved is said, kept, tried again, and not lost unasked.
func TestDraftNotSaved(t *testing.T) {
	s, _ := toTom(t)
	s.Memory.FailDrafts = errors.New("disk full")
	s.Press("c").Type("Dear Tom").Wait(time.Second).Press("esc").Sees("The draft is not saved: disk full")
	s.Press("ctrl+c").Runs().Sees("A draft is not saved: disk full", "again leaves and loses it")
	s.Memory.FailDrafts = nil
	s.Wait(10 * time.Second)
	if got := drafts(t, s); got != "invitation: Dear Tom" {
		t.Errorf("later: %q", got)
	}
	s.Press("ctrl+c").Ended()
	s, _ = toTom(t)
	s.Memory.FailDrafts = errors.New("disk full")
	s.Press("c").Type("Dear Tom").Wait(time.Second).Press("ctrl+c").Press("ctrl+c").Runs().Press("ctrl+c").Ended()
}

// The list of drafts: go on, throw away after a question; rows say who has one.
func TestListOfDrafts(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("r").Type("To Maria").Press("esc").Wait(time.Minute)
	s.Press("j").Press("c").Type("To Jürgen").Press("esc").Wait(time.Minute)
	for _, name := range []string{"Maria Rossi", "Jürgen Müller"} {
		if !strings.Contains(s.Line(name), " draft ") {
			t.Errorf("the row of %s has no mark: %s", name, s.Line(name))
		}
	}
	s.Press("g d").Sees("Drafts  2", "1/2", "To Jürgen").Press("j").Sees("2/2", "Maria Rossi")
	s.Press("enter").Sees("New message", "To Maria").Press("esc").Sees("Drafts  2")
	s.Press("#").Sees("Throw the draft to Maria Rossi away?").Wait(pause).Press("n").Sees("Drafts  2")
	s.Press("#").Wait(pause).Press("y").Sees("Drafts  1", "Threw away the draft to Maria Rossi")
	s.Press("esc").Sees("[1 Inbox").Wait(time.Second)
	if strings.Contains(s.Line("Maria Rossi"), " draft ") {
		t.Error("Maria's row still has the mark")
	}
	s.Reopen().Press("g d").Sees("Drafts  1").Press("o")
	if !strings.Contains(s.Opened, "jürgen") && !strings.Contains(s.Opened, "j%C3%BCrgen") {
		t.Errorf("opened %q", s.Opened)
	}
}

// Where there is nobody to write to, the keys say why.
func TestNobodyToWriteTo(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("G k").Press("c").Sees("A letter is to one person, and this is a group").SeesNot("New ")
	s.Press("r").Sees("and this is a group").Press("G").Press("r").Sees("Lena Öztürk has not written, and you are not connected: compose instead")
	uitest.Open(t, uitest.Empty).Press("c").Sees("Nothing is under the cursor").Press("g d").Sees("No drafts.").Press("enter").Sees("There is no draft")
}

// A real database keeps what was typed, and another program finds it.
func TestDraftsOnARealDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cordial.db")
	first := open(t, path)
	if err := first.Append(0, []model.Event{{
		ID: "e1", At: uitest.Start(), Recorded: uitest.Start(),
		Decision: model.ContactAdded{Contact: "lena", Name: "Lena Öztürk", URL: "https://www.linkedin.com/in/lena"},
	}}); err != nil {
		t.Fatal(err)
	}
	s := uitest.OpenStore(t, first).Press("/").Type("lena").Press("enter").Press("c")
	s.Sees("New invitation", "Lena Öztürk").Type("Hi Lena").Wait(time.Second).Type("!").Rescue()
	letters, err := open(t, path).(port.Drafts).Drafts()
	if err != nil || len(letters) != 1 || letters[0].Body != "Hi Lena!" {
		t.Fatalf("%+v, %v", letters, err)
	}
	s = uitest.OpenStore(t, open(t, path)).Press("g d").Sees("Drafts  1", "Lena Öztürk", "Hi Lena!")
	s.Press("enter").Press("ctrl+s").Press("x").Wait(pause).Press("y").Sees("Booked the invitation to Lena", "No drafts.")
	if letters, err := open(t, path).(port.Drafts).Drafts(); err != nil || len(letters) != 0 {
		t.Errorf("%+v, %v", letters, err)
	}
}

// What is too long is named, in the subject as in the text.
func TestTooLongASubject(t *testing.T) {
	s, _ := toTom(t)
	s.Press("c").Press("shift+tab").Press("tab").Press("tab right tab").Paste(strings.Repeat("x", 201)).Press("enter").Type("Hi").Press("ctrl+s")
	s.Sees("201/200, 1 too many", "The subject has 201 characters, 1 more than the 200", "✗ not copied; if LinkedIn lets you")
}

// The keys of the letter are in the help, over the letter.
func TestHelpWhileComposing(t *testing.T) {
	s, _ := toTom(t)
	s.Press("c").Type("Hi").Press("f1").Sees("copy and open", "ctrl+s").Press("esc").Sees("New invitation", "Hi")
}

// Keys that were typed while it was being read who somebody is go into the letter.
func TestKeysWaitForTheLetter(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Hold().Press("G").Press("c").Type("Hi").SeesNot("New ").Release()
	s.Sees("New InMail", "Subject Hi")
}

// What was booked just before the program was killed is not asked for again.
func TestBookedIsNotAskedForAgain(t *testing.T) {
	copied := uitest.Start().Add(-time.Hour)
	for kind, decision := range map[channel.Channel]model.Decision{
		channel.Message:    model.MessageRecorded{Contact: "maria-rossi", Direction: model.MessageSent, Text: "Hi"},
		channel.Invitation: model.InvitationRecorded{Contact: "maria-rossi", State: model.InviteSent},
		channel.InMail:     model.InMailSent{InMail: "m", Contact: "maria-rossi", Seat: "work", Cost: 1},
	} {
		for at, asked := range map[time.Time]bool{copied: false, copied.Add(time.Second): true} {
			s := uitest.Open(t, func(m *uitest.Memory) {
				uitest.Busy(m)
				m.Decide(at, model.ContactAdded{Contact: "maria-rossi", Name: "Maria Rossi", URL: "https://www.linkedin.com/in/maria-rossi"}, decision)
				if err := m.SaveDraft(model.Letter{Person: model.PersonKey("maria-rossi"), Channel: kind, Body: "Hi", Saved: copied, Copied: copied}); err != nil {
					t.Fatal(err)
				}
			})
			if got := strings.Contains(s.Frame(), "in LinkedIn?"); got != asked {
				t.Errorf("%s, booked at %v: asked %t\n%s", kind, at, got, s.Frame())
			}
			if got := drafts(t, s) != ""; got != asked {
				t.Errorf("%s: the draft is there: %t", kind, got)
			}
		}
	}
}

// Reading again brings what another program has written, and keeps what is not saved.
func TestReloadReadsDrafts(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("r").Type("To Maria").Press("esc")
	for _, l := range []model.Letter{{Person: model.PersonKey("aiko-nakamura"), Channel: channel.Message, Body: "Hi Aiko", Saved: s.Now()}} {
		if err := s.Memory.SaveDraft(l); err != nil {
			t.Fatal(err)
		}
	}
	s.Press("ctrl+r").Press("g d").Sees("Drafts  2", "To Maria", "Hi Aiko").Wait(time.Second)
	if err := s.Memory.DropDraft(model.PersonKey("aiko-nakamura"), channel.Message); err != nil {
		t.Fatal(err)
	}
	s.Press("ctrl+r").Sees("Drafts  1", "To Maria")
}

// Where only the terminal was asked to copy, which it does not answer, the text stays
// on the screen as well.
func TestOnlyTheTerminalCopies(t *testing.T) {
	s, _ := toTom(t)
	s.With(func(d *ui.Deps) { d.Copy, d.Out = nil, devNull(t) })
	t.Setenv("PATH", "")
	s.Press("/").Type("tom").Press("enter").Press("c").Type("Dear Tom,").Press("ctrl+s")
	s.Sees("! The terminal was asked to copy the text, which not every terminal does.", "✓ The profile is open in the browser.")
	if got := strings.TrimRight(s.Line("Dear Tom"), " "); got != "Dear Tom," {
		t.Errorf("the line of the text is %q", got)
	}
	s.Press("x").Sees("Did you press Send")
}

// devNull is a terminal that takes everything.
func devNull(t *testing.T) *os.File {
	t.Helper()
	f, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

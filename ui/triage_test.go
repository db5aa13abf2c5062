package ui_test

import (
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui/uitest"
)

func TestArchiveAndBack(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Sees("1 Inbox 8", "Archived 1")
	s.Press("e").Sees("Archived Maria Rossi · z undo", "1 Inbox 7", "Archived 2")
	if !strings.Contains(s.Line("▌"), "Jürgen") {
		t.Errorf("the cursor went to %q, want the next row", s.Line("▌"))
	}
	s.Press("z").Sees("Undone: archived Maria Rossi · Z redo", "1 Inbox 8")
	if !strings.Contains(s.Line("▌"), "Maria") {
		t.Errorf("undo left the cursor on %q", s.Line("▌"))
	}
	s.Press("Z").Sees("Done again: archived Maria Rossi · z undo", "1 Inbox 7")
	s.Press("g e").Sees("[6 Archived 2]", "Maria Rossi", "Pavel Ivanov")
	s.Press("E").Sees("Put Maria Rossi back into the inbox", "[6 Archived 1]")
	s.Reopen().Sees("1 Inbox 8").Press("g e").SeesNot("Maria")
}

func TestEveryMarkHasAKeyAndAnUndo(t *testing.T) {
	tests := []struct{ key, said, undone string }{
		{"s", "Starred Maria Rossi", "Undone: starred Maria Rossi"},
		{"u", "Marked Maria Rossi read", "Undone: marked Maria Rossi read"},
		{"m", "Muted Maria Rossi", "Undone: muted Maria Rossi"},
		{"e", "Archived Maria Rossi", "Undone: archived Maria Rossi"},
	}
	for _, tt := range tests {
		uitest.Open(t, uitest.Busy).Press(tt.key).Sees(tt.said).Press("z").Sees(tt.undone).Reopen().Sees("1 Inbox 8")
	}
}

func TestMarksToggle(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Press("s").Press("s").Sees("Took the star off Maria Rossi")
	s.Press("u").Press("u").Sees("Marked Maria Rossi unread")
	s.Press("m").Press("m").Sees("Unmuted Maria Rossi")
}

func TestOpeningMarksReadAndThePreviewDoesNot(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Press("j").Press("k").Sees("Tuesday or Wednesday afternoon works.")
	if !strings.Contains(s.Line("▌"), "●") {
		t.Fatalf("looking at the preview marked it read: %q", s.Line("▌"))
	}
	s.Press("enter").Press("esc")
	if strings.Contains(s.Line("▌"), "●") {
		t.Errorf("opening left it unread: %q", s.Line("▌"))
	}
	// Undo passes over it: the last thing that was done comes before.
	s.Press("s").Press("j").Press("enter").Press("esc").Press("z").Sees("Undone: starred Maria Rossi")
}

func TestRemindAndTurnTheDay(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Press("h").Sees("Remind").Type("tomorrow").Press("enter")
	s.Sees("Put Maria Rossi away until tomorrow 09:00", "1 Inbox 7", "5 Due 1").SeesNot("▌ ● Maria")
	s.Press("g z").Sees("Snoozed 1", "until tomorrow 09:00")
	s.TurnDay().Press("g h").Sees("[5 Due 2]", "due today 09:00", "Maria Rossi", "Sam O'Brien")
	s.Press("D").Sees("Ticked off the reminder of", "[5 Due 1]")
	s.Reopen().Press("g h").Sees("[5 Due 1]")
}

func TestRemindOnlyIfNoReply(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("H").Type("3d").Press("enter")
	s.Sees("if no reply comes").Press("g z").Press("enter").Sees("if no reply")
}

func TestAReminderComesByItselfAtItsMinute(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("h").Type("in 5 min").Press("enter").Sees("5 Due 2", "Inbox 7")
	s.Wait(4 * time.Minute).Sees("1 Inbox 7").Wait(2 * time.Minute).Sees("1 Inbox 8")
}

func TestLabelFromTheKeyboard(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Press("l").Sees("Label Maria Rossi").Type("Berlin").Press("enter")
	s.Sees("Put Berlin on Maria Rossi", "4 Berlin 1")
	s.Press("4").Sees("[4 Berlin 1]", "Maria Rossi").SeesNot("Aiko")
	s.Press("z").Sees("Undone: put Berlin on Maria Rossi").SeesNot("4 Berlin")
	s.Press("Z").Reopen().Sees("4 Berlin 1").Press("g l").Type("berl").Press("enter").Sees("[4 Berlin 1]")
}

func TestBulkIsOneStep(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Press("x x").Sees("2 selected").Press("e").Sees("Archived 2 conversations", "1 Inbox 6").SeesNot("selected")
	s.Press("z").Sees("Undone: archived 2 conversations", "1 Inbox 8")
	s.Wait(10 * time.Second).Press("g g").Press("v j j").Sees("3 selected, range").Press("s").Sees("Starred 3 conversations")
	s.Press("*").Sees("8 selected").Press("esc").SeesNot("selected")
	s.Press("*").Press("e").Sees("Archived 8 conversations", "Inbox is empty.")
}

func TestSelectionIsDroppedWhereItCannotBeMeant(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("x x").Press("a").Sees("This is for one conversation")
	s.Press("tab").SeesNot("selected")
}

func TestNote(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("a").Type("likes tea").Press("enter").Sees("Noted about Maria Rossi")
	s.Press("enter").Sees("Note  likes tea").Press("esc").Press("z").Press("enter").SeesNot("likes tea")
}

func TestNextConversationFromAConversation(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("enter").Sees("Maria Rossi   1 of 8")
	s.Press("J").Sees("Jürgen Müller   2 of 8").Press("K").Sees("Maria Rossi   1 of 8")
	s.Press("K").Sees("There is no further conversation")
	s.Press("e").Sees("Archived Maria Rossi", "[1 Inbox 7]")
}

func TestDisabledActionsSayWhy(t *testing.T) {
	tests := []struct{ keys, why string }{
		{"E", "It is in the inbox already"},
		{"D", "There is no reminder to tick off"},
		{"A", "No InMail to Maria Rossi is on record"},
		{"G k C", "An InMail goes to one person"},
		{"G k o", "A group has no profile"},
		{"ctrl+s", "Everything is saved"},
		{"g j", "g j does nothing here"},
		{"z", "Undone: "},
		{"Z", "There is nothing to redo"},
		{"g z e", "this tab is empty"},
		{"g e e", "It is archived already"},
	}
	for _, tt := range tests {
		uitest.Open(t, uitest.Busy).Press(tt.keys).Sees(tt.why)
	}
}

func TestMoving(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	for _, step := range []struct{ keys, name string }{
		{"j", "Jürgen"},
		{"down", "Aiko"},
		{"k", "Jürgen"},
		{"G", "Lena"},
		{"j", "Lena"},
		{"g g", "Maria"},
		{"up", "Maria"},
		{"pgdown", "Lena"},
		{"pgup", "Maria"},
		{"ctrl+d", "Lena"},
		{"ctrl+u", "Maria"},
		{"end", "Lena"},
		{"home", "Maria"},
		{"J", "Jürgen"},
	} {
		if s.Press(step.keys); !strings.Contains(s.Line("▌"), step.name) {
			t.Errorf("after %s the cursor is on %q, want %s", step.keys, s.Line("▌"), step.name)
		}
	}
	s.Press("tab").Sees("[2 Hot Leads 2]").Press("shift+tab").Sees("[1 Inbox 8]").Press("shift+tab").Sees("[6 Archived 1]")
	s.Press("1")
	if !strings.Contains(s.Line("▌"), "Jürgen") {
		t.Errorf("the tab forgot its cursor: %q", s.Line("▌"))
	}
}

func TestGoTo(t *testing.T) {
	for keys, tab := range map[string]string{
		"g i": "[1 Inbox 8]", "g e": "[6 Archived 1]", "g h": "[5 Due 1]", "g w": "[4 Waiting 2]", "g z": "[7 Snoozed 0]",
		"g s": "[7 Starred 1]", "g a": "[7 All 9]",
	} {
		uitest.Open(t, uitest.Busy).Press(keys).Sees(tab)
		uitest.Open(t, uitest.Busy).Press("enter").Press(keys).Sees(tab)
	}
}

func TestSearchFindsPeopleWithAndWithoutAConversation(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("/").Type("muller").Press("enter").Sees("Jürgen Müller   2 of 8", "Send me the deck")
	s.Press("esc").Press("/").Type("becker").Press("enter").Sees("Tom Becker", "Nothing was said yet")
	s.Press("l").Type("hot").Press("enter").Sees("Put Hot Leads on Tom Becker")
	s.Press("esc").Sees("1 Inbox 9").Reopen().Sees("Tom Becker")
}

func TestFastTypingIsSplitIntoKeys(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Runes("jjl").Sees("Label Aiko Nakamura").Runes("hot leads").Press("enter").Sees("Put Hot Leads on Aiko Nakamura")
}

func TestPasteIsNotTakenForKeys(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Paste("eee").Sees("Pasted text is not taken for keys", "1 Inbox 8")
	s.Press("a").Paste("from the\nclipboard").Press("enter").Press("enter").Sees("from the", "clipboard")
}

func TestWhichKeyComesAfterAWhile(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("g").SeesNot("g …").Wait(300 * time.Millisecond).SeesNot("g …")
	s.Wait(200*time.Millisecond).Sees("g …", "archived", "credits", "esc cancel").Press("esc").SeesNot("g …", "does nothing")
	s.Press("g").Press("e").Wait(time.Second).SeesNot("g …")
}

func TestToastsPass(t *testing.T) {
	uitest.Open(t, uitest.Busy).Press("s").Wait(5 * time.Second).Press("j").Press("s").Wait(4 * time.Second).
		Sees("Starred Jürgen").Wait(5 * time.Second).SeesNot("Starred")
}

func TestCopyAndOpenTheProfile(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("Y").Sees("Copied the profile URL: https://www.linkedin.com/in/maria-rossi")
	if s.Copied != "https://www.linkedin.com/in/maria-rossi" {
		t.Errorf("copied %q", s.Copied)
	}
	s.Press("o").Sees("Opened https://www.linkedin.com/in/maria-rossi")
	if s.Opened != s.Copied {
		t.Errorf("opened %q", s.Opened)
	}
}

func TestNothingIsDoneToWhatNobodySees(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Size(30, 8).Press("e s l enter").Type("x").Size(120, 36).Sees("[1 Inbox 8]")
	if n := s.Memory.Appends; n != 0 {
		t.Errorf("%d batches were saved", n)
	}
}

// The messages name somebody whom the evidence has no profile of.
func TestSomebodyWithoutAProfile(t *testing.T) {
	s := uitest.Open(t, func(m *uitest.Memory) {
		p := model.Person{ID: "ghost", Key: model.PersonKey("ghost"), Name: "Gone Ghost"}
		m.Say(m.Talk(p), uitest.Start().Add(-time.Hour), false, "Boo")
		m.Decide(uitest.Start().Add(-time.Hour), model.SeatOpened{Seat: "work", Name: "Work", Plan: "business"})
	}).Press("C").Press("enter").Sees("Booked the InMail to Gone Ghost")
	s.Press("o").Sees("No profile address of Gone Ghost is known").Press("Y").Sees("No profile address")
}

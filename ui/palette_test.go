package ui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/ui"
	"cordial/ui/theme"
	"cordial/ui/uitest"
)

// Enter does exactly what the key does: the same journal, the same screen.
func TestThePaletteDoesWhatTheKeyDoes(t *testing.T) {
	tests := []struct{ name, key, typed string }{
		{"archive", "e", "archive"},
		{"star", "s", "star"},
		{"label", "l", "label…"},
		{"remind", "h", "remind…"},
		{"open", "enter", "open"},
		{"undo", "z", "undo"},
		{"credits", "g m", "go to credits"},
		{"a tab", "3", "tab potential"},
		{"search", "/", "search"},
		{"help", "?", "help"},
		{"browser", "o", "open on linkedin"},
		{"next", "j", ":next"},
		{"select all", "*", "select all"},
		{"drafts", "g d", "drafts"},
		{"why", "g b", "why this many"},
		{"a refusal", "E", "un-archive"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			key := uitest.Open(t, uitest.Busy).Press("j").Press("s").Press(tt.key)
			named := uitest.Open(t, uitest.Busy).Press("j").Press("s").Press("ctrl+k").Type(tt.typed).Press("enter")
			if tt.name == "a refusal" {
				key.Sees("It is in the inbox already")
				named.Sees("It is in the inbox already").Press("esc")
			} else if got, want := named.Frame(), key.Frame(); got != want {
				t.Errorf("by its name:\n%s\nby its key:\n%s", got, want)
			}
			if got, want := len(named.Memory.Journal()), len(key.Memory.Journal()); got != want {
				t.Errorf("%d events by its name, %d by its key", got, want)
			}
		})
	}
}

// An import is a step like any other, which undo asks about first.
func TestThePaletteUndoesAnImport(t *testing.T) {
	s := chosen(onMachine(t, uitest.Busy)).Press("enter").Sees("Imported 412 messages").Press("g i")
	s.Press("ctrl+k").Type("undo").SeesNot("nothing to undo").Press("enter").Sees("Undo the import of").Press("esc")
	s = uitest.Open(t, uitest.Empty).Press("ctrl+k").Type("undo").Press("enter").Sees("There is nothing to undo")
	s.Press("ctrl+u").Type("redo").Press("enter").Sees("There is nothing to redo")
}

// Every action that is bound where the user is can be asked for there by its title.
func TestEveryActionIsInThePalette(t *testing.T) {
	for name, way := range map[keymap.Scope][]string{
		keymap.Inbox: nil, keymap.Thread: {"enter"}, keymap.Credits: {"g m"}, keymap.Drafts: {"g d"},
		keymap.Invitations: {"g v"}, keymap.Note: {"a"}, keymap.Picker: {"l"}, keymap.Remind: {"h"}, keymap.Search: {"/"},
		keymap.Form: {"j", "C"}, keymap.Writing: {"c"}, keymap.Sheet: {"g b"}, keymap.Merges: {"g p"}, keymap.Review: {"g r"},
		keymap.Question: {"#"}, keymap.Path: {"g x"},
	} {
		t.Run(string(name), func(t *testing.T) {
			s := uitest.Open(t, uitest.Busy)
			for _, keys := range way {
				s.Press(keys)
			}
			s.Press("f3")
			for _, row := range keymap.Default().Commands(keymap.Stack(name)...) {
				if row.Action == keymap.Palette || row.Action == keymap.TabNumber {
					continue
				}
				s.Press("ctrl+u").Paste(":" + row.Title)
				line := s.Line("▌ " + row.Title)
				if len(row.Keys) > 0 && !strings.Contains(line, keymap.Label(row.Keys[0], false)) || line == "" {
					t.Errorf("%q answers %q\n%s", row.Title, line, s.Frame())
				}
			}
		})
	}
}

func TestThePaletteFindsEverybody(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Press("ctrl+k").Type("lena").Sees("People", "Globex").Press("enter").Sees("‹ Inbox", "Lena Öztürk").Press("esc")
	s.Press(":").Type("@muller").Sees("1 of 9").Press("enter").Sees("Jürgen Müller", "Send me the deck").Press("esc")
	s.Press(":").Type("#pot").Sees("1 of 2").Press("enter").Sees("[3 Potential Employers")
	s.Press(":").Type(">platform p").Sees("1 of ").Press("enter").Sees("Shall we all meet").Press("esc")
	s.Press(":").Type("hot").Sees("Labels", "Hot Leads").Press("esc")
	s.Press(":").Type("›xqx").Sees("No conversation is called so").Press("enter").Sees("nothing to do by that name").Press("esc").SeesNot("Commands")
}

// It says that it is still reading, and goes on with what was typed.
func TestThePaletteWaitsForNobody(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Hold().Press("ctrl+k").Type("@tom").Sees("the people are being read")
	s.Release().Sees("Tom Becker")
	s = uitest.Open(t, uitest.Busy).Hold().Press("ctrl+k").Type(">tom").Sees("The conversations are being read")
	s.Press("ctrl+u").Type("star").Press("enter").Release().Sees("Starred Maria Rossi")
}

// What an action needs is waited for, as after its key; Enter that comes before anybody is
// found waits for them, and so does what is typed after it.
func TestThePaletteWaitsForWhatItNeeds(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Hold().Press("G").Press("ctrl+k").Type("copy profile").Press("enter").SeesNot("Commands", "Copied")
	if s.Release().Sees("Copied the profile URL"); s.Copied != "https://www.linkedin.com/in/lena-öztürk" {
		t.Errorf("copied %q", s.Copied)
	}
	s = uitest.Open(t, uitest.Busy).Press("/").Press("esc").Hold().Press("ctrl+k").Type("@mull").Press("enter").Press("s").Sees("Commands")
	s.Release().SeesNot("Commands").Sees("‹ Inbox", "Starred Jürgen Müller")
}

// In a text field ctrl+k kills to the end, and F3 opens the palette over it; what was
// typed is there when it closes.
func TestThePaletteOverAField(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("a").Type("call her now").Press("left left left left ctrl+k").Sees("call her").SeesNot("now", "Commands")
	s.Press("f3").Sees("Commands").Press("f3").SeesNot("Commands").Sees("call her")
	s.Press("f3").Type("save").Press("enter").Sees("Noted about Maria Rossi")
	uitest.Open(t, uitest.Busy).Press("a").Paste(":").SeesNot("Commands")
}

// It remembers nothing, and esc changes nothing.
func TestThePaletteRemembersNothing(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	before := s.Frame()
	s.Press("ctrl+k").Type("archive").Press("esc")
	if s.Frame() != before {
		t.Errorf("esc left:\n%s", s.Frame())
	}
	s.Press("ctrl+k").Sees("what to do").Paste("star\n").Sees("> star")
}

// Tab types the rest of the name, and keeps the sign and the cursor.
func TestThePaletteCompletes(t *testing.T) {
	s := uitest.Open(t, uitest.Busy)
	s.Press(":").Type("remi").Press("down down").Press("tab").Sees("> remind if no reply", "▌ remind if no reply").Press("esc")
	s.Press(":").Type("@mar").Press("tab").Sees("> @Maria Rossi", "▌ Maria Rossi").Press("esc")
	s.Press(":").Type("#ho").Press("tab").Sees("> #Hot Leads").Press("esc")
	s.Press(":").Type(">plat").Press("tab").Sees("> >Platform people").Press("esc")
	s.Press(":").Type("zzzz").Press("tab").Sees("> zzzz")
}

// What another program or the passing of time changes is seen at once.
func TestThePaletteFollowsTheWorld(t *testing.T) {
	s := uitest.Open(t, uitest.Busy).Press("ctrl+k").Type("undo")
	s.Press("esc").Press("e").Press("ctrl+k").Type("undo").Press("enter").Sees("Undone: archived")
	s.Press(":").Type("redo").Press("enter").Sees("Done again: archived")
	s.Press(":").Type("save again").Sees("Everything is saved").Press("enter").Sees("Everything is saved", "Commands")
}

// The palette fills every terminal exactly, whatever is typed: Send fails if not.
func TestThePaletteAtEverySize(t *testing.T) {
	for _, typed := range []string{"", "e", "@", "#", ">", "un-archive", "zzzz"} {
		s := uitest.Open(t, uitest.Busy).Press("ctrl+k").Type(typed).Press("enter")
		for w := 1; w <= 131; w += 13 {
			for h := 1; h <= 41; h += 4 {
				s.Size(w, h)
			}
		}
	}
}

func TestThePaletteInASCII(t *testing.T) {
	for _, size := range sizes() {
		for _, typed := range []string{"", "arch", "un-arch", "#", "zzzz"} {
			s := uitest.Open(t, uitest.Empty).With(func(d *ui.Deps) { d.Theme = theme.Options{ASCII: true} }).Size(size[0], size[1])
			s.Press("ctrl+k").Type(typed).Press("enter")
			for _, r := range s.Frame() {
				if r > 127 {
					t.Fatalf("after %q, %q is not ASCII:\n%s", typed, r, s.Frame())
				}
			}
		}
	}
}

// From a key to the frame that answers it, among 100,000 conversations: opening the
// palette, and typing in it.
func BenchmarkPaletteToFrame(b *testing.B) {
	app := many(b, 100_000)
	press := func(k tea.KeyMsg) {
		_, cmd := app.Update(k)
		_ = app.View()
		b.StopTimer()
		drain(app, cmd)
		b.StartTimer()
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			press(tea.KeyMsg{Type: tea.KeyCtrlK})
			b.StopTimer()
			app.Update(tea.KeyMsg{Type: tea.KeyEsc})
			b.StartTimer()
		}
	})
	b.Run("type", func(b *testing.B) {
		press(tea.KeyMsg{Type: tea.KeyCtrlK})
		for i := 0; b.Loop(); i++ {
			if i%6 == 5 {
				press(tea.KeyMsg{Type: tea.KeyCtrlU})
				continue
			}
			press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{rune("perso"[i%6])}})
		}
	})
}

package ui_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/day"
	"cordial/ui"
	"cordial/ui/theme"
	"cordial/ui/uitest"
)

// letters is the busy inbox with connection requests, templates and two drafts.
func letters(m *uitest.Memory) {
	asking(m)
	m.Decide(uitest.Start(), model.TemplateAdded{Template: "t1", TemplateText: model.TemplateText{
		Name: "Platform lead", Channel: channel.InMail, Subject: "Platform lead at {company}",
		Body: "Hi {first_name},\n\nwe are looking for a platform lead. Would a call next week be welcome?\n\nBest, {my_first_name}",
	}})
	draft := func(name string, by channel.Channel, body string, ago time.Duration) {
		l := model.Letter{Person: model.PersonKey(name), Channel: by, Body: body, Saved: uitest.Start().Add(-ago)}
		if err := m.SaveDraft(l); err != nil {
			panic(err)
		}
	}
	draft("aiko-nakamura", channel.Message, "Hi Aiko,\n\nany news of the conference?", 26*time.Hour)
	draft("tom-becker", channel.InMail, "Dear Tom, your team is growing, I hear.", 2*time.Hour)
}

// The frames of writing, of drafts and of connection requests at the sizes of the
// drawings.
func TestWritingFrames(t *testing.T) {
	for name, story := range map[string]func(s *uitest.Scenario){
		"rows":        func(*uitest.Scenario) {},
		"drafts":      func(s *uitest.Scenario) { s.Press("g d") },
		"drafts-drop": func(s *uitest.Scenario) { s.Press("g d").Press("#") },
		"drafts-empty": func(s *uitest.Scenario) {
			s.Press("g d").Press("#").Wait(pause).Press("y").Press("#").Wait(pause).Press("y")
		},
		"drafts-away": func(s *uitest.Scenario) {
			s.Press("j j").Press("c").Press("ctrl+s").Press("x").Wait(pause).Press("l").Press("g d")
		},
		"compose":       func(s *uitest.Scenario) { s.Press("/").Type("finn").Press("enter").Press("c") },
		"compose-open":  func(s *uitest.Scenario) { s.Press("G").Press("c").Press("tab").Type("One more try") },
		"reply":         func(s *uitest.Scenario) { s.Press("r").Type("Tuesday at ten?") },
		"template":      func(s *uitest.Scenario) { s.Press("j").Press("c").Press("ctrl+t") },
		"template-used": func(s *uitest.Scenario) { s.Press("j").Press("c").Press("ctrl+t").Press("enter") },
		"handed":        func(s *uitest.Scenario) { s.Press("r").Type("Tuesday at ten?").Press("ctrl+s") },
		"sent":          func(s *uitest.Scenario) { s.Press("r").Type("Tuesday at ten?").Press("ctrl+s").Send(tea.FocusMsg{}) },
		"by-hand": func(s *uitest.Scenario) {
			s.With(func(d *ui.Deps) { d.Copy = func(string) error { return errors.New("no clipboard was found") } })
			s.Press("r").Type("Tuesday at ten?").Press("ctrl+s")
		},
		"invitations":          func(s *uitest.Scenario) { s.Press("g v") },
		"invitations-recorded": func(s *uitest.Scenario) { s.Press("g v").Press("y") },
		"invitations-received": func(s *uitest.Scenario) { s.Press("g v").Press("tab") },
		"invitations-all":      func(s *uitest.Scenario) { s.Press("g v").Press("tab tab").Press("G") },
		"limits":               func(s *uitest.Scenario) { s.Press("g v").Press("shift+tab").Press("j") },
		"limits-hit":           func(s *uitest.Scenario) { s.Press("g v").Press("L").Press("shift+tab") },
		"limit":                func(s *uitest.Scenario) { s.Press("g v").Press("shift+tab").Press("j j j").Press("enter") },
	} {
		for _, size := range sizes() {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				s := uitest.Open(t, letters).Size(size[0], size[1])
				story(s)
				s.Golden()
			})
		}
	}
}

// Every screen and dialog of writing fills every terminal exactly: Send fails if not.
func TestWritingAtEverySize(t *testing.T) {
	for _, keys := range [][]string{{"g d"}, {"g v"}, {"g v", "shift+tab"}, {"c"}, {"G", "c"}, {"j", "c", "ctrl+t"}, {"r", "x", "ctrl+s"}, {"r", "x", "ctrl+s", "x"}} {
		s := uitest.Open(t, letters)
		for _, k := range keys {
			s.Press(k)
		}
		for w := 1; w <= 131; w += 13 {
			for h := 1; h <= 41; h += 5 {
				s.Size(w, h)
			}
		}
	}
}

// On a poor terminal everything is ASCII, as long as people are.
func TestWritingInASCII(t *testing.T) {
	fill := func(m *uitest.Memory) {
		tom := m.Know(model.Person{Name: "Tom Becker", Company: "Acme", Degree: 2})
		m.Say(m.Talk(tom), uitest.Start().Add(-time.Hour), false, "Hello")
		m.Invite(tom, true, day.New(2026, 11, 1), "A note that is long enough to be cut somewhere, at least on a small screen")
		m.Decide(uitest.Start().AddDate(0, 0, -9), model.SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
	}
	for _, size := range sizes() {
		for _, keys := range [][]string{
			{"c"}, {"c", "ctrl+t"}, {"c", "shift+tab right"}, {"r", "x", "ctrl+s"}, {"r", "x", "ctrl+s", "x"}, {"r", "x", "esc", "g d"}, {"g v"}, {"g v", "shift+tab"},
		} {
			s := uitest.Open(t, fill).With(func(d *ui.Deps) { d.Theme = theme.Options{ASCII: true} }).Size(size[0], size[1])
			for _, k := range keys {
				s.Press(k)
			}
			for _, r := range s.Frame() {
				if r > 127 {
					t.Fatalf("after %v, %q is not ASCII:\n%s", keys, r, s.Frame())
				}
			}
		}
	}
}

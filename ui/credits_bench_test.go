package ui_test

import (
	"fmt"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/ui"
	"cordial/ui/uitest"
)

// decades is a program on a seat of 20 years with 50,000 InMails, every fifth of them
// answered, after its first frame.
func decades(b *testing.B) *ui.App {
	b.Helper()
	const sends = 50_000
	m := &uitest.Memory{}
	end := uitest.Start()
	start := end.AddDate(-20, 0, 0)
	m.Decide(start, model.SeatOpened{Seat: "work", Name: "Work", Plan: "recruiter-corporate", Zone: "Europe/Berlin"})
	for i := range sends {
		at := start.Add(end.Sub(start) / sends * time.Duration(i))
		id := fmt.Sprint(i)
		m.Decide(at, model.ContactAdded{Contact: id, Name: "Person " + id},
			model.InMailSent{InMail: id, Contact: id, Seat: "work", Cost: 1})
		if i%5 == 0 {
			m.Decide(at.Add(time.Minute), model.InMailAnswered{InMail: id, Answer: model.AnswerReplied})
		}
	}
	app := ui.New(deps2(m))
	drain(app, app.Init())
	app.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	return app
}

// type1 sends keys and draws the frame that answers the last of them.
func type1(app *ui.App, keys ...tea.KeyMsg) {
	for _, k := range keys {
		app.Update(k)
	}
	_ = app.View()
}

// From a key to the frame that answers it, in the account of 20 years: opening the
// credits, walking through the statement, and booking what changes the whole ledger.
func BenchmarkCredits(b *testing.B) {
	app := decades(b)
	rune1 := func(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}} }
	enter, esc, tab := tea.KeyMsg{Type: tea.KeyEnter}, tea.KeyMsg{Type: tea.KeyEsc}, tea.KeyMsg{Type: tea.KeyTab}
	b.Run("frame", func(b *testing.B) {
		for b.Loop() {
			_ = app.View()
		}
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			type1(app, rune1('g'), rune1('m'))
			app.Update(esc)
		}
	})
	b.Run("line", func(b *testing.B) {
		type1(app, rune1('g'), rune1('m'), tab)
		for b.Loop() {
			type1(app, rune1('j'))
		}
		type1(app, esc)
	})
	b.Run("reconcile", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			type1(app, rune1('='), rune1(rune('1'+i%9)), enter)
		}
	})
}

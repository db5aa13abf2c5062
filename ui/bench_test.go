package ui_test

import (
	"fmt"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/model"
	"cordial/ui"
	"cordial/ui/port"
	"cordial/ui/uitest"
)

// crowd is a store with many conversations that are made when they are asked for.
type crowd struct {
	uitest.Memory
	n int
}

func (c *crowd) Threads() (port.Threads, error) { return heads(c.n), nil }

// heads is a picture of n conversations.
type heads int

func (h heads) Len() int { return int(h) }

func (h heads) Head(i int) model.Head {
	at := int64(1_795_000_000 - 60*i)
	return model.Head{Key: model.Key(i + 1), Person: model.Key(i + 1_000_001), LastAt: at, LastIn: at}
}

func (h heads) Row(i int) model.Thread {
	return model.Thread{
		Head: h.Head(i), ID: h.Head(i).Key.ThreadID(), Snippet: "Thank you, that would be welcome next week",
		People: []model.PersonRef{{ID: fmt.Sprint("person-", i), Key: h.Head(i).Person, Name: fmt.Sprint("Person ", i)}}, In: 1,
	}
}

// many is a program on n conversations, after its first frame.
func many(b *testing.B, n int) *ui.App {
	b.Helper()
	app := ui.New(deps2(&crowd{n: n}))
	drain(app, app.Init())
	app.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	return app
}

// deps2 is deps without clocks, which a benchmark must not wait for.
func deps2(store port.Store) ui.Deps {
	d := deps(&uitest.Memory{})
	d.Store = store
	d.Later = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	n := 0
	d.NewID = func(time.Time) string { n++; return fmt.Sprint("id-", n) }
	return d
}

// drain runs commands and what follows from them.
func drain(app *ui.App, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			drain(app, c)
		}
	default:
		_, next := app.Update(msg)
		drain(app, next)
	}
}

// From a key to the frame that answers it, among 100,000 conversations.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, bench := range []struct{ name, keys string }{{"move", "jk"}, {"star", "s"}, {"archive-undo", "ez"}} {
		b.Run(bench.name, func(b *testing.B) {
			app := many(b, 100_000)
			for i := 0; b.Loop(); i++ {
				key := bench.keys[i%len(bench.keys)]
				_, cmd := app.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{rune(key)}})
				_ = app.View()
				b.StopTimer()
				drain(app, cmd)
				b.StartTimer()
			}
		})
	}
}

// From nothing to the first frame, with 100,000 conversations.
func BenchmarkFirstFrame(b *testing.B) {
	for b.Loop() {
		_ = many(b, 100_000).View()
	}
}

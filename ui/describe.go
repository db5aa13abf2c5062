package ui

import (
	"time"

	"cordial/model"
	"cordial/model/triage"
	"cordial/model/when"
)

// describe says a decision in words, as what was done: "archived Maria Rossi".
func (a *App) describe(d model.Decision) string {
	return a.book.Describe(d, model.Names{
		Thread: a.threadName,
		Time:   func(t time.Time) string { return when.Short(t, a.now) },
	})
}

// threadName is how a conversation is called.
func (a *App) threadName(key model.Key) string {
	if l, ok := a.board.Line(triage.ID{Thread: key}); ok {
		return l.Name
	}
	return "a conversation"
}

package dialog_test

import (
	"testing"

	"cordial/keymap"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// drawn is one dialog in one state.
type drawn struct {
	name string
	make func(w *town) dialog.Dialog
}

// career opens a Premium Career seat as in the drawings, and sends Lena an InMail.
func career(w *town) {
	seven := 7
	w.seat("Main", "career", "09-01 09:00", &seven)
	w.send(2, "main", "11-06 10:14")
}

func drawings() []drawn {
	return []drawn{
		{"labels", func(w *town) dialog.Dialog {
			w.record(w.world.Book.Label(w.targets([]triage.ID{id(0)}), "Hot Leads", true, w.world.Now))
			w.record(w.world.Book.Label(w.targets([]triage.ID{id(0), id(1)}), "Conference 2026", true, w.world.Now))
			return dialog.NewLabels(w.world, []triage.ID{id(0), id(1)})
		}},
		{"labels-create", func(w *town) dialog.Dialog {
			d := dialog.NewLabels(w.world, []triage.ID{id(0)})
			press(d, typed("lead")...)
			return d
		}},
		{"jump", func(w *town) dialog.Dialog {
			w.record(w.world.Book.Label(w.targets([]triage.ID{id(0)}), "Hot Leads", true, w.world.Now))
			return dialog.NewJump(w.world)
		}},
		{"remind", func(w *town) dialog.Dialog {
			d := dialog.NewRemind(w.world, []triage.ID{id(0)}, false)
			press(d, typed("next tue 9am")...)
			return d
		}},
		{"remind-wrong", func(w *town) dialog.Dialog {
			d := dialog.NewRemind(w.world, []triage.ID{id(0), id(1), id(2)}, true)
			press(d, typed("31 feb")...)
			return d
		}},
		{"remind-number", func(w *town) dialog.Dialog {
			d := dialog.NewRemind(w.world, []triage.ID{id(0)}, false)
			press(d, "4", "shift+tab", "c", "a", "l", "l")
			return d
		}},
		{"inmail", func(w *town) dialog.Dialog {
			career(w)
			d := dialog.NewInMail(w.world, people()[1])
			press(d, typed("Platform team lead")...)
			return d
		}},
		{"inmail-refused", func(w *town) dialog.Dialog {
			career(w)
			return dialog.NewInMail(w.world, people()[2])
		}},
		{"inmail-free", func(w *town) dialog.Dialog {
			career(w)
			return dialog.NewInMail(w.world, people()[4])
		}},
		{"inmail-seats", func(w *town) dialog.Dialog {
			career(w)
			none := 0
			w.seat("Second", "business", "11-10 09:00", &none)
			d := dialog.NewInMail(w.world, people()[1])
			press(d, "up", "up", "right")
			return d
		}},
		{"inmail-noseat", func(w *town) dialog.Dialog { return dialog.NewInMail(w.world, people()[1]) }},
		{"seat", func(w *town) dialog.Dialog { return dialog.NewSeat(w.world) }},
		{"seat-chosen", func(w *town) dialog.Dialog {
			d := dialog.NewSeat(w.world)
			press(d, "s")
			return d
		}},
		{"seat-wrong", func(w *town) dialog.Dialog {
			d := dialog.NewSeat(w.world)
			press(d, "p", "tab", "4", "0")
			return d
		}},
		{"answer", func(w *town) dialog.Dialog {
			career(w)
			return dialog.NewAnswer(w.world, people()[2])
		}},
		{"answer-late", func(w *town) dialog.Dialog {
			seven := 7
			w.seat("Main", "career", "07-01 09:00", &seven)
			w.send(2, "main", "08-01 10:14")
			return dialog.NewAnswer(w.world, people()[2])
		}},
		{"answer-none", func(w *town) dialog.Dialog { return dialog.NewAnswer(w.world, people()[3]) }},
		{"note", func(w *town) dialog.Dialog {
			d := dialog.NewNote(w.world, id(0))
			press(d, typed("prefers email for contracts")...)
			press(d, "alt+enter", "o", "k")
			return d
		}},
		{"note-empty", func(w *town) dialog.Dialog { return dialog.NewNote(w.world, id(1)) }},
		{"search", func(w *town) dialog.Dialog {
			w.record(w.world.Book.Label(w.targets([]triage.ID{id(1)}), "Hot Leads", true, w.world.Now))
			d := dialog.NewSearch(w.world)
			press(d, typed("l")...)
			return d
		}},
		{"search-empty", func(w *town) dialog.Dialog { return dialog.NewSearch(w.world) }},
		{"search-nobody", func(w *town) dialog.Dialog {
			d := dialog.NewSearch(w.world)
			press(d, typed("zzz")...)
			return d
		}},
		{"question", func(w *town) dialog.Dialog {
			return dialog.NewQuestion(w.world, ask.Question{
				Title: "Did you press Send in LinkedIn?",
				Text:  "InMail to Lena Öztürk · \"Platform team lead\"\nYes books 1 credit from the lot expiring 30 Nov (11 → 10).",
				Yes:   ask.GoToCredits{}, YesText: "yes, sent", NoText: "no, keep the draft",
				Later: ask.Close{}, LaterText: "later (ask again)",
			})
		}},
		{"help", func(w *town) dialog.Dialog {
			return dialog.NewHelp(w.world.Keys, keymap.Stack(keymap.Inbox), map[keymap.Action]string{
				keymap.InMailLog: "not needed, you are connected",
			})
		}},
		{"help-typed", func(w *town) dialog.Dialog {
			d := dialog.NewHelp(w.world.Keys, keymap.Stack(keymap.Inbox), map[keymap.Action]string{
				keymap.Unarchive: "it is in the inbox",
			})
			press(d, typed("arch")...)
			return d
		}},
	}
}

func TestDrawings(t *testing.T) {
	for _, c := range drawings() {
		t.Run(c.name, func(t *testing.T) { drawAll(t, c.name, c.make(newTown(t))) })
	}
}

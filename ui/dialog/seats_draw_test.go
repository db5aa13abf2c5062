package dialog_test

import (
	"testing"

	"cordial/model"
	"cordial/model/credit"
	"cordial/ui/dialog"
)

// autumn is a Premium Career seat with a price and a few InMails, one of them
// answered.
func autumn(w *town) {
	w.seat("Main", "career", "08-01 09:00", nil)
	w.send(1, "main", "10-12 10:00")
	w.send(2, "main", "11-06 10:14")
	w.record(w.world.Book.AnswerInMail(people()[1], model.AnswerReplied, at(w.t, "11-13 08:00"), w.world.Now, false))
	w.send(3, "main", "11-11 10:00")
}

// seatDrawings are the dialogs about seats.
func seatDrawings() []drawn {
	return []drawn{
		{"reconcile", func(w *town) dialog.Dialog {
			autumn(w)
			return dialog.NewReconcile(w.world, "main", nil)
		}},
		{"reconcile-fewer", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewReconcile(w.world, "main", nil)
			press(d, "7")
			return d
		}},
		{"reconcile-more", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewReconcile(w.world, "main", []string{"inmail-2-11-06 10:14"})
			press(d, "1", "6")
			return d
		}},
		{"reconcile-same", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewReconcile(w.world, "main", nil)
			press(d, "1", "4")
			return d
		}},
		{"reconcile-wrong", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewReconcile(w.world, "main", nil)
			press(d, "-", "3", "enter")
			return d
		}},
		{"plan", func(w *town) dialog.Dialog {
			autumn(w)
			return dialog.NewPlan(w.world, "main")
		}},
		{"plan-chosen", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewPlan(w.world, "main")
			press(d, "r")
			return d
		}},
		{"cancel", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewCancelSeat(w.world, "main")
			press(d, "right")
			return d
		}},
		{"policy-number", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewPolicy(w.world, "main", credit.FieldCap)
			press(d, "ctrl+u", "1", "0")
			return d
		}},
		{"policy-choice", func(w *town) dialog.Dialog {
			autumn(w)
			return dialog.NewPolicy(w.world, "main", credit.FieldRefundRule)
		}},
		{"price", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewPrice(w.world, "main")
			press(d, typed("29.99")...)
			return d
		}},
		{"pace", func(w *town) dialog.Dialog {
			autumn(w)
			d := dialog.NewPace(w.world, "main", nil)
			press(d, typed("5/week")...)
			return d
		}},
		{"why", func(w *town) dialog.Dialog {
			autumn(w)
			return dialog.NewWhy(w.world, "main")
		}},
	}
}

func TestSeatDrawings(t *testing.T) {
	for _, c := range seatDrawings() {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			drawAll(t, c.name, c.make(w))
		})
	}
}

// A refresh changes nothing that was typed or chosen.
func TestSeatsKeepWhatIsTyped(t *testing.T) {
	for _, c := range seatDrawings() {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			d := c.make(w)
			if c.name == "reconcile-wrong" {
				press(d, "0") // what was wrong is said until the next key
			}
			before := frame(d, 100, 30)
			d.Refresh(w.world)
			if after := frame(d, 100, 30); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

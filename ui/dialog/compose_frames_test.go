package dialog_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/day"
	"cordial/model/quota"
	"cordial/ui/dialog"
)

// knowing makes the world know everybody as the town does, and count the quotas.
func (w *town) knowing() *town {
	w.world.Me = model.Person{Name: "Pavel Novák"}
	w.world.Known = func(p model.Person) dialog.Acquaintance {
		for _, known := range people() {
			if known.Key == p.Key {
				p, _ = w.world.Book.Person(p.Key, known, true)
			}
		}
		return dialog.Acquaintance{Person: p, Requests: w.world.Book.RequestsWith(p, nil, w.world.Now)}
	}
	return w
}

// counted is the world with the quotas as they stand.
func (w *town) counted() *town {
	w.count()
	return w
}

// count measures the quotas, as the app does after every decision.
func (w *town) count() {
	all := w.world.Book.Requests(nil, func(model.Key) (day.Day, bool) { return 0, false }, w.world.Now)
	w.world.Meters = w.world.Book.Quotas(all, nil, w.world.Now)
}

// template adds a template.
func (w *town) template(id, name string, by channel.Channel, subject, body string) {
	w.t.Helper()
	w.record(w.world.Book.AddTemplate(id, model.TemplateText{Name: name, Channel: by, Subject: subject, Body: body}, w.world.Now))
}

// letterTo is the text of drawing 3a.
func letterText() string {
	return "Hi Lena,\n\nyour talk on zero-downtime migrations is the reason I rewrote ours. We are hiring a platform lead; " +
		"would a 15 minute call next week be welcome?\n\nBest, Pavel"
}

// composed is a dialog with a draft to the n-th person.
func composed(w *town, n int, by channel.Channel, subject, body string) *dialog.Compose {
	p := people()[n]
	w.count()
	return dialog.NewCompose(w.world, p, []model.Letter{{Person: p.Key, Channel: by, Subject: subject, Body: body}}, by)
}

func composeDrawings() []drawn {
	return []drawn{
		{"compose-inmail", func(w *town) dialog.Dialog {
			seven := 7
			w.seat("Main", "career", "09-01 09:00", &seven)
			return composed(w, 2, channel.InMail, "Platform team lead", letterText())
		}},
		{"compose-refused", func(w *town) dialog.Dialog {
			career(w)
			return composed(w, 2, channel.InMail, "Platform team lead", letterText())
		}},
		{"compose-advice", func(w *town) dialog.Dialog {
			career(w)
			return dialog.NewCompose(w.counted().world, people()[3], nil, "")
		}},
		{"compose-message", func(w *town) dialog.Dialog {
			return composed(w, 0, channel.Message, "", "Tuesday at ten?")
		}},
		{"compose-bare", func(w *town) dialog.Dialog {
			d := composed(w, 3, channel.Invitation, "", "Your talk was a delight.")
			press(d, "tab", "left")
			return d
		}},
		{"compose-toolong", func(w *town) dialog.Dialog {
			return composed(w, 3, channel.Invitation, "", strings.Repeat("word ", 50))
		}},
		{"compose-noseat", func(w *town) dialog.Dialog {
			return composed(w, 1, channel.InMail, "", "Hello")
		}},
		{"compose-missing", func(w *town) dialog.Dialog {
			career(w)
			d := composed(w, 5, channel.InMail, "", "Hello {first_name}, how are things at {company}? I am at {my_company}.")
			press(d, "ctrl+s")
			return d
		}},
		{"compose-seats", func(w *town) dialog.Dialog {
			career(w)
			w.seat("Second", "business", "11-10 09:00", nil)
			d := composed(w, 4, channel.InMail, "Health", "Dear Mei")
			press(d, "tab", "right")
			return d
		}},
		{"compose-limit", func(w *town) dialog.Dialog {
			w.record(w.world.Book.HitLimit(quota.InvitationsWeek, w.world.Now.Add(-time.Hour), w.world.Now))
			return composed(w, 3, channel.Invitation, "", "Your talk was a delight.")
		}},
		{"compose-handed", func(w *town) dialog.Dialog {
			career(w)
			d := composed(w, 4, channel.InMail, "Health", "Dear Mei")
			press(d, "ctrl+s")
			d.Handed(nil, nil, false)
			return d
		}},
		{"compose-unsure", func(w *town) dialog.Dialog {
			career(w)
			d := composed(w, 4, channel.InMail, "Health", letterText())
			press(d, "ctrl+s")
			d.Handed(nil, nil, true)
			return d
		}},
		{"compose-byhand", func(w *town) dialog.Dialog {
			career(w)
			d := composed(w, 4, channel.InMail, "Health", letterText())
			press(d, "ctrl+s")
			d.Handed(errors.New("no clipboard was found"), errors.New("no browser was found"), false)
			return d
		}},
		{"templates", func(w *town) dialog.Dialog {
			w.template("t1", "Short hello", channel.Message, "", "Hi {first_name}!")
			w.template("t2", "Platform lead", channel.InMail, "Platform team lead at {my_company}", "Dear {first_name},\n\nhow is {company}?")
			w.template("t3", "Talk", channel.Invitation, "", "Your talk was a delight, {first_name}.")
			return dialog.NewTemplates(w.world, people()[2], channel.InMail)
		}},
		{"templates-none", func(w *town) dialog.Dialog { return dialog.NewTemplates(w.world, people()[2], channel.InMail) }},
		{"sent", func(w *town) dialog.Dialog {
			career(w)
			l := model.Letter{Person: people()[1].Key, Channel: channel.InMail, Subject: "Platform team lead", Body: "Hi", Copied: w.world.Now}
			return dialog.NewSent(w.world, people()[1], l, "main")
		}},
		{"quota", func(w *town) dialog.Dialog { return dialog.NewQuota(w.counted().world, w.world.Meters[1]) }},
	}
}

func TestComposeDrawings(t *testing.T) {
	for _, c := range composeDrawings() {
		t.Run(c.name, func(t *testing.T) { drawAll(t, c.name, c.make(newTown(t).knowing())) })
	}
}

// Every size down to one cell gets a block of at most that size.
func TestComposeAtEverySize(t *testing.T) {
	for _, c := range composeDrawings() {
		d := c.make(newTown(t).knowing())
		for w := 1; w <= 130; w += 3 {
			for h := 1; h <= 40; h += 2 {
				t.Run(fmt.Sprintf("%s-%dx%d", c.name, w, h), func(t *testing.T) { isBlock(t, d.Draw(plain(), w, h), w, h) })
			}
		}
	}
}

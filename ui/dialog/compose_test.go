package dialog_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/role"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// compose is a town with a seat, and the dialog to the n-th person.
func compose(t *testing.T, n int, by channel.Channel) (*town, *dialog.Compose) {
	t.Helper()
	w := newTown(t).knowing()
	seven := 7
	w.seat("Main", "career", "09-01 09:00", &seven)
	return w, dialog.NewCompose(w.counted().world, people()[n], nil, by)
}

// body is what is written for a channel.
func body(d *dialog.Compose, c channel.Channel) string {
	for _, l := range d.Letters() {
		if l.Channel == c {
			return l.Body
		}
	}
	return ""
}

// only is the one request of several keys.
func only(t *testing.T, asked []ask.Request) ask.Request {
	t.Helper()
	if len(asked) != 1 {
		t.Fatalf("asked for %v", asked)
	}
	return asked[0]
}

// says fails unless the dialog shows a text.
func says(t *testing.T, d dialog.Dialog, text string) {
	t.Helper()
	if got := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "\n", " ").Replace(frame(d, 120, 36))), " "); !strings.Contains(got, text) {
		t.Fatalf("%q is not in\n%s", text, frame(d, 120, 36))
	}
}

// Which way it begins with: what was asked for, the draft's, the one advised.
func TestComposeBegins(t *testing.T) {
	draft := func(by channel.Channel, minutes int) model.Letter {
		return model.Letter{Channel: by, Body: "Hi", Saved: time.Unix(int64(minutes)*60, 0)}
	}
	for _, c := range []struct {
		name   string
		person int
		drafts []model.Letter
		by     channel.Channel
		want   string
	}{
		{"1st degree", 0, nil, "", "(•) Message"},
		{"2nd degree", 3, nil, "", "(•) Invitation + note"},
		{"3rd degree", 2, nil, "", "(•) InMail"},
		{"C-level", 1, nil, "", "(•) InMail"},
		{"asked for", 2, nil, channel.Invitation, "(•) Invitation + note"},
		{"a draft", 3, []model.Letter{draft(channel.InMail, 1)}, "", "(•) InMail"},
		{"two drafts", 3, []model.Letter{draft(channel.Message, 2), draft(channel.InMail, 1)}, "", "(•) Message"},
		{"a draft and another way", 3, []model.Letter{draft(channel.InMail, 1)}, channel.Message, "(•) Message"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := compose(t, 0, "")
			says(t, dialog.NewCompose(w.world, people()[c.person], c.drafts, c.by), c.want)
		})
	}
}

// The text of one way is not that of another, and the subject is the InMail's.
func TestComposeKeepsATextForEachChannel(t *testing.T) {
	_, d := compose(t, 2, channel.InMail)
	press(d, typed("Hello")...)
	press(d, "enter", "H", "i", "enter", "L", "e", "n", "a", "tab", "left")
	says(t, d, "(•) Invitation + note")
	press(d, "tab", "N", "o", "t", "e", "shift+tab", "left", "left", "tab", "M")
	want := []model.Letter{
		{Channel: channel.Message, Body: "M"},
		{Channel: channel.Invitation, Body: "Note"},
		{Channel: channel.InMail, Subject: "Hello", Body: "Hi\nLena"},
	}
	for i := range want {
		want[i].Person = people()[2].Key
	}
	if got := d.Letters(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// What ctrl+s and ctrl+o lead to.
func TestComposeHandsOver(t *testing.T) {
	long := strings.Repeat("x", 8001)
	cases := []struct {
		name   string
		person int
		by     channel.Channel
		body   string
		keys   []string
		says   string // empty: it is handed over
	}{
		{"a message", 0, channel.Message, "Hi", []string{"ctrl+s"}, ""},
		{"an InMail", 1, channel.InMail, "Hi", []string{"ctrl+s"}, ""},
		{"a note", 3, channel.Invitation, "Hi", []string{"ctrl+s"}, ""},
		{"no note", 3, channel.Invitation, "", []string{"tab", "left", "ctrl+s"}, ""},
		{"nothing", 0, channel.Message, " \n", []string{"ctrl+s"}, "✗ there is nothing to send yet"},
		{"nothing, insisting", 0, channel.Message, "", []string{"ctrl+o"}, "✗ there is nothing to send yet"},
		{"nothing in a note", 3, channel.Invitation, "", []string{"ctrl+s"}, "✗ there is nothing to send yet"},
		{"not connected", 1, channel.Message, "Hi", []string{"ctrl+s"}, "✗ not copied; if LinkedIn lets you, press ctrl+o"},
		{"not connected, insisting", 1, channel.Message, "Hi", []string{"ctrl+o"}, ""},
		{"connected already", 0, channel.Invitation, "Hi", []string{"ctrl+s"}, "✗ not copied; if LinkedIn lets you"},
		{"too long a note", 3, channel.Invitation, strings.Repeat("x", 301), []string{"ctrl+s"}, "301 characters, 1 more than the 300"},
		{"too long a note, insisting", 3, channel.Invitation, strings.Repeat("x", 301), []string{"ctrl+o"}, ""},
		{"too long an InMail", 1, channel.InMail, strings.Repeat("x", 1901), []string{"ctrl+s"}, "1,901/1,900, 1 too many"},
		{"too long a message, insisting", 0, channel.Message, long, []string{"ctrl+o"}, "✗ not copied: the body has 8001 characters"},
		{"a variable", 5, channel.InMail, "{company} {my_company}", []string{"ctrl+o"}, "✗ not copied: fill in or take out {my_company}"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w, _ := compose(t, 0, "")
			d := composed(w, c.person, c.by, "", c.body)
			asked := press(d, c.keys...)
			if c.says != "" {
				if len(asked) > 0 {
					t.Fatalf("asked for %v", asked)
				}
				says(t, d, c.says)
				return
			}
			r, ok := only(t, asked).(ask.HandOver)
			want := model.Letter{
				Person: people()[c.person].Key, Channel: c.by, Body: c.body, Copied: w.world.Now, Bare: c.name == "no note",
			}
			if !ok || r.Letter != want || r.URL != people()[c.person].URL || r.Seat != "main" {
				t.Errorf("%+v", asked)
			}
			if asked := press(d, "x", "ctrl+s", "enter"); len(asked) > 0 {
				t.Errorf("while it is being copied, keys ask for %v", asked)
			}
			d.Handed(nil, nil, false)
			if a, ok := only(t, press(d, "x")).(ask.AskSent); !ok || a.Letter != want {
				t.Errorf("the next key asks for %v", a)
			}
			if l, away := d.Away(); !away || l != want {
				t.Errorf("on its way: %v, %t", l, away)
			}
			d.Resume()
			press(d, "x")
			if c.by != channel.Invitation || c.body != "" {
				if got := body(d, c.by); got != c.body+"x" {
					t.Errorf("after no, %q", got)
				}
			}
		})
	}
}

// A limit that is hit, no credit, and an unanswered InMail are refused with what
// would help.
func TestComposeRefuses(t *testing.T) {
	w := newTown(t).knowing()
	d := composed(w, 1, channel.InMail, "", "Hi")
	if _, ok := only(t, press(d, "ctrl+s")).(ask.FillSeat); !ok {
		t.Error("without a seat, none is offered to be opened")
	}
	none := 0
	w.seat("Main", "career", "11-10 09:00", &none)
	d.Refresh(w.world)
	says(t, d, "has no credit left; 5 arrive on 2026-12-10.")
	says(t, d, "If LinkedIn lets you send it all the same, press ctrl+o.")
	w.record(w.world.Book.HitLimit("invitations-week", w.world.Now, w.world.Now))
	says(t, composed(w, 3, channel.Invitation, "", "Hi"), "! LinkedIn said that its limit of invitations is reached; it ends on Wed 25 Nov 14:02.")
}

// Three weeks long, a withdrawn request stands in the way of another.
func TestComposeRefusesToReinvite(t *testing.T) {
	w := newTown(t).knowing()
	for _, e := range []struct{ state, on string }{{model.InviteSent, "10-01 10:00"}, {model.InviteWithdrawn, "11-10 10:00"}} {
		drafts, _, err := w.world.Book.RecordInvitation(model.InviteRequest{
			Person: people()[3], State: e.state, At: at(t, e.on), Before: w.world.Book.RequestsWith(people()[3], nil, w.world.Now),
		}, w.world.Now)
		w.record(drafts, err)
	}
	d := composed(w, 3, channel.Invitation, "", "Hi")
	says(t, d, "so LinkedIn takes another from 2026-12-01 on. Wait until then; if LinkedIn lets you")
	if asked := press(d, "ctrl+s"); len(asked) > 0 {
		t.Errorf("asks for %v", asked)
	}
}

// The profile is changed by one key each.
func TestComposeEditsTheProfile(t *testing.T) {
	for _, c := range []struct {
		person int
		key    string
		want   model.ContactEdited
		shows  string
	}{
		{1, "ctrl+g", model.ContactEdited{Degree: ptr(3)}, "3rd ctrl+g"},
		{2, "ctrl+g", model.ContactEdited{Degree: ptr(0)}, "out ctrl+g"},
		{5, "ctrl+g", model.ContactEdited{Degree: ptr(1)}, "1st ctrl+g"},
		{6, "ctrl+g", model.ContactEdited{Degree: ptr(1)}, "1st ctrl+g"},
		{0, "ctrl+g", model.ContactEdited{Degree: ptr(2)}, "2nd ctrl+g"},
		{1, "ctrl+r", model.ContactEdited{Role: ptr(role.IsRecruiter)}, "recruiter, you say ctrl+r"},
		{3, "ctrl+r", model.ContactEdited{Role: ptr(role.IsOther)}, "other role, you say ctrl+r"},
		{2, "ctrl+r", model.ContactEdited{Role: ptr(role.IsCLevel)}, "C-level, you say ctrl+r"},
		{2, "ctrl+y", model.ContactEdited{OpenProfile: ptr(true)}, "Open Profile ctrl+y"},
		{4, "ctrl+y", model.ContactEdited{OpenProfile: ptr(false)}, "no Open Profile ctrl+y"},
	} {
		w, d := compose(t, c.person, "")
		r, ok := only(t, press(d, c.key)).(ask.EditContact)
		if !ok || !reflect.DeepEqual(r.Edit, c.want) {
			t.Fatalf("%s on %s asks for %+v", c.key, people()[c.person].Name, r)
		}
		w.record(w.world.Book.EditContact(r.Person, r.Edit, w.world.Now))
		d.Refresh(w.world)
		says(t, d, c.shows)
	}
}

func ptr[T any](v T) *T { return &v }

// The user's own editor gets the text and gives one back, or nothing is changed.
func TestComposeInTheEditor(t *testing.T) {
	_, d := compose(t, 0, channel.Message)
	press(d, "H", "i")
	if r := only(t, press(d, "ctrl+e")); r != (ask.EditText{Text: "Hi"}) {
		t.Errorf("asks for %v", r)
	}
	for _, c := range []struct {
		text string
		err  error
		want string
		says string
	}{
		{"Hi Maria,\n\nhow are you?\r\n\n", nil, "Hi Maria,\n\nhow are you?", "Hi Maria,"},
		{"lost", errors.New("the editor ended with exit status 1"), "Hi", "✗ the editor ended with exit status 1; the text is as it was"},
		{" \n", nil, "Hi", "✗ the editor gave back no text; it is as it was"},
		{"a\x1b[31mb\u202ec", nil, "a[31mbc", "a[31mbc"},
	} {
		_, d := compose(t, 0, channel.Message)
		press(d, "H", "i")
		d.Edited(c.text, c.err)
		if got := body(d, channel.Message); got != c.want {
			t.Errorf("%q gives %q", c.text, got)
		}
		says(t, d, c.says)
	}
	_, d = compose(t, 3, channel.Invitation)
	if asked := press(d, "tab", "left", "ctrl+e"); len(asked) > 0 {
		t.Errorf("without a note, the editor is asked for: %v", asked)
	}
}

// A template fills the letter of its channel; what is written is not lost by it.
func TestComposeUsesTemplates(t *testing.T) {
	w, d := compose(t, 2, channel.InMail)
	w.template("t1", "Lead", channel.InMail, "For {company}", "Dear {first_name} at {company}, {my_company}")
	w.template("t2", "Talk", channel.Invitation, "", "Hi {first_name}")
	if r := only(t, press(d, "ctrl+t")).(ask.PickTemplate); r.By != channel.InMail || r.Person.Key != people()[2].Key {
		t.Errorf("asks for %+v", r)
	}
	if r := d.Use("t1", false); r != nil {
		t.Errorf("an empty letter asks for %v", r)
	}
	got := d.Letters()[2]
	if got.Subject != "For Globex" || got.Body != "Dear Lena at Globex, {my_company}" || got.Template != "t1" {
		t.Errorf("%+v", got)
	}
	says(t, d, "✗ not known: {my_company}; fill in or take out")
	press(d, "x")
	says(t, d, "! Still to be filled in or taken out: {my_company}")
	q, ok := d.Use("t1", false).(ask.Question)
	if !ok || q.Yes != (ask.UseTemplate{Template: "t1", Replace: true}) || !strings.Contains(q.Text, "For Globex Dear Lena") {
		t.Errorf("a letter asks for %+v", q)
	}
	if d.Use("t1", true) != nil || body(d, channel.InMail) != "Dear Lena at Globex, {my_company}" {
		t.Error("it was not replaced")
	}
	if d.Use("t2", false) != nil || body(d, channel.Invitation) != "Hi Lena" || d.Channel() != channel.Invitation {
		t.Error("the note was not filled in")
	}
	says(t, d, "(•) Invitation + note")
	d.Use("gone", false)
	says(t, d, "✗ the template is gone")
	if got := d.Letters()[2]; got.Body != "Dear Lena at Globex, {my_company}" {
		t.Errorf("the InMail is %+v", got)
	}
}

// The picker shows what a template would make, and hands out the one chosen.
func TestTemplatesPick(t *testing.T) {
	w := newTown(t).knowing()
	w.template("t1", "Hello", channel.Message, "", "Hi {first_name}!")
	w.template("t2", "Lead", channel.InMail, "", "Dear {first_name}, {my_company}")
	d := dialog.NewTemplates(w.world, people()[2], channel.InMail)
	says(t, d, "! Not known: {my_company}. Dear Lena, {my_company}")
	press(d, "down")
	says(t, d, "Hi Lena!")
	if r := only(t, press(d, "enter")); !reflect.DeepEqual(r, ask.Batch{ask.Close{}, ask.UseTemplate{Template: "t1"}}) {
		t.Errorf("asks for %v", r)
	}
	if asked := press(d, "z", "z", "z", "enter"); len(asked) > 0 {
		t.Errorf("nothing found asks for %v", asked)
	}
	says(t, d, "✗ there is no such template")
	if r := only(t, press(dialog.NewTemplates(newTown(t).world, people()[2], channel.InMail), "esc")); r != (ask.Close{}) {
		t.Errorf("esc asks for %v", r)
	}
}

// The answers to "Sent?": only letters count, and in the first 300 ms only esc.
func TestSentAnswers(t *testing.T) {
	l := model.Letter{Person: people()[1].Key, Channel: channel.InMail, Subject: "Lead", Body: "Hi", Copied: at(t, "11-18 14:00")}
	for _, c := range []struct {
		keys string
		deaf bool
		want ask.Request
	}{
		{"y", false, ask.Batch{ask.Close{}, ask.BookSent{Letter: l}}},
		{"n", false, ask.Batch{ask.Close{}, ask.NotSent{Letter: l}}},
		{"enter", false, ask.Batch{ask.Close{}, ask.NotSent{Letter: l}}},
		{"esc", false, ask.Batch{ask.Close{}, ask.NotSent{Letter: l}}},
		{"l", false, ask.Batch{ask.Close{}, ask.SentLater{Letter: l}}},
		{"c", false, ask.Copy{Text: "Lead", What: "subject"}},
		{"Y", false, nil},
		{"space", false, nil},
		{"y", true, nil},
		{"enter", true, nil},
		{"c", true, nil},
		{"esc", true, ask.Batch{ask.Close{}, ask.NotSent{Letter: l}}},
	} {
		t.Run(fmt.Sprint(c.keys, c.deaf), func(t *testing.T) {
			w, _ := compose(t, 1, "")
			d := dialog.NewSent(w.world, people()[1], l, "main")
			d.Elapsed(map[bool]time.Duration{true: 299 * time.Millisecond, false: 300 * time.Millisecond}[c.deaf])
			asked := press(d, c.keys)
			if c.want == nil && len(asked) > 0 || c.want != nil && !reflect.DeepEqual(only(t, asked), c.want) {
				t.Errorf("asks for %+v", asked)
			}
		})
	}
}

// What yes would book stands in the question.
func TestSentSaysWhatYesBooks(t *testing.T) {
	w := newTown(t).knowing()
	career(w)
	letter := func(by channel.Channel) model.Letter {
		return model.Letter{Channel: by, Body: "Hello there", Copied: w.world.Now}
	}
	bare := letter(channel.Invitation)
	bare.Bare = true
	late := letter(channel.Message)
	late.Copied = w.world.Now.Add(-25 * time.Hour)
	for _, c := range []struct {
		person int
		letter model.Letter
		want   string
	}{
		{0, letter(channel.Message), "Message to Maria Rossi · \"Hello there\" Yes records the message; it costs nothing."},
		{0, late, "You copied it yesterday 13:02."},
		{3, letter(channel.Invitation), "Invitation to Carl Berg · \"Hello there\" Yes records the invitation"},
		{3, bare, "Did you press Connect in LinkedIn?"},
		{3, bare, "Invitation without a note to Carl Berg"},
		{1, letter(channel.InMail), "InMail to Jürgen Müller · \"Hello there\" Yes books 1 credit from the lot that expires 30 Nov (14 → 13)."},
		{4, letter(channel.InMail), "Yes books it; it costs nothing: an Open Profile."},
		{2, letter(channel.InMail), "Yes books 1 credit although the InMail to Lena Öztürk of 2026-11-06 is unanswered (day 12 of 90)."},
	} {
		says(t, dialog.NewSent(w.world, people()[c.person], c.letter, "main"), c.want)
	}
	says(t, dialog.NewSent(w.world, people()[1], letter(channel.InMail), "gone"), "It cannot be booked: ")
}

// Whatever is typed, the dialog draws a block, and the text is what was typed.
func TestComposeUnderRandomKeys(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := newTown(t).knowing()
		if rapid.Bool().Draw(r, "seat") {
			career(w)
		}
		w.template("t1", "Hello", channel.Message, "", "Hi {first_name} of {my_company}!")
		d := dialog.NewCompose(w.counted().world, people()[rapid.IntRange(0, 6).Draw(r, "person")], nil, "")
		keys := []string{
			"a", "{", "}", "space", "enter", "tab", "shift+tab", "left", "right", "up", "down", "backspace", "home", "end",
			"ctrl+s", "ctrl+o", "ctrl+t", "ctrl+e", "ctrl+g", "ctrl+r", "ctrl+y", "ctrl+u", "pgdown", "esc", "é", "漢",
		}
		for range rapid.IntRange(1, 30).Draw(r, "n") {
			for _, asked := range press(d, rapid.SampledFrom(keys).Draw(r, "key")) {
				switch a := asked.(type) {
				case ask.HandOver:
					d.Handed(nil, map[bool]error{true: errors.New("no browser was found")}[rapid.Bool().Draw(r, "failed")], rapid.Bool().Draw(r, "unsure"))
				case ask.AskSent:
					d.Resume()
				case ask.PickTemplate:
					d.Use("t1", rapid.Bool().Draw(r, "replace"))
				case ask.EditContact:
					w.record(w.world.Book.EditContact(a.Person, a.Edit, w.world.Now))
					d.Refresh(w.world)
				}
			}
			width, height := rapid.IntRange(1, 130).Draw(r, "w"), rapid.IntRange(1, 40).Draw(r, "h")
			isBlock(t, d.Draw(plain(), width, height), width, height)
			if n := len(d.Letters()); n != 3 {
				r.Fatalf("%d letters", n)
			}
		}
	})
}

// The limit of a quota is a number, or the default again.
func TestQuotaTakesALimit(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  ask.Request
	}{
		{"50", ask.Batch{ask.SetQuota{Quota: model.QuotaSet{Quota: "invitations-day", Limit: ptr(50)}}, ask.Close{}}},
		{"0", ask.Batch{ask.SetQuota{Quota: model.QuotaSet{Quota: "invitations-day", Limit: ptr(0)}}, ask.Close{}}},
		{"", ask.Batch{ask.SetQuota{Quota: model.QuotaSet{Quota: "invitations-day"}}, ask.Close{}}},
		{"many", nil},
	} {
		w := newTown(t).knowing().counted()
		d := dialog.NewQuota(w.world, w.world.Meters[0])
		asked := press(d, append(typed(c.typed), "enter")...)
		if c.want == nil {
			says(t, d, "✗ a limit is a number, 0 or more")
		} else if !reflect.DeepEqual(only(t, asked), c.want) {
			t.Errorf("%q asks for %+v", c.typed, asked)
		}
		if d.Scope() != keymap.Form {
			t.Error(d.Scope())
		}
	}
}

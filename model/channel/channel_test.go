package channel_test

import (
	"strings"
	"testing"

	"cordial/model/channel"
)

func TestLimits(t *testing.T) {
	for _, c := range []struct {
		channel       channel.Channel
		paid          bool
		subject, body int
	}{
		{channel.InMail, true, 200, 1900},
		{channel.InMail, false, 200, 1900},
		{channel.Invitation, false, 0, 200},
		{channel.Invitation, true, 0, 300},
		{channel.Message, false, 0, 8000},
		{channel.Message, true, 0, 8000},
		{"pigeon", true, 0, 0},
	} {
		subject, body := channel.Limits(c.channel, c.paid)
		if subject.Max != c.subject || body.Max != c.body {
			t.Errorf("%s, paid %t: %d and %d, want %d and %d", c.channel, c.paid, subject.Max, body.Max, c.subject, c.body)
		}
	}
}

func TestEveryLimitSaysWhereItComesFrom(t *testing.T) {
	for _, c := range channel.All() {
		if !c.Known() {
			t.Errorf("%s is not known", c)
		}
		subject, body := channel.Limits(c, true)
		for _, l := range []channel.Limit{subject, body} {
			if l.Max > 0 && (l.Source == "" || l.Basis == "") {
				t.Errorf("%s: the limit of the %s has no source", c, l.Part)
			}
		}
	}
	if channel.Channel("pigeon").Known() {
		t.Error("pigeons are known")
	}
}

func TestTooLong(t *testing.T) {
	long := func(n int) string { return strings.Repeat("ü", n) }
	for _, c := range []struct {
		name          string
		channel       channel.Channel
		paid          bool
		subject, body string
		says          string // "" if it fits
	}{
		{"an InMail that just fits", channel.InMail, true, long(200), long(1900), ""},
		{"its subject", channel.InMail, true, long(201), "", "the subject has 201 characters, 1 more than the 200"},
		{"its body", channel.InMail, true, "", long(1910), "the body has 1910 characters, 10 more than the 1900"},
		{"a note on a free account", channel.Invitation, false, "", long(201), "the note has 201 characters, 1 more than the 200"},
		{"the same on a paid one", channel.Invitation, true, "", long(201), ""},
		{"and one that no account may", channel.Invitation, true, "", long(301), "1 more than the 300"},
		{"a message", channel.Message, false, "", long(8001), "1 more than the 8000"},
		{"a message with a subject", channel.Message, false, "Hi", "", "only an InMail has a subject"},
		{"spaces are no subject", channel.Message, false, " ", "", ""},
		{"characters, not bytes", channel.Invitation, false, "", strings.Repeat("日", 200), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := channel.TooLong(c.channel, c.paid, c.subject, c.body)
			if (c.says == "") != (got == "") || !strings.Contains(got, c.says) {
				t.Errorf("%q, want %q", got, c.says)
			}
		})
	}
}

func TestOver(t *testing.T) {
	l := channel.Limit{Max: 3}
	for text, want := range map[string]int{"": 0, "abc": 0, "abcd": 1, "ää👍": 0, "é́́": 0} {
		if got := l.Over(text); got != want {
			t.Errorf("%q is %d over, want %d", text, got, want)
		}
	}
}

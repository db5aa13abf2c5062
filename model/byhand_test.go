package model

import "testing"

func TestAnExportBringsWhatWasRecordedByHand(t *testing.T) {
	byHand := MessageByHand{MessageRecorded{Contact: "ada", Direction: MessageSent, Text: "See you there "}, at("03-02 12:00")}
	silent := byHand
	silent.Text = ""
	mine := func(when, text string) []Message { return []Message{{At: at(when), Me: true, Text: text}} }
	for _, c := range []struct {
		name    string
		m       MessageByHand
		found   []Message
		brought bool
	}{
		{"nothing", byHand, nil, false},
		{"the same", byHand, mine("03-02 14:00", "See you there"), true},
		{"another zone's day", byHand, mine("03-01 12:01", "See you there"), true},
		{"days before", byHand, mine("03-01 12:00", "See you there"), false},
		{"something else", byHand, mine("03-02 12:00", "See you"), false},
		{"theirs", byHand, []Message{{At: at("03-02 12:00"), Text: "See you there"}}, false},
		{"whatever was said", silent, mine("03-02 12:00", "See you"), true},
		{"one of several", byHand, append(mine("03-02 12:00", "No"), mine("03-02 12:01", "See you there")...), true},
	} {
		if got := c.m.Exported(c.found); got != c.brought {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

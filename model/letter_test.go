package model

import (
	"testing"
	"time"
)

// A letter without a word is worth nothing, unless it may have been sent.
func TestBlankLetters(t *testing.T) {
	for _, c := range []struct {
		letter Letter
		blank  bool
	}{
		{Letter{}, true},
		{Letter{Subject: " \n", Body: "\t"}, true},
		{Letter{Template: "t1", Bare: true}, true},
		{Letter{Subject: "Hi"}, false},
		{Letter{Body: "Hi"}, false},
		{Letter{Bare: true, Copied: time.Unix(1e9, 0)}, false},
	} {
		if got := c.letter.Blank(); got != c.blank {
			t.Errorf("%+v: blank %t", c.letter, got)
		}
	}
}

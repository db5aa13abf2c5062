package channel_test

import (
	"strings"
	"testing"

	"cordial/model/channel"
)

// Every channel has facts, each with a source, none with a full stop.
func TestFacts(t *testing.T) {
	for _, c := range channel.All() {
		facts := channel.Facts(c)
		if len(facts) == 0 {
			t.Errorf("nothing is known of %s", c)
		}
		for _, f := range facts {
			if f.Text == "" || strings.HasSuffix(f.Text, ".") || f.Source.Words() == "" {
				t.Errorf("%s: %+v", c, f)
			}
		}
	}
	if len(channel.Facts("pigeon")) > 0 {
		t.Error("something is known of pigeons")
	}
}

package source_test

import (
	"testing"

	"cordial/model/source"
)

func TestWords(t *testing.T) {
	for s, want := range map[source.Source]string{
		source.Article: "article", source.Reported: "reported", source.Assumed: "assumed",
		source.Yours: "yours", "hearsay": "hearsay",
	} {
		if got := s.Words(); got != want {
			t.Errorf("%q reads %q, want %q", string(s), got, want)
		}
	}
}

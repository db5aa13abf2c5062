package keymap

import "testing"

func TestResolveSequence(t *testing.T) {
	r := NewResolver(Default())
	if got := r.Press("g", Stack(Inbox)); got.Kind != Pending {
		t.Fatalf("g: %+v", got)
	}
	if got := len(r.Which()); got != 8 {
		t.Errorf("%d ways to go on after g: %+v", got, r.Which())
	}
	if got := r.Press("e", Stack(Inbox)); got.Kind != Matched || got.Action != GoArchived {
		t.Errorf("g e: %+v", got)
	}
	if got := r.Press("e", Stack(Inbox)); got.Action != Archive {
		t.Errorf("e: %+v", got)
	}
}

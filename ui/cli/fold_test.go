package cli

import "testing"

func TestHasWords(t *testing.T) {
	tests := []struct {
		query string
		want  bool
	}{
		{"", true}, {"muller", true}, {"mull hot", true}, {"hot lead", true}, {"globex", false}, {"muller globex", false},
	}
	for _, tt := range tests {
		if got := hasWords(fold(tt.query), "Jürgen Müller", "Hot Leads"); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.query, got, tt.want)
		}
	}
}

package theme

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Bluish greys stay greys where there are 256 colours, and colours stay colours.
func TestShadeKeepsGreysGrey(t *testing.T) {
	tests := []struct {
		hex  string
		want ansi.IndexedColor
	}{
		{"#000000", 232},
		{"#080808", 232},
		{"#ffffff", 255},
		{"#eeeeee", 255},
		{"#808080", 244},
		{"#9aa4b5", 248}, // dim, on dark
		{"#2b3346", 236}, // the selected row, on dark
		{"#e2eaf7", 255}, // the selected row, on light
	}
	for _, tt := range tests {
		if got := shade(tt.hex, Colors256); got != tt.want {
			t.Errorf("%s is %v, want %v", tt.hex, got, tt.want)
		}
	}
	for _, hex := range []string{"#8ab4f8", "#e5b567", "#f58a8a", "#9ccb86", "#1a5fb4", "#b3261e"} {
		if got, ok := shade(hex, Colors256).(ansi.IndexedColor); !ok || got < 16 || got > 231 {
			t.Errorf("%s is %v, want a colour of the cube", hex, got)
		}
	}
}

package term

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestPinLeavesSteadyFramesAlone(t *testing.T) {
	for _, frame := range []string{"", "a\nb", "▌ ● Jürgen Müller  │ ✓ … ─┬─", "\x1b[1mé\x1b[m  x"} {
		if got := Pin(frame); got != frame {
			t.Errorf("%q became %q", frame, got)
		}
	}
}

func TestPinNumbersColumnsAfterLooseText(t *testing.T) {
	tests := []struct{ line, want string }{
		{"रोहन  x", "रोहन  \x1b[6Gx"},
		{"रोहन x", "रोहन x"},                  // one blank parts words, not columns
		{"a  रोहन", "a  रोहन"},                // nothing loose before it
		{"健一   │ b  c", "健一   \x1b[8G│ b  c"}, // once is enough until loose text comes again
		{"健一│健  z", "健一\x1b[5G│健  \x1b[10Gz"},
		{"╭─ 健 ──╮", "╭─ 健 \x1b[7G──╮"},
	}
	for _, tt := range tests {
		if got := Pin(tt.line); got != ansi.EraseEntireLine+tt.want {
			t.Errorf("%q became %q, want %q", tt.line, got, ansi.EraseEntireLine+tt.want)
		}
	}
}

// Pinning changes neither what is read nor, where the terminal agrees with us,
// where it stands.
func TestPinChangesNothingThatIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"रोहन", "健一", "a", " ", "   ", "│", "é", "👩‍🚀", "\x1b[31m", "\x1b[m", "\n"})).Draw(t, "words")
		frame := strings.Join(words, "")
		pinned := Pin(frame)
		if got, want := ansi.Strip(pinned), ansi.Strip(frame); got != want {
			t.Fatalf("%q reads %q, want %q", frame, got, want)
		}
		for i, l := range strings.Split(pinned, "\n") {
			if got, want := ansi.StringWidth(l), ansi.StringWidth(strings.Split(frame, "\n")[i]); got != want {
				t.Fatalf("line %q has %d cells, want %d", l, got, want)
			}
		}
	})
}

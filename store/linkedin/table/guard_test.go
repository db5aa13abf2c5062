package table

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestGuard(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "plain": "plain", "'t Hooft": "'t Hooft", "'": "'", "''": "''", " =1": " =1", "a=1": "a=1", "1-2": "1-2",
		"=1+1": "'=1+1", "+49 30": "'+49 30", "-": "'-", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠a": "'＠a", "'=1": "''=1", "''@a": "'''@a",
	} {
		if got := Guard(cell); got != want {
			t.Errorf("Guard(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestUnguardLeavesOtherApostrophes(t *testing.T) {
	for _, cell := range []string{"", "'", "''", "'t Hooft", "'quoted'", "=1", "-", "' =1"} {
		if got := Unguard(cell); got != cell {
			t.Errorf("Unguard(%q) = %q", cell, got)
		}
	}
}

// TestGuardAndBack: no guarded cell can be calculated, and each comes back as it was.
func TestGuardAndBack(t *testing.T) {
	cells := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.SampledFrom([]rune("'=+-@\t\r\n＝＋－＠ a1")), 0, 6, -1))
	rapid.Check(t, func(t *rapid.T) {
		cell := cells.Draw(t, "cell")
		guarded := Guard(cell)
		if strings.IndexAny(guarded, "=+-@\t\r\n＝＋－＠") == 0 {
			t.Fatalf("%q is guarded as %q", cell, guarded)
		}
		if back := Unguard(guarded); back != cell {
			t.Fatalf("%q came back as %q", cell, back)
		}
	})
}

package clean

import "testing"

func TestQuick(t *testing.T) {
	for _, s := range []string{"plain", "Jürgen Müller", "می‌خواهم", "👨‍👩‍👧‍👦 family", "山田　太郎", "क्‍ष", "👩🏽‍💻"} {
		if got := Line(s); got != s {
			t.Errorf("Line(%+q) = %+q", s, got)
		}
	}
	for in, want := range map[string]string{
		"\x1b[31mred\x1b[0m": "�[31mred�[0m",
		"  a \n\t b  ":       "a b",
		"a\xad\u00adb":       "a�-b",
		"\u0301x":            "�x",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

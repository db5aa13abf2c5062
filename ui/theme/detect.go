package theme

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Detect guesses the options from the environment ("KEY=value" lines), without
// asking the terminal anything: NO_COLOR, COLORTERM, TERM and their relatives
// for colours, COLORFGBG for the background (dark if it is silent), the locale
// and TERM=linux for the glyphs.
func Detect(environ []string) Options {
	get := func(key string) string {
		value := ""
		for _, line := range environ {
			if k, v, ok := strings.Cut(line, "="); ok && k == key {
				value = v // the last one counts, as in os/exec
			}
		}
		return value
	}
	return Options{
		Dark:    darkBackground(get("COLORFGBG")),
		Profile: profile(environ, get("NO_COLOR")),
		ASCII:   plainLocale(get) || get("TERM") == "linux",
	}
}

// profile honours NO_COLOR with any value but the empty one, as no-color.org
// asks; the rest is the library's table of terminals.
func profile(environ []string, noColor string) Profile {
	if noColor != "" {
		return None
	}
	switch colorprofile.Env(environ) {
	case colorprofile.TrueColor:
		return TrueColor
	case colorprofile.ANSI256:
		return Colors256
	case colorprofile.ANSI:
		return Colors16
	default:
		return None
	}
}

// darkBackground reads the last field of COLORFGBG ("15;0"): white (7) and the
// bright colours but bright black (8) are light.
func darkBackground(fgbg string) bool {
	fields := strings.Split(fgbg, ";")
	n, err := strconv.Atoi(fields[len(fields)-1])
	if err != nil {
		return true
	}
	return n < 7 || n == 8
}

// plainLocale tells whether the locale promises nothing but ASCII. The first of
// LC_ALL, LC_CTYPE and LANG that is set decides; no locale at all is read as
// Unicode, which is what terminals of today send.
func plainLocale(get func(string) string) bool {
	for _, key := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := get(key); v != "" {
			return v == "C" || v == "POSIX"
		}
	}
	return false
}

package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Ellipsis is what a cut text ends with unless the caller says otherwise.
const Ellipsis = "…"

// Fit makes s exactly w cells: cut with "…" or padded with blanks on the right.
// Painted text stays painted. Line breaks and other controls become blanks.
func Fit(s string, w int) string { return FitTail(s, w, Ellipsis) }

// FitTail is Fit with another sign for "cut here", such as the theme's.
func FitTail(s string, w int, tail string) string {
	cut, used := clip(s, w, tail)
	return cut + blanks(w-used)
}

// FitRight makes s exactly w cells with the text at the right edge.
func FitRight(s string, w int) string {
	cut, used := clip(s, w, Ellipsis)
	return settle(blanks(w-used)+cut, w)
}

// Center makes s exactly w cells with the text in the middle.
func Center(s string, w int) string {
	cut, used := clip(s, w, Ellipsis)
	left := (w - used) / 2
	return settle(blanks(left)+cut+blanks(w-used-left), w)
}

// Blank is a block of blanks.
func Blank(w, h int) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	return strings.Repeat(blanks(w)+"\n", h-1) + blanks(w)
}

// clip shortens s to at most w cells and says how many it takes, such that
// blanks may stand on either side without changing the width of anything.
func clip(s string, w int, tail string) (string, int) {
	if w <= 0 {
		return "", 0
	}
	used, steady := quickWidth(s)
	if steady && used <= w {
		return s, used
	}
	if steady && strings.IndexByte(s, ansi.ESC) < 0 {
		return clipSteady(s, w, tail)
	}
	return clipWide(neutral(s), w, tail)
}

// clipSteady cuts a text of steady characters without colours.
func clipSteady(s string, w int, tail string) (string, int) {
	tw := Width(tail)
	if tw > w {
		tail, tw = "", 0
	}
	used := 0
	for i, r := range s {
		rw := steady(r)
		if used+rw > w-tw {
			return s[:i] + tail, used + tw
		}
		used += rw
	}
	return s, used
}

func clipWide(s string, w int, tail string) (string, int) {
	cut := ansi.Truncate(s, w, tail)
	if cut == "" && s != "" {
		cut = ansi.Truncate(s, w, "")
	}
	if used, ok := quickWidth(cut); ok {
		return cut, used
	}
	used := ansi.StringWidth(cut)
	if used <= w && ansi.StringWidth(" "+cut) == used+1 && ansi.StringWidth(cut+" ") == used+1 {
		return cut, used
	}
	// A text whose ends would join what stands beside them can't be placed
	// anywhere: its plain letters can.
	cut = ansi.Truncate(plain(s), w, "")
	return cut, ansi.StringWidth(cut)
}

// settle is s if it is safely w cells wide, and else the best that is.
func settle(s string, w int) string {
	if fits(s, w) {
		return s
	}
	if s = Fit(s, w); fits(s, w) {
		return s
	}
	return Fit(plain(s), w)
}

// fits tells whether s is w cells wide and free of what moves the cursor.
func fits(s string, w int) bool {
	if n, ok := quickWidth(s); ok {
		return n == w
	}
	return ansi.StringWidth(s) == w && harm(s, 0) == len(s)
}

// blanks is n spaces, cut from one constant while it lasts.
func blanks(n int) string {
	const many = "                                                                " +
		"                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(many) {
		return many[:n]
	}
	return strings.Repeat(" ", n)
}

package credits

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"cordial/model/day"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// flat is a chart of the same balance on every day of three months.
func flat(balance, limit int) chart {
	c := chart{from: day.New(2026, 11, 18), limit: limit, focus: day.Never, marks: map[day.Day]mark{}}
	for range 91 {
		c.values = append(c.values, balance)
	}
	return c
}

func drawn(c chart, w, h int) []string {
	lines := c.draw(theme.New(theme.Options{}), w, h)
	for i := range lines {
		lines[i] = ansi.Strip(lines[i])
	}
	return lines
}

// A chart is as many lines of as many cells as it was given, or none at all.
func TestChartFillsItsPlace(t *testing.T) {
	th := theme.New(theme.Options{Profile: theme.TrueColor})
	rapid.Check(t, func(rt *rapid.T) {
		c := chart{from: day.New(2026, 11, 18), limit: rapid.IntRange(0, 600).Draw(rt, "limit"), marks: map[day.Day]mark{}}
		c.values = rapid.SliceOfN(rapid.IntRange(0, 700), 0, 120).Draw(rt, "values")
		for i := range c.values {
			if rapid.IntRange(0, 9).Draw(rt, "mark") == 0 {
				c.marks[c.from.Add(i)] = mark{rapid.Bool().Draw(rt, "g"), rapid.Bool().Draw(rt, "e"), rapid.Bool().Draw(rt, "v"), rapid.Bool().Draw(rt, "s")}
			}
		}
		c.focus = c.from.Add(rapid.IntRange(-1, 120).Draw(rt, "focus"))
		w, h := rapid.IntRange(0, 130).Draw(rt, "w"), rapid.IntRange(0, 20).Draw(rt, "h")
		lines := c.draw(th, w, h)
		if lines == nil {
			return
		}
		if len(lines) != h {
			rt.Fatalf("%d lines of %d", len(lines), h)
		}
		for i, line := range lines {
			if got := widget.Width(line); got != w {
				rt.Fatalf("line %d has %d cells of %d: %q", i, got, w, line)
			}
		}
	})
}

// A dip of a single day shows, however many days share a column, and so does what
// happens on it.
func TestChartShowsOneDay(t *testing.T) {
	for w := 14; w <= 130; w++ {
		c := flat(15, 15)
		on := c.from.Add(42)
		c.values[42] = 0
		c.marks[on] = mark{expired: true}
		lines := drawn(c, w, 8)
		if rest := strings.TrimLeft(lines[0][strings.Index(lines[0], "┤")+len("┤"):], "█"); !strings.HasPrefix(rest, " ") {
			t.Fatalf("%d cells hide the dip:\n%s", w, strings.Join(lines, "\n"))
		}
		if got := strings.Count(lines[6], signExpiry); got != 1 {
			t.Fatalf("%d cells mark it %d times:\n%s", w, got, strings.Join(lines, "\n"))
		}
	}
}

// What is above nothing shows, and nothing does not.
func TestChartOfLittle(t *testing.T) {
	if lines := drawn(flat(1, 600), 60, 8); !strings.Contains(lines[4], "▁▁▁") {
		t.Errorf("1 of 600:\n%s", strings.Join(lines, "\n"))
	}
	if lines := drawn(flat(0, 600), 60, 8); strings.ContainsAny(strings.Join(lines, ""), "▁█") {
		t.Errorf("0 of 600:\n%s", strings.Join(lines, "\n"))
	}
	if lines := drawn(flat(20, 15), 60, 8); !strings.HasPrefix(lines[0], " 20┤") {
		t.Errorf("20 above a cap of 15:\n%s", strings.Join(lines, "\n"))
	}
}

// The axis carries the grants, the line below what is lost, before what is pointed at.
func TestChartMarks(t *testing.T) {
	c := flat(10, 15)
	for at, m := range map[int]mark{
		13: {granted: true}, 20: {expired: true}, 30: {granted: true, evicted: true, expired: true}, 40: {short: true}, 50: {evicted: true},
	} {
		c.marks[c.from.Add(at)] = m
	}
	c.focus = c.from.Add(50)
	lines := drawn(c, 91+4, 8)
	axis, losses, months := []rune(lines[5])[4:], []rune(lines[6])[4:], string([]rune(lines[7])[4:])
	for at, want := range map[int]string{13: "+ ", 20: "─-", 30: "+!", 40: "─0", 50: "─↑", 60: "─ "} {
		if got := string(axis[at]) + string(losses[at]); got != want {
			t.Errorf("day %d is marked %q, want %q:\n%s", at, got, want, strings.Join(lines, "\n"))
		}
	}
	if !strings.HasPrefix(months, "now") || strings.Index(months, "Dec") != 13 || strings.Index(months, "Jan") != 44 {
		t.Errorf("the months are %q", months)
	}
}

// A line of blocks is never wider than its room, and ends with the newest value.
func TestSparkline(t *testing.T) {
	th := theme.New(theme.Options{})
	for _, c := range []struct {
		values []int
		w      int
		want   string
	}{
		{[]int{0, 1, 4, 8}, 4, " ▁▄█"},
		{[]int{0, 1, 4, 8}, 2, "▁█"},
		{[]int{8, 8, 8, 0}, 10, "███ "},
		{nil, 10, ""},
	} {
		if got := sparkline(th, c.values, 8, c.w); got != c.want {
			t.Errorf("%v in %d cells is %q, want %q", c.values, c.w, got, c.want)
		}
	}
}

package credits

import (
	"strconv"
	"strings"

	"cordial/model/day"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// chart is a balance day by day as a drawing: columns of blocks over an axis on which
// grants stand as ticks, what is lost below it, and the months below that.
//
//	15┤ ▂▂▂▂▂▂▂▂▂   ▂▂▂▂▂▂
//	  │▇█████████▅▅▅██████
//	 0┴─+────────────+────
//	              -
//	   now       Dec
//
// Each column is drawn as the lowest of its days, so that a dip of one day shows.
type chart struct {
	from   day.Day // of the first value
	values []int   // 0 or more
	limit  int     // the cap
	marks  map[day.Day]mark
	focus  day.Day // a day to point at, day.Never for none
}

// mark is what happens on a day.
type mark struct{ granted, expired, evicted, short bool }

// chartFeet is how many lines a chart has below its columns.
const chartFeet = 3

// draw is the chart in w×h cells.
func (c chart) draw(t *theme.Theme, w, h int) []string {
	high := max(1, c.limit)
	for _, v := range c.values {
		high = max(high, v)
	}
	label := len(strconv.Itoa(high)) + 1
	width, height := w-label-1, h-chartFeet
	if width < 10 || height < 1 || len(c.values) == 0 {
		return nil
	}
	columns := c.columns(width)
	lines := make([]string, 0, h)
	for y := height - 1; y >= 0; y-- {
		lines = append(lines, c.scale(t, label, height, y, high)+c.line(t, columns, y, height, high))
	}
	zero := t.Paint(theme.Dim, widget.FitRight("0", label)) + t.Paint(theme.Border, t.Glyphs.TeeUp)
	margin := strings.Repeat(" ", label+1)
	return append(lines, zero+c.axis(t, columns), margin+c.losses(t, columns), margin+c.months(t, columns))
}

// column is the days that one column of cells stands for: [first, last).
type column struct {
	first, last int
	value       int
	mark        mark
	focused     bool
}

// columns deals the days to the columns; where there are more columns than days, a
// day takes several.
func (c chart) columns(width int) []column {
	n := len(c.values)
	columns := make([]column, width)
	for x := range columns {
		first := x * n / width
		last := max(first+1, (x+1)*n/width)
		col := column{first: first, last: last, value: c.values[first]}
		again := x > 0 && columns[x-1].first == first
		for i := first; i < last; i++ {
			col.value = min(col.value, c.values[i])
			if again {
				continue // the day was marked in its first column
			}
			m := c.marks[c.from.Add(i)]
			col.mark.granted = col.mark.granted || m.granted
			col.mark.expired = col.mark.expired || m.expired
			col.mark.evicted = col.mark.evicted || m.evicted
			col.mark.short = col.mark.short || m.short
			col.focused = col.focused || c.from.Add(i) == c.focus
		}
		columns[x] = col
	}
	return columns
}

// scale is the number beside a line of columns: the highest at the top, and half of
// it where the line stands for that.
func (c chart) scale(t *theme.Theme, label, height, y, high int) string {
	text := ""
	switch {
	case y == height-1:
		text = strconv.Itoa(high)
	case height >= 6 && high%2 == 0 && 2*(y+1) == height || height >= 7 && 2*(y+1) == height+1:
		text = strconv.Itoa(high * (y + 1) / height)
	}
	tick := t.Glyphs.Vertical
	if text != "" {
		tick = t.Glyphs.TeeLeft
	}
	return t.Paint(theme.Dim, widget.FitRight(text, label)) + t.Paint(theme.Border, tick)
}

// eighths is how many parts of a cell a block can fill.
const eighths = 8

// line is one line of the columns, y lines above the axis.
func (c chart) line(t *theme.Theme, columns []column, y, height, high int) string {
	var b strings.Builder
	run, role := "", theme.Border
	for _, col := range columns {
		fill := (col.value*height*eighths+high/2)/high - y*eighths
		if col.value > 0 && y == 0 {
			fill = max(fill, 1) // anything above nothing shows
		}
		look := theme.Border // the body is quiet, its edge is what is read
		switch {
		case fill > eighths:
		case col.mark.expired:
			look = theme.MeterRisk
		default:
			look = theme.MeterFull
		}
		if look != role {
			b.WriteString(t.Paint(role, run))
			run, role = "", look
		}
		run += block(t, fill)
	}
	b.WriteString(t.Paint(role, run))
	return b.String()
}

// block is a cell filled by n eighths.
func block(t *theme.Theme, n int) string {
	n = max(0, min(n, eighths))
	if isASCII(t) {
		return string(" ..::-=##"[n])
	}
	return string([]rune(" ▁▂▃▄▅▆▇█")[n])
}

// isASCII tells whether the terminal has nothing but ASCII.
func isASCII(t *theme.Theme) bool { return t.Glyphs.EnterKey == "enter" }

// axis is the line under the columns, with a tick for each grant.
func (c chart) axis(t *theme.Theme, columns []column) string {
	var b strings.Builder
	run := ""
	for _, col := range columns {
		if !col.mark.granted {
			run += t.Glyphs.Horizontal
			continue
		}
		b.WriteString(t.Paint(theme.Border, run) + t.Paint(theme.Good, signGrant))
		run = ""
	}
	return b.String() + t.Paint(theme.Border, run)
}

// The signs of what happens on a day, in the chart and in the list below it.
const (
	signGrant  = "+"
	signExpiry = "-"
	signEvict  = "!"
	signShort  = "0"
)

// sign is the sign of a day, its losses before its grant.
func (m mark) sign() (string, theme.Role) {
	switch {
	case m.evicted:
		return signEvict, theme.Danger
	case m.expired:
		return signExpiry, theme.Due
	case m.short:
		return signShort, theme.Danger
	case m.granted:
		return signGrant, theme.Good
	}
	return "", theme.Text
}

// losses is the line below the axis: what expires, what is pushed out, and the day
// pointed at.
func (c chart) losses(t *theme.Theme, columns []column) string {
	var b strings.Builder
	for _, col := range columns {
		loss := col.mark
		loss.granted = false
		sign, role := loss.sign()
		if col.focused {
			sign, role = t.Glyphs.Up, theme.Accent
		}
		if sign == "" {
			sign = " "
		}
		b.WriteString(t.Paint(role, sign))
	}
	return b.String()
}

// months is the line of names: now, and each month at its first day.
func (c chart) months(t *theme.Theme, columns []column) string {
	line := []rune(strings.Repeat(" ", len(columns)))
	free := 0
	put := func(x int, text string) {
		if x >= free && x+len(text) <= len(line) {
			copy(line[x:], []rune(text))
			free = x + len(text) + 2
		}
	}
	put(0, "now")
	for x, col := range columns {
		for i := col.first; i < col.last; i++ {
			if _, month, dom := c.from.Add(i).Date(); dom == 1 && i > 0 {
				put(x, month.String()[:3])
			}
		}
	}
	return t.Paint(theme.Dim, string(line))
}

// sparkline is the values as blocks in one line of at most w cells.
func sparkline(t *theme.Theme, values []int, high, w int) string {
	for _, v := range values {
		high = max(high, v)
	}
	var b strings.Builder
	n := len(values)
	w = min(w, n)
	for x := range w {
		v := values[(x+1)*n/w-1]
		fill := v * eighths / max(high, 1)
		if v > 0 {
			fill = max(1, fill)
		}
		b.WriteString(block(t, fill))
	}
	return b.String()
}

package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/spf13/cobra"

	"cordial/model/clean"
	"cordial/model/day"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// jsonFlag adds --json to a command that reads.
func jsonFlag(cmd *cobra.Command) *bool {
	return cmd.Flags().Bool("json", false, "print one JSON document")
}

// printJSON prints one document. Ids are printed as they are, for they are typed
// again; what a terminal could take for a command is escaped, which is the same to
// whoever reads JSON.
func (a *app) printJSON(document any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return fmt.Errorf("preparing the JSON: %w", err)
	}
	for _, r := range text.String() {
		if r == '\n' || !unicode.In(r, unicode.Cc, unicode.Cf) {
			a.page.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&a.page, "\\u%04x", unit)
		}
	}
	return nil
}

// print writes a line of data.
func (a *app) print(format string, args ...any) {
	fmt.Fprintf(&a.page, format+"\n", args...)
}

// flush brings to stdout what was printed. What could not be written is an error of
// the whole command: half a document must not look like a whole one.
func (a *app) flush() {
	if _, err := a.page.WriteTo(a.Out); err != nil && a.lost == nil {
		a.lost = fmt.Errorf("writing the output: %w", err)
	}
}

// tell writes to stderr.
func (a *app) tell(text string) {
	_, _ = io.WriteString(a.Err, text) // there is nobody else to tell
}

// say tells the user something: what was done, or what to know. It is cleaned, for
// it may hold an id that was read from a file.
func (a *app) say(format string, args ...any) {
	a.flush()
	a.tell(clean.Block(fmt.Sprintf(format, args...)) + "\n")
}

// cell is a piece of a table: a text, cleaned before, and its look.
type cell struct {
	text  string
	role  theme.Role
	right bool // at the right edge, as numbers are
	whole bool // in the last column: in several lines rather than cut
}

// grid is a table without lines.
type grid struct{ rows [][]cell }

// add adds a row.
func (g *grid) add(cells ...cell) { g.rows = append(g.rows, cells) }

// plain, dim, strong and number are the usual cells.
func plain(text string) cell { return cell{text: text, role: theme.Text} }

func dim(text string) cell { return cell{text: text, role: theme.Dim} }

func strong(text string) cell { return cell{text: text, role: theme.Strong} }

// said is a sentence, which no terminal is too narrow for.
func said(text string) cell { return cell{text: text, role: theme.Text, whole: true} }

func number(n int) cell { return cell{text: fmt.Sprint(n), role: theme.Text, right: true} }

// printGrid prints a table with its columns aligned. On a terminal the last column
// is cut where the line ends, or goes on below; elsewhere it is as long as it is.
func (a *app) printGrid(g grid) {
	var widths []int
	for _, row := range g.rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			row[i].text = clean.Block(c.text)
			widths[i] = max(widths[i], widget.Width(row[i].text))
		}
	}
	for _, row := range g.rows {
		a.print("%s", a.line(row, widths))
	}
}

// line is one row of a table, whose texts are clean.
func (a *app) line(row []cell, widths []int) string {
	var line strings.Builder
	used := 0
	for i, c := range row {
		text, w := c.text, widget.Width(c.text)
		last := i == len(row)-1
		switch {
		case last && c.whole && a.Width > 0:
			return a.goingOn(line.String(), c, used)
		case last && a.Width > used+1 && w > a.Width-used:
			text = widget.Fit(text, a.Width-used)
		case c.right:
			text = strings.Repeat(" ", widths[i]-w) + text
		case !last:
			text += strings.Repeat(" ", widths[i]-w)
		}
		line.WriteString(a.paint(c.role, text))
		if !last {
			line.WriteString("  ")
		}
		used += widths[i] + 2
	}
	return strings.TrimRight(line.String(), " ")
}

// leastText is the narrowest column that a sentence is set in.
const leastText = 24

// goingOn is a row that ends in a sentence, in as many lines as it needs: below where
// it begins, or, where there is no room for that, on lines of its own.
func (a *app) goingOn(row string, c cell, used int) string {
	indent := used
	if a.Width-used < leastText {
		indent = 4
		row = strings.TrimRight(row, " ") + "\n" + strings.Repeat(" ", indent)
	}
	lines := widget.Wrap(c.text, max(a.Width-indent, leastText))
	for i, line := range lines {
		lines[i] = a.paint(c.role, strings.TrimRight(line, " "))
	}
	return strings.TrimRight(row+strings.Join(lines, "\n"+strings.Repeat(" ", indent)), " ")
}

// date is a day for people: "1 Apr", with the year when it is another one than now's.
func (a *app) date(d day.Day) string {
	if d == day.Never {
		return "never"
	}
	year, month, dom := d.Date()
	if year == a.now.Year() {
		return fmt.Sprintf("%d %s", dom, month.String()[:3])
	}
	return fmt.Sprintf("%d %s %d", dom, month.String()[:3], year)
}

// instant is a time in JSON: RFC 3339 with the offset of the user's zone, null for
// never.
func (a *app) instant(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	text := t.In(a.now.Location()).Format(time.RFC3339)
	return &text
}

// plural is a number with its noun.
func plural(n int, one, many string) string { return fmt.Sprintf("%d %s", n, noun(n, one, many)) }

// noun is the form of a word for a number.
func noun(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// nameWidth is the most cells that a name takes in a table.
const nameWidth = 28

// clip shortens a name on a terminal, so that the columns behind it are seen.
func (a *app) clip(name string) string {
	if a.Width == 0 || widget.Width(name) <= nameWidth {
		return name
	}
	return strings.TrimRight(widget.Fit(name, nameWidth), " ")
}

// unix is an instant of the evidence.
func unix(sec int64) time.Time { return time.Unix(sec, 0) }

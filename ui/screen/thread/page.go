package thread

import (
	"strings"

	"cordial/ui/dossier"
	"cordial/ui/widget"
)

// page is the timeline as lines, not painted yet.
type page struct {
	lines    []line
	messages []int // the lines on which messages begin
}

// line is one line of the timeline.
type line struct {
	kind  lineKind
	entry dossier.Kind
	at    string // "13:02", on the first line of an entry
	text  string
	aside string
}

// lineKind is what a line of the timeline is.
type lineKind uint8

// The kinds of line.
const (
	blank   lineKind = iota
	day              // the heading of a day
	head             // the first line of an entry
	subject          // what a message is about
	body             // its text
)

// bodyIndent is what stands before a line of text: a blank, the bar, a blank.
const bodyIndent = 3

// paginate lays the timeline out for a width.
func paginate(s dossier.Subject, w int) page {
	var p page
	var last string
	quiet := false
	thisYear := s.Now.Year()
	for _, e := range s.Timeline() {
		layout := "2 Jan Mon"
		if e.At.Year() != thisYear {
			layout = "2 Jan 2006 Mon"
		}
		heading := e.At.Format(layout)
		oneLine := e.Kind == dossier.Quiet || e.Kind == dossier.Note || e.Kind == dossier.Good
		switch {
		case heading != last:
			if last != "" {
				p.lines = append(p.lines, line{})
			}
			p.lines = append(p.lines, line{kind: day, text: heading})
			last = heading
		case !oneLine || !quiet:
			p.lines = append(p.lines, line{})
		}
		quiet = oneLine
		p.add(e, w)
	}
	return p
}

// add lays out one entry. What is short stands on its first line.
func (p *page) add(e dossier.Entry, w int) {
	first := line{kind: head, entry: e.Kind, at: e.At.Format("15:04"), text: e.Who, aside: e.Aside}
	if e.DayOnly {
		first.at = ""
	}
	if e.Message {
		p.messages = append(p.messages, len(p.lines))
	}
	text := strings.TrimRight(e.Text, "\n ")
	if beside := e.Kind == dossier.Note || e.Kind == dossier.Quiet || e.Kind == dossier.Good; beside && text != "" {
		if !strings.Contains(text, "\n") && widget.Width(text)+widget.Width(e.Who)+12 <= w {
			first.aside, text = text, ""
		}
	}
	p.lines = append(p.lines, first)
	room := max(1, w-bodyIndent-1)
	if e.Subject != "" {
		for _, l := range widget.Wrap(e.Subject, room) {
			p.lines = append(p.lines, line{kind: subject, entry: e.Kind, text: l})
		}
	}
	if text != "" {
		for _, l := range widget.Wrap(text, room) {
			p.lines = append(p.lines, line{kind: body, entry: e.Kind, text: l})
		}
	}
}

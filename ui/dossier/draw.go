package dossier

import (
	"strings"
	"time"

	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Tail is the end of the timeline in w×h cells for a preview: what was said last,
// without bookkeeping. slow tells that reading takes so long that it should say so;
// again is how to read once more, such as "ctrl+r tries again".
func Tail(t *theme.Theme, s Subject, w, h int, slow bool, again string) []string {
	if h <= 0 {
		return nil
	}
	if !s.Read {
		return s.unread(t, w, h, slow)
	}
	if s.Evidence.Err != nil {
		return failure(t, s.Evidence.Err, again, w, h)
	}
	var blocks [][]string
	used := 0
	entries := s.Timeline()
	for i := len(entries) - 1; i >= 0 && used < h; i-- {
		if entries[i].Kind == Quiet {
			continue
		}
		block := s.brief(t, entries[i], w)
		if used > 0 && used+len(block) > h {
			break
		}
		blocks = append(blocks, block)
		used += len(block) + 1
	}
	var lines []string
	for i := len(blocks) - 1; i >= 0; i-- {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, blocks[i]...)
	}
	if len(lines) > h {
		lines = append(lines[:h-1:h-1], t.Paint(theme.Dim, t.Glyphs.Ellipsis))
	}
	return lines
}

// unread is what can be shown while messages are being read: the beginning of the
// last one, which the list knows already.
func (s Subject) unread(t *theme.Theme, w, h int, slow bool) []string {
	if slow {
		return []string{t.Paint(theme.Dim, "Reading the messages…")}
	}
	text := clean.Line(s.Line.Thread.Snippet)
	if text == "" {
		return nil
	}
	e := Entry{At: time.Unix(s.Line.Thread.LastAt, 0).In(s.Now.Location()), Kind: Theirs, Who: firstName(s.Name()), Text: text}
	if s.Line.Thread.LastFromMe {
		e.Kind, e.Who = Ours, "You"
	}
	lines := s.brief(t, e, w)
	return lines[:min(len(lines), h)]
}

// failure says why messages cannot be shown.
func failure(t *theme.Theme, err error, again string, w, h int) []string {
	lines := []string{t.Paint(theme.Danger, "The messages could not be read.")}
	for _, l := range widget.Wrap(clean.Line(err.Error()), w) {
		lines = append(lines, t.Paint(theme.Dim, l))
	}
	lines = append(lines, t.Paint(theme.Dim, again))
	return lines[:min(len(lines), h)]
}

// brief is an entry for a preview: who and when, then the text.
func (s Subject) brief(t *theme.Theme, e Entry, w int) []string {
	at := when.Short(e.At, s.Now)
	if e.DayOnly {
		at = e.At.Format("2 Jan 2006")
	}
	head := widget.Row(t, w,
		widget.Cell{Text: e.Who, Role: e.Kind.Role()},
		widget.Cell{Text: " " + t.Glyphs.Sep + " " + at, Role: theme.Dim},
		widget.Cell{Text: "  " + e.Aside, Role: theme.Dim, Grow: 1},
	)
	return append([]string{head}, e.body(t, w)...)
}

// body is the wrapped subject and text of an entry.
func (e Entry) body(t *theme.Theme, w int) []string {
	var lines []string
	if e.Subject != "" {
		for _, l := range widget.Wrap(e.Subject, w) {
			lines = append(lines, t.Paint(theme.Strong, l))
		}
	}
	if text := strings.TrimRight(e.Text, "\n "); text != "" {
		lines = append(lines, widget.Wrap(text, w)...)
	}
	return lines
}

// Role is the look of an entry's head.
func (k Kind) Role() theme.Role {
	switch k {
	case Theirs:
		return theme.Inbound
	case Ours:
		return theme.Outbound
	case Note:
		return theme.Accent
	case Good:
		return theme.Good
	default:
		return theme.Dim
	}
}

package importing

import (
	"fmt"
	"strings"
	"time"

	"github.com/dustin/go-humanize"

	"cordial/keymap"
	"cordial/ui/frame"
	"cordial/ui/intake"
	"cordial/ui/keyhint"
	"cordial/ui/layout"
	"cordial/ui/listing"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// widest is how wide a line is drawn, so that the eye keeps to it.
const widest = 110

// comma is a number with its thousands set apart.
func comma(n int) string { return humanize.Comma(int64(n)) }

// moved is a list after an action.
func moved(l widget.List, a keymap.Action) widget.List {
	l, _ = listing.Do(l, a)
	return l
}

// Draw is the whole screen in w×h cells. The toast is one finished line, or empty.
func (s *Screen) Draw(t *theme.Theme, w, h int, toast string) string {
	return frame.Draw(t, w, h, layout.PageOpen{}, toast, func(f layout.Page) frame.Parts {
		narrow := f.Class == layout.Narrow
		body := widget.Exact(s.body(t, w, f.Main.H, narrow), w, f.Main.H)
		return frame.Parts{Header: s.header(t, w, narrow), Body: body, Hints: s.hints(t, w, narrow)}
	})
}

// header is the first line: the halves, or what is at hand and how long it takes.
func (s *Screen) header(t *theme.Theme, w int, narrow bool) string {
	r := s.world.Run
	if s.out || r.Stage == Choosing {
		names := [2]string{"Import", "Export"}
		looks := [2]theme.Role{theme.TabActive, theme.Tab}
		if s.out {
			looks = [2]theme.Role{theme.Tab, theme.TabActive}
		}
		cells := []widget.Cell{{Width: 1}}
		for i, name := range names {
			if looks[i] == theme.TabActive {
				name = "[" + name + "]"
			}
			cells = append(cells, widget.Cell{Text: name, Role: looks[i], Gap: 2})
		}
		return widget.Row(t, w, append(cells, widget.Cell{Text: s.behind(), Role: theme.Dim, Grow: 1, Right: true, Gap: 1})...)
	}
	title := "Import"
	switch {
	case s.view == problems:
		title = "Left out"
	case s.view == renamed:
		title = "New names"
	case r.Undoing:
		title = "Undo of an import"
	}
	clock := s.clock(t.Glyphs.Sep)
	if narrow && widget.Width(title)+widget.Width(clock)+4 > w {
		clock = ""
	}
	return widget.Row(t, w, widget.Cell{Width: 1}, widget.Cell{Text: title, Role: theme.Title, Gap: 2},
		widget.Cell{Text: clock, Role: theme.Dim, Grow: 1, Right: true, Gap: 1})
}

// behind says what goes on behind the half that exports.
func (s *Screen) behind() string {
	if s.out && s.world.Run.Busy() {
		return Busy(s.world.Run)
	}
	return ""
}

// clock says how long it takes.
func (s *Screen) clock(sep string) string {
	r := s.world.Run
	if !r.Busy() {
		if r.Took < time.Second/10 || r.Stage != Preview && r.Stage != Done {
			return ""
		}
		return fmt.Sprintf("took %s", seconds(r.Took))
	}
	text := "elapsed " + seconds(s.world.Now.Sub(r.Began).Truncate(time.Second))
	if left, ok := r.Course.Left(); ok {
		text += " " + sep + " " + intake.About(left) + " left"
	}
	return text
}

// seconds is a duration in a few letters.
func seconds(d time.Duration) string {
	switch {
	case d < 10*time.Second && d%time.Second != 0:
		return fmt.Sprintf("%.1f s", d.Seconds())
	case d < 2*time.Minute:
		return fmt.Sprintf("%d s", int(d.Round(time.Second).Seconds()))
	default:
		return fmt.Sprintf("%d min", int(d.Round(time.Minute).Minutes()))
	}
}

// Busy is what an import is at, in a few words: "importing 43 %".
func Busy(r Run) string {
	words := map[Stage]string{Reading: "reading", Writing: "importing", TakingBack: "taking back"}[r.Stage]
	if percent := r.Course.Percent(); words != "" && percent >= 0 {
		words += fmt.Sprintf(" %d %%", percent)
	}
	return words
}

// body is what is at hand.
func (s *Screen) body(t *theme.Theme, w, h int, narrow bool) string {
	p := page{t: t, w: w, h: h, narrow: narrow}
	switch {
	case s.out:
		return s.drawExport(p)
	case s.view == problems:
		return s.drawProblems(p)
	case s.view == renamed:
		return s.drawRenamed(p)
	}
	switch s.world.Run.Stage {
	case Choosing:
		return s.drawChoosing(p)
	case Asking:
		return s.drawAsking(p)
	case Mapping:
		return s.drawMapping(p)
	case Failed:
		return s.drawFailed(p)
	default:
		p.w = min(p.w, widest)
		return s.drawRun(p)
	}
}

// page is a body that is being drawn.
type page struct {
	t      *theme.Theme
	w, h   int
	narrow bool
}

// row is one line, a blank before it.
func (p page) row(cells ...widget.Cell) string {
	return widget.Row(p.t, p.w, append([]widget.Cell{{Width: 1}}, cells...)...)
}

// text is a paragraph.
func (p page) text(role theme.Role, text string) []string {
	var lines []string
	for _, line := range widget.Wrap(strings.ReplaceAll(text, "…", p.t.Glyphs.Ellipsis), max(1, p.w-2)) {
		lines = append(lines, " "+p.t.Paint(role, line))
	}
	return lines
}

// hints is the last line.
func (s *Screen) hints(t *theme.Theme, w int, narrow bool) string {
	kw := keyhint.New(s.world.Keys, s.Scope(), t)
	may := func(a keymap.Action, text string) widget.Hint {
		hint := kw.Hint(a, text)
		hint.Off = s.Off(a) != ""
		return hint
	}
	back := keyhint.Keep(kw.Hint(keymap.Cancel, s.escWord()))
	help := kw.Hint(keymap.ShowHelp, "help")
	if s.Scope() == keymap.Path {
		take := "read"
		if s.out {
			take = "write"
		} else if s.world.Run.Stage == Asking {
			return widget.Hints(t, w, keyhint.There(may(keymap.Accept, "this is me"), back, help), "")
		}
		other := "export"
		if s.out {
			other = "import"
		}
		return widget.Hints(t, w, keyhint.There(may(keymap.Accept, take), may(keymap.Complete, "complete"),
			kw.Pair(keymap.Down, keymap.Up, "choose"), back, kw.Hint(keymap.ImportPart, other), help), "")
	}
	var hints []widget.Hint
	switch s.world.Run.Stage {
	case Asking:
		hints = append(hints, may(keymap.Accept, "this is me"), kw.Pair(keymap.Down, keymap.Up, "choose"), may(keymap.OwnerSay, "type an address"))
	case Mapping:
		hints = append(hints, may(keymap.Accept, "read it"), kw.Pair(keymap.PrevColumn, keymap.NextColumn, "column"), kw.Pair(keymap.Down, keymap.Up, "field"))
	case Failed:
		hints = append(hints, may(keymap.Accept, "choose again"))
		if s.world.Run.wantsOwner() {
			hints = append(hints, may(keymap.OwnerSay, "whose export"))
		}
	case Done:
		hints = append(hints, may(keymap.Accept, "to the inbox"))
		if s.world.Run.Brings() {
			hints = append(hints, kw.Hint(keymap.Undo, "undo"))
		}
	case Reading:
		hints = append(hints, may(keymap.Accept, "apply when read"))
	case Writing, TakingBack:
		hints = append(hints, kw.Hint(keymap.GoInbox, "inbox meanwhile"))
	default:
		hints = append(hints, may(keymap.Accept, "apply"))
	}
	if s.world.Run.Stage == Preview || s.world.Run.Stage == Done {
		hints = append(hints, may(keymap.Problems, "problems"))
		if !narrow && s.world.Run.Lists == nil {
			hints = append(hints, may(keymap.Renamed, "new names"))
		}
		if !narrow {
			hints = append(hints, may(keymap.ReportSave, "save report"))
		}
	}
	tail := ""
	if n := s.listed(); n > 0 {
		if !narrow {
			tail = comma(s.rows.Cursor+1) + "/" + comma(n)
		}
		hints = []widget.Hint{kw.Pair(keymap.Down, keymap.Up, "move"), may(keymap.ReportSave, "save report")}
	}
	return widget.Hints(t, w, keyhint.There(append(hints, back, help)...), tail)
}

// escWord says what esc does.
func (s *Screen) escWord() string {
	r := s.world.Run
	switch {
	case s.out, s.view != usual, r.Stage == Choosing, r.Stage == Done, r.Stage == TakingBack:
		return "back"
	case r.Stage == Writing:
		return "stop"
	default:
		return "cancel"
	}
}

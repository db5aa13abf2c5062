package dialog

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model/clean"
	"cordial/ui/ask"
	"cordial/ui/keyhint"
	"cordial/ui/match"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// Help shows the keys that work, straight from the keymap: in columns under
// their headings or, once something is typed, one a line with what they are good
// for. Tab goes on to the keys of the next place.
type Help struct {
	trouble
	keys   keymap.Keymap
	off    map[keymap.Action]string // reasons of actions that are not possible now
	places [][]keymap.Scope         // the scopes in front when help was asked for, then the others
	place  int
	page   int
	pages  int // of the last drawing
	input  widget.Input
	list   widget.List
}

// NewHelp shows the keys that work where these scopes are active, innermost
// first. off gives the reasons of actions that are not possible right now; it may
// be nil.
func NewHelp(keys keymap.Keymap, scopes []keymap.Scope, off map[keymap.Action]string) *Help {
	d := &Help{keys: keys, off: off, places: [][]keymap.Scope{scopes}, pages: 1}
	d.input.Limit = 60
	d.input.Prompt, d.input.Placeholder = "> ", "type to search keys and actions"
	for _, s := range keymap.Scopes() {
		stack := keymap.Stack(s)
		if s != keymap.Global && s != keymap.Screen && !slices.Equal(stack, scopes) {
			d.places = append(d.places, stack)
		}
	}
	return d
}

// Scope is keymap.Help.
func (d *Help) Scope() keymap.Scope { return keymap.Help }

// Refresh changes nothing: the keys are those of the keymap.
func (d *Help) Refresh(World) {}

// Do scrolls, goes to the next place, and closes.
func (d *Help) Do(a keymap.Action) ask.Request {
	d.text = ""
	switch a {
	case keymap.Cancel, keymap.ShowHelp:
		return ask.Close{}
	case keymap.Toggle:
		d.place, d.page = (d.place+1)%len(d.places), 0
		d.list = d.list.Top()
	case keymap.PageDown:
		d.page = min(d.page+1, d.pages-1)
		d.list = d.list.Page(1)
	case keymap.PageUp:
		d.page = max(d.page-1, 0)
		d.list = d.list.Page(-1)
	case keymap.Down:
		d.list = d.list.Move(1)
	case keymap.Up:
		d.list = d.list.Move(-1)
	default:
	}
	return nil
}

// Key filters.
func (d *Help) Key(k tea.KeyMsg) ask.Request {
	d.text = ""
	was := d.input.Value()
	if d.input.Key(k) && d.input.Value() != was {
		d.list, d.page = d.list.Top(), 0
	}
	return nil
}

// Draw is the box.
func (d *Help) Draw(t *theme.Theme, w, h int) string {
	scopes := d.places[d.place]
	f := frame{title: "Help " + t.Glyphs.Sep + " " + placeName(scopes), width: 112, lines: h}
	kw := keyhint.New(d.keys, d.Scope(), t)
	f.hints = keyhint.There(kw.Hint(keymap.Toggle, "keys elsewhere"), kw.Hint(keymap.Cancel, "close"))
	return f.draw(t, w, h, func(s *sheet) {
		s.add(d.input.View(s.t, s.w))
		if s.h > 8 {
			s.add("")
		}
		d.trouble.draw(s)
		if room := s.h - len(s.lines); room > 0 && d.input.Value() != "" {
			s.block(strings.Split(d.found(s.t, scopes, s.w, room), "\n"))
		} else if room > 0 {
			s.block(strings.Split(d.columns(s.t, scopes, s.w, room), "\n"))
			if d.pages > 1 {
				f.note = fmt.Sprintf("%d/%d", d.page+1, d.pages)
				f.hints = append(keyhint.There(kw.Hint(keymap.PageDown, "more")), f.hints...)
			}
		}
	})
}

// placeName is the place whose keys are shown.
func placeName(scopes []keymap.Scope) string {
	if len(scopes) == 0 {
		return "keys"
	}
	return string(scopes[0]) + " keys"
}

// columns is the keys under their headings, and below them why some are off.
func (d *Help) columns(t *theme.Theme, scopes []keymap.Scope, w, h int) string {
	var groups []widget.Group
	var reasons []string
	for _, section := range d.keys.Help(scopes...) {
		g := widget.Group{Title: string(section.Group)}
		for _, row := range section.Rows {
			why := d.why(row.Action)
			g.Keys = append(g.Keys, widget.Hint{Key: keymap.Labels(row.Keys, ascii(t)), Text: row.Title, Off: why != ""})
			if why != "" {
				reasons = append(reasons, keymap.Labels(row.Keys, ascii(t))+" "+row.Title+": "+why)
			}
		}
		groups = append(groups, g)
	}
	s := &sheet{t: t, w: w}
	if len(reasons) > 0 && h >= 10 {
		s.add("")
		s.say(theme.Disabled, "Not now  ", strings.Join(reasons, " "+t.Glyphs.Sep+" "))
		s.lines = s.lines[:min(len(s.lines), h/3)]
	}
	room := h - len(s.lines)
	body, pages := widget.Help(t, w, room, groups, d.page)
	d.pages, d.page = pages, min(d.page, pages-1)
	return widget.Stack(body, widget.Lines(s.lines, w, len(s.lines)))
}

// why an action is off; empty when it is not.
func (d *Help) why(a keymap.Action) string { return clean.Line(d.off[a]) }

// found is the actions that match what is typed, one a line.
func (d *Help) found(t *theme.Theme, scopes []keymap.Scope, w, h int) string {
	rows := d.matching(scopes)
	if len(rows) == 0 {
		return widget.Exact(t.Paint(theme.Dim, "No key does that here."), w, h)
	}
	d.list = d.list.Resize(len(rows), h)
	return d.list.Draw(w, h, 1, func(i int, cursor bool) string {
		return d.row(t, w, rows[i], cursor)
	})
}

// matching is the actions whose title or key is like what is typed, the best
// first, then those that say it in their sentence.
func (d *Help) matching(scopes []keymap.Scope) []keymap.HelpRow {
	var all, rows, rest []keymap.HelpRow
	for _, section := range d.keys.Help(scopes...) {
		all = append(all, section.Rows...)
	}
	index := match.NewIndex(len(all), func(i int) string { return all[i].Title + " " + strings.Join(all[i].Keys, " ") })
	hits, _ := index.Find(d.input.Value(), len(all))
	hit := map[int]bool{}
	for _, h := range hits {
		rows, hit[h.Item] = append(rows, all[h.Item]), true
	}
	said := strings.ToLower(strings.TrimSpace(d.input.Value()))
	for i, row := range all {
		if !hit[i] && strings.Contains(strings.ToLower(row.Help), said) {
			rest = append(rest, row)
		}
	}
	return append(rows, rest...)
}

func (d *Help) row(t *theme.Theme, w int, row keymap.HelpRow, cursor bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	key, text, help := theme.Key, theme.Text, row.Help
	if why := d.why(row.Action); why != "" {
		key, text, help = theme.Disabled, theme.Disabled, "Not now: "+why
	}
	cells := []widget.Cell{
		{Text: bar, Role: theme.Accent, Width: 1, Gap: 1},
		{Text: keymap.Labels(row.Keys, ascii(t)), Role: key, Width: 13, Gap: 1},
		{Text: row.Title, Role: text, Width: min(20, max(1, w-16)), Gap: 1},
	}
	if w >= 60 {
		cells = append(cells, widget.Cell{Text: help, Role: theme.Dim, Grow: 1})
	}
	return widget.Row(t, w, cells...)
}

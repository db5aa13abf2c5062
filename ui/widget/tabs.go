package widget

import (
	"fmt"

	"cordial/ui/theme"
)

// Tab is one entry of a tab bar.
type Tab struct {
	Key   string // the key that opens it, such as "1"; may be empty
	Name  string
	Count string // "12", "1,204"; may be empty
}

func (tab Tab) text() string {
	s := tab.Name
	if tab.Key != "" {
		s = tab.Key + " " + s
	}
	if tab.Count != "" {
		s += " " + tab.Count
	}
	return s
}

// tabGap is the number of blanks behind a tab.
const tabGap = 2

// narrowTabs is the width below which only the active tab is named.
const narrowTabs = 60

// TabBar is one line of w cells. The active tab stands in brackets and is
// always whole if it fits at all; ‹ and › tell that there are more on that
// side. Below 60 cells it is "‹ Hot Leads 4 (2/7) ›".
func TabBar(t *theme.Theme, w int, tabs []Tab, active int) string {
	if w <= 0 || len(tabs) == 0 {
		return blanks(w)
	}
	active = max(0, min(active, len(tabs)-1))
	if w < narrowTabs {
		return narrowBar(t, w, tabs, active)
	}
	first := firstTab(w, tabs, active)
	line := " "
	if first > 0 {
		line = t.Paint(theme.Dim, t.Glyphs.Left) + " "
	}
	used := Width(line)
	for i := first; i < len(tabs); i++ {
		room := w - used
		if i < len(tabs)-1 {
			room -= 2 // for the sign that more follow
		}
		if tabWidth(tabs[i], i == active)-tabGap > room && i != active {
			line = FitTail(line, w-1, "") + t.Paint(theme.Dim, t.Glyphs.Right)
			return exact(line, w)
		}
		line += paintTab(t, tabs[i], i == active)
		used = Width(line)
	}
	return exact(line, w)
}

// firstTab is the leftmost tab to show so that the active one is in view.
func firstTab(w int, tabs []Tab, active int) int {
	used := 4 // the signs at both ends
	for i := active; i >= 0; i-- {
		used += tabWidth(tabs[i], i == active)
		if used > w {
			return min(i+1, active)
		}
	}
	return 0
}

func tabWidth(tab Tab, active bool) int {
	if active {
		return Width(tab.text()) + 2 + tabGap
	}
	return Width(tab.text()) + tabGap
}

// paintTab is "name  " or "[name]  ".
func paintTab(t *theme.Theme, tab Tab, active bool) string {
	if active {
		return t.Paint(theme.TabActive, "["+tab.text()+"]") + blanks(tabGap)
	}
	return t.Paint(theme.Tab, tab.text()) + blanks(tabGap)
}

func narrowBar(t *theme.Theme, w int, tabs []Tab, active int) string {
	tab := tabs[active]
	tab.Key = ""
	place := fmt.Sprintf(" (%d/%d) ", active+1, len(tabs))
	return exact(" "+t.Paint(theme.Dim, t.Glyphs.Left)+" "+
		t.Paint(theme.TabActive, tab.text())+
		t.Paint(theme.Dim, place+t.Glyphs.Right), w)
}

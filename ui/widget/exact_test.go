package widget

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"cordial/ui/theme"
)

func anyTheme(t *rapid.T) *theme.Theme {
	th := theme.New(theme.Options{
		Name:    rapid.SampledFrom(theme.Names()).Draw(t, "name"),
		Dark:    rapid.Bool().Draw(t, "dark"),
		Profile: rapid.SampledFrom([]theme.Profile{theme.None, theme.Colors16, theme.Colors256, theme.TrueColor}).Draw(t, "profile"),
		ASCII:   rapid.Bool().Draw(t, "ascii"),
	})
	if rapid.Bool().Draw(t, "selected") {
		return th.Selected()
	}
	return th
}

func anyCells() *rapid.Generator[[]Cell] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Cell {
		return Cell{
			Text:  hostile().Draw(t, "text"),
			Role:  theme.Role(rapid.IntRange(0, int(theme.Tint7)).Draw(t, "role")),
			Width: rapid.IntRange(0, 12).Draw(t, "width"),
			Grow:  rapid.IntRange(0, 2).Draw(t, "grow"),
			Gap:   rapid.IntRange(0, 3).Draw(t, "gap"),
			Drop:  rapid.IntRange(0, 3).Draw(t, "drop"),
			Right: rapid.Bool().Draw(t, "right"),
		}
	}), 0, 14)
}

func anyHints() *rapid.Generator[[]Hint] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Hint {
		return Hint{
			Key: hostile().Draw(t, "key"), Text: hostile().Draw(t, "words"),
			Keep: rapid.Bool().Draw(t, "keep"), Off: rapid.Bool().Draw(t, "off"),
		}
	}), 0, 6)
}

// keys are presses and pastes, more of what edits than of what types.
func keys() *rapid.Generator[tea.KeyMsg] {
	special := rapid.SampledFrom([]tea.KeyType{
		tea.KeyLeft, tea.KeyRight, tea.KeyUp, tea.KeyDown, tea.KeyHome, tea.KeyEnd, tea.KeyBackspace,
		tea.KeyDelete, tea.KeyCtrlW, tea.KeyCtrlK, tea.KeyCtrlU, tea.KeyCtrlRight, tea.KeyCtrlLeft,
		tea.KeyPgUp, tea.KeyPgDown, tea.KeyEnter, tea.KeyTab, tea.KeySpace, tea.KeyCtrlHome, tea.KeyCtrlEnd,
	})
	return rapid.Custom(func(t *rapid.T) tea.KeyMsg {
		if rapid.Bool().Draw(t, "types") {
			text := hostile().Draw(t, "typed")
			if text == "" {
				text = "x"
			}
			return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: rapid.Bool().Draw(t, "paste")}
		}
		return tea.KeyMsg{Type: special.Draw(t, "key"), Alt: rapid.Bool().Draw(t, "alt")}
	})
}

// Every widget, at any size, in any theme, with any text: exactly h×w cells.
func TestEveryWidgetIsExact(t *testing.T) {
	text := hostile()
	rapid.Check(t, func(t *rapid.T) {
		th := anyTheme(t)
		w, h := rapid.IntRange(0, 60).Draw(t, "w"), rapid.IntRange(0, 20).Draw(t, "h")
		s := text.Draw(t, "s")
		lines := rapid.SliceOfN(text, 0, 8).Draw(t, "lines")
		content := strings.Join(lines, "\n")
		hints := anyHints().Draw(t, "hints")

		checkBlock(t, "Row", Row(th, w, anyCells().Draw(t, "cells")...), w, 1)
		checkBlock(t, "Exact", Exact(content, w, h), w, h)
		checkBlock(t, "Lines", Lines(lines, w, h), w, h)
		checkBlock(t, "Blank", Blank(w, h), w, h)
		checkBlock(t, "Rule", Rule(th, w, rapid.IntRange(-1, 70).Draw(t, "at"), true), w, 1)
		checkBlock(t, "Hints", Hints(th, w, hints, s), w, 1)
		checkBlock(t, "Toast", Toast(th, w, theme.Good, "✓", s, content), w, 1)
		checkBlock(t, "Box", Box{Title: s, Note: s, Hints: hints, Focus: true}.Draw(th, w, h, content), w, h)
		checkBlock(t, "Panel", Panel(th, w, h, s, content), w, h)
		checkBlock(t, "Meter", Meter{
			Have: rapid.IntRange(-3, 40).Draw(t, "have"), Cap: rapid.IntRange(-3, 40).Draw(t, "cap"),
			Risk: rapid.IntRange(-3, 40).Draw(t, "risk"),
		}.Draw(th, w), w, 1)

		leftW := rapid.IntRange(0, w).Draw(t, "left")
		if leftW > 0 && leftW < w-1 {
			checkBlock(t, "Columns", Columns(th, content, leftW, s, w-leftW-1, h), w, h)
		}
	})
}

func TestTabsAndHelpAreExact(t *testing.T) {
	text := hostile()
	rapid.Check(t, func(t *rapid.T) {
		th := anyTheme(t)
		w, h := rapid.IntRange(0, 130).Draw(t, "w"), rapid.IntRange(0, 20).Draw(t, "h")
		tabs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Tab {
			return Tab{text.Draw(t, "key"), text.Draw(t, "name"), text.Draw(t, "count")}
		}), 0, 9).Draw(t, "tabs")
		checkBlock(t, "TabBar", TabBar(th, w, tabs, rapid.IntRange(-1, 10).Draw(t, "active")), w, 1)

		groups := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Group {
			return Group{text.Draw(t, "title"), anyHints().Draw(t, "keys")}
		}), 0, 6).Draw(t, "groups")
		page, pages := Help(th, w, h, groups, rapid.IntRange(-1, 9).Draw(t, "page"))
		checkBlock(t, "Help", page, w, h)
		if pages < 1 {
			t.Fatalf("%d pages", pages)
		}
	})
}

func TestListsAreExact(t *testing.T) {
	text := hostile()
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(0, 60).Draw(t, "w"), rapid.IntRange(0, 20).Draw(t, "h")
		rowHeight := rapid.IntRange(1, 3).Draw(t, "row height")
		l := List{}.Resize(rapid.IntRange(0, 50).Draw(t, "total"), h/rowHeight).To(rapid.IntRange(-1, 60).Draw(t, "cursor"))
		row := text.Draw(t, "row")
		checkBlock(t, "List", l.Draw(w, h, rowHeight, func(int, bool) string { return row }), w, h)
	})
}

func TestFieldsAreExact(t *testing.T) {
	text := hostile()
	rapid.Check(t, func(t *rapid.T) {
		th := anyTheme(t)
		w, h := rapid.IntRange(0, 40).Draw(t, "w"), rapid.IntRange(0, 12).Draw(t, "h")
		limit := rapid.IntRange(0, 30).Draw(t, "limit")
		in := Input{Prompt: text.Draw(t, "prompt"), Placeholder: text.Draw(t, "placeholder"), Limit: limit}
		area := NewTextArea(w, h)
		area.Placeholder, area.Limit = in.Placeholder, limit
		items := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Item {
			s := text.Draw(t, "item")
			return Item{ID: s, Text: s, Detail: s, Key: s}
		}), 0, 5).Draw(t, "items")
		p := NewPicker(items, contains, w, h)
		p.Multi, p.Create = rapid.Bool().Draw(t, "multi"), text.Draw(t, "create")
		for _, k := range rapid.SliceOfN(keys(), 0, 12).Draw(t, "keys") {
			in.Key(k)
			area.Key(k)
			p.Key(k)
			checkBlock(t, "Input", in.View(th, w), w, 1)
			checkBlock(t, "Input at rest", in.ViewBlurred(th, w), w, 1)
			checkBlock(t, "TextArea", area.View(th), w, h)
			checkBlock(t, "TextArea at rest", area.ViewBlurred(th), w, h)
			checkBlock(t, "Picker", p.View(th), w, h)
			if limit > 0 && (in.Len() > limit || area.Len() > limit) {
				t.Fatalf("more than %d characters: %q, %q", limit, in.Value(), area.Value())
			}
		}
		if strings.ContainsFunc(in.Value(), moves) || strings.ContainsFunc(strings.ReplaceAll(area.Value(), "\n", ""), moves) {
			t.Fatalf("controls typed: %q, %q", in.Value(), area.Value())
		}
	})
}

func TestOverlayIsExact(t *testing.T) {
	text := hostile()
	rapid.Check(t, func(t *rapid.T) {
		th := anyTheme(t)
		w, h := rapid.IntRange(1, 50).Draw(t, "w"), rapid.IntRange(1, 12).Draw(t, "h")
		bw, bh := rapid.IntRange(1, 60).Draw(t, "bw"), rapid.IntRange(1, 14).Draw(t, "bh")
		base := Lines(rapid.SliceOfN(text, h, h).Draw(t, "base"), w, h)
		box := Lines(rapid.SliceOfN(text, bh, bh).Draw(t, "box"), bw, bh)
		x, y := rapid.IntRange(-5, 60).Draw(t, "x"), rapid.IntRange(-5, 14).Draw(t, "y")
		checkBlock(t, "Overlay", Overlay(base, box, x, y), w, h)
		checkBlock(t, "OverlayCenter", OverlayCenter(base, box, w, h), w, h)
		checkBlock(t, "Recede", Recede(th, base), w, h)
		checkBlock(t, "Dialog", Dialog(th, base, w, h, Box{Title: "title"}, bw, bh, box), w, h)
	})
}

// contains is the plainest matcher.
func contains(query string, items []Item) []Hit {
	var hits []Hit
	for i, it := range items {
		if at := strings.Index(strings.ToLower(it.Text), strings.ToLower(query)); at >= 0 {
			hit := Hit{Index: i}
			first := len([]rune(it.Text[:min(at, len(it.Text))]))
			for j := range []rune(query) {
				hit.At = append(hit.At, first+j)
			}
			hits = append(hits, hit)
		}
	}
	return hits
}

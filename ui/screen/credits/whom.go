package credits

import (
	"fmt"
	"slices"
	"time"

	"cordial/model"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/ask"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// hotTab is the tab whose people are worth a credit first.
func hotTab() triage.Tab {
	return triage.Tab{Kind: triage.Labelled, Label: model.BuiltinLabels()[0]}
}

// leadBasis is what a list of Hot Leads was made from: as long as it is the same, so
// is the list.
type leadBasis struct {
	book  *model.Book
	len   int
	board *triage.Board
	at    time.Time
	count int
}

// basisOfLeads is what a list would be made from now.
func basisOfLeads(w World) leadBasis {
	if w.Board == nil {
		return leadBasis{}
	}
	n, _ := w.Board.Count(hotTab())
	return leadBasis{w.Book, w.Book.Len(), w.Board, w.Board.Now(), n}
}

// hotLeads lists the people of the Hot Leads tab who were sent no InMail yet: those
// a credit is for first, then those whom a message reaches for nothing.
func hotLeads(w World) (leads []triage.ID, paid int) {
	if w.Board == nil {
		return nil, 0
	}
	var free []triage.ID
	seen := map[model.Key]bool{}
	n, _ := w.Board.Count(hotTab())
	for i := range n {
		id, ok := w.Board.At(hotTab(), i)
		if !ok || id.Person == 0 || seen[id.Person] || len(w.Book.InMailsTo(id.Person, w.Now)) > 0 {
			continue
		}
		seen[id.Person] = true
		if t, _ := w.Board.Thread(id); t.Connected {
			free = append(free, id)
			continue
		}
		leads = append(leads, id)
	}
	return append(leads, free...), len(leads)
}

// whom is the list of the people to write to, in front of the views.
type whom struct {
	from leadBasis
	open bool
	ids  []triage.ID
	paid int // of them, those whom only an InMail reaches
	list widget.List
}

// refresh takes the people anew, unless they are the same; the cursor stays on its
// person, or at its place.
func (v *whom) refresh(w World) {
	from := basisOfLeads(w)
	if from == v.from {
		return
	}
	v.from = from
	ids, paid := hotLeads(w)
	at := v.list.Cursor
	if at < len(v.ids) {
		if place := slices.Index(ids, v.ids[at]); place >= 0 {
			at = place
		}
	}
	v.ids, v.paid = ids, paid
	v.list = v.list.Resize(len(ids), v.list.Height).To(at)
}

// person is the one under the cursor, 0 when nobody is.
func (v *whom) person() model.Key {
	if v.list.Cursor >= len(v.ids) {
		return 0
	}
	return v.ids[v.list.Cursor].Person
}

// enter goes to the person under the cursor.
func (v *whom) enter() ask.Request {
	if v.person() == 0 {
		return nil
	}
	return ask.GoToPerson{Key: v.person()}
}

// drawWhom is the list under what sending to them is for.
func (s *Screen) drawWhom(t *theme.Theme, w, h int) string {
	lines := []string{heading("WHOM TO WRITE TO", "Hot Leads without an InMail yet").draw(t, w, false)}
	savings := s.account.savings()
	if w < narrow && len(savings) > 1 {
		savings = savings[len(savings)-1:]
	}
	for _, text := range savings {
		lines = append(lines, wrapped(t, theme.Due, t.Glyphs.Warn+" "+text, w)...)
	}
	if n := len(s.whom.ids) - s.whom.paid; n > 0 {
		text := fmt.Sprintf("%d of %d are 1st degree: a message to them is free and saves no credit.", n, len(s.whom.ids))
		lines = append(lines, wrapped(t, theme.Dim, text, w)...)
	}
	if w >= narrow {
		lines = append(lines, "")
	}
	if len(s.whom.ids) == 0 {
		lines = append(lines, wrapped(t, theme.Dim, "Nobody is left: every Hot Lead has an InMail, or nobody in the inbox has that label. "+
			"Label a conversation, and it stands here.", w)...)
		return widget.Lines(lines, w, h)
	}
	above := widget.Lines(lines, w, min(h, len(lines)))
	rest := h - min(h, len(lines))
	s.whom.list = s.whom.list.Resize(len(s.whom.ids), rest)
	return widget.Stack(above, s.whom.list.Draw(w, rest, 1, func(i int, cursor bool) string {
		return s.whomRow(t, w, i, cursor)
	}))
}

// wrapped is a text in painted lines of w cells.
func wrapped(t *theme.Theme, role theme.Role, text string, w int) []string {
	var lines []string
	for _, line := range widget.Wrap(text, max(1, w-2)) {
		lines = append(lines, " "+t.Paint(role, line))
	}
	return lines
}

// whomRow is one person: who, the last word, and what a message would cost.
func (s *Screen) whomRow(t *theme.Theme, w, i int, cursor bool) string {
	bar := ""
	if cursor {
		bar, t = t.Glyphs.Cursor, t.Selected()
	}
	line, _ := s.world.Board.Line(s.whom.ids[i])
	cost, role := "1 credit", theme.Text
	if i >= s.whom.paid {
		cost, role = "free: 1st", theme.Dim
	}
	return widget.Row(t, w,
		widget.Cell{Text: bar, Role: theme.Accent, Width: 1},
		widget.Cell{Text: line.Name, Role: theme.Strong, Width: min(22, w/3), Grow: 1, Gap: 1},
		widget.Cell{Text: line.Text, Role: theme.Dim, Width: 10, Grow: 4, Gap: 1, Drop: 4},
		widget.Cell{Text: line.Initials, Role: theme.Dim, Width: 5, Gap: 1, Drop: 3},
		widget.Cell{Text: when.Age(line.Activity, s.world.Now), Role: theme.Dim, Width: 4, Gap: 2, Right: true, Drop: 2},
		widget.Cell{Text: cost, Role: role, Width: 9, Gap: 1})
}

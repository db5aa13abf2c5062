package importing

import (
	"fmt"
	"strings"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/keyhint"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// sum is a line of the summary.
type sum struct {
	name   string
	n      int
	text   string
	action keymap.Action // that shows more
	word   string
	strong bool
}

// sums is what comes of it.
func (s *Screen) sums(p page) []string {
	r := s.world.Run
	if r.Stage != Preview && r.Stage != Writing && r.Stage != Done || r.Report.FirstPartOnly && r.Lists == nil {
		return nil
	}
	list := s.exportSums()
	if r.Lists != nil {
		list = s.listSums()
	}
	kw := keyhint.New(s.world.Keys, keymap.Importing, p.t)
	var lines []string
	for _, line := range list {
		if line.n == 0 && !line.strong {
			continue
		}
		role := theme.Text
		if line.strong {
			role = theme.Strong
		}
		more := ""
		if line.action != "" {
			more = kw.Say(line.action, line.word)
		}
		if p.narrow {
			lines = append(lines, p.row(widget.Cell{Text: line.name, Role: theme.Dim, Width: 16, Gap: 1},
				widget.Cell{Text: comma(line.n), Role: role, Width: 8, Right: true, Gap: 2}, widget.Cell{Text: more, Role: theme.Key, Grow: 1}))
			continue
		}
		lines = append(lines, p.row(widget.Cell{Text: line.name, Role: theme.Dim, Width: 22, Gap: 1},
			widget.Cell{Text: comma(line.n), Role: role, Width: 9, Right: true, Gap: 2},
			widget.Cell{Text: line.text, Role: theme.Dim, Grow: 1, Gap: 1},
			widget.Cell{Text: more, Role: theme.Key, Gap: 1}))
	}
	return lines
}

// exportSums is the summary of LinkedIn's export.
func (s *Screen) exportSums() []sum {
	r := s.world.Run.Report
	people, changed := 0, 0
	for _, f := range r.Files {
		if strings.EqualFold(f.Name, "Connections.csv") {
			people += f.New
		}
	}
	changed = r.Changed
	fresh := sum{name: "New messages", n: r.Messages.New, strong: true}
	if r.NewConversations > 0 {
		fresh.text = "in " + plural(r.NewConversations, "conversation", "conversations")
	}
	known := sum{name: "Already known", n: r.Messages.Known, text: "messages, left as they are"}
	k := r.Messages.Skipped
	unread := sum{name: "Could not read", n: k.Malformed + k.BadDate, text: reasons(reason{k.Malformed, "malformed"}, reason{k.BadDate, "without date"})}
	skipped := sum{name: "Left out", n: k.Total() + r.Invitations.Skipped - unread.n, text: reasons(
		reason{k.Sponsored, "sponsored"}, reason{k.Draft, noun(k.Draft, "draft", "drafts")}, reason{k.Spam, "spam"}, reason{k.Duplicate, "repeated"},
		reason{k.NoConversationID, "without conversation"}, reason{r.Invitations.Skipped, noun(r.Invitations.Skipped, "invitation", "invitations")})}
	other := sum{name: "Problems", n: r.ProblemCount - unread.n - skipped.n, text: "records that were not taken wholly"}
	for _, line := range []*sum{&other, &unread, &skipped} {
		if line.n > 0 && len(r.Problems) > 0 {
			line.action, line.word = keymap.Problems, "view"
			break
		}
	}
	named := sum{name: "New names", n: r.RenamedCount, text: "same profile, new name", action: keymap.Renamed, word: "review"}
	proposals := sum{name: "To review", n: r.Proposals, text: "what it shows of InMails and requests", action: keymap.GoReview, word: "review"}
	if s.world.Run.Stage != Done {
		proposals.action = "" // there is nothing to review yet
	}
	return []sum{
		fresh,
		{name: "New connections", n: people},
		{name: "Changed", n: changed, text: "people and messages that LinkedIn gives otherwise now"},
		known, skipped, unread, other, named, proposals,
	}
}

// listSums is the summary of contact lists.
func (s *Screen) listSums() []sum {
	l := s.world.Run.Lists
	unread := sum{name: "Problems", n: l.ProblemCount, action: keymap.Problems, word: "view"}
	if len(l.Problems) > 0 {
		unread.text = problemWords(l.Problems[0])
	}
	return []sum{
		{name: "New people", n: l.Added, strong: true},
		{name: "Completed", n: l.Completed, text: "people of whom something was not known"},
		{name: "Already known", n: l.Known, text: "left as they are"},
		{name: "Labels", n: l.Labels, text: "put on somebody"},
		{name: "Notes", n: l.Notes},
		{name: "Refused", n: l.Refused(), text: "records that were not taken"},
		unread,
	}
}

// problemWords is a problem in one line.
func problemWords(p model.Problem) string {
	where := clean.Line(p.File)
	if p.Line > 0 {
		where += ":" + comma(p.Line)
	}
	if where == "" {
		return clean.Line(p.Reason)
	}
	return where + ": " + clean.Line(p.Reason)
}

// reason is how many records were left out for it.
type reason struct {
	n    int
	word string
}

// reasons lists reasons, without those that no record has.
func reasons(list ...reason) string {
	var words []string
	for _, r := range list {
		if r.n > 0 {
			words = append(words, comma(r.n)+" "+r.word)
		}
	}
	return strings.Join(words, ", ")
}

// drawProblems lists every record that was left out.
func (s *Screen) drawProblems(p page) string {
	list, all := s.world.Run.problems()
	title := plural(all, "record was", "records were") + " left out, or not taken wholly"
	if all > len(list) {
		title += fmt.Sprintf("; the first %s are listed", comma(len(list)))
	}
	return s.drawRows(p, title, len(list), func(t *theme.Theme, i int, sign widget.Cell) string {
		one := list[i]
		where := clean.Line(one.File)
		if one.Line > 0 {
			where += fmt.Sprintf(":%d", one.Line)
		}
		if p.narrow {
			return widget.Row(t, p.w, sign, widget.Cell{Text: where + ": " + clean.Line(one.Reason), Grow: 1})
		}
		return widget.Row(t, p.w, sign, widget.Cell{Text: where, Role: theme.Dim, Width: 26, Gap: 1},
			widget.Cell{Text: clean.Line(one.Reason), Role: theme.Text, Grow: 1})
	})
}

// drawRenamed lists the people with a new name.
func (s *Screen) drawRenamed(p page) string {
	r := s.world.Run.Report
	title := plural(r.RenamedCount, "person has", "people have") + " a new name: the profile is the same, so they stay one"
	if r.RenamedCount > len(r.Renamed) {
		title += fmt.Sprintf("; the first %s are listed", comma(len(r.Renamed)))
	}
	return s.drawRows(p, title, len(r.Renamed), func(t *theme.Theme, i int, sign widget.Cell) string {
		one := r.Renamed[i]
		return widget.Row(t, p.w, sign, widget.Cell{Text: clean.Line(one.Was), Role: theme.Dim, Grow: 1},
			widget.Cell{Text: t.Glyphs.Arrow, Role: theme.Dim, Width: 1, Gap: 1}, widget.Cell{Text: clean.Line(one.Now), Role: theme.Text, Grow: 1})
	})
}

// drawRows is a list below its title.
func (s *Screen) drawRows(p page, title string, n int, row func(t *theme.Theme, i int, sign widget.Cell) string) string {
	head := append(p.text(theme.Dim, title), "")
	rows := max(1, p.h-len(head))
	s.rows = s.rows.Resize(n, rows)
	list := s.rows.Draw(p.w, rows, 1, func(i int, cursor bool) string {
		sign, t := widget.Cell{Width: 1, Gap: 1, Role: theme.Accent}, p.t
		if cursor {
			t = t.Selected()
			sign.Text = t.Glyphs.Cursor
		}
		return row(t, i, sign)
	})
	return widget.Stack(widget.Lines(head, p.w, min(len(head), p.h-rows)), list)
}

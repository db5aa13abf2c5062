package inbox

import (
	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dossier"
	"cordial/ui/layout"
	"cordial/ui/widget"
)

// Do does an action of the keymap. One that is not possible now answers why.
func (s *Screen) Do(a keymap.Action) ask.Request {
	if a == keymap.Open && s.nothing() {
		return ask.GoToImport{} // there is nothing else to open
	}
	if why := s.Off(a); why != "" {
		return ask.Toast{Text: why}
	}
	if s.walk(a) || s.choose(a) {
		return nil
	}
	return s.act(a)
}

// walk does what moves the cursor.
func (s *Screen) walk(a keymap.Action) bool {
	switch a {
	case keymap.Down, keymap.NextContact:
		s.Step(1)
	case keymap.Up, keymap.PrevContact:
		s.Step(-1)
	case keymap.HalfDown:
		s.move(func(l widget.List) widget.List { return l.HalfPage(1) })
	case keymap.HalfUp:
		s.move(func(l widget.List) widget.List { return l.HalfPage(-1) })
	case keymap.PageDown:
		s.move(func(l widget.List) widget.List { return l.Page(1) })
	case keymap.PageUp:
		s.move(func(l widget.List) widget.List { return l.Page(-1) })
	case keymap.Top:
		s.move(widget.List.Top)
	case keymap.Bottom:
		s.move(widget.List.Bottom)
	case keymap.NextTab:
		s.turn(1)
	case keymap.PrevTab:
		s.turn(-1)
	default:
		return false
	}
	return true
}

// choose does what changes the selection or the preview.
func (s *Screen) choose(a keymap.Action) bool {
	switch a {
	case keymap.Select:
		s.toggle()
	case keymap.SelectRange:
		s.startRange()
	case keymap.SelectAll:
		s.selectAll()
	case keymap.Clear:
		s.Clear()
	case keymap.Preview:
		s.togglePreview()
	case keymap.PreviewSide:
		s.turnPreview()
	default:
		return false
	}
	return true
}

// act asks for what changes conversations, or leads elsewhere.
func (s *Screen) act(a keymap.Action) ask.Request {
	id, _ := s.Cursor()
	if a == keymap.Open {
		return ask.GoToThread{ID: id}
	}
	if a == keymap.ArchiveRead {
		return ask.Mark{Targets: s.readOnes(), Mark: model.MarkArchived}
	}
	return s.subject(id).Ask(a, s.world.Board, s.Targets())
}

// subject is what is known of a conversation.
func (s *Screen) subject(id triage.ID) dossier.Subject {
	subject := dossier.Subject{Book: s.world.Book, Now: s.world.Now, ID: id, Line: s.line(id), Listed: s.world.Board.Has(id)}
	subject.Evidence, subject.Read = s.world.Find(id)
	return subject
}

// turn goes n tabs further, around the ends.
func (s *Screen) turn(n int) {
	tabs := s.tabs()
	for i, t := range tabs {
		if t == s.tab {
			s.Show(tabs[(i+n+len(tabs))%len(tabs)])
			return
		}
	}
}

// tabs are those of the bar: the usual ones, and the one that is shown if it is
// none of them.
func (s *Screen) tabs() []triage.Tab {
	tabs := triage.Tabs(s.world.Book.Labels())
	for _, t := range tabs {
		if t == s.tab {
			return tabs
		}
	}
	return append(tabs, s.tab)
}

// Number is the n-th tab of the bar, from 0.
func (s *Screen) Number(n int) (triage.Tab, bool) {
	tabs := s.tabs()
	if n < 0 || n >= len(tabs) {
		return triage.Tab{}, false
	}
	return tabs[n], true
}

// togglePreview shows the preview, or hides it.
func (s *Screen) togglePreview() {
	if s.frame().Place == layout.Off {
		s.want = layout.Right
		if s.frame().Place == layout.Off {
			s.want = layout.Below
		}
	} else {
		s.want = layout.Off
	}
	s.settle()
}

// turnPreview puts the preview to the other side.
func (s *Screen) turnPreview() {
	if s.frame().Place == layout.Right {
		s.want = layout.Below
	} else {
		s.want = layout.Right
	}
	s.settle()
}

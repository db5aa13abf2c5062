package inbox

import "cordial/model/triage"

// readOnes are the conversations of the tab that are read and not archived.
func (s *Screen) readOnes() []triage.ID {
	var ids []triage.ID
	total, _ := s.world.Board.Count(s.tab)
	for i := range total {
		id, ok := s.world.Board.At(s.tab, i)
		if !ok {
			continue
		}
		if v, ok := s.world.Board.View(id); ok && !v.Unread && v.Place != triage.InArchive {
			ids = append(ids, id)
		}
	}
	return ids
}

// offArchiveRead is why not all that is read can be archived; empty when it can.
func (s *Screen) offArchiveRead() string {
	total, unread := s.world.Board.Count(s.tab)
	switch {
	case s.tab.Kind == triage.Archived:
		return "Everything in this tab is archived already"
	case total == 0:
		return "This tab is empty"
	case unread == total:
		return "Nothing in this tab is read"
	}
	return ""
}

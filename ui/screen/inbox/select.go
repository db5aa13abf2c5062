package inbox

import "cordial/model/triage"

// Targets are what the next action is for: the selected conversations in the
// order of the tab, or the one under the cursor.
func (s *Screen) Targets() []triage.ID {
	if len(s.selected) == 0 {
		if id, ok := s.Cursor(); ok {
			return []triage.ID{id}
		}
		return nil
	}
	var ids []triage.ID
	total, _ := s.world.Board.Count(s.tab)
	for i := range total {
		if id, ok := s.world.Board.At(s.tab, i); ok && s.selected[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

// Selecting tells whether anything is selected.
func (s *Screen) Selecting() bool { return len(s.selected) > 0 }

// prune drops what has left the tab from the selection.
func (s *Screen) prune() {
	for id := range s.selected {
		if _, ok := s.world.Board.Find(s.tab, id); !ok {
			delete(s.selected, id)
		}
	}
	s.ranging = s.ranging && s.selected[s.anchor]
}

// Clear drops the selection.
func (s *Screen) Clear() {
	clear(s.selected)
	s.ranging = false
}

// toggle selects the conversation under the cursor, or drops it.
func (s *Screen) toggle() {
	id, ok := s.Cursor()
	if !ok {
		return
	}
	s.ranging = false
	if s.selected[id] {
		delete(s.selected, id)
	} else {
		s.selected[id] = true
	}
	s.Step(1)
}

// startRange begins a range at the cursor, or ends the one that has begun and
// keeps what it selected.
func (s *Screen) startRange() {
	if s.ranging {
		s.ranging = false
		return
	}
	if id, ok := s.Cursor(); ok {
		s.ranging, s.anchor = true, id
		s.extend()
	}
}

// extend selects from the anchor of the range to the cursor, and nothing else.
func (s *Screen) extend() {
	from, ok := s.world.Board.Find(s.tab, s.anchor)
	if !ok {
		s.ranging = false
		return
	}
	to := s.spots[s.tab].list.Cursor
	clear(s.selected)
	for i := min(from, to); i <= max(from, to); i++ {
		if id, ok := s.world.Board.At(s.tab, i); ok {
			s.selected[id] = true
		}
	}
}

// selectAll selects the whole tab, or drops the selection if that is selected.
func (s *Screen) selectAll() {
	total, _ := s.world.Board.Count(s.tab)
	all := len(s.selected) == total
	s.Clear()
	if all {
		return
	}
	for i := range total {
		if id, ok := s.world.Board.At(s.tab, i); ok {
			s.selected[id] = true
		}
	}
}

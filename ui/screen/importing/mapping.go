package importing

import (
	"encoding/csv"
	"slices"
	"strings"

	"cordial/ui/ask"
	"cordial/ui/widget"
)

// field is something that a column may hold: its name in a mapping, and for people.
type field struct{ id, title string }

// fields lists what is asked for, in the order of the screen.
func fields() []field {
	return []field{
		{"name", "Name"},
		{"first", "First name"},
		{"last", "Last name"},
		{"url", "LinkedIn profile"},
		{"email", "E-mail"},
		{"company", "Company"},
		{"position", "Position"},
		{"labels", "Labels"},
		{"notes", "Notes"},
	}
}

// guess begins a mapping with what the columns are called. What was chosen of these
// columns before stays chosen, so that the preview can be left and entered again.
func (s *Screen) guess() {
	s.chosenOf = slices.Clone(s.world.Run.Columns)
	s.fields = widget.List{}.Resize(len(fields()), 1)
	s.columns = make([]int, len(fields()))
	for i, f := range fields() {
		s.columns[i] = -1
		for at, c := range s.world.Run.Columns {
			if c.Field == f.id && s.columns[i] < 0 {
				s.columns[i] = at
			}
		}
	}
}

// turn reads the field under the cursor from the next column, or from none.
func (s *Screen) turn(by int) {
	n := len(s.world.Run.Columns) + 1
	at := &s.columns[s.fields.Cursor]
	*at = (*at+1+by+n)%n - 1
}

// mapping is the choice as a mapping is written.
func (s *Screen) mapping() string {
	var pairs []string
	for i, f := range fields() {
		if at := s.columns[i]; at >= 0 {
			pairs = append(pairs, f.id+"="+s.world.Run.Columns[at].Name)
		}
	}
	var text strings.Builder
	w := csv.NewWriter(&text)
	_ = w.Write(pairs) // into memory
	w.Flush()
	return strings.TrimSuffix(text.String(), "\n")
}

// mapped answers that somebody can be told by the columns chosen.
func (s *Screen) mapped() bool {
	who := []string{"name", "first", "last", "url", "email"}
	for i, f := range fields() {
		if s.columns[i] >= 0 && slices.Contains(who, f.id) {
			return true
		}
	}
	return false
}

// unread lists the columns that no field is read from.
func (s *Screen) unread() []string {
	var names []string
	for at, c := range s.world.Run.Columns {
		if !slices.Contains(s.columns, at) {
			names = append(names, c.Name)
		}
	}
	return names
}

// readMapped reads the list by the columns chosen.
func (s *Screen) readMapped() ask.Request {
	return ask.ReadExport{Paths: s.world.Run.Paths, Mapping: s.mapping()}
}

package linkedin

import "strings"

// chunk is the size in bytes of the pieces in which texts are kept.
const chunk = 1 << 20

// arena keeps strings one behind the other in large pieces: half a million texts cost no allocation each, and a kept
// cell does not hold on to the record it was cut from.
type arena struct{ piece *strings.Builder }

func newArena() *arena { return &arena{piece: &strings.Builder{}} }

// keep answers a copy of text that lives in the arena.
func (a *arena) keep(text string) string {
	if text == "" {
		return ""
	}
	if a.piece.Cap()-a.piece.Len() < len(text) {
		a.piece = &strings.Builder{}
		a.piece.Grow(max(chunk, len(text)))
	}
	from := a.piece.Len()
	a.piece.WriteString(text)
	return a.piece.String()[from:]
}

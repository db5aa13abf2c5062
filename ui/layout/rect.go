package layout

// Rect is a rectangle of cells; the upper left cell of the screen is (0, 0).
// One without width or height is absent.
type Rect struct {
	X, Y, W, H int
}

// Empty tells whether the rectangle has no cells.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Contains tells whether the cell (x, y) is inside: where a click went.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// top takes n lines off the top of r, or as many as it has.
func top(r *Rect, n int) Rect {
	n = max(0, min(n, r.H))
	part := Rect{r.X, r.Y, r.W, n}
	r.Y, r.H = r.Y+n, r.H-n
	return part
}

// bottom takes n lines off the bottom of r, or as many as it has.
func bottom(r *Rect, n int) Rect {
	n = max(0, min(n, r.H))
	r.H -= n
	return Rect{r.X, r.Y + r.H, r.W, n}
}

// right takes n columns off the right of r, or as many as it has.
func right(r *Rect, n int) Rect {
	n = max(0, min(n, r.W))
	r.W -= n
	return Rect{r.X + r.W, r.Y, n, r.H}
}

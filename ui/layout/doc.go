// Package layout cuts the terminal into rectangles: a pure function of its size
// and of what is open. The rectangles tile the screen without gap or overlap.
package layout

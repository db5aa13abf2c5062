// Package theme turns meanings ("due", "dim", "selected row") into ready-made
// escape sequences and glyphs, so that drawing a cell is a concatenation.
package theme

package table

import (
	"strings"
	"unicode/utf8"
)

// Guard puts an apostrophe before a cell that a spreadsheet would calculate or run: one that begins with = + - @, their
// full-width twins, a tab or a line end. A cell that only an apostrophe keeps from being one gets a second, so that
// Unguard(Guard(cell)) == cell for every cell.
func Guard(cell string) string {
	if dangerous(strings.TrimLeft(cell, "'")) {
		return "'" + cell
	}
	return cell
}

// Unguard takes off the apostrophe that Guard, or another program with the same habit, put before a cell.
func Unguard(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && dangerous(strings.TrimLeft(cell, "'")) {
		return cell[1:]
	}
	return cell
}

// dangerous tells whether a spreadsheet would take a cell for more than text.
func dangerous(cell string) bool {
	first, _ := utf8.DecodeRuneInString(cell)
	switch first {
	case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
		return true
	}
	return false
}

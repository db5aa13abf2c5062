// Package term stands between the program and the terminal: whole frames at
// once, and a terminal that is put back in order however the program ends.
package term

// Package takeout gathers what is exported for other programs, and writes it whole or
// not at all: the same from the screen and from the command line.
package takeout

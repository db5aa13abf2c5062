// Package widget draws the parts of the screen: text in, exactly h lines of
// exactly w cells out, at every size, with one notion of width throughout.
//
//	Fit, Wrap        one text to one width
//	Row, List        the inbox: columns and a window over any number of rows
//	Stack, Columns   blocks beside and above each other
//	Box, Overlay     dialogs on top of a frame
//	Input, TextArea  typing; Picker puts a filtered list below an input
//
// A block is a string of h lines joined by "\n", without one at the end; a
// block without height or width is the empty string.
package widget

// Package clean makes text from outside safe to show: every name, message,
// file name and error that we did not write ourselves passes Line or Block
// before it reaches a screen, a window title, the clipboard, a log or a file.
//
// It decides rune by rune what may stay, and shows a mark for what may not; it
// never looks for escape sequences, so there is none it can misread:
//
//	"\x1b]0;pwned\a"         →  "�]0;pwned�"
//	"invoice\u202egpj.exe"   →  "invoice�gpj.exe"
//	"می\u200cخواهم"          →  unchanged, Persian is written that way
package clean

// Package keymap says what every key does: actions with stable names, the
// scopes they work in and their keys are rows of one table, from which come the
// resolver, the help, the listing and the check for clashes.
//
//	key ─► Resolver.Press(key, Stack(Thread)) ─► Matched "archive"
//
//	          innermost scope first:  thread ─► screen ─► global
package keymap

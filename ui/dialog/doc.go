// Package dialog holds the dialogs: plain structs that turn keys into requests
// of package ask and draw themselves as a box. None of them reads a clock or a
// disk; what they show comes from the World they are handed.
package dialog

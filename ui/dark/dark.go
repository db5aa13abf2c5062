package dark

import "github.com/charmbracelet/lipgloss"

// init runs before Bubble Tea's: Go initialises packages that are ready in the
// order of their import paths, and "cordial/…" sorts before "github.com/…".
// Bubble Tea v1 queries the terminal in its init, eats the keys typed meanwhile
// and blocks on a terminal that stays silent, even for "--version". A value
// that is set by hand is never asked for. There is no later moment to do this,
// which is why this is the one init function of the program.
//
//nolint:gochecknoinits // see above: nothing but an init can come before an init
func init() {
	lipgloss.SetHasDarkBackground(true)
}

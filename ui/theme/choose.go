package theme

import (
	"fmt"
	"strings"
)

// The palettes that Options.Name accepts beside the default.
const (
	nameHighContrast = "high-contrast"
	nameDeuteranopia = "deuteranopia"
	nameTritanopia   = "tritanopia"
)

func palettes() []string { return []string{nameHighContrast, nameDeuteranopia, nameTritanopia} }

// Names lists what a user may ask for: "auto" is what Detect found, "dark" and
// "light" correct its guess about the background, the next three are palettes
// for more contrast and for red-green and blue-yellow colour blindness, "16"
// keeps to the terminal's own colours and "none" to none.
func Names() []string {
	return append(append([]string{"auto", "dark", "light"}, palettes()...), "16", "none")
}

// Choose is what Detect found, changed as the user asks by one of Names; the
// empty name is "auto". The error for any other name is for the user to read.
func Choose(name string, detected Options) (Options, error) {
	o := detected
	switch name {
	case "", "auto":
	case "dark":
		o.Dark = true
	case "light":
		o.Dark = false
	case nameHighContrast, nameDeuteranopia, nameTritanopia:
		o.Name = name
	case "16":
		o.Profile = min(o.Profile, Colors16)
	case "none":
		o.Profile = None
	default:
		return detected, fmt.Errorf("there is no theme %q; choose one of %s", name, strings.Join(Names(), ", "))
	}
	return o, nil
}

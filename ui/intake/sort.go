package intake

import (
	"os"
	"strings"

	"cordial/ui/port"
)

// Sorted is paths by what they are. What is none of these is left to the import of
// LinkedIn's exports, which says what is wrong with it.
type Sorted struct {
	Exports []string // of LinkedIn's, or not readable at all
	Lists   []string // of people, recognised by their header
	Unknown []string // tables of which nobody knows what their columns hold
}

// Sort looks into every path.
func Sort(paths []string, x port.Exchange) Sorted {
	var s Sorted
	for _, path := range paths {
		export, err := x.IsExport(path)
		if export || err != nil {
			s.Exports = append(s.Exports, path)
			continue
		}
		list, err := x.IsList(path)
		switch info, gone := os.Stat(path); {
		case list && err == nil:
			s.Lists = append(s.Lists, path)
		case gone == nil && info.Mode().IsRegular() && strings.HasSuffix(strings.ToLower(path), ".csv"):
			s.Unknown = append(s.Unknown, path)
		default:
			s.Exports = append(s.Exports, path)
		}
	}
	return s
}

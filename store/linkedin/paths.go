package linkedin

import (
	"errors"
	"os"
	"time"
)

// Recognise reports whether a path holds LinkedIn's own export, or a file of one. An error is one that Read would
// answer too: a missing file, an unsafe archive.
func Recognise(path string) (bool, error) {
	src, err := openSource([]string{path}, time.Time{})
	if errors.Is(err, ErrNothing) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	src.close()
	return true, nil
}

// Exports divides paths into exports to be read one by one: each zip and each folder is one, and all single files
// together are one.
func Exports(paths []string) [][]string {
	var exports [][]string
	single := -1
	for _, path := range paths {
		info, err := os.Stat(path)
		packed, _ := isZip(path)
		if err != nil || info.IsDir() || packed {
			exports = append(exports, []string{path})
			continue
		}
		if single < 0 {
			single = len(exports)
			exports = append(exports, nil)
		}
		exports[single] = append(exports[single], path)
	}
	return exports
}

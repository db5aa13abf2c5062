package intake

import (
	"net/url"
	"path/filepath"
	"strings"
)

// Place is where paths begin.
type Place struct {
	Home string // for ~
	Dir  string // the working directory
}

// Paths is what a typed or pasted text names: one path as it stands if there is such
// a file, else several as a shell reads them, in quotation marks or with backslashes.
// They come absolute. It is empty for a blank text.
func (p Place) Paths(text string, there func(path string) bool) []string {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	if whole := p.Absolute(text); there(whole) {
		return []string{whole}
	}
	var paths []string
	for _, word := range words(text) {
		paths = append(paths, p.Absolute(word))
	}
	return paths
}

// Absolute is a path from the root: ~ is the home directory, and an address that a
// file manager hands over is the path it means.
func (p Place) Absolute(path string) string {
	if u, err := url.Parse(path); err == nil && u.Scheme == "file" && u.Path != "" {
		path = u.Path
	}
	rest, home := strings.CutPrefix(path, "~")
	switch {
	case home && p.Home != "" && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator):
		path = filepath.Join(p.Home, rest)
	case !filepath.IsAbs(path):
		path = filepath.Join(p.Dir, path)
	}
	return filepath.Clean(path)
}

// Short is a path as people write it: with ~ for the home directory.
func (p Place) Short(path string) string {
	rest, inside := strings.CutPrefix(path, p.Home)
	if p.Home == "" || !inside || rest != "" && rest[0] != '/' && rest[0] != filepath.Separator {
		return path
	}
	return "~" + rest
}

// Split takes a text that is being typed apart: the folder, as typed and with its
// separator, and the beginning of a name in it. A quotation mark before it is left out.
func Split(text string) (folder, name string) {
	text = strings.TrimLeft(text, " '\"")
	if text == "~" {
		return "~/", ""
	}
	i := strings.LastIndexAny(text, `/`+string(filepath.Separator))
	return text[:i+1], text[i+1:]
}

// words splits a text as a shell does: at blanks outside quotation marks, a backslash
// standing before what is meant literally. On systems whose paths have backslashes it
// is a letter like any other.
func words(text string) []string {
	var list []string
	var word strings.Builder
	begun, quote, escaped := false, rune(0), false
	for _, r := range text {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'' && filepath.Separator != '\\':
			begun, escaped = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			begun, quote = true, r
		case quote == 0 && (r == ' ' || r == '\t' || r == '\n'):
			if begun {
				list = append(list, word.String())
			}
			word.Reset()
			begun = false
		default:
			begun = true
			word.WriteRune(r)
		}
	}
	if begun {
		list = append(list, word.String())
	}
	return list
}

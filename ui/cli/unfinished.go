package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"cordial/ui/port"
)

// sayUnfinished says that an import was interrupted, and how it is finished or taken
// back; nothing when the one that begins now, of these paths, is the same. It is a word by the way:
// whoever cannot be told has other worries, which the command itself meets.
func (a *app) sayUnfinished(store port.Importer, now []string) {
	paths, err := store.Unfinished()
	if err != nil || len(paths) == 0 || slices.Equal(absolute(now), paths) {
		return
	}
	quoted := make([]string, len(paths))
	for i, path := range paths {
		quoted[i] = shellWord(path)
	}
	a.say("An import was interrupted, so messages may be missing; finish it with: cordial import %s\nor take back what came of it with: cordial import --abandon", strings.Join(quoted, " "))
}

// sayHalfWay says what can be done about an import of these paths that has failed, if
// some of it was written.
func (a *app) sayHalfWay(store port.Importer, paths []string) {
	left, err := store.Unfinished()
	if err == nil && len(left) > 0 && slices.Equal(absolute(paths), left) {
		a.say("Some of it was written. Remove the cause, and import it again to finish it, or take it back with: cordial import --abandon")
	}
}

// absolute is paths from the root, as the store keeps them.
func absolute(paths []string) []string {
	list := make([]string, len(paths))
	for i, path := range paths {
		list[i] = path
		if full, err := filepath.Abs(path); err == nil {
			list[i] = full
		}
	}
	return list
}

// shellWord is a text as one word of a command line that is to be typed.
func shellWord(text string) string {
	harmless := func(r rune) bool {
		return r >= 0x80 || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./:@%+=,", r)
	}
	if text != "" && strings.IndexFunc(text, func(r rune) bool { return !harmless(r) }) < 0 {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

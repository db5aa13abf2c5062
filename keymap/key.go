package keymap

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// normal gives a key the name it has in the table: Bubble Tea calls the space
// bar " ", which would be lost in a sequence.
func normal(key string) string {
	switch key {
	case " ":
		return "space"
	case "alt+ ":
		return "alt+space"
	}
	return key
}

// Sequence gives keys the spelling of the table: "Ctrl+K" is "ctrl+k", "shift+a"
// is "A", "escape" is "esc". Keys in a row have a space between them. The error
// says why a terminal cannot send a key, and what to use instead.
func Sequence(keys string) (string, error) {
	if keys == " " {
		return "space", nil
	}
	fields := strings.Fields(keys)
	if len(fields) == 0 {
		return "", fmt.Errorf("a key is missing; to unbind an action give it no keys: []")
	}
	for i, f := range fields {
		key, err := spell(f)
		if err != nil {
			return "", err
		}
		if key == "esc" && len(fields) > 1 {
			return "", fmt.Errorf("%q: esc ends a sequence and cannot be part of one", keys)
		}
		fields[i] = key
	}
	return strings.Join(fields, " "), nil
}

// spell gives one key its name, or says why there is none.
func spell(key string) (string, error) {
	if utf8.RuneCountInString(key) > 1 {
		key = alias(key)
	}
	if why := impossible(key); why != "" {
		return "", fmt.Errorf("%q cannot be a key: %s", key, why)
	}
	if !sendable(key) {
		return "", fmt.Errorf("%q is not a key that a terminal sends; keys are written like e, G, ctrl+k, alt+1, pgdown, f5, space, and one after the other like %q", key, "g i")
	}
	return key, nil
}

// alias turns other spellings of a key into ours; letters keep their case.
func alias(key string) string {
	base, mods := key, ""
	if at := strings.LastIndexByte(key[:len(key)-1], '+'); at >= 0 {
		mods, base = strings.ToLower(key[:at+1]), key[at+1:]
	}
	if utf8.RuneCountInString(base) > 1 || strings.Contains(mods, "ctrl+") {
		base = strings.ToLower(base)
	}
	if without, ok := strings.CutSuffix(mods, "shift+"); ok && !strings.Contains(mods, "ctrl+") && isLetter(base) {
		mods, base = without, strings.ToUpper(base)
	}
	switch base {
	case "return":
		base = "enter"
	case "escape":
		base = "esc"
	case "pageup":
		base = "pgup"
	case "pagedown", "pgdn":
		base = "pgdown"
	case "del":
		base = "delete"
	case "ins":
		base = "insert"
	}
	switch mods + base {
	case "ctrl+space":
		return "ctrl+@"
	case "ctrl+/":
		return "ctrl+_"
	}
	return mods + base
}

func isLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.IsLetter(r)
}

// impossible names the keys that reach a program as another one, or not at all.
func impossible(key string) string {
	switch key {
	case "ctrl+i":
		return "terminals send tab for it, so use tab"
	case "ctrl+m":
		return "terminals send enter for it, so use enter"
	case "ctrl+[":
		return "terminals send esc for it, so use esc"
	case "ctrl+enter", "shift+enter", "ctrl+shift+enter":
		return "terminals send plain enter for it, so use alt+enter or ctrl+s"
	case "shift+space":
		return "terminals send plain space for it, so use space"
	case "ctrl+tab":
		return "terminals keep it or send tab for it, so use tab"
	case "ctrl+backspace":
		return "terminals send backspace or ctrl+h for it, so use ctrl+w"
	case "alt+[", "alt+O":
		return "other keys begin with the same bytes, so use another letter"
	case "alt+esc":
		return "it cannot be told from esc pressed twice, so use esc"
	}
	for _, mod := range []string{"cmd+", "super+", "meta+", "hyper+", "win+"} {
		if strings.Contains(key, mod) {
			return "terminals keep it for themselves, so use ctrl or alt"
		}
	}
	return ""
}

// sendable reports whether Bubble Tea v1 has a name for the key.
func sendable(key string) bool {
	if base, ok := strings.CutPrefix(key, "alt+"); ok {
		return base != "" && !strings.HasPrefix(base, "alt+") && sendable(base)
	}
	arrows := []string{"up", "down", "left", "right", "home", "end"}
	if base, ok := strings.CutPrefix(key, "ctrl+shift+"); ok {
		return slices.Contains(arrows, base)
	}
	if base, ok := strings.CutPrefix(key, "shift+"); ok {
		return base == "tab" || slices.Contains(arrows, base)
	}
	if base, ok := strings.CutPrefix(key, "ctrl+"); ok {
		control := len(base) == 1 && strings.Contains(`abcdefghjklnopqrstuvwxyz@\]^_`, base)
		return control || base == "pgup" || base == "pgdown" || slices.Contains(arrows, base)
	}
	switch key {
	case "enter", "esc", "tab", "space", "backspace", "delete", "insert", "pgup", "pgdown":
		return true
	}
	return slices.Contains(arrows, key) || functionKey(key) || printable(key)
}

func functionKey(key string) bool {
	for n := 1; n <= 20; n++ {
		if key == fmt.Sprintf("f%d", n) {
			return true
		}
	}
	return false
}

// printable reports one visible character, which a text field would take.
func printable(key string) bool {
	r, n := utf8.DecodeRuneInString(key)
	return n > 0 && n == len(key) && r != utf8.RuneError && r != ' ' && unicode.IsPrint(r)
}

// Label writes a sequence for the screen: "⏎", "⇧tab", "gg", "ctrl+k". With
// plain set it uses ASCII only.
func Label(seq string, plain bool) string {
	keys := strings.Fields(seq)
	for i, key := range keys {
		if !plain {
			keys[i] = glyph(key)
		}
	}
	if len(keys) == 2 && keys[0] == keys[1] && printable(keys[0]) {
		return keys[0] + keys[1]
	}
	return strings.Join(keys, " ")
}

// Labels writes the keys of an action side by side: "j ↓ ctrl+n", and "1-9" for
// a run of digits.
func Labels(keys []string, plain bool) string {
	var all []string
	for i := 0; i < len(keys); i++ {
		first := i
		for i+1 < len(keys) && digit(keys[i]) && digit(keys[i+1]) && keys[i+1][0] == keys[i][0]+1 {
			i++
		}
		text := Label(keys[first], plain)
		if i > first+1 {
			text += "-" + keys[i]
		} else if i > first {
			text += " " + keys[i]
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

func digit(key string) bool { return len(key) == 1 && key[0] >= '0' && key[0] <= '9' }

func glyph(key string) string {
	switch key {
	case "enter":
		return "⏎"
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "shift+tab":
		return "⇧tab"
	case "alt+enter":
		return "alt+⏎"
	}
	return key
}

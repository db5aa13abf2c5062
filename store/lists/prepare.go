package lists

import (
	"io"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"

	"cordial/store/linkedin/table"

	"golang.org/x/text/encoding/htmlindex"
)

// The library undoes escapes before anybody can tell "a\,b" from "a,b". So prepare puts controls in their places, which
// no vCard may hold, and unshield puts back what they stand for once a value has been cut into its parts.
const (
	shieldSemicolon = "\x01"
	shieldComma     = "\x02"
	shieldBackslash = "\x03"
)

// prepare makes one unfolded property fit for the library: bare parameters of vCard 2.1 get a name, the value is
// decoded to UTF-8, and escapes are shielded.
func (s shields) prepare(property string) string {
	at := valueAt(property)
	if at < 0 {
		return printable(table.Tidy(property))
	}
	names := strings.Split(property[:at], ";")
	var quoted bool
	var charset string
	for i, param := range names[1:] {
		key, value, named := strings.Cut(strings.ToUpper(param), "=")
		switch {
		case strings.Contains(key+value, "QUOTED-PRINTABLE"):
			quoted = true
			names[i+1] = "ENCODING=8BIT"
		case key == "CHARSET":
			charset = value
		case !named && param != "":
			names[i+1] = "TYPE=" + param
		}
	}
	value := decoded(property[at+1:], quoted, charset)
	return printable(table.Tidy(strings.Join(names, ";"))) + ":" + s.shield(value)
}

// valueAt answers where the ":" before the value stands: the first outside of quotation marks, -1 without one.
func valueAt(property string) int {
	inQuotes := false
	for i := range len(property) {
		switch property[i] {
		case '"':
			inQuotes = !inQuotes
		case ':':
			if !inQuotes {
				return i
			}
		}
	}
	return -1
}

// decoded answers a value as printable UTF-8 on one line.
func decoded(value string, quoted bool, charset string) string {
	if quoted {
		raw, _ := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value)))
		value = string(raw)
	}
	if charset != "" && charset != "UTF-8" && (quoted || !utf8.ValidString(value)) {
		if encoding, err := htmlindex.Get(charset); err == nil {
			if text, err := encoding.NewDecoder().String(value); err == nil {
				value = text
			}
		}
	}
	value = strings.ReplaceAll(table.Tidy(value), "\r\n", "\n")
	return printable(strings.ReplaceAll(value, "\n", `\n`))
}

// printable puts U+FFFD in the place of controls, but not of tabs.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return '\uFFFD'
		}
		return r
	}, text)
}

// shields takes escapes out of the library's sight, and back.
type shields struct{ on, off *strings.Replacer }

func newShields() shields {
	return shields{
		on: strings.NewReplacer(
			`\\`, shieldBackslash, `\;`, shieldSemicolon, `\,`, shieldComma, `\N`, `\n`, `\n`, `\n`, `\:`, `:`,
		),
		off: strings.NewReplacer(shieldSemicolon, ";", shieldComma, ",", shieldBackslash, `\`),
	}
}

// shield replaces escapes, of which it leaves only \n for the library.
func (s shields) shield(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	return s.on.Replace(value)
}

// unshield puts back what was escaped.
func (s shields) unshield(value string) string {
	if !strings.ContainsAny(value, shieldSemicolon+shieldComma+shieldBackslash) {
		return value
	}
	return s.off.Replace(value)
}

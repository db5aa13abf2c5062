package outward

import (
	"bufio"
	"strings"
	"unicode/utf8"
)

// longest is how many bytes a line of vCard or iCalendar should have, without its end (RFC 6350 section 3.2, RFC 5545
// section 3.1).
const longest = 75

// property writes one line of vCard or iCalendar, folded between characters.
func property(out *bufio.Writer, name, value string) error {
	line := name + ":" + value
	room := longest
	for len(line) > room {
		at := room
		for !utf8.RuneStart(line[at]) {
			at--
		}
		_, _ = out.WriteString(line[:at] + "\r\n ")
		line, room = line[at:], longest-1
	}
	_, err := out.WriteString(line + "\r\n")
	return err
}

// escaped makes a value of a text. Controls have no place in either format, and U+FFFD stands for them; a line end of
// any kind is "\n".
func escaped(value string) string {
	if !strings.ContainsFunc(value, special) {
		return value
	}
	var out strings.Builder
	for i, r := range value {
		switch {
		case r == '\\' || r == ';' || r == ',':
			out.WriteString(`\` + string(r))
		case r == '\r' && strings.HasPrefix(value[i+1:], "\n"): // which follows
		case r == '\n' || r == '\r':
			out.WriteString(`\n`)
		case special(r):
			out.WriteRune(utf8.RuneError)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// special tells what cannot stand in a value as it is; what is not UTF-8 comes as U+FFFD.
func special(r rune) bool {
	switch r {
	case '\t':
		return false
	case '\\', ';', ',', 0x7f, utf8.RuneError:
		return true
	}
	return r < ' '
}

// address makes a value of a web address: what cannot stand in one is percent-encoded.
func address(url string) string {
	var out strings.Builder
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c >= 0x7f || strings.IndexByte(`\"<>^{|}`+"`", c) >= 0 {
			const hex = "0123456789ABCDEF"
			out.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}

package table

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/unicode"
)

func TestUTF8Text(t *testing.T) {
	wide := func(order unicode.Endianness, mark unicode.BOMPolicy, text string) string {
		out, err := unicode.UTF16(order, mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	tests := map[string]struct{ text, want string }{
		"plain":                  {"a,b\nc", "a,b\nc"},
		"empty":                  {"", ""},
		"mark":                   {"\uFEFFa", "a"},
		"marks":                  {"\uFEFF\uFEFF\uFEFFa\uFEFFb", "a\uFEFFb"},
		"mark only":              {"\uFEFF", ""},
		"CRLF stays":             {"a\r\nb\r", "a\r\nb\r"},
		"CR alone":               {"a\rb\r", "a\nb\n"},
		"CR, LF inside quotes":   {"a,b\r\"1\n2\",\"3\r\n4\"\rc,d\r", "a,b\n\"1\n2\",\"3\r\n4\"\nc,d\n"},
		"LF, CR inside quotes":   {"a,b\n\"1\r2\",3\n", "a,b\n\"1\r2\",3\n"},
		"a first line that ends": {"a,b\nc\rd", "a,b\nc\rd"},
		"little endian":          {wide(unicode.LittleEndian, unicode.UseBOM, "Zoë,🚀\n"), "Zoë,🚀\n"},
		"big endian":             {wide(unicode.BigEndian, unicode.UseBOM, "Zoë,🚀\n"), "Zoë,🚀\n"},
		"little, without mark":   {wide(unicode.LittleEndian, unicode.IgnoreBOM, "CONVERSATION"), "CONVERSATION"},
		"big, without mark":      {wide(unicode.BigEndian, unicode.IgnoreBOM, "CONVERSATION"), "CONVERSATION"},
		"NUL is not UTF-16":      {"a\x00b\x00\x00cdefgh", "a\x00b\x00\x00cdefgh"},
		"UTF-16 of an old Mac":   {wide(unicode.LittleEndian, unicode.UseBOM, "a\rb"), "a\nb"},
		"UTF-16 cut in a rune":   {wide(unicode.LittleEndian, unicode.UseBOM, "ab") + "c", "ab\uFFFD"},
		"invalid UTF-8 as it is": {"a\xff\xfeb", "a\xff\xfeb"},
	}
	for name, test := range tests {
		for _, in := range []io.Reader{strings.NewReader(test.text), iotest.OneByteReader(strings.NewReader(test.text))} {
			got, err := io.ReadAll(UTF8Text(in))
			if err != nil || string(got) != test.want {
				t.Errorf("%s: %q, %v, want %q", name, got, err, test.want)
			}
		}
	}
}

func TestTidy(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "Zoë 🚀\n\t": "Zoë 🚀\n\t", "a\x00b": "a\uFFFDb", "a\xff\xfe": "a\uFFFD", "\x00\xff": "\uFFFD\uFFFD", "\u202Ea\x1b[31m": "\u202Ea\x1b[31m",
	} {
		if got := Tidy(cell); got != want {
			t.Errorf("Tidy(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestQuotes(t *testing.T) {
	tests := []struct {
		lines       []string
		ends, loose []bool
	}{
		{[]string{"a,b\n"}, []bool{true}, []bool{false}},
		{[]string{"\n"}, []bool{true}, []bool{false}},
		{[]string{`"a","b"` + "\r\n"}, []bool{true}, []bool{false}},
		{[]string{`"a""b",c` + "\n"}, []bool{true}, []bool{false}},
		{[]string{`a"b,c` + "\n"}, []bool{true}, []bool{true}},
		{[]string{`"a"b",c` + "\n"}, []bool{true}, []bool{true}},
		{[]string{"\"a\n", "b\n", "c\",d\n"}, []bool{false, false, true}, []bool{false, false, false}},
		{[]string{"\"a\n", "\"b\" c\n", "\"\n"}, []bool{false, false, true}, []bool{false, true, true}},
		{[]string{`"a" ,b` + "\n", `"`}, []bool{false, true}, []bool{true, true}},
	}
	for _, test := range tests {
		var q quotes
		for i, line := range test.lines {
			if ends := q.line([]byte(line), ','); ends != test.ends[i] || q.loose != test.loose[i] {
				t.Errorf("%q, line %d: ends %v, loose %v", test.lines, i, ends, q.loose)
			}
		}
	}
}

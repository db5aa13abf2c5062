package table

import (
	"slices"
	"strings"
	"testing"
)

// named looks for a header with all of these columns.
func named(text string, wanted ...string) (Header, bool) {
	return FindHeader([]byte(text), func(h Header) bool { return h.HasAll(wanted...) })
}

func TestFindHeader(t *testing.T) {
	wanted := []string{"First Name", "Connected On"}
	tests := map[string]struct {
		text  string
		sep   byte
		lines int
		crlf  bool
	}{
		"first line":      {"First Name,Connected On\nx", ',', 1, false},
		"after a preface": {"Notes:\n\"a\nb\"\n\nFirst Name,X,Connected On\r\n", ',', 5, true},
		"semicolons":      {"First Name;Connected On\n", ';', 1, false},
		"tabs":            {"First Name\tConnected On\n", '\t', 1, false},
		"odd cells":       {"\uFEFF\" first name \",\u00A0CONNECTED ON\n", ',', 1, false},
		"no line end":     {"First Name,Connected On", ',', 0, false},
		"CRLF before":     {"Notes:\r\nFirst Name,Connected On\nx\r\n", ',', 2, false},
		"separator said":  {"sep=;\r\nFirst Name;Connected On\r\nx;y\n", ';', 2, true},
	}
	for name, test := range tests {
		h, ok := named(test.text, wanted...)
		if !ok || h.Sep != test.sep || h.lines != test.lines || h.At("first name") != 0 || h.At("no such") != -1 || h.CRLF != test.crlf {
			t.Errorf("%s: %+v, %v", name, h, ok)
		}
	}
	for _, text := range []string{"", "\n\n", "First Name\n", "First Name|Connected On\n", strings.Repeat("x\n", headerWithin) + "First Name,Connected On\n"} {
		if h, ok := named(text, wanted...); ok {
			t.Errorf("%q has the header %+v", text, h)
		}
	}
}

func TestHeaderTakesTheFirstOfEqualNames(t *testing.T) {
	if h, ok := named("Date,Content,DATE\n", "Date"); !ok || h.At("date") != 0 || h.Width() != 3 {
		t.Errorf("header %+v", h)
	}
}

func TestWidestHeader(t *testing.T) {
	for text, want := range map[string][]string{
		"":                              nil,
		"\n\n":                          nil,
		"Report of May\n\nWho;Where\nx": {"Who", "Where"},
		"a,b\nc,d,e\nf,g,h\n":           {"c", "d", "e"},
		"a\tb\n":                        {"a", "b"},
		"only\n":                        {"only"},
	} {
		if got := WidestHeader([]byte(text)); !slices.Equal(got.Names, want) {
			t.Errorf("%q: %q, want %q", text, got.Names, want)
		}
	}
}

package lists

import (
	"crypto/sha256"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestMeter(t *testing.T) {
	for _, c := range []struct {
		src  io.Reader
		left int64
		want error
	}{
		{strings.NewReader("0123456789"), 10, nil},
		{strings.NewReader("0123456789"), 9, ErrTooLarge},
		{iotest.OneByteReader(strings.NewReader("0123456789")), 10, nil},
		{iotest.OneByteReader(strings.NewReader("0123456789")), 9, ErrTooLarge},
		{iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("01"))), 10, iotest.ErrTimeout},
	} {
		m := &meter{src: c.src, left: c.left, sum: sha256.New()}
		if _, err := io.Copy(io.Discard, m); !errors.Is(err, c.want) || !errors.Is(m.err, c.want) {
			t.Errorf("%d bytes at most: %v and %v, want %v", c.left, err, m.err, c.want)
		}
	}
}

func TestSquash(t *testing.T) {
	for name, want := range map[string]string{
		"": "", "First Name": "firstname", "first_name": "firstname", "firstName": "firstname", "E-mail 12 - Value": "email#value",
		"LinkedIn_URL__c": "linkedinurlc", "Größe 3b": "größe#b", "\uFEFF\" Name \"": "name", "# Employees": "employees",
	} {
		if got := squash(name); got != want {
			t.Errorf("squash(%q) = %q, want %q", name, got, want)
		}
	}
}

// No name of a column means two things.
func TestAliasesAreOfOneField(t *testing.T) {
	field := map[string]Field{}
	for f, names := range aliases() {
		for _, name := range names {
			if other, twice := field[name]; twice {
				t.Errorf("%q is %s and %s", name, f, other)
			}
			field[name] = f
			if squash(strings.ReplaceAll(name, "#", "1")) != name {
				t.Errorf("%q is not squashed", name)
			}
		}
	}
	for _, f := range Fields() {
		if len(aliases()[f]) == 0 {
			t.Errorf("no column is %s", f)
		}
	}
}

// Every format can be told by a header, and says what it is called.
func TestEveryFormatIsTold(t *testing.T) {
	told := map[Format]bool{FormatVCard: true, FormatCSV: true}
	for _, s := range signatures() {
		told[s.format] = true
		names := make([]string, len(s.columns))
		for i, name := range s.columns {
			names[i] = strings.ReplaceAll(name, "#", "1")
		}
		if got := Recognise([]byte(strings.Join(names, ",") + "\n")); got != s.format {
			t.Errorf("%v is recognised as %v", s, got)
		}
	}
	for f := range told {
		if f.String() == "" || f.String() == FormatNone.String() {
			t.Errorf("%q has no name", string(f))
		}
	}
	if len(told) != 12 {
		t.Errorf("%d formats are told", len(told))
	}
}

// A list without end is refused before it fills the memory, a table as well as cards.
func TestTooManyRecords(t *testing.T) {
	for name, list := range map[string]struct{ head, record string }{
		"table": {"Name,Email\n", "A,a@b.example\n"}, "cards": {"", "BEGIN:VCARD\nEND:VCARD\n"},
	} {
		for more, want := range []error{nil, ErrTooMany} {
			text := list.head + strings.Repeat(list.record, maxRecords+more)
			if _, err := ReadFrom(t.Context(), strings.NewReader(text), name, Options{}); !errors.Is(err, want) {
				t.Errorf("%s, %d more: %v", name, more, err)
			}
		}
	}
}

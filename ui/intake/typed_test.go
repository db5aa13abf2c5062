package intake

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// place is where the paths of these tests begin.
func place() Place { return Place{Home: "/home/me", Dir: "/home/me/work"} }

func TestPaths(t *testing.T) {
	there := func(path string) bool { return path == "/home/me/my export.zip" || path == "/home/me/work/it's.csv" }
	for text, want := range map[string][]string{
		"":                              nil,
		"  \n":                          nil,
		"a.zip":                         {"/home/me/work/a.zip"},
		" ~/a.zip ":                     {"/home/me/a.zip"},
		"~":                             {"/home/me"},
		"~you/a.zip":                    {"/home/me/work/~you/a.zip"},
		"/x/../a.zip":                   {"/a.zip"},
		"~/my export.zip":               {"/home/me/my export.zip"},
		"it's.csv":                      {"/home/me/work/it's.csv"},
		`'~/my export.zip'`:             {"/home/me/my export.zip"},
		`"/a b.zip" '/c d.zip'`:         {"/a b.zip", "/c d.zip"},
		`/a\ b.zip /c.csv`:              {"/a b.zip", "/c.csv"},
		`'/it'\''s' x`:                  {"/it's", "/home/me/work/x"},
		"/a.zip\n/b.csv\n":              {"/a.zip", "/b.csv"},
		"'/a.zip":                       {"/a.zip"},
		"file:///home/me/my%20list.csv": {"/home/me/my list.csv"},
		"/a.zip file:///b%20c.csv":      {"/a.zip", "/b c.csv"},
		`'' ""`:                         {"/home/me/work", "/home/me/work"},
	} {
		if got := place().Paths(text, there); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	for path, want := range map[string]string{
		"/home/me": "~", "/home/me/a": "~/a", "/home/meier/a": "/home/meier/a", "/a": "/a", "": "",
	} {
		if got := place().Short(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
	if got := (Place{}).Short("/a"); got != "/a" {
		t.Errorf("without a home: %q", got)
	}
}

func TestSplit(t *testing.T) {
	for text, want := range map[string][2]string{
		"": {"", ""}, "a": {"", "a"}, "~": {"~/", ""}, "~/": {"~/", ""}, "~/D": {"~/", "D"}, "/a/b c": {"/a/", "b c"}, " '~/D": {"~/", "D"},
	} {
		if folder, name := Split(text); folder != want[0] || name != want[1] {
			t.Errorf("%q: %q, %q", text, folder, name)
		}
	}
}

// TestQuotedPathsComeBack: what a shell was given in quotation marks is what was meant.
func TestQuotedPathsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.StringMatching(`[a-z '"\\ü]{1,12}`), 1, 4).Draw(t, "names")
		var typed, want []string
		for _, name := range names {
			typed = append(typed, `'/`+strings.ReplaceAll(name, `'`, `'\''`)+`'`)
			want = append(want, filepath.Clean("/"+name))
		}
		if got := place().Paths(strings.Join(typed, " "), func(string) bool { return false }); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	})
}

// FuzzPaths: whatever is typed, paths come absolute and none is empty.
func FuzzPaths(f *testing.F) {
	for _, seed := range []string{"a b", `\`, `'`, `"`, "file://", "file:///%zz", "~", "\x00", "a\\"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, path := range place().Paths(text, func(string) bool { return false }) {
			if !filepath.IsAbs(path) {
				t.Errorf("%q names %q", text, path)
			}
		}
		folder, name := Split(text)
		if strings.Contains(name, "/") || folder != "" && !strings.HasSuffix(folder, "/") {
			t.Errorf("%q is split into %q and %q", text, folder, name)
		}
	})
}

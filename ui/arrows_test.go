package ui_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// An arrow says what a room, the package at from and all below it, must not
// import: whatever matches never, unless it matches but. A pattern is an import
// path and all below it ("a/b", or "a/b/" for what is below alone), "std" for the
// standard library, or "any". What is below the importing package is always its own.
type arrow struct {
	from       string
	never, but []string
	why        string
}

// arrows are those of the design, in reading order. They bind what is shipped,
// for every operating system; a test may hold both ends of an arrow. There is
// none for the main package: it wires all the rooms together.
func arrows() []arrow {
	return []arrow{
		{"cordial/model", []string{"any"}, []string{"std", "cordial/model"}, "the rules know nobody: no file, no clock, no screen"},
		{"cordial/model", []string{"os", "net", "syscall", "log", "math/rand", "crypto/rand"}, []string{"net/url"}, "time, chance and files are handed in"},
		{"cordial/keymap", []string{"any"}, []string{"std", "cordial/keymap"}, "keys are one table that anybody can read alone"},
		{"cordial/store", []string{"cordial/ui", "cordial/keymap", "github.com/charmbracelet"}, nil, "the store knows no key, no colour and no screen"},
		{"cordial/store/linkedin", []string{"cordial", "go.etcd.io/bbolt"}, []string{"cordial/model", "cordial/store/linkedin"}, "an export is bytes in, records and problems out"},
		{"cordial/store/lists", []string{"cordial", "go.etcd.io/bbolt"}, []string{"cordial/model", "cordial/store/linkedin/table"}, "a list is bytes in, contacts and problems out"},
		{"cordial/store/outward", []string{"cordial", "go.etcd.io/bbolt"}, []string{"cordial/model", "cordial/store/linkedin/table", "cordial/store/lists"}, "an export is rows in, bytes out"},
		{"cordial/ui", []string{"cordial/store", "go.etcd.io/bbolt"}, nil, "the ui declares what it asks of a store, and main hands it in"},
		{"cordial/ui/theme", []string{"cordial/ui"}, []string{"cordial/ui/theme", "cordial/ui/dark"}, "colours come before everything that is drawn with them"},
		{"cordial/ui/widget", []string{"cordial/ui"}, []string{"cordial/ui/widget", "cordial/ui/theme", "cordial/ui/dark"}, "a widget draws for any screen"},
		{"cordial/ui/screen", []string{"cordial/ui/screen/"}, nil, "screens meet in the app and nowhere else"},
		{"cordial/ui/screen", []string{"cordial/ui/cli"}, nil, "a screen and a command share rules, not each other"},
	}
}

// forbidden answers one sentence for each import that goes against an arrow, or
// for a package outside the rooms. The graph maps import paths to what they import.
func forbidden(graph map[string][]string) []string {
	rooms := []string{"cordial/model", "cordial/store", "cordial/keymap", "cordial/ui"}
	var said []string
	for _, pkg := range slices.Sorted(maps.Keys(graph)) {
		if pkg != "cordial" && !matches(pkg, rooms) {
			said = append(said, pkg+" is in no room of the house: model, store, keymap or ui")
		}
		for _, a := range arrows() {
			if !matches(pkg, []string{a.from}) {
				continue
			}
			for _, to := range graph[pkg] {
				if matches(to, a.never) && !matches(to, a.but) && !matches(to, []string{pkg}) {
					said = append(said, fmt.Sprintf("%s must not import %s: %s", pkg, to, a.why))
				}
			}
		}
	}
	return said
}

// matches reports whether an import path matches one of the patterns of an arrow.
func matches(imported string, patterns []string) bool {
	first, _, _ := strings.Cut(imported, "/")
	std := first != "cordial" && !strings.Contains(first, ".")
	return slices.ContainsFunc(patterns, func(p string) bool {
		return p == "any" || p == "std" && std || imported == p ||
			strings.HasPrefix(imported, strings.TrimSuffix(p, "/")+"/")
	})
}

// imports reads the graph of a module from its source tree: the files that are
// shipped, whatever system they are built for.
func imports(tree fs.FS) (map[string][]string, error) {
	graph := map[string][]string{}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (base == "testdata" || strings.HasPrefix(base, ".")):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go"):
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
		if err != nil {
			return fmt.Errorf("read imports: %w", err)
		}
		pkg := path.Join("cordial", path.Dir(name))
		known := graph[pkg]
		for _, spec := range file.Imports {
			known = append(known, strings.Trim(spec.Path.Value, "`\""))
		}
		slices.Sort(known)
		graph[pkg] = slices.Compact(known)
		return nil
	})
	return graph, err
}

// root is the folder of the go.mod that this test belongs to.
func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("there is no go.mod above this test")
		}
		dir = filepath.Dir(dir)
	}
}

func TestArrows(t *testing.T) {
	graph, err := imports(os.DirFS(root(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range []string{"cordial/model", "cordial/keymap", "cordial/store/linkedin", "cordial/ui/widget"} {
		if len(graph[room]) == 0 {
			t.Errorf("no imports of %s were read, so its arrows went unchecked", room)
		}
	}
	for _, sentence := range forbidden(graph) {
		t.Error(sentence)
	}
}

func TestForbidden(t *testing.T) {
	tests := []struct {
		from, to string
		ok       bool
	}{
		{"cordial/model", "time", true},
		{"cordial/model", "cordial/model/credit", true},
		{"cordial/model/credit", "cordial/model/day", true},
		{"cordial/model/credit", "go.etcd.io/bbolt", false},
		{"cordial/model", "cordial/modelling", false},
		{"cordial/model", "cordial/keymap", false},
		{"cordial/model/day", "math/rand/v2", false},
		{"cordial/model", "math", true},
		{"cordial/model/who", "net/url", true},
		{"cordial/model/who", "net/http", false},
		{"cordial/keymap", "strings", true},
		{"cordial/keymap", "cordial/model", false},
		{"cordial/keymap", "github.com/pelletier/go-toml/v2", false},
		{"cordial/store", "go.etcd.io/bbolt", true},
		{"cordial/store", "cordial/store/linkedin", true},
		{"cordial/store", "cordial/ui/port", false},
		{"cordial/store/search", "cordial/keymap", false},
		{"cordial/store", "github.com/charmbracelet/x/ansi", false},
		{"cordial/store/linkedin", "cordial/model/who", true},
		{"cordial/store/linkedin", "cordial/store/linkedin/table", true},
		{"cordial/store/linkedin", "cordial/store", false},
		{"cordial/store/linkedin", "go.etcd.io/bbolt", false},
		{"cordial/store/lists", "cordial/model/who", true},
		{"cordial/store/lists", "cordial/store/linkedin/table", true},
		{"cordial/store/lists", "github.com/emersion/go-vcard", true},
		{"cordial/store/lists", "cordial/store/linkedin", false},
		{"cordial/store/lists", "cordial/store/outward", false},
		{"cordial/store/outward", "cordial/store/lists", true},
		{"cordial/store/outward", "cordial/store/linkedin/table", true},
		{"cordial/store/outward", "cordial/store", false},
		{"cordial/store/outward", "go.etcd.io/bbolt", false},
		{"cordial/ui", "cordial/ui/screen/inbox", true},
		{"cordial/ui", "github.com/charmbracelet/bubbletea", true},
		{"cordial/ui", "cordial/store", false},
		{"cordial/ui/cli", "cordial/store/linkedin", false},
		{"cordial/ui/cli", "go.etcd.io/bbolt/errors", false},
		{"cordial/ui/theme", "github.com/charmbracelet/lipgloss", true},
		{"cordial/ui/theme", "cordial/ui/widget", false},
		{"cordial/ui/widget", "cordial/ui/theme", true},
		{"cordial/ui/widget", "cordial/ui/dark", true},
		{"cordial/ui/widget", "cordial/ui/screen/inbox", false},
		{"cordial/ui/screen/inbox", "cordial/ui/widget", true},
		{"cordial/ui/screen/inbox", "cordial/ui/screen", true},
		{"cordial/ui/screen/inbox", "cordial/ui/screen/inbox/rows", true},
		{"cordial/ui/screen/inbox", "cordial/ui/screen/inboxes", false},
		{"cordial/ui/screen/inbox", "cordial/ui/cli", false},
		{"cordial", "cordial/store", true},
		{"cordial", "github.com/spf13/cobra", true},
		{"cordial/internal/misc", "strings", false},
	}
	for _, tt := range tests {
		said := forbidden(map[string][]string{tt.from: {tt.to}})
		if (len(said) == 0) != tt.ok {
			t.Errorf("%s importing %s: allowed should be %v, said %q", tt.from, tt.to, tt.ok, said)
		}
	}
}

func TestImports(t *testing.T) {
	tree := fstest.MapFS{
		"go.mod":                 {Data: []byte("module cordial\n")},
		"main.go":                {Data: []byte("package main\nimport \"cordial/ui\"\n")},
		"ui/app.go":              {Data: []byte("package ui\nimport (\n\t\"fmt\"\n\t_ \"cordial/store\"\n)\n")},
		"ui/app_windows.go":      {Data: []byte("//go:build windows\n\npackage ui\nimport \"fmt\"\nimport w \"syscall\"\n")},
		"ui/app_test.go":         {Data: []byte("package ui\nimport \"testing\"\n")},
		"ui/testdata/odd.go":     {Data: []byte("package odd\nimport \"odd\"\n")},
		".ci/tool.go":            {Data: []byte("package tool\nimport \"tool\"\n")},
		"model/doc.go":           {Data: []byte("package model\n")},
		"model/triage/triage.go": {Data: []byte("package triage\nimport \"time\"\n")},
	}
	got, err := imports(tree)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"cordial":              {"cordial/ui"},
		"cordial/ui":           {"cordial/store", "fmt", "syscall"},
		"cordial/model":        {},
		"cordial/model/triage": {"time"},
	}
	if !maps.EqualFunc(got, want, slices.Equal) {
		t.Errorf("read %v, want %v", got, want)
	}
	if said := forbidden(got); len(said) != 1 || !strings.HasPrefix(said[0], "cordial/ui must not import cordial/store") {
		t.Errorf("of that graph it said %q, want the one sentence about the ui and the store", said)
	}
	tree["model/broken.go"] = &fstest.MapFile{Data: []byte("pakage model\n")}
	if _, err := imports(tree); err == nil {
		t.Error("a file that cannot be read was passed over")
	}
}

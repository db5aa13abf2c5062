package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	bolt "go.etcd.io/bbolt"

	"cordial/ui/cli"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cordial": main})
}

// TestScripts runs the program as a shell does, without a terminal: see
// ui/cli/testdata. There the time stands still, and the exports are at hand.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("ui", "cli", "testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("TZ", "UTC")
			env.Setenv("CORDIAL_DB", filepath.Join(env.WorkDir, "cordial.db"))
			env.Setenv("CORDIAL_NOW", "2026-04-01T12:00:00Z")
			for _, dir := range []string{"export", "messy"} {
				from := os.DirFS(filepath.Join("ui", "cli", "testdata", dir))
				if err := os.CopyFS(filepath.Join(env.WorkDir, dir), from); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "damage": damage, "behead": behead, "hold": hold, "mode": mode,
		},
	})
}

// exits runs a program that must end with a code: exits 3 cordial show nobody
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// damage changes one byte of a text wherever a file holds it: damage cordial.db Ada
func damage(ts *testscript.TestScript, _ bool, args []string) {
	path, text := ts.MkAbs(args[0]), []byte(args[1])
	data, err := os.ReadFile(path)
	ts.Check(err)
	if !bytes.Contains(data, text) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	other := bytes.Clone(text)
	other[0] ^= 0x55
	ts.Check(os.WriteFile(path, bytes.ReplaceAll(data, text, other), 0o600))
}

// behead damages the older of a database's two headers: behead cordial.db
func behead(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	page := os.Getpagesize()
	tx := func(at int) uint64 { return binary.NativeEndian.Uint64(data[at+16+48:]) } // behind the page's own header
	older := 0
	if tx(0) > tx(page) {
		older = page
	}
	data[older+16+48] ^= 0x55
	ts.Check(os.WriteFile(path, data, 0o600))
}

// hold keeps the lock on a database until the script ends: hold cordial.db
func hold(ts *testscript.TestScript, _ bool, args []string) {
	db, err := bolt.Open(ts.MkAbs(args[0]), 0o600, &bolt.Options{Timeout: time.Second})
	ts.Check(err)
	ts.Defer(func() { ts.Check(db.Close()) })
}

// mode asks for the permissions of a file or directory: mode 600 cordial.db
func mode(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.ParseUint(args[0], 8, 32)
	ts.Check(err)
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := info.Mode().Perm(); got != fs.FileMode(want) {
		ts.Fatalf("%s has mode %o, want %o", args[1], got, want)
	}
}

// worked is a history with the figures that its rules give on some days.
type worked struct {
	Case    string            `json:"case"`
	Journal []json.RawMessage `json:"journal"`
	Expect  []struct {
		On      string          `json:"on"`
		Seat    string          `json:"seat"`
		Balance int             `json:"balance"`
		Totals  *map[string]int `json:"totals"`
		Lots    *[]any          `json:"lots"`
	} `json:"expect"`
}

// TestWorkedCases runs the worked cases of the ledger through the commands: the
// journal is imported, and credits is asked about every day.
func TestWorkedCases(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("model", "credit", "testdata", "ledger-cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []worked
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 34 {
		t.Fatalf("%d cases", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			t.Parallel()
			db := filepath.Join(t.TempDir(), "cordial.db")
			var journal bytes.Buffer
			for _, line := range c.Journal {
				if err := json.Compact(&journal, line); err != nil {
					t.Fatal(err)
				}
				journal.WriteByte('\n')
			}
			command(t, db, journal.String(), "journal", "import", "-")
			for _, want := range c.Expect {
				var got struct {
					Balance int            `json:"balance"`
					On      string         `json:"on"`
					Totals  map[string]int `json:"totals"`
					Lots    []any          `json:"lots"`
				}
				out := command(t, db, "", "credits", "--seat", want.Seat, "--on", want.On, "--json")
				if err := json.Unmarshal([]byte(out), &got); err != nil {
					t.Fatal(err)
				}
				at := fmt.Sprintf("%s on %s", want.Seat, want.On)
				if got.On != want.On || got.Balance != want.Balance {
					t.Errorf("%s: balance %d on %s, want %d", at, got.Balance, got.On, want.Balance)
				}
				if want.Totals != nil && !reflect.DeepEqual(got.Totals, *want.Totals) {
					t.Errorf("%s: totals\n got %v\nwant %v", at, got.Totals, *want.Totals)
				}
				if want.Lots != nil && !reflect.DeepEqual(got.Lots, *want.Lots) {
					t.Errorf("%s: lots\n got %v\nwant %v", at, got.Lots, *want.Lots)
				}
				if len(got.Totals) != 11 {
					t.Errorf("%s: %d totals, want all 11", at, len(got.Totals))
				}
			}
		})
	}
}

// command runs one command line that must succeed, and answers what it printed.
func command(t *testing.T, db, stdin string, args ...string) string {
	t.Helper()
	var out, say bytes.Buffer
	code := cli.Run(t.Context(), append([]string{"--db", db}, args...), cli.Streams{
		In: strings.NewReader(stdin), Out: &out, Err: &say, Zone: "UTC",
		Clock: func() time.Time { return time.Date(2030, 1, 1, 12, 0, 0, 0, time.UTC) },
	}, deps())
	if code != 0 {
		t.Fatalf("%v: exit code %d: %s", args, code, &say)
	}
	return out.String()
}

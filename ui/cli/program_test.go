package cli_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	bolt "go.etcd.io/bbolt"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

// TestProgram builds the program, wiring and all, and runs it as a shell does.
func TestProgram(t *testing.T) {
	dir := t.TempDir()
	build := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(dir, "cordial"+exeSuffix()), "cordial")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Run("scripts", scripts)
	t.Run("worked cases", workedCases)
}

// exeSuffix is what the names of programs end with here.
func exeSuffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// scripts runs the scripts of testdata, without a terminal. There the time stands
// still, and the exports are at hand.
func scripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("TZ", "UTC")
			env.Setenv("CORDIAL_DB", filepath.Join(env.WorkDir, "cordial.db"))
			env.Setenv("CORDIAL_NOW", "2026-04-01T12:00:00Z")
			for _, dir := range []string{"export", "messy"} {
				from := os.DirFS(filepath.Join("testdata", dir))
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

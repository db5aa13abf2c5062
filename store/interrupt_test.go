package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

// stopping is a context that ends after so many looks at it.
type stopping struct {
	context.Context
	left *int
}

func (s stopping) Err() error {
	if *s.left--; *s.left < 0 {
		return context.Canceled
	}
	return nil
}

// dying is a context that kills whoever looks at it too often.
type dying struct {
	context.Context
	left *int
}

func (d dying) Err() error {
	if *d.left--; *d.left < 0 {
		panic(errKilled)
	}
	return nil
}

// errKilled is how a killed program ends in these tests.
var errKilled = errors.New("killed")

// killed runs something with a context that kills it after so many looks, and answers
// whether it did.
func killed(t testing.TB, looks int, do func(context.Context) error) (dead bool) {
	t.Helper()
	defer func() {
		if cause := recover(); cause != nil {
			if err, ok := cause.(error); !ok || !errors.Is(err, errKilled) {
				panic(cause)
			}
			dead = true
		}
	}()
	if err := do(dying{context.Background(), &looks}); err != nil {
		t.Fatal(err)
	}
	return false
}

func TestAnInterruptedImportIsFinishedByRunningItAgain(t *testing.T) {
	path, truth := sampleZip(t, sample.Size{Connections: 900, Messages: 4000, Invitations: 60}, 11)
	o := fixedID("the-import")
	o.Owner = ""
	whole := newStore(t)
	must[model.ImportReport](t)(whole.Import(t.Context(), []string{path}, o, nil))
	want := dump(t, whole)
	for looks := 5; ; looks += 3 {
		s := newStore(t)
		dead := killed(t, looks, func(ctx context.Context) error {
			_, err := s.Import(ctx, []string{path}, o, nil)
			return err
		})
		if !dead {
			if looks < 15 {
				t.Errorf("only %d looks at the context", looks)
			}
			break
		}
		begun := must[model.Stamp](t)(s.Stamp()).Evidence > 0
		paths := must[[]string](t)(s.Unfinished())
		if begun != (len(paths) == 1) {
			t.Fatalf("after %d looks: unfinished %v", looks, paths)
		}
		if r := must[model.CheckReport](t)(s.Check(t.Context(), false)); len(r.Faults) > 0 {
			t.Fatal(r.Faults)
		}
		r := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, o, nil))
		if dump(t, s) != want {
			t.Fatalf("after %d looks the result is another one", looks)
		}
		if r.Messages.New != truth.Counts.Messages || r.Messages.Known != 0 {
			t.Fatalf("after %d looks: %+v", looks, r.Messages)
		}
	}
}

func TestAnImportInterruptedWhileChangingNamesIsFinished(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	renamed := week()
	renamed.made = clock(65 * 86400)
	for i := range renamed.connections {
		renamed.connections[i].name += " Renamed"
	}
	path, o := renamed.zip(t), fixedID("renamed")
	whole := reopen(t, filepath.Join(t.TempDir(), "whole.db"))
	must[model.ImportReport](t)(whole.Import(t.Context(), []string{week().zip(t)}, fixedID("first"), nil))
	for looks := 0; killed(t, looks, func(ctx context.Context) error {
		_, err := s.Import(ctx, []string{path}, o, nil)
		return err
	}); looks++ {
	}
	if row := thread(t, s, "2-a"); row.People[0].Name != "Anna Alt Renamed" {
		t.Errorf("%+v", row.People)
	}
	sound(t, s)
}

func TestTwoImportsAtOnceAreRefused(t *testing.T) {
	s := newStore(t)
	release, err := s.own("an import")
	if err != nil {
		t.Fatal(err)
	}
	other := reopen(t, s.Path())
	path := week().zip(t)
	if !other.owned() {
		t.Error("nobody seems to be at work")
	}
	if _, err := other.Import(t.Context(), []string{path}, options(), nil); !errors.Is(err, model.ErrBusy) || !strings.Contains(err.Error(), "an import is running (process") {
		t.Error(err)
	}
	release()
	if _, err := os.Stat(ownerPath(s.Path())); !errors.Is(err, os.ErrNotExist) {
		t.Error("the note is still there")
	}
	if err := os.WriteFile(ownerPath(s.Path()), []byte("left by a program that was killed\n"), 0o600); err != nil || other.owned() {
		t.Error("a note that was left behind counts", err)
	}
	must[model.ImportReport](t)(other.Import(t.Context(), []string{path}, options(), nil))
}

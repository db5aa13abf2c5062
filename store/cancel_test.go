package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"cordial/model"
)

// many is an archive of several batches. In a later one there is more of everything,
// some people have other names and some messages other words.
func many(size int, later bool) export {
	e := export{made: clock(1000)}
	name, word := "Person", "hello"
	if later {
		e.made, size = clock(2000), size+size/4
		name, word = "Renamed", "changed"
	}
	for i := range size {
		slug, called, text := fmt.Sprintf("p%d", i), "Person", "hello"
		if i%5 == 0 {
			called, text = name, word
		}
		if i%3 == 0 {
			e.connections = append(e.connections, connection{slug, slug + " " + called, "", "", "", "05 Jan 2026"})
		}
		if i%10 == 0 {
			e.invitations = append(e.invitations, request{slug, true, "1/9/26, 9:00 AM", ""})
		}
		e.messages = append(e.messages,
			mail{conversation: "2-" + slug, from: slug, to: me, at: clock(i), text: text},
			mail{conversation: "2-long", from: "p1", to: me, at: clock(i), text: text})
	}
	return e
}

// copyOf opens a copy of a database.
func copyOf(t testing.TB, s *Store) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(path, must[[]byte](t)(os.ReadFile(s.Path())), 0o600); err != nil {
		t.Fatal(err)
	}
	return reopen(t, path)
}

// TestACancelledImportLeavesNoTrace cancels an import at every look at its context,
// into an empty database and into one that knows much of the archive, and compares
// everything but the number of transactions.
func TestACancelledImportLeavesNoTrace(t *testing.T) {
	t.Parallel()
	first, second := many(1700, false).zip(t), many(1700, true).zip(t)
	known := newStore(t)
	must[model.ImportReport](t)(known.Import(t.Context(), []string{first}, fixedID("first"), nil))
	for name, c := range map[string]struct {
		s       *Store
		archive string
	}{"the first": {newStore(t), first}, "a later one": {known, second}} {
		want, cancelled, written := dump(t, c.s), 0, 0
		for looks := 0; ; looks++ {
			s := copyOf(t, c.s)
			p := must[model.PreparedImport](t)(s.Prepare(t.Context(), []string{c.archive}, fixedID("cancelled"), nil))
			if dump(t, s) != want {
				t.Fatal("preparing wrote something")
			}
			left, wrote := looks, false
			_, err := p.Apply(stopping{t.Context(), &left}, func(p model.Progress) { wrote = wrote || p.Phase == model.TakingBack })
			if err == nil {
				if dump(t, s) == want {
					t.Fatal("the test proves nothing")
				}
				break
			}
			if !errors.Is(err, context.Canceled) || err.Error() != context.Canceled.Error() {
				t.Fatal(err)
			}
			if got := dump(t, s); got != want {
				t.Fatalf("%s: after %d looks something stays", name, looks)
			}
			if paths := must[[]string](t)(s.Unfinished()); paths != nil {
				t.Fatal(paths)
			}
			if cancelled++; wrote {
				written++
			}
			if _, err := os.Stat(ownerPath(s.Path())); !errors.Is(err, os.ErrNotExist) {
				t.Fatal("the note is still there")
			}
		}
		if written < 6 {
			t.Errorf("%s: only %d of %d cancelled imports had written", name, written, cancelled)
		}
	}
}

// TestAnInterruptedUndoIsFinishedByRunningItAgain kills a program at every transaction
// of taking an import back, and runs it again; the journal, too, is the same.
func TestAnInterruptedUndoIsFinishedByRunningItAgain(t *testing.T) {
	t.Parallel()
	first, second := many(1700, false).zip(t), many(1700, true).zip(t)
	s := newStore(t)
	must[model.ImportReport](t)(s.Import(t.Context(), []string{first}, fixedID("first"), nil))
	must[model.ImportReport](t)(s.Import(t.Context(), []string{second}, fixedID("second"), nil))
	undo := func(ctx context.Context, s *Store, id string) error {
		return s.TakeBack(ctx, "second", fixedID(id), nil)
	}
	whole := copyOf(t, s)
	if err := undo(t.Context(), whole, "undo"); err != nil {
		t.Fatal(err)
	}
	want := dump(t, whole)
	before, deaths := dump(t, s), 0
	for looks := 0; ; looks++ {
		again := copyOf(t, s)
		if !killed(t, looks, func(ctx context.Context) error { return undo(ctx, again, "undo") }) {
			break
		}
		deaths++
		if r := must[model.CheckReport](t)(again.Check(t.Context(), false)); len(r.Faults) > 0 {
			t.Fatal(r.Faults)
		}
		id, begun := "undo", dump(t, again) != before
		if begun { // it is known how it was begun
			id = "another"
		}
		if paths := must[[]string](t)(again.Unfinished()); begun != slices.Equal(paths, []string{second}) {
			t.Fatal(begun, paths)
		}
		abandoned := copyOf(t, again)
		if err := abandoned.Abandon(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, abandoned); begun && got != want || !begun && got != before {
			t.Fatalf("after %d looks abandoning gives another result", looks)
		}
		if err := undo(t.Context(), again, id); err != nil {
			t.Fatal(err)
		}
		if dump(t, again) != want {
			t.Fatalf("after %d looks the result is another one", looks)
		}
	}
	if deaths < 12 {
		t.Errorf("only %d deaths", deaths)
	}
}

// TestAnImportFinishesWhatWasKilled begins an import while another one is half
// taken back, and while one is unfinished.
func TestAnImportFinishesWhatWasKilled(t *testing.T) {
	first, second := week(), week()
	second.made = first.made.Add(time.Hour)
	second.connections[0].name = "Anna Neu"
	third := export{made: clock(90 * 86400), messages: []mail{{conversation: "2-z", from: me, to: "zoe", at: clock(1), text: "else"}}}
	want := func() string {
		s := newStore(t)
		bring(t, s, first)
		must[model.ImportReport](t)(s.Import(t.Context(), []string{third.zip(t)}, fixedID("third"), nil))
		return without(bucketImport, evidenceOf(t, s))
	}()
	for looks := range 12 {
		s := newStore(t)
		bring(t, s, first)
		archive := second.zip(t)
		if looks%2 == 0 { // while importing
			killed(t, 12+looks, func(ctx context.Context) error {
				_, err := s.Import(ctx, []string{archive}, fixedID("second"), nil)
				return err
			})
		} else { // while undoing
			must[model.ImportReport](t)(s.Import(t.Context(), []string{archive}, fixedID("second"), nil))
			killed(t, looks, func(ctx context.Context) error { return s.TakeBack(ctx, "second", fixedID("undo"), nil) })
		}
		must[model.ImportReport](t)(s.Import(t.Context(), []string{third.zip(t)}, fixedID("third"), nil))
		if got := without(bucketImport, evidenceOf(t, s)); got != want {
			if id := lastImport(t, s); id != "third" {
				t.Fatal(id)
			}
			_, r, done, err := s.findImport(func(r importRecord) bool { return r.Event == "second" })
			if err != nil || !done || r.State != importDone {
				t.Fatalf("%d looks: is\n%s\nand should be\n%s", looks, got, want)
			}
		}
		sound(t, s)
	}
}

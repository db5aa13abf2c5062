//go:build unix

package store

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

// fillDisk lets this process write no file beyond a size, appends until that fails,
// lifts the limit, and goes on. It fails unless everything acknowledged is there and
// nothing else.
func fillDisk(s *Store) error {
	signal.Ignore(syscall.SIGXFSZ)
	limit := func(size uint64) error {
		var now syscall.Rlimit
		if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &now); err != nil {
			return err
		}
		now.Cur = min(size, now.Max)
		return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &now)
	}
	if err := limit(1 << 17); err != nil {
		return err
	}
	saved, failed := 0, 0
	for i := 0; failed < 3 && i < 5000; i++ {
		if err := s.Append(uint64(saved), contacts(saved, 10)); err != nil {
			failed++
			fmt.Println(err)
			continue
		}
		saved += 10
	}
	events, err := s.Events(0)
	if err != nil || len(events) != saved || failed != 3 {
		return fmt.Errorf("%d events of %d, %d failed, %w", len(events), saved, failed, err)
	}
	if err := limit(1 << 40); err != nil {
		return err
	}
	return s.Append(uint64(saved), contacts(saved, 10))
}

// importIntoFullDisk imports with too little room; that must fail.
func importIntoFullDisk(s *Store, archive string) error {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 19, Max: 1 << 19}); err != nil {
		return err
	}
	_, err := s.Import(contextOfChild(), []string{archive}, childOptions(), nil)
	if err == nil {
		return errors.New("it was imported all the same")
	}
	fmt.Println(err)
	return nil
}

func TestAFullDiskLosesNothing(t *testing.T) {
	s := newStore(t)
	out, err := process(t, "fill", s.Path()).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "saving: ") {
		t.Fatalf("%v: %s", err, out)
	}
	sound(t, s)
}

func TestAnImportIntoAFullDiskIsFinishedLater(t *testing.T) {
	archive, _ := sampleZip(t, sample.Size{Connections: 900, Messages: 5000, Invitations: 30}, 4)
	whole, s := newStore(t), newStore(t)
	must[model.ImportReport](t)(whole.Import(t.Context(), []string{archive}, childOptions(), nil))
	out, err := process(t, "import full", s.Path(), archive).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "writing what was imported") {
		t.Fatalf("%v: %s", err, out)
	}
	sound(t, s)
	if paths := must[[]string](t)(s.Unfinished()); len(paths) != 1 || paths[0] != archive {
		t.Errorf("unfinished: %v", paths)
	}
	must[model.ImportReport](t)(s.Import(t.Context(), []string{archive}, childOptions(), nil))
	if dump(t, s) != dump(t, whole) {
		t.Error("another result")
	}
	if _, err := os.Stat(ownerPath(s.Path())); !errors.Is(err, os.ErrNotExist) {
		t.Error("a note was left behind")
	}
}

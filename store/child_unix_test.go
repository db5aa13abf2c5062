//go:build unix

package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

// contextOfChild never ends.
func contextOfChild() context.Context { return context.Background() }

// child runs a job in a child process and answers the exit code. The lines of a job
// are what to do, the path of the database, and with what.
func child(job string) int {
	args := strings.Split(job, "\n")
	s, err := Open(args[1], Options{Wait: 10 * time.Second})
	if err == nil {
		switch args[0] {
		case "append":
			err = appendAll(s, args[2], 40)
		case "import":
			_, err = s.Import(contextOfChild(), []string{args[2]}, childOptions(), func(p model.Progress) {
				fmt.Println(p.Step)
			})
		case "undo":
			o := childOptions()
			o.NewID = func(time.Time) string { return "the-undo" }
			err = s.TakeBack(contextOfChild(), args[2], o, nil)
		case "fill":
			err = fillDisk(s)
		case "import full":
			err = importIntoFullDisk(s, args[2])
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// childOptions are the same in every process.
func childOptions() model.ImportOptions {
	return model.ImportOptions{Now: noon(), NewID: func(time.Time) string { return "the-import" }}
}

// process prepares a child process with a job.
func process(t *testing.T, job ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(must[string](t)(os.Executable()))
	cmd.Env = append(os.Environ(), "CORDIAL_TEST_CHILD="+strings.Join(job, "\n"))
	return cmd
}

// appendAll adds events one by one, and reads on whenever somebody was faster.
func appendAll(s *Store, name string, n int) error {
	events, err := s.Events(0)
	if err != nil {
		return err
	}
	known := uint64(len(events))
	for i := 0; i < n; {
		e := contact(i)
		e.ID = fmt.Sprintf("%s-%d", name, i)
		e.Decision = model.ContactAdded{Contact: e.ID, Name: name}
		err := s.Append(known, []model.Event{e})
		switch {
		case err == nil:
			known++
			i++
		case errors.Is(err, model.ErrMoved):
			more, err := s.Events(known)
			if err != nil {
				return err
			}
			known += uint64(len(more))
		default:
			return err
		}
	}
	return nil
}

// inOrder fails the test unless the journal holds n events of each name, each
// name's in order.
func inOrder(t *testing.T, s *Store, n int, names ...string) {
	t.Helper()
	next := map[string]int{}
	for _, e := range must[[]model.Event](t)(s.Events(0)) {
		name, _, _ := strings.Cut(e.ID, "-")
		if want := fmt.Sprintf("%s-%d", name, next[name]); e.ID != want {
			t.Fatalf("%s stands where %s should", e.ID, want)
		}
		next[name]++
	}
	for _, name := range names {
		if next[name] != n {
			t.Errorf("%s has %d events", name, next[name])
		}
	}
	sound(t, s)
}

func TestManyWritersInOneProcess(t *testing.T) {
	s := newStore(t)
	var wait sync.WaitGroup
	names := []string{"a", "b", "c", "d"}
	for i, name := range names {
		one := s
		if i%2 == 1 {
			one = reopen(t, s.Path())
		}
		wait.Go(func() {
			if err := appendAll(one, name, 30); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	inOrder(t, s, 30, names...)
}

func TestTwoProcessesNeverLoseAnEvent(t *testing.T) {
	s := newStore(t)
	var wait sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		cmd := process(t, "append", s.Path(), name)
		wait.Go(func() {
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	if err := appendAll(s, "c", 40); err != nil {
		t.Error(err)
	}
	wait.Wait()
	inOrder(t, s, 40, "a", "b", "c")
}

// TestAnImportThatIsKilledIsFinishedByTheNext kills a process in the middle of an
// import, as often as there are places.
func TestAnImportThatIsKilledIsFinishedByTheNext(t *testing.T) {
	archive, _ := sampleZip(t, sample.Size{Connections: 1500, Messages: 6000, Invitations: 30}, 4)
	whole := newStore(t)
	must[model.ImportReport](t)(whole.Import(t.Context(), []string{archive}, childOptions(), nil))
	want := dump(t, whole)
	for kill := 1; kill <= 9; kill += 2 {
		s := newStore(t)
		cmd := process(t, "import", s.Path(), archive)
		out := must[io.ReadCloser](t)(cmd.StdoutPipe())
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for lines, writes := bufio.NewScanner(out), 0; writes < kill && lines.Scan(); {
			if strings.HasPrefix(lines.Text(), "writing") {
				writes++
			}
		}
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		must[model.ImportReport](t)(reopen(t, s.Path()).Import(t.Context(), []string{archive}, childOptions(), nil))
		if dump(t, s) != want {
			t.Errorf("killed at write %d: another result", kill)
		}
		sound(t, s)
	}
}

// TestSavingWhileAnotherProcessImports, and then takes back, makes sure that every save gets its turn.
func TestSavingWhileAnotherProcessImports(t *testing.T) {
	archive, truth := sampleZip(t, sample.Size{Connections: 500, Messages: 8000, Invitations: 30}, 6)
	s := newStore(t)
	saved := saveWhile(t, s, 0, process(t, "import", s.Path(), archive))
	r := must[model.CheckReport](t)(s.Check(t.Context(), false))
	if r.Messages != truth.Counts.Messages || r.Events != saved+1 || len(r.Faults) > 0 {
		t.Errorf("%+v after %d saves", r, saved)
	}
	saved = saveWhile(t, s, saved, process(t, "undo", s.Path(), "the-import"))
	r = must[model.CheckReport](t)(s.Check(t.Context(), false))
	if r.Messages+r.People+r.Threads != 0 || r.Events != saved+2 || len(r.Faults) > 0 {
		t.Errorf("%+v after %d saves", r, saved)
	}
}

// saveWhile saves contacts from a number on until a process is done, and answers how
// many there are then.
func saveWhile(t *testing.T, s *Store, saved int, cmd *exec.Cmd) int {
	t.Helper()
	done := make(chan error, 1)
	go func() {
		out, err := cmd.CombinedOutput()
		if err != nil {
			err = fmt.Errorf("%w: %s", err, out)
		}
		done <- err
	}()
	for ready := false; !ready; saved++ {
		stamp := must[model.Stamp](t)(s.Stamp())
		err := s.Append(stamp.Journal, contacts(saved, 1))
		if errors.Is(err, model.ErrMoved) { // the event of the other process
			saved--
		} else if err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-done:
			if ready = true; err != nil {
				t.Fatal(err)
			}
		default:
		}
	}
	return saved
}

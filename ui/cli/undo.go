package cli

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/port"
)

// undoCmd takes back.
func (a *app) undoCmd() *cobra.Command {
	cmd := a.stepsCmd("undo", "Take back the last N things you did, an import included", (*session).undo)
	cmd.Long = "Take back the last N things you did. What one command did is one of them, and so is an import: then all\n" +
		"that it brought goes, and what it changed is as it was; your own labels, notes and credits stay. On a\n" +
		"terminal it asks before that, since an import comes back only by importing the file again."
	return cmd
}

// redoCmd does again.
func (a *app) redoCmd() *cobra.Command {
	return a.stepsCmd("redo", "Do again the last N things you took back", (*session).redo)
}

// stepsCmd is undo or redo.
func (a *app) stepsCmd(name, short string, run func(s *session, n int) error) *cobra.Command {
	cmd := &cobra.Command{Use: name + " [N]", Short: short, Args: argRange(0, 1, "[N]"), ValidArgsFunction: cobra.NoFileCompletions}
	cmd.RunE = a.with(func(s *session, args []string) error {
		n := 1
		if len(args) > 0 {
			var err error
			if n, err = strconv.Atoi(args[0]); err != nil || n < 1 {
				return usage("%s takes a number of steps, 1 or more, not %q", name, args[0])
			}
		}
		return run(s, n)
	})
	return cmd
}

// undo takes back n steps, or as many as there are: the user's own decisions together,
// an import by the store.
func (s *session) undo(n int) error {
	for done := 0; done < n; {
		if e, ok := s.book.ImportToUndo(); ok {
			if gone, err := s.undoImport(e); err != nil || !gone {
				return err
			}
			done++
			continue
		}
		events, err := s.do(func(b *model.Book) ([]model.Draft, error) { return b.Undo(n-done, s.now) })
		if err != nil {
			if done > 0 {
				return nil // there was less than was asked for
			}
			return err
		}
		done += s.saySteps(events)
	}
	return nil
}

// redo does n steps again, or as many as there are.
func (s *session) redo(n int) error {
	events, err := s.do(func(b *model.Book) ([]model.Draft, error) { return b.Redo(n, s.now) })
	s.saySteps(events)
	return err
}

// undoImport takes an import back; gone is false when the user would rather keep it.
func (s *session) undoImport(e model.Event) (gone bool, err error) {
	d := e.Decision.(model.ExportImported)
	if s.asks() {
		question := fmt.Sprintf("Take back the import of %s, %s and %s? Your own labels, notes and credits stay.",
			clean.Line(d.Name), plural(d.Messages, "message", "messages"), plural(d.People, "person", "people"))
		if yes, err := s.ask(question); err != nil || !yes {
			return false, err
		}
	}
	options := port.ImportOptions{Now: s.now, NewID: s.newID}
	tell, clear := s.progress()
	err = s.store.TakeBack(s.cmd.Context(), e.ID, options, tell)
	clear()
	if err != nil {
		return false, err
	}
	s.threadSet, s.threadAt, s.peopleSet = nil, nil, nil
	s.say("took back: %s", s.describe(d))
	return true, s.readOn()
}

// saySteps says what events took back or did again, a line for each step, and answers
// how many steps they are.
func (s *session) saySteps(events []model.Event) int {
	n := 0
	for first := 0; first < len(events); n++ {
		end := first + 1
		for step := events[first].Step; step != "" && end < len(events) && events[end].Step == step; {
			end++
		}
		more := ""
		if end-first > 1 {
			more = fmt.Sprintf(", and %d more", end-first-1)
		}
		s.say("%s%s", s.describe(events[first].Decision), more)
		first = end
	}
	return n
}

// asks tells whether questions are asked: nobody is asked who cannot answer.
func (s *session) asks() bool { return s.InTTY && s.ErrTTY && !s.flags.yes }

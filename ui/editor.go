package ui

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"cordial/ui/ask"
)

// editorCommand is the user's editor on a file. An editor with options, or with blanks
// in its path, is taken apart by the shell, as git does.
func editorCommand(editor, path string) *exec.Cmd {
	editor = cmp.Or(editor, os.Getenv("VISUAL"), os.Getenv("EDITOR"))
	switch {
	case runtime.GOOS == "windows":
		words := strings.Fields(cmp.Or(editor, "notepad"))
		return exec.Command(words[0], append(words[1:], path)...)
	case editor == "":
		return exec.Command("vi", path)
	}
	return exec.Command("sh", "-c", editor+` "$@"`, editor, path)
}

// writeTemporary puts a text into a file that only the user can read, in a folder of
// its own that only the user can enter: editors leave copies beside what they edit.
func writeTemporary(text string) (path string, err error) {
	dir, err := os.MkdirTemp("", "cordial-")
	if err != nil {
		return "", fmt.Errorf("making a file for the editor: %w", err)
	}
	path = filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", fmt.Errorf("making a file for the editor: %w", errors.Join(err, os.RemoveAll(dir)))
	}
	return path, nil
}

// readTemporary reads the file back and takes its folder away.
func readTemporary(path string) (text string, err error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		err = fmt.Errorf("reading what the editor left: %w", err)
	}
	_ = os.RemoveAll(filepath.Dir(path)) // what cannot be removed is still the user's alone
	return string(raw), err
}

// editText opens what is being written in the user's own editor.
func (a *App) editText(r ask.EditText) {
	a.editing = true
	a.run(a.effects.writeText(r.Text))
}

// written opens the file that was made for the editor.
func (a *App) written(m writtenMsg) {
	if m.err != nil {
		a.edited(textMsg{err: m.err})
		return
	}
	a.run(a.effects.edit(a.deps.Editor, m.path))
}

// editorEnded reads what the editor left.
func (a *App) editorEnded(m editedMsg) {
	failed := m.err
	var exit *exec.ExitError
	switch {
	case errors.As(failed, &exit) && exit.ExitCode() == 127: // the shell's way to say so
		failed = errors.New("the editor was not found; set $EDITOR")
	case errors.As(failed, &exit):
		failed = fmt.Errorf("the editor ended with %w", exit)
	case failed != nil:
		failed = fmt.Errorf("the editor could not be started: %w", failed)
	}
	a.run(a.effects.readText(m.path, failed))
}

// edited puts what the editor left into the letter.
func (a *App) edited(m textMsg) {
	a.editing = false
	if c := a.composing(); c != nil {
		c.Edited(m.text, m.err)
	}
	a.release()
}

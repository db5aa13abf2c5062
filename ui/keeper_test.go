package ui

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
	"cordial/model/channel"
	"cordial/ui/port"
)

// desk is a store of drafts that remembers what it was given, in order.
type desk struct {
	saved []string
	fail  error
}

func (d *desk) SaveDraft(l model.Letter) error {
	if d.fail == nil {
		d.saved = append(d.saved, l.Body)
	}
	return d.fail
}

func (*desk) Draft(model.Key, channel.Channel) (model.Letter, bool, error) {
	return model.Letter{}, false, nil
}
func (*desk) Drafts() ([]model.Letter, error)            { return nil, nil }
func (*desk) DropDraft(model.Key, channel.Channel) error { return nil }

// note is a numbered letter to somebody.
func note(to model.Key, body string, n uint64) numbered {
	return numbered{model.Letter{Person: to, Channel: channel.Message, Body: body}, n}
}

// A save that comes late does not bring an older text back.
func TestKeeperKeepsTheNewest(t *testing.T) {
	d := &desk{}
	k := &keeper{store: d, last: map[letterKey]uint64{}}
	for _, batch := range [][]numbered{
		{note(1, "a", 1), note(2, "b", 2)},
		{note(1, "aaa", 5)},
		{note(1, "aa", 4), note(2, "bb", 3)},
		{note(1, "aaa", 5)},
	} {
		if err := k.save(batch); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(d.saved, " "); got != "a b aaa bb" {
		t.Errorf("saved %s", got)
	}
	d.fail = errors.New("disk full")
	if err := k.save([]numbered{note(1, "c", 6)}); err == nil {
		t.Error("a failure was swallowed")
	}
	d.fail = nil
	if err := k.save([]numbered{note(1, "c", 6)}); err != nil || d.saved[len(d.saved)-1] != "c" {
		t.Error("what failed was not saved again")
	}
}

// The letterbox knows at any time what is not on disk, and a blank letter is dropped.
func TestLetterbox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		box := newLetterbox(nil)
		want := map[letterKey]string{}
		for range rapid.IntRange(0, 20).Draw(t, "n") {
			l := model.Letter{
				Person: model.Key(rapid.IntRange(1, 3).Draw(t, "to")), Channel: rapid.SampledFrom(channel.All()).Draw(t, "by"),
				Body: rapid.SampledFrom([]string{"", " ", "a", "b"}).Draw(t, "body"),
			}
			old, there := want[keyOf(l)]
			if differs := there && old != l.Body || !there && !l.Blank(); box.differs(l) != differs {
				t.Fatalf("%+v differs from %q: %t", l, old, !differs)
			}
			box.put(l, time.Unix(1e9, 0))
			if want[keyOf(l)] = l.Body; l.Blank() {
				delete(want, keyOf(l))
			}
		}
		if len(box.all()) != len(want) {
			t.Fatalf("%d letters, want %d", len(box.all()), len(want))
		}
		for i, l := range box.unsaved() {
			if i > 0 && box.unsaved()[i-1].n >= l.n {
				t.Fatal("what is not saved is in no order")
			}
			if l.Blank() != (want[keyOf(l.Letter)] == "") || !l.Blank() && want[keyOf(l.Letter)] != l.Body {
				t.Fatalf("%+v is to be saved, want %q", l, want[keyOf(l.Letter)])
			}
		}
		for person := range model.Key(4) {
			if box.writingTo(person) != (len(box.to(person)) > 0) {
				t.Fatalf("%d drafts to %d", len(box.to(person)), person)
			}
		}
	})
}

// An editor may have options, and a path with blanks.
func TestEditorCommand(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no shell")
	}
	dir := filepath.Join(t.TempDir(), "my editors")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(dir, "ed")
	if err := os.WriteFile(script, []byte("#!/bin/sh\nshift $(($# - 1))\nprintf changed > \"$1\"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, editor := range []string{`"` + script + `"`, `"` + script + `" --wait -x`, strings.ReplaceAll(script, " ", `\ `)} {
		path, err := writeTemporary("Hi")
		if err != nil {
			t.Fatal(err)
		}
		if out, err := editorCommand(editor, path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v, %s", editor, err, out)
		}
		if text, err := readTemporary(path); text != "changed" || err != nil {
			t.Errorf("%s left %q, %v", editor, text, err)
		}
		if _, err := os.Stat(filepath.Dir(path)); !os.IsNotExist(err) {
			t.Errorf("the folder is left behind: %v", err)
		}
	}
	for _, c := range []struct{ visual, editor, want string }{
		{"", "", "vi"}, {"", "nano", `nano "$@"`}, {"code --wait", "nano", `code --wait "$@"`},
	} {
		t.Setenv("VISUAL", c.visual)
		t.Setenv("EDITOR", c.editor)
		if args := strings.Join(editorCommand("", "x").Args, " "); !strings.Contains(args, c.want) {
			t.Errorf("VISUAL %q, EDITOR %q: %s", c.visual, c.editor, args)
		}
	}
	a := &App{}
	a.effects = newEffects(Deps{})
	a.editorEnded(editedMsg{path: filepath.Join(t.TempDir(), "x", "letter.txt"), err: editorCommand("no-such-editor", "x").Run()})
	if msg := a.cmds[0]().(textMsg); msg.err == nil || msg.err.Error() != "the editor was not found; set $EDITOR" {
		t.Errorf("without an editor: %v", msg.err)
	}
}

// All messages of the last week count, however many there are in a conversation.
func TestReadSendingCountsEveryMessage(t *testing.T) {
	now := time.Date(2026, 11, 18, 15, 0, 0, 0, time.UTC)
	for _, n := range []int{0, 1, 49, 50, 51, 130} {
		sent, err := sentIn(talkative{n: n, now: now}, 1, now.AddDate(0, 0, -8))
		if err != nil || len(sent) != n {
			t.Errorf("of %d messages %d count, %v", n, len(sent), err)
		}
	}
}

// talkative is a store with one conversation: n messages of the user's within the last
// day, as many of the other side's, and older ones.
type talkative struct {
	port.Store
	n   int
	now time.Time
}

func (s talkative) Messages(_ model.Key, _ time.Time, n int) ([]model.Message, error) {
	var all []model.Message
	for i := range 30 {
		all = append(all, model.Message{At: s.now.AddDate(0, -1, i/2), Me: true})
	}
	for i := range s.n {
		at := s.now.Add(-time.Hour).Add(time.Duration(i) * time.Second)
		all = append(all, model.Message{At: at, Me: true}, model.Message{At: at})
	}
	return all[max(0, len(all)-n):], nil
}

package store

import (
	"path/filepath"
	"testing"
	"time"

	"cordial/model"
)

func TestSmoke(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "c.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 1, 2, 3, 4, 5, 600, time.FixedZone("", 3600))
	ev := []model.Event{
		{ID: "a", At: now, Recorded: now, Decision: model.ContactAdded{Contact: "x", Name: "X"}},
		{ID: "b", At: now, Recorded: now.Add(1), Decision: model.ReminderSet{Due: now, Subjects: model.Subjects{People: []string{"x"}}}},
	}
	if err := s.Append(0, ev); err != nil {
		t.Fatal(err)
	}
	got, err := s.Events(0)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(got)
	t.Log(s.Stamp())
	t.Log(s.Threads())
	t.Log(s.Append(0, ev))
}

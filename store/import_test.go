package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

func TestImportSmoke(t *testing.T) {
	dir := t.TempDir()
	zip := filepath.Join(dir, "x.zip")
	f, _ := os.Create(zip)
	truth, err := sample.Write(f, sample.Size{Connections: 300, Messages: 5000, Invitations: 50}, 1, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), sample.Era2026)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	s, err := Open(filepath.Join(dir, "c.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	o := model.ImportOptions{Now: time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC), NewID: func(time.Time) string { return "imp" }}
	for range 2 {
		r, err := s.Import(context.Background(), []string{zip}, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Problems = nil
		t.Logf("%+v", r)
	}
	t.Logf("%+v", truth)
	th, err := s.Threads()
	if err != nil {
		t.Fatal(err)
	}
	t.Log(th.Len())
	for i := range 5 {
		t.Logf("%+v", th.Row(i))
	}
	m, err := s.Messages(th.Head(0).Key, time.Time{}, 2)
	t.Logf("%+v %v", m, err)
	p, err := s.People()
	t.Log(p.Len(), p.Name(0), p.Row(0))
	t.Log(s.Owner())
	t.Log(s.Stamp())
}

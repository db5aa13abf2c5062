package intake

import (
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
)

// told is a course after words of it, a second apart.
func told(list ...model.Progress) Course {
	var c Course
	for i, p := range list {
		c = c.Add(p, time.Unix(int64(i), 0))
	}
	return c
}

func TestCourse(t *testing.T) {
	reading := func(file string, rows int, done, total int64) model.Progress {
		return model.Progress{Step: "reading " + file, File: file, Rows: rows, Done: done, Total: total}
	}
	c := told(reading("a", 1, 5, 10), reading("a", 2, 10, 10), reading("b", 7, 25, 100), reading("b", 9, 50, 100))
	if len(c.Files) != 2 || c.Files[0].Rows != 2 || !c.Files[0].Finished() || c.Files[1].Finished() {
		t.Errorf("files %+v", c.Files)
	}
	if spent := c.Files[0].Last.Sub(c.Files[0].Began); spent != time.Second {
		t.Errorf("the first file took %v", spent)
	}
	left, ok := c.Left()
	if c.Percent() != 50 || !ok || left != time.Second {
		t.Errorf("%d %%, %v left, %v", c.Percent(), left, ok)
	}
	before := c.Files[1].Rows
	if c.Add(reading("b", 20, 60, 100), time.Unix(9, 0)); c.Files[1].Rows != before {
		t.Error("a course changes under whoever holds it")
	}
	c = told(model.Progress{Step: "comparing", Phase: model.Comparing, Done: 3})
	if _, ok := c.Left(); c.Percent() != -1 || ok || len(c.Files) > 0 {
		t.Errorf("without a total: %+v", c)
	}
	if c = told(model.Progress{Phase: model.Writing, Done: 10, Total: 10}); c.Percent() != 99 {
		t.Errorf("all is done before the end: %d %%", c.Percent())
	}
}

// TestPercentIsOne, whatever is told.
func TestPercentIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := told(model.Progress{Done: rapid.Int64Range(-9, 1<<40).Draw(t, "done"), Total: rapid.Int64Range(-9, 1<<40).Draw(t, "total")})
		if p := c.Percent(); p < -1 || p > 99 {
			t.Errorf("%+v: %d %%", c.Step, p)
		}
		if left, ok := c.Left(); ok && left < 0 {
			t.Errorf("%+v: %v left", c.Step, left)
		}
	})
}

func TestAbout(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "about 1 s", 1400 * time.Millisecond: "about 1 s", 89 * time.Second: "about 89 s", 100 * time.Second: "about 2 min", time.Hour: "about 60 min",
	} {
		if got := About(d); got != want {
			t.Errorf("%v: %s, want %s", d, got, want)
		}
	}
}

// TestMeterFromTwoSides is read while it is told.
func TestMeterFromTwoSides(t *testing.T) {
	m := NewMeter(func() time.Time { return time.Unix(1, 0) })
	var all sync.WaitGroup
	all.Go(func() {
		for i := range 1000 {
			m.Add(model.Progress{File: string(rune('a' + i%5)), Rows: i})
		}
	})
	for range 1000 {
		for _, f := range m.Read().Files {
			if f.Name == "" {
				t.Error("a file without a name")
			}
		}
	}
	all.Wait()
	if n := len(m.Read().Files); n != 5 {
		t.Errorf("%d files", n)
	}
}

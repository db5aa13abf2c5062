package intake

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"cordial/model"
)

// File is how far the reading of one file has come.
type File struct {
	Name        string
	Rows        int
	Done, Total int64     // bytes; Total 0: not known
	Began, Last time.Time // of its reading
}

// Finished tells whether the file was read to its end, or another one was begun.
func (f File) Finished() bool { return f.Total > 0 && f.Done >= f.Total }

// Course is how far an import has come.
type Course struct {
	Files []File         // in the order in which they are read
	Step  model.Progress // under way
	Began time.Time      // of the step
	Last  time.Time      // when something was last heard
}

// Add is the course after one more word of it.
func (c Course) Add(p model.Progress, at time.Time) Course {
	if p.Phase != c.Step.Phase || p.Step != c.Step.Step || c.Began.IsZero() {
		c.Began = at
	}
	c.Step, c.Last = p, at
	if p.Phase != model.Reading || p.File == "" {
		return c
	}
	place := slices.IndexFunc(c.Files, func(f File) bool { return f.Name == p.File })
	if place < 0 {
		place = len(c.Files)
		c.Files = append(slices.Clip(c.Files), File{Name: p.File, Began: at})
	} else {
		c.Files = slices.Clone(c.Files)
	}
	f := &c.Files[place]
	f.Rows, f.Done, f.Total, f.Last = p.Rows, p.Done, p.Total, at
	return c
}

// Percent is how much of the step is done, -1 while that is not known. It is never
// 100 before the end.
func (c Course) Percent() int {
	if c.Step.Total <= 0 {
		return -1
	}
	return int(min(max(c.Step.Done, 0)*100/c.Step.Total, 99))
}

// Left is about how long the step still takes; false while nothing can be said.
func (c Course) Left() (time.Duration, bool) {
	spent := c.Last.Sub(c.Began)
	if c.Step.Done <= 0 || c.Step.Total <= c.Step.Done || spent < time.Second/2 {
		return 0, false
	}
	return time.Duration(float64(spent) * float64(c.Step.Total-c.Step.Done) / float64(c.Step.Done)), true
}

// Meter takes the words of an import under way, of any goroutine, for whoever looks
// at it from time to time.
type Meter struct {
	clock func() time.Time
	mu    sync.Mutex
	is    Course
}

// NewMeter is a meter by a clock that may be read from any goroutine.
func NewMeter(clock func() time.Time) *Meter { return &Meter{clock: clock} }

// Add takes one word.
func (m *Meter) Add(p model.Progress) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.is = m.is.Add(p, m.clock())
}

// Read is the course so far.
func (m *Meter) Read() Course {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.is
}

// About is a duration as people say it: "about 8 s", "about 3 min".
func About(d time.Duration) string {
	if d < 90*time.Second {
		return fmt.Sprintf("about %d s", max(1, int(d.Round(time.Second).Seconds())))
	}
	return fmt.Sprintf("about %d min", int(d.Round(time.Minute).Minutes()))
}

package cli

import (
	"fmt"

	"github.com/dustin/go-humanize"

	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/intake"
	"cordial/ui/port"
)

// progress draws how far an import has come, and clears it away when that has ended.
// On a terminal every file gets a line of its own that stays.
func (s *session) progress() (tell func(port.Progress), clear func()) {
	if !s.ErrTTY {
		return func(port.Progress) {}, func() {}
	}
	var course intake.Course
	ended := 0 // files whose line stays
	finish := func(upTo int) {
		for ; ended < min(upTo, len(course.Files)); ended++ {
			f := course.Files[ended]
			s.tell(fmt.Sprintf("\r\x1b[K%s: %s %s\n", clean.Line(f.Name), humanize.Comma(int64(f.Rows)), noun(f.Rows, "row", "rows")))
		}
	}
	tell = func(p port.Progress) {
		course = course.Add(p, s.clock())
		if p.Phase == model.Reading {
			finish(len(course.Files) - 1)
		} else {
			finish(len(course.Files))
		}
		line := clean.Line(p.Step)
		if p.Phase == model.Reading && p.Rows > 0 {
			line += ", " + humanize.Comma(int64(p.Rows)) + " rows"
		}
		if percent := course.Percent(); percent >= 0 {
			line += fmt.Sprintf(" %d%%", percent)
		}
		if left, ok := course.Left(); ok {
			line += ", " + intake.About(left) + " left"
		}
		s.tell("\r\x1b[K" + line)
	}
	return tell, func() {
		finish(len(course.Files))
		s.tell("\r\x1b[K")
	}
}

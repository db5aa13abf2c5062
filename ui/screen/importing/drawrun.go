package importing

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/intake"
	"cordial/ui/keyhint"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// drawRun is an import from reading to its report: what it is, its files, how far it
// has come, and what comes of it. Where there is little room, the least important goes.
func (s *Screen) drawRun(p page) string {
	r := s.world.Run
	var head []string
	if len(r.Paths) > 0 {
		head = []string{s.title(p)}
	}
	files := s.files(p)
	step := s.step(p)
	sums := s.sums(p)
	words := s.blurb(p)
	spaced := func(blocks ...[]string) []string {
		var lines []string
		for _, b := range blocks {
			if len(b) > 0 {
				lines = append(append(lines, b...), "")
			}
		}
		return lines[:max(0, len(lines)-1)]
	}
	lines := append([]string{""}, spaced(head, files, step, sums, words)...)
	if len(lines) > p.h {
		lines = spaced(head, s.fewFiles(p, files), step, sums, words)
	}
	if len(lines) > p.h && r.Stage != Reading {
		lines = spaced(step, sums, words)
	}
	if len(lines) > p.h {
		lines = append(append(step, sums...), words...)
	}
	return widget.Lines(lines, p.w, p.h)
}

// title says what is read.
func (s *Screen) title(p page) string {
	r := s.world.Run
	what := ""
	switch {
	case r.Lists != nil:
		what = "contact list"
		if len(r.Lists.Files) > 0 && r.Lists.Files[0].Called != "" && r.Lists.Files[0].Format != "csv" {
			what = "contact list of " + r.Lists.Files[0].Called
		}
	case r.Report.FirstPartOnly:
		what = "first part of an export"
	case r.Report.Owner != "":
		what = "the export of " + clean.Line(r.Report.Owner)
	}
	name := clean.Line(r.Name())
	if n := len(r.Paths); n > 1 {
		name += fmt.Sprintf(" and %d more", n-1)
	}
	if p.narrow {
		what = ""
	}
	if what == "" {
		name = bothEnds(p.t, name, p.w-4)
	}
	return p.row(widget.Cell{Text: name, Role: theme.Strong, Grow: 1, Gap: 2}, widget.Cell{Text: what, Role: theme.Dim, Gap: 1})
}

// files is one line for each file.
func (s *Screen) files(p page) []string {
	r := s.world.Run
	if r.Lists != nil {
		return s.listFiles(p)
	}
	found := map[string]model.FileReport{}
	var ignored []string
	for _, f := range r.Report.Files {
		if found[f.Name] = f; f.Status != "read" {
			ignored = append(ignored, strings.TrimSuffix(clean.Line(f.Name), ".csv"))
		}
	}
	var lines []string
	reading := r.Stage == Reading && r.Course.Step.Phase == model.Reading
	for i, f := range r.Course.Files {
		if reading && i == len(r.Course.Files)-1 && !f.Finished() {
			lines = append(lines, s.readingFile(p, f)...)
			continue
		}
		lines = append(lines, s.readFile(p, f, found[f.Name]))
		delete(found, f.Name)
	}
	for _, f := range r.Report.Files {
		if _, untold := found[f.Name]; untold && f.Status == "read" {
			lines = append(lines, s.readFile(p, intake.File{Name: f.Name, Rows: f.Rows}, f))
		}
	}
	if len(ignored) > 0 {
		lines = append(lines, p.row(widget.Cell{Text: p.t.Glyphs.Pending, Role: theme.Dim, Width: 1, Gap: 1},
			widget.Cell{Text: "not used here: " + few(ignored, 6), Role: theme.Dim, Grow: 1}))
	}
	return lines
}

// readFile is a file that was read.
func (s *Screen) readFile(p page, f intake.File, is model.FileReport) string {
	name := clean.Line(f.Name)
	if p.narrow {
		name = strings.TrimSuffix(name, ".csv")
	}
	took := ""
	if spent := f.Last.Sub(f.Began); spent >= time.Second/20 {
		took = seconds(spent.Round(time.Second / 10))
	}
	return p.row(
		widget.Cell{Text: p.t.Glyphs.Check, Role: theme.Good, Width: 1, Gap: 1},
		widget.Cell{Text: name, Role: theme.Text, Width: p.nameWidth(), Gap: 1},
		widget.Cell{Text: p.rows(max(f.Rows, is.Rows)), Role: theme.Text, Width: p.rowsWidth(), Right: true, Gap: 2},
		widget.Cell{Text: some(is.New, "new"), Role: theme.Strong, Width: 11, Gap: 1},
		widget.Cell{Text: some(is.Changed, "changed"), Role: theme.Text, Grow: 1, Gap: 1},
		widget.Cell{Text: took, Role: theme.Dim, Width: 6, Right: true, Gap: 1, Drop: 1})
}

// readingFile is the file that is being read: in two lines where there is little room.
func (s *Screen) readingFile(p page, f intake.File) []string {
	course := s.world.Run.Course
	percent, rate := course.Percent(), ""
	if spent := f.Last.Sub(f.Began).Seconds(); spent > 0.3 && f.Rows > 0 {
		rate = comma(int(float64(f.Rows)/spent)) + "/s"
	}
	shown := ""
	if percent >= 0 {
		shown = fmt.Sprintf("%d %%", percent)
	}
	sign := widget.Cell{Text: p.t.Glyphs.Right, Role: theme.Accent, Width: 1, Gap: 1}
	name := clean.Line(f.Name)
	if p.narrow {
		return []string{
			p.row(sign, widget.Cell{Text: strings.TrimSuffix(name, ".csv"), Width: p.nameWidth(), Gap: 1},
				widget.Cell{Text: p.rows(f.Rows), Width: p.rowsWidth(), Right: true}),
			p.row(widget.Cell{Width: 2}, widget.Cell{Text: bar(p, percent, p.w-12), Gap: 2}, widget.Cell{Text: shown}),
		}
	}
	return []string{p.row(sign, widget.Cell{Text: name, Width: p.nameWidth(), Gap: 1},
		widget.Cell{Text: p.rows(f.Rows), Width: p.rowsWidth(), Right: true, Gap: 2},
		widget.Cell{Text: bar(p, percent, max(8, min(24, p.w-64))), Gap: 2}, widget.Cell{Text: shown, Width: 5, Right: true, Gap: 2},
		widget.Cell{Text: rate, Role: theme.Dim, Grow: 1})}
}

// bar is how much is done, blank while that is not known.
func bar(p page, percent, w int) string {
	if percent < 0 || w <= 0 {
		return strings.Repeat(" ", max(0, w))
	}
	return widget.Meter{Have: percent, Cap: 100}.Draw(p.t, w)
}

func (p page) nameWidth() int {
	if p.narrow {
		return 14
	}
	return 22
}

func (p page) rowsWidth() int {
	if p.narrow {
		return 9
	}
	return 14
}

// rows counts rows.
func (p page) rows(n int) string {
	if p.narrow {
		return comma(n)
	}
	return plural(n, "row", "rows")
}

// some is a count and its word, nothing for none.
func some(n int, word string) string {
	if n == 0 {
		return ""
	}
	return comma(n) + " " + word
}

// fewFiles is the files in one line, for where there is little room; the one that is
// being read keeps its own.
func (s *Screen) fewFiles(p page, files []string) []string {
	r := s.world.Run
	if r.Stage == Reading && len(files) > 0 {
		return files[max(0, len(files)-4):]
	}
	n, rows := 0, 0
	for _, f := range r.Report.Files {
		if f.Status == "read" {
			n, rows = n+1, rows+f.Rows
		}
	}
	if n == 0 {
		return nil
	}
	return []string{p.row(widget.Cell{Text: p.t.Glyphs.Check, Role: theme.Good, Width: 1, Gap: 1},
		widget.Cell{Text: plural(n, "file", "files") + ", " + plural(rows, "row", "rows"), Grow: 1})}
}

// listFiles is one line for each contact list.
func (s *Screen) listFiles(p page) []string {
	var lines []string
	for _, f := range s.world.Run.Lists.Files {
		more := some(f.Duplicates, "repeated")
		if f.Refused > 0 {
			more = strings.TrimPrefix(more+", "+some(f.Refused, "refused"), ", ")
		}
		if f.Encoding != "" {
			more = strings.TrimPrefix(more+", read as "+clean.Line(f.Encoding), ", ")
		}
		lines = append(lines, p.row(
			widget.Cell{Text: p.t.Glyphs.Check, Role: theme.Good, Width: 1, Gap: 1},
			widget.Cell{Text: clean.Line(f.File), Role: theme.Text, Width: p.nameWidth(), Gap: 1},
			widget.Cell{Text: p.rows(f.Records), Role: theme.Text, Width: p.rowsWidth(), Right: true, Gap: 2},
			widget.Cell{Text: more, Role: theme.Dim, Grow: 1}))
	}
	return lines
}

// step is what is being done now, beside reading files.
func (s *Screen) step(p page) []string {
	r := s.world.Run
	now := r.Course.Step
	if !r.Busy() || r.Stage == Reading && now.Phase == model.Reading && now.File != "" {
		return nil
	}
	percent, shown := r.Course.Percent(), ""
	if percent >= 0 {
		shown = fmt.Sprintf("%d %%", percent)
	}
	text := clean.Line(now.Step)
	if text == "" {
		text = map[Stage]string{Reading: "opening it", Writing: "writing", TakingBack: "taking it back"}[r.Stage]
	}
	sign := widget.Cell{Text: p.t.Glyphs.Right, Role: theme.Accent, Width: 1, Gap: 1}
	if p.narrow {
		return []string{
			p.row(sign, widget.Cell{Text: text, Grow: 1}),
			p.row(widget.Cell{Width: 2}, widget.Cell{Text: bar(p, percent, p.w-12), Gap: 2}, widget.Cell{Text: shown}),
		}
	}
	done := ""
	if now.Total > 0 && r.Stage != Reading {
		done = comma(int(now.Done)) + " of " + comma(int(now.Total))
	}
	return []string{p.row(sign, widget.Cell{Text: text, Width: 24, Gap: 1}, widget.Cell{Text: bar(p, percent, max(8, min(30, p.w-60))), Gap: 2},
		widget.Cell{Text: shown, Width: 5, Right: true, Gap: 2}, widget.Cell{Text: done, Role: theme.Dim, Grow: 1})}
}

// blurb is what the user should know now.
func (s *Screen) blurb(p page) []string {
	r := s.world.Run
	kw := keyhint.New(s.world.Keys, s.Scope(), p.t)
	switch r.Stage {
	case Reading:
		if p.narrow {
			return p.text(theme.Dim, "Nothing is written until you confirm.")
		}
		return p.text(theme.Dim, "Nothing is written until you confirm. "+keeps)
	case Writing:
		return p.text(theme.Dim, "The inbox can be used meanwhile: "+kw.Say(keymap.GoInbox, "leads there")+". "+
			kw.Say(keymap.Cancel, "stops it and takes back what was written."))
	case TakingBack:
		return p.text(theme.Dim, "What it brought goes, what it changed is as before. The inbox can be used meanwhile.")
	case Done:
		return s.done(p, kw)
	case Preview:
		return s.before(p)
	default:
		return nil
	}
}

// keeps says what no import touches.
const keeps = "Labels, notes and reminders are never touched. Undo stays available after the import (one step)."

// before is what the user should know before anything is written.
func (s *Screen) before(p page) []string {
	r := s.world.Run
	switch {
	case r.Lists != nil && !r.Brings():
		return p.text(theme.Strong, "Everybody on it is here already, and nothing is new of them.")
	case r.Lists != nil && !p.narrow:
		return p.text(theme.Dim, "Nothing is written until you confirm. A list adds what is not known yet and changes nothing else. Undo takes all of it back (one step).")
	case r.Report.FirstPartOnly:
		return p.text(theme.Strong, "This is only the first part of the export: your profile. LinkedIn mails the complete archive within about a day; import that one.")
	case !r.Brings():
		return p.text(theme.Strong, "Everything in it is here already: nothing would change.")
	case p.narrow:
		return p.text(theme.Dim, "Nothing is written until you confirm.")
	default:
		return p.text(theme.Dim, "Nothing is written until you confirm. "+keeps)
	}
}

// done is what can be done after an import.
func (s *Screen) done(p page, kw keyhint.Writer) []string {
	if !s.world.Run.Brings() {
		return p.text(theme.Good, "Everything in it was here already: nothing has changed.")
	}
	words := "It is written. " + kw.Say(keymap.Undo, "takes all of it back") + "."
	if !p.narrow {
		words += " " + kw.Say(keymap.GoMerges, "lists people who may be one") + "."
	}
	return p.text(theme.Good, words)
}

// drawFailed says why nothing came of it, and what to do next.
func (s *Screen) drawFailed(p page) string {
	r := s.world.Run
	lines := []string{""}
	if name := clean.Line(r.Name()); name != "" {
		lines = append(lines, p.row(widget.Cell{Text: name, Role: theme.Strong, Grow: 1}), "")
	}
	lines = append(lines, p.text(theme.Danger, clean.Line(s.sentence(r.Err)))...)
	var refusal *model.Refusal
	if errors.As(r.Err, &refusal) && refusal.Help != "" {
		help := refusal.Help
		if key := keyhint.New(s.world.Keys, s.Scope(), p.t).Key(keymap.OwnerSay); key != "" {
			help = strings.ReplaceAll(help, "--owner", key)
		}
		lines = append(append(lines, ""), p.text(theme.Text, clean.Line(capital(help))+".")...)
	}
	left := "Nothing of it was written."
	if r.Begun {
		left = "Some of it may be written. Remove the cause first; then it is finished, or taken back."
	}
	lines = append(append(lines, ""), p.text(theme.Dim, left)...)
	return widget.Lines(lines, p.w, p.h)
}

// sentence is an error as a sentence: without the file that stands above it, and with
// others as people call them.
func (s *Screen) sentence(err error) string {
	if err == nil {
		return ""
	}
	var refusal *model.Refusal
	text := err.Error()
	if errors.As(err, &refusal) {
		text = refusal.Reason
	}
	for _, path := range s.world.Run.Paths {
		text = strings.ReplaceAll(strings.TrimPrefix(text, path+": "), path, filepath.Base(path))
		text = strings.TrimPrefix(text, filepath.Base(path)+": ")
	}
	text = capital(strings.TrimSpace(text))
	if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
		text += "."
	}
	return text
}

// capital begins with a capital letter, unless it begins with a path.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if strings.ContainsAny(strings.SplitN(text+" ", " ", 2)[0], `/\.`) {
		return text
	}
	return string(unicode.ToUpper(r)) + text[n:]
}

// few is the first of some names, and how many more there are.
func few(names []string, n int) string {
	if len(names) <= n {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:n], ", ") + fmt.Sprintf(" and %d more", len(names)-n)
}

// cleanList is names in one line.
func cleanList(names []string) string { return clean.Line(strings.Join(names, ", ")) }

// shortURL is an address without what every profile begins with.
func shortURL(url string) string {
	return strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "www.")
}

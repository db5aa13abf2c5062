package importing

import (
	"path/filepath"
	"strings"
	"time"

	"cordial/keymap"
	"cordial/ui/ask"
	"cordial/ui/intake"
)

// product is something that can be written for other programs.
type product struct {
	what, format string // as the command line calls them
	title, kind  string
	ending       string // of the file's name
	tells        string
}

// products lists them in the order of the screen.
func products() []product {
	return []product{
		{"contacts", "csv", "Contacts", "CSV", ".csv", "everybody with labels and notes; can be imported again"},
		{"contacts", "vcard", "Contacts", "vCard", ".vcf", "the same as address cards"},
		{"contacts", "json", "Contacts", "JSON", ".json", "the same for programs"},
		{"reminders", "ics", "Reminders", "iCalendar", ".ics", "the open ones, as events and as tasks"},
		{"messages", "csv", "Messages", "CSV", ".csv", "in the columns of LinkedIn's own export"},
		{"messages", "json", "Messages", "JSON", ".json", "the same for programs"},
		{"statement", "csv", "Statement", "CSV", ".csv", "every credit in and out, of all seats"},
		{"statement", "hledger", "Statement", "hledger", ".journal", "the same as a journal of hledger"},
	}
}

// product is the one under the cursor.
func (s *Screen) product() product { return products()[s.exports.Cursor] }

// suggest types where the product would be written, unless the user has typed it.
func (s *Screen) suggest() {
	s.to.SetValue(s.world.Place.Short(filepath.Join(s.world.Place.Dir, s.product().file(s.world.Now))))
}

// file is what the product's file is called.
func (p product) file(now time.Time) string {
	return "cordial-" + p.what + "-" + now.Format("2006-01-02") + p.ending
}

// field is the field that is typed in.
func (s *Screen) field() interface{ Value() string } {
	if s.out {
		return &s.to
	}
	return &s.path
}

// doExport does an action in the half that exports.
func (s *Screen) doExport(a keymap.Action) ask.Request {
	switch a {
	case keymap.Accept:
		p := s.product()
		return ask.WriteExport{What: p.what, Format: p.format, Path: s.to.Value()}
	case keymap.Cancel:
		return ask.Back{}
	case keymap.ImportPart:
		return s.Show(false, "")
	case keymap.Complete:
		return s.completeTo()
	default:
		before := s.product()
		s.exports = moved(s.exports, a)
		s.follow(before)
		return nil
	}
}

// follow keeps a path that was typed fitting to another product: its ending is that
// product's, or, where something else is written, the whole name.
func (s *Screen) follow(before product) {
	p := s.product()
	folder, name := intake.Split(s.to.Value())
	rest, usual := strings.CutSuffix(name, before.ending)
	switch {
	case !s.edited:
		s.suggest()
	case p.what != before.what:
		s.to.SetValue(folder + p.file(s.world.Now))
	case usual:
		s.to.SetValue(folder + rest + p.ending)
	}
}

// completeTo types the rest of the folder as far as there is only one.
func (s *Screen) completeTo() ask.Request {
	if more := s.wantsFolder(); more != nil {
		return more
	}
	folder, name := intake.Split(s.to.Value())
	list := matching(s.world.Folder.Entries, folder, name)
	switch {
	case len(list) == 0:
		return ask.Toast{Text: "Nothing there begins like this"}
	case len(list) == 1 && list[0].Folder:
		s.to.SetValue(list[0].path + "/")
	default:
		s.to.SetValue(folder + common(list))
	}
	s.edited = true
	return s.wantsFolder()
}

// offExport is why an action is not possible now in the half that exports.
func (s *Screen) offExport(a keymap.Action) string {
	p := s.product()
	switch {
	case a == keymap.Accept && s.world.Exporting != "":
		return "The " + s.world.Exporting + " are still being written"
	case a == keymap.Accept && strings.TrimSpace(s.to.Value()) == "":
		return "Type where to write it first"
	case a == keymap.Accept && p.what == "statement" && s.world.Seats == 0:
		return "There is no seat yet, so there is no statement"
	}
	return ""
}

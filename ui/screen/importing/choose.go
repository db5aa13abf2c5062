package importing

import (
	"path/filepath"
	"strings"

	"cordial/ui/ask"
	"cordial/ui/intake"
)

// choice is a row below the path.
type choice struct {
	intake.Entry
	path  string // as it would stand in the field
	found *intake.Found
}

// choices lists what the path may become: what was found while nothing is typed, else
// what is in the folder and begins like what was typed.
func (s *Screen) choices() []choice {
	if s.path.Value() == "" {
		list := make([]choice, len(s.world.Found))
		for i := range s.world.Found {
			f := &s.world.Found[i]
			list[i] = choice{intake.Entry{Name: filepath.Base(f.Path), Size: f.Size, At: f.At}, f.Path, f}
		}
		return list
	}
	folder, name := intake.Split(s.path.Value())
	if s.world.Folder.Typed != folder {
		return nil
	}
	return matching(s.world.Folder.Entries, folder, name)
}

// matching lists what begins with a name, whatever its case.
func matching(entries []intake.Entry, folder, name string) []choice {
	var list []choice
	for _, e := range entries {
		if len(e.Name) >= len(name) && strings.EqualFold(e.Name[:len(name)], name) {
			list = append(list, choice{Entry: e, path: folder + e.Name})
		}
	}
	return list
}

// wantsFolder asks for the folder of the path unless it was read.
func (s *Screen) wantsFolder() ask.Request {
	folder, _ := intake.Split(s.field().Value())
	if s.field().Value() == "" || s.world.Folder.Read && s.world.Folder.Typed == folder {
		return nil
	}
	return ask.ListFolder{Folder: folder}
}

// complete types the rest of the path as far as there is only one: of what is under
// the cursor, else of all that begin so.
func (s *Screen) complete() ask.Request {
	list := s.choices()
	switch {
	case s.chosen && len(list) > 0:
		s.put(list[s.offers.Cursor])
	case s.path.Value() == "":
		return ask.Toast{Text: "Type the beginning of a path first"}
	case len(list) == 0 && s.world.Folder.Err != nil:
		return ask.Toast{Text: s.noFolder()}
	case len(list) == 0:
		return ask.Toast{Text: "Nothing there begins like this"}
	case len(list) == 1:
		s.put(list[0])
	default:
		folder, name := intake.Split(s.path.Value())
		if more := common(list); len(more) > len(name) {
			s.path.SetValue(folder + more)
		}
		return ask.Toast{Text: "Several begin like this: choose one below"}
	}
	return s.wantsFolder()
}

// put types a choice; a folder goes on with what is in it.
func (s *Screen) put(c choice) {
	path := c.path
	if c.Folder {
		path += "/"
	}
	s.path.SetValue(path)
	s.chosen, s.offers = false, s.offers.Top()
}

// common is how all names begin.
func common(list []choice) string {
	prefix := list[0].Name
	for _, c := range list[1:] {
		for !strings.HasPrefix(c.Name, prefix) {
			runes := []rune(prefix)
			prefix = string(runes[:len(runes)-1])
		}
	}
	return prefix
}

// take reads what is under the cursor, or what was typed.
func (s *Screen) take() ask.Request {
	list := s.choices()
	if s.chosen && len(list) > 0 {
		c := list[s.offers.Cursor]
		if c.found != nil {
			return ask.ReadExport{Paths: []string{c.found.Path}}
		}
		s.put(c)
		if c.Folder {
			return s.wantsFolder()
		}
	}
	return ask.ReadExport{Text: s.path.Value()}
}

// noFolder says that the folder of the path cannot be read.
func (s *Screen) noFolder() string {
	folder := s.world.Folder.Typed
	if folder == "" {
		folder = s.world.Place.Short(s.world.Place.Dir)
	}
	return "There is no folder " + folder + " that can be read"
}

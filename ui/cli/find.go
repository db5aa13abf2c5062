package cli

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/who"
)

// subject is what a PERSON of a command line names: somebody, or one conversation.
type subject struct {
	model.Person           // Key 0 when a conversation without one other side is meant
	thread       model.Key // the conversation named by its id; 0: all with the person
	name         string    // to be shown, cleaned
}

// mostCandidates is how many are listed when a name is ambiguous.
const mostCandidates = 10

// find answers whom an argument means: by the id of a conversation or a contact, by
// profile address or slug, or by name.
func (s *session) find(arg string) (subject, error) {
	if strings.TrimSpace(arg) == "" {
		return subject{}, usage("a PERSON is missing: write an id, a profile address or a name")
	}
	sub, ok, err := s.lookUp(arg)
	if ok && err == nil {
		return sub, s.book.Present(sub.Person)
	}
	if err != nil {
		return sub, err
	}
	return subject{}, notFound("nobody here is called %q; add somebody with: cordial contact add NAME", arg)
}

// lookUp is find for those who were removed, too.
func (s *session) lookUp(arg string) (sub subject, ok bool, err error) {
	for _, look := range []func(string) (subject, bool, error){s.byThread, s.byContact, s.byProfile, s.byName} {
		if sub, ok, err = look(arg); ok || err != nil {
			return sub, ok, err
		}
	}
	return subject{}, false, nil
}

// findAll finds each of several.
func (s *session) findAll(args []string) ([]subject, error) {
	list := make([]subject, 0, len(args))
	for _, arg := range args {
		sub, err := s.find(arg)
		if err != nil {
			return nil, err
		}
		list = append(list, sub)
	}
	return list, nil
}

// findPerson is find for commands that are about one human being.
func (s *session) findPerson(arg string) (subject, error) {
	sub, err := s.find(arg)
	if err == nil && sub.Key == 0 {
		return sub, notFound("%s is not a conversation with one person; name the person", arg)
	}
	return sub, err
}

// byThread takes the id of a conversation.
func (s *session) byThread(arg string) (subject, bool, error) {
	key, err := model.ParseThreadID(arg)
	if err != nil {
		return subject{}, false, nil
	}
	threads, err := s.threads()
	if err != nil {
		return subject{}, false, err
	}
	for i := range threads.Len() {
		if threads.Head(i).Key != key {
			continue
		}
		t := threads.Row(i)
		sub := subject{thread: key, name: threadName(t)}
		if t.Person != 0 {
			if sub.Person, _, err = s.person(t.Person); err != nil {
				return subject{}, false, err
			}
			sub.Key = s.book.Root(t.Person)
			if s.book.Joined(sub.Key) {
				sub.name = shown(sub.Name, sub.ID)
			}
		}
		return sub, true, nil
	}
	return subject{}, false, notFound("there is no conversation %s; see: cordial list", arg)
}

// byContact takes the id of a contact of the journal.
func (s *session) byContact(arg string) (subject, bool, error) {
	p, ok := s.book.Contact(arg)
	if !ok {
		return subject{}, false, nil
	}
	return s.byKey(p.Key)
}

// byProfile takes a profile address or slug. An address that nobody has is an
// answer; a word might still be a name.
func (s *session) byProfile(arg string) (subject, bool, error) {
	slug, ok := who.Typed(arg)
	if !ok {
		return subject{}, false, nil
	}
	sub, ok, err := s.byKey(model.PersonKey(norm.NFC.String(slug)))
	if _, address := who.Identity(arg); !ok && err == nil && address {
		err = notFound("nobody here has the profile %s; add them with: cordial contact add NAME --url %s", slug, arg)
	}
	return sub, ok, err
}

// byKey is somebody as a subject.
func (s *session) byKey(key model.Key) (subject, bool, error) {
	p, ok, err := s.person(key)
	return subject{Person: p, name: shown(p.Name, p.ID)}, ok, err
}

// byName takes a name: the whole of it, else its beginning, else any part of it.
func (s *session) byName(arg string) (subject, bool, error) {
	people, err := s.people()
	if err != nil {
		return subject{}, false, err
	}
	m := matches{asked: fold(arg)}
	for _, p := range s.book.Contacts() {
		m.add(p.Name, func() model.Key { return p.Key })
	}
	for _, merge := range s.book.Merges() {
		m.add(merge.From.Name, func() model.Key { return merge.Root })
	}
	for _, r := range s.book.Removals() {
		m.add(r.Person.Name, func() model.Key { return r.Person.Key })
	}
	for i := range people.Len() {
		m.add(people.Name(i), func() model.Key { return s.book.Root(people.Row(i).Key) })
	}
	for _, keys := range m.keys {
		if here := s.present(keys); len(here) > 0 {
			keys = here
		}
		switch len(keys) {
		case 0:
		case 1:
			return s.byKey(keys[0])
		default:
			return subject{}, false, s.ambiguous(arg, keys)
		}
	}
	return subject{}, false, nil
}

// present is those who were not removed.
func (s *session) present(keys []model.Key) []model.Key {
	return slices.DeleteFunc(slices.Clone(keys), s.book.Removed)
}

// matches gathers the people whose name fits what was typed: wholly, in its
// beginning, or in any part. Each is there once, though a name may have been typed
// and be in the export too.
type matches struct {
	asked string
	keys  [3][]model.Key
}

// add files somebody; the key is only asked for when the name fits.
func (m *matches) add(name string, key func() model.Key) {
	name = fold(name)
	at := strings.Index(name, m.asked)
	if at < 0 || name == "" {
		return
	}
	how := 2
	if at == 0 {
		how = 1
	}
	if name == m.asked {
		how = 0
	}
	if k := key(); !slices.Contains(m.keys[how], k) {
		m.keys[how] = append(m.keys[how], k)
	}
}

// ambiguous lists the candidates for a name.
func (s *session) ambiguous(arg string, keys []model.Key) error {
	var lines []string
	for _, key := range keys {
		p, _, err := s.person(key)
		if err != nil {
			return err
		}
		lines = append(lines, fmt.Sprintf("  %s  %s%s", p.ID, shown(p.Name, p.ID), inBrackets(clean.Line(p.Company))))
	}
	more := ""
	if n := len(lines) - mostCandidates; n > 0 {
		lines, more = lines[:mostCandidates], fmt.Sprintf("\n  and %d more", n)
	}
	return notFound("%q could be any of %d people; use an id, or more of the name:\n%s%s",
		arg, len(keys), strings.Join(lines, "\n"), more)
}

// threadName is how a conversation is called: its title, or the people in it.
func threadName(t model.Thread) string {
	if title := clean.Line(t.Title); t.Group && title != "" {
		return title
	}
	var names []string
	for _, p := range t.People {
		names = append(names, shown(p.Name, p.ID))
	}
	if len(names) == 0 {
		return "LinkedIn Member"
	}
	return strings.Join(names, ", ")
}

// shown is a name as it may be shown, or the id of somebody without one.
func shown(name, id string) string {
	if name = clean.Line(name); name != "" {
		return name
	}
	return clean.Line(id)
}

// inBrackets adds a word behind a name, if there is one.
func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

package contactlist

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"cordial/model"
)

// sourceList begins the source of a contact that came from a list; the format follows.
const sourceList = "list:"

// MostSubjects is how many people one event puts a label on.
const MostSubjects = 1000

// mostProblems is how many problems a report lists one by one.
const mostProblems = 1000

// maxID is the length of the longest contact id in bytes.
const maxID = 64

// trialID begins the ids of events that are only tried.
const trialID = "trial of a list "

// Take decides what lists add to a Book, all of it as one step. The Book stays as it
// is: each decision is tried on a copy. Records that a rule refuses are problems of
// the report.
func Take(w model.World, book *model.Book, k Known, lists []List, at time.Time) ([]model.Draft, Report, error) {
	trial, err := model.Fold(w, book.Events())
	if err != nil {
		return nil, Report{}, err
	}
	t := &taker{
		book: trial, roll: NewRoll(trial, k), at: at, labelled: map[string][]string{}, wears: map[string]map[string]bool{},
		report: Report{Files: []File{}, Problems: []model.Problem{}},
	}
	for _, list := range lists {
		t.takeList(list)
	}
	return t.drafts, t.finish(), nil
}

// taker decides what lists add: only what is not known. Each decision is tried on a
// Book of its own before any of them counts.
type taker struct {
	book   *model.Book
	roll   *Roll
	at     time.Time
	drafts []model.Draft
	report Report

	labels   []string                   // in the order in which they came
	labelled map[string][]string        // contact ids by label in small letters
	wears    map[string]map[string]bool // the same, to look them up
}

// takeList takes everybody on a list.
func (t *taker) takeList(list List) {
	f := File{
		File: list.File, Format: list.Format, Encoding: list.Encoding, Records: list.Records,
		Contacts: len(list.Contacts), Duplicates: list.Duplicates, Refused: list.Refused, Called: list.FormatName,
	}
	t.report.Problems = append(t.report.Problems, list.Problems...)
	t.report.ProblemCount += list.ProblemAll
	for _, c := range list.Contacts {
		if err := t.take(c, sourceList+list.Format); err != nil {
			f.Contacts--
			f.Refused++
			t.report.ProblemCount++
			t.report.Problems = append(t.report.Problems, model.Problem{File: list.File, Line: c.Line, Reason: err.Error()})
		}
	}
	t.report.Files = append(t.report.Files, f)
}

// take adds what a list says of somebody and nobody knew.
func (t *taker) take(c Contact, source string) error {
	key, known := t.roll.find(c)
	if known && key == t.roll.Owner {
		t.report.Known++
		return nil
	}
	if p, ok := t.roll.Person(key); known && ok {
		if err := t.book.Present(p); err != nil {
			return err
		}
	}
	var fresh bool
	var err error
	if known {
		fresh, err = t.complete(key, c, source)
	} else {
		key, err = t.add(c, source)
	}
	if err != nil {
		return err
	}
	switch {
	case !known:
		t.report.Added++
	case fresh:
		t.report.Completed++
	default:
		t.report.Known++
	}
	if err := t.label(key, c); err != nil {
		return err
	}
	return t.note(key, c.Notes)
}

// apply tries a decision, and keeps it if it can be.
func (t *taker) apply(d model.Decision) error {
	e := model.Event{ID: fmt.Sprintf("%s%d", trialID, len(t.drafts)), At: t.at, Recorded: t.at, Decision: d}
	if _, err := t.book.Apply(e); err != nil {
		return err
	}
	t.drafts = append(t.drafts, model.Draft{At: t.at, Decision: d})
	return nil
}

// add makes somebody known whom nobody knew.
func (t *taker) add(c Contact, source string) (model.Key, error) {
	d := model.ContactAdded{
		Contact: t.freeID(c), Name: listedName(c), URL: c.URL, Headline: c.Headline, Company: c.Company, Position: c.Position,
		Email: c.Email, OpenProfile: c.OpenProfile, Source: source,
	}
	if c.Degree != model.DegreeUnknown {
		d.Degree = new(int(c.Degree))
	}
	if c.Degree == 1 {
		d.ConnectedOn = c.ConnectedOn
	}
	if err := t.apply(d); err != nil {
		return 0, err
	}
	key := t.book.PersonKey(d.Contact)
	t.roll.enter(key, d.Name)
	return key, nil
}

// freeID is the id of a new contact: the one it had in our own export, else the
// profile's, else one of the name. It is never that of somebody else, whom the journal
// may get to know by it later.
func (t *taker) freeID(c Contact) string {
	for _, id := range append([]string{c.ID}, c.Keys...) {
		_, taken := t.book.Contact(id)
		if id != "" && len(id) <= maxID && !taken && !t.roll.knows(model.PersonKey(id)) {
			return id
		}
	}
	return FreeID(t.book, t.roll.Fold(listedName(c)))
}

// complete adds what was not known of somebody, and tells whether anything was. Of
// somebody whom only the evidence knows it becomes a contact, which LinkedIn's later
// exports go before; of a contact it is an edit of what is empty.
func (t *taker) complete(key model.Key, c Contact, source string) (bool, error) {
	p, _ := t.roll.Person(key)
	more := t.unknown(p, c)
	if more == (model.ContactEdited{}) {
		return false, nil
	}
	if id, ok := t.book.ContactID(key); ok {
		more.Contact = id
		return true, t.apply(more)
	}
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	d := model.ContactAdded{
		Contact: p.ID, Name: firstText(p.Name, listedName(c), p.ID), URL: p.URL, Headline: text(more.Headline),
		Company: text(more.Company), Position: text(more.Position), Email: text(more.Email),
		Degree: more.Degree, OpenProfile: more.OpenProfile, Source: source,
	}
	if more.Degree != nil && *more.Degree == 1 {
		d.ConnectedOn = c.ConnectedOn
	}
	return true, t.apply(d)
}

// unknown is what a list says of somebody and is not known.
func (t *taker) unknown(p model.Person, c Contact) model.ContactEdited {
	var more model.ContactEdited
	for _, field := range []struct {
		to          **string
		was, listed string
	}{
		{&more.Headline, p.Headline, c.Headline},
		{&more.Company, p.Company, c.Company},
		{&more.Position, p.Position, c.Position},
		{&more.Email, p.Email, c.Email},
	} {
		if field.was == "" && field.listed != "" {
			*field.to = &field.listed
		}
	}
	if p.Degree == model.DegreeUnknown && c.Degree != model.DegreeUnknown {
		more.Degree = new(int(c.Degree))
	}
	if c.OpenProfile != nil && *c.OpenProfile && !p.OpenProfile && !t.roll.saidOpen(p.Key) {
		more.OpenProfile = c.OpenProfile
	}
	return more
}

// introduced is the contact id of somebody; whom only the evidence knows the journal
// gets to know as it does when the user decides something about them.
func (t *taker) introduced(key model.Key) (string, error) {
	if id, ok := t.book.ContactID(key); ok {
		return id, nil
	}
	p, _ := t.roll.Person(key)
	return p.ID, t.apply(model.ContactAdded{
		Contact: p.ID, Name: firstText(p.Name, p.ID), URL: p.URL, Company: p.Company, Position: p.Position, Email: p.Email,
		Source: model.SourceExport,
	})
}

// label remembers the labels that somebody does not have yet.
func (t *taker) label(key model.Key, c Contact) error {
	has, _ := t.roll.Kept(key)
	for _, label := range c.Labels {
		if name, ok := t.book.FindLabel(label); ok {
			label = name
		}
		if slices.ContainsFunc(has, func(l string) bool { return strings.EqualFold(l, label) }) {
			continue
		}
		id, err := t.introduced(key)
		if err != nil {
			return err
		}
		folded := strings.ToLower(label)
		if t.wears[folded] == nil {
			t.wears[folded] = map[string]bool{}
			t.labels = append(t.labels, label)
		}
		if !t.wears[folded][id] {
			t.wears[folded][id] = true
			t.labelled[folded] = append(t.labelled[folded], id)
			t.report.Labels++
		}
	}
	return nil
}

// note keeps a note, unless it is among those that are there: our own export puts
// all notes of somebody into one cell.
func (t *taker) note(key model.Key, text string) error {
	text = tidyNote(text)
	_, notes := t.roll.Kept(key)
	texts := make([]string, len(notes))
	for i, n := range notes {
		texts[i] = tidyNote(n.Text)
	}
	if text == "" || strings.Contains(strings.Join(texts, "\n\n"), text) {
		return nil
	}
	id, err := t.introduced(key)
	if err != nil {
		return err
	}
	t.report.Notes++
	return t.apply(model.NoteAdded{Text: text, Subjects: model.Subjects{People: []string{id}}})
}

// finish puts the labels on, and answers what became of it all.
func (t *taker) finish() Report {
	for _, label := range t.labels {
		for people := range slices.Chunk(t.labelled[strings.ToLower(label)], MostSubjects) {
			err := t.apply(model.LabelApplied{Label: label, Subjects: model.Subjects{People: people}})
			if err != nil { // names people who were added above
				t.report.Problems = append(t.report.Problems, model.Problem{Reason: err.Error()})
				t.report.ProblemCount++
			}
		}
	}
	t.report.Problems = t.report.Problems[:min(len(t.report.Problems), mostProblems)]
	return t.report
}

// tidyNote is a note as notes are compared.
func tidyNote(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// firstText is the first text that is not blank.
func firstText(texts ...string) string {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// FreeID makes a contact id of a folded name that is nobody's yet. The colon keeps it
// apart from LinkedIn's own slugs, which never hold one: without a profile, nobody
// knows whether this is the person of the same name over there.
func FreeID(b *model.Book, folded string) string {
	id := "c:" + strings.Join(strings.FieldsFunc(folded, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
	id = strings.ToValidUTF8(id[:min(len(id), 56)], "")
	free := id
	for n := 2; ; n++ {
		if _, taken := b.Contact(free); !taken {
			return free
		}
		free = fmt.Sprintf("%s-%d", id, n)
	}
}

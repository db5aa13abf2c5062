package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui/port"
)

// noon is when the tests of this package take place.
func noon() time.Time { return time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC) }

// counting answers ids that count up.
func counting(prefix string) func(time.Time) string {
	n := 0
	return func(time.Time) string {
		n++
		return fmt.Sprintf("%s%04d", prefix, n)
	}
}

// fakeStore is a store in memory.
type fakeStore struct {
	mu     sync.Mutex
	events []model.Event
	before func(s *fakeStore) // is called before every append, unlocked
	failed error              // what every append answers, after before

	threads     []model.Thread
	people      []model.Person
	messages    map[model.Key][]model.Message
	invitations map[model.Key][]model.Invitation

	pages int // of messages that were read

	imports    []port.ImportOptions
	unfinished []string
	fails      error // what an import answers
	report     model.ImportReport
	check      model.CheckReport
}

func (s *fakeStore) Stamp() (model.Stamp, error) {
	return model.Stamp{Journal: uint64(len(s.events))}, nil
}

func (s *fakeStore) Events(after uint64) ([]model.Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.events[min(after, uint64(len(s.events))):]), nil
}

func (s *fakeStore) Append(after uint64, events []model.Event) error {
	if s.before != nil {
		s.before(s)
	}
	if s.failed != nil {
		return s.failed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if after != uint64(len(s.events)) {
		return fmt.Errorf("appending: %w", model.ErrMoved)
	}
	s.events = append(s.events, events...)
	return nil
}

func (s *fakeStore) Threads() (port.Threads, error) { return threadList(s.threads), nil }

func (s *fakeStore) People() (port.People, error) { return peopleList(s.people), nil }

func (s *fakeStore) Person(key model.Key) (model.Person, bool, error) {
	for _, p := range s.people {
		if p.Key == key {
			return p, true, nil
		}
	}
	return model.Person{}, false, nil
}

func (s *fakeStore) Messages(thread model.Key, before time.Time, n int) ([]model.Message, error) {
	list := s.messages[thread]
	for !before.IsZero() && len(list) > 0 && !list[len(list)-1].At.Before(before) {
		list = list[:len(list)-1]
	}
	s.pages++
	return list[max(0, len(list)-n):], nil
}

func (s *fakeStore) Invitations(person model.Key) ([]model.Invitation, error) {
	return s.invitations[person], nil
}

func (s *fakeStore) AllInvitations() ([]model.Invitation, error) {
	var all []model.Invitation
	for _, list := range s.invitations {
		all = append(all, list...)
	}
	return all, nil
}

func (s *fakeStore) Unfinished() ([]string, error) { return s.unfinished, nil }

func (s *fakeStore) Owner() (model.Person, bool, error) { return model.Person{}, false, nil }

func (s *fakeStore) Import(ctx context.Context, _ []string, o port.ImportOptions, progress func(port.Progress)) (model.ImportReport, error) {
	progress(port.Progress{Step: "reading\x1b messages.csv", Done: 1, Total: 4})
	progress(port.Progress{Step: "writing"})
	s.imports = append(s.imports, o)
	r := s.report
	r.DryRun = o.DryRun
	return r, errors.Join(s.fails, ctx.Err())
}

func (s *fakeStore) Prepare(ctx context.Context, paths []string, o port.ImportOptions, progress func(port.Progress)) (port.Prepared, error) {
	o.DryRun = true
	_, err := s.Import(ctx, paths, o, progress)
	return &fakeImport{s, paths, o}, err
}

// fakeImport is an import into a fakeStore that was prepared.
type fakeImport struct {
	s     *fakeStore
	paths []string
	o     port.ImportOptions
}

func (p *fakeImport) Report() model.ImportReport {
	r := p.s.report
	r.DryRun = true
	return r
}

func (p *fakeImport) Apply(ctx context.Context, progress func(port.Progress)) (model.ImportReport, error) {
	p.o.DryRun = false
	return p.s.Import(ctx, p.paths, p.o, progress)
}

func (s *fakeStore) Abandon(context.Context, func(port.Progress)) error {
	s.unfinished = nil
	return nil
}

func (s *fakeStore) TakeBack(_ context.Context, event string, o port.ImportOptions, _ func(port.Progress)) error {
	return s.Append(uint64(len(s.events)), []model.Event{{ID: o.NewID(o.Now), At: o.Now, Recorded: o.Now, Decision: model.EventReverted{Event: event}}})
}

func (s *fakeStore) Check(context.Context, bool) (model.CheckReport, error) { return s.check, nil }

// threadList and peopleList are pictures of evidence.
type (
	threadList []model.Thread
	peopleList []model.Person
)

func (l threadList) Len() int { return len(l) }

func (l threadList) Head(i int) model.Head { return l[i].Head }

func (l threadList) Row(i int) model.Thread { return l[i] }

func (l peopleList) Len() int { return len(l) }

func (l peopleList) Name(i int) string { return l[i].Name }

func (l peopleList) Row(i int) model.Person { return l[i] }

// somebody is a person of the evidence.
func somebody(id, name, company string) model.Person {
	return model.Person{ID: id, Key: model.PersonKey(id), Name: name, Company: company, Degree: model.DegreeUnknown}
}

// talk is a direct conversation with somebody whose last message came days ago.
func talk(id string, p model.Person, days int) model.Thread {
	at := noon().AddDate(0, 0, -days).Unix()
	key := model.ThreadKey(id)
	return model.Thread{
		Head: model.Head{Key: key, Person: p.Key, LastAt: at, LastIn: at}, ID: key.ThreadID(),
		People: []model.PersonRef{{ID: p.ID, Key: p.Key, Name: p.Name}}, Snippet: "Hello", In: 1,
	}
}

// outcome is what one command line came to.
type outcome struct {
	code     int
	out, err string
	inbox    []Inbox
	demos    int // demos that were made and not removed
}

// try runs a command line on a store in memory. set changes the surroundings.
func try(t *testing.T, store port.Store, set func(*Streams, *Deps), args ...string) outcome {
	t.Helper()
	var o outcome
	var out, say bytes.Buffer
	s := Streams{In: strings.NewReader(""), Out: &out, Err: &say, Clock: noon, Zone: "UTC"}
	d := Deps{
		NewID: counting("id"),
		Open:  func(string, bool) (port.Store, error) { return store, nil },
		Inbox: func(_ context.Context, i Inbox) error {
			o.inbox = append(o.inbox, i)
			return nil
		},
		Demo: func(context.Context, time.Time) (port.Store, func(), error) {
			o.demos++
			return store, func() { o.demos-- }, nil
		},
		ReadJournal:  func(io.Reader) ([]model.Event, error) { return nil, nil },
		WriteJournal: func(io.Writer, []model.Event) error { return nil },
		Exchange:     port.Exchange{IsExport: func(string) (bool, error) { return true, nil }},
	}
	if set != nil {
		set(&s, &d)
	}
	o.code = Run(t.Context(), args, s, d)
	o.out, o.err = out.String(), say.String()
	return o
}

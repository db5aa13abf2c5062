package model

import (
	"fmt"
	"slices"
	"time"

	"cordial/model/credit"
)

// World is what the Book must ask of its surroundings.
type World struct {
	// Zone finds a time zone by its IANA name; "" is UTC.
	Zone func(name string) (*time.Location, error)
}

// Book is what all decisions fold to. Events enter by Apply in journal order and
// never leave; an event that was taken back stays in the list and counts no more.
type Book struct {
	world     World
	events    []Event
	index     map[string]int   // event id → place in events
	steps     map[string][]int // step → places of its events
	reversals map[int][]int    // place of an event → places of the events that revert it
	dead      []bool           // taken back, by place

	threads  map[Key][]int // places of the triage events about a thread
	people   map[Key][]int // places of the events about a person: see placesOf
	contacts map[string]int
	ids      map[Key]string // the first contact id of a person
	seats    []*seatRecord  // in the order of opening
	seatByID map[string]*seatRecord
	inmails  map[string]int   // InMail id → place of its sending
	labels   []int            // places of the events that name a label
	imports  []int            // places of the imports
	one      oneness          // who is one with whom
	declines map[string][]int // proposal id → places of the noes to it

	templates map[string]int // template id → place of its adding
	settings  []int          // places of templates, quotas and the choice of a seat

	labelList []string // what Labels answers, nil when it must be folded anew
}

// seatRecord is what the Book keeps of one seat.
type seatRecord struct {
	id     string
	zone   *time.Location
	opened int   // place of the opening
	places []int // places of all events about it and its InMails
	ledger ledgerCache
}

// NewBook is an empty Book.
func NewBook(w World) *Book {
	return &Book{
		world: w, index: map[string]int{}, steps: map[string][]int{}, reversals: map[int][]int{},
		threads: map[Key][]int{}, people: map[Key][]int{},
		contacts: map[string]int{}, ids: map[Key]string{},
		seatByID: map[string]*seatRecord{}, inmails: map[string]int{}, templates: map[string]int{},
		one: newOneness(), declines: map[string][]int{},
	}
}

// Fold is the Book of a whole journal. The error is ErrDamaged: the journal contradicts
// itself, which no store lets in.
func Fold(w World, events []Event) (*Book, error) {
	b := NewBook(w)
	for i, e := range events {
		if _, err := b.Apply(e); err != nil {
			return nil, fmt.Errorf("%w: event %d of the journal cannot be: %w; see: cordial check", ErrDamaged, i+1, err)
		}
	}
	return b, nil
}

// Change tells what an event touched, so that whoever draws it redraws only that.
type Change struct {
	Threads  []Key
	People   []Key // when Who is set, all keys of everybody concerned
	Who      bool  // who is one with whom may differ, or who was removed
	Seats    bool  // a seat, its InMails, or which seat is the active one
	Labels   bool  // the list of labels may differ
	Import   bool  // what counts as already read may differ
	Settings bool  // templates or quotas may differ
}

// Add adds another change.
func (c *Change) Add(o Change) {
	c.Threads = append(c.Threads, o.Threads...)
	c.People = append(c.People, o.People...)
	c.Who = c.Who || o.Who
	c.Seats = c.Seats || o.Seats
	c.Labels = c.Labels || o.Labels
	c.Import = c.Import || o.Import
	c.Settings = c.Settings || o.Settings
}

// Len is the number of events, those taken back included.
func (b *Book) Len() int { return len(b.events) }

// Event is the event at a place, 0 the oldest.
func (b *Book) Event(place int) Event { return b.events[place] }

// Events is every event so far, oldest first. The list is not to be changed.
func (b *Book) Events() []Event { return slices.Clip(b.events) }

// Live tells whether the event at a place still counts.
func (b *Book) Live(place int) bool { return !b.dead[place] }

// Has tells whether an event with this id is there.
func (b *Book) Has(id string) bool {
	_, ok := b.index[id]
	return ok
}

// Apply takes in the next event of the journal. An event whose id is already
// there changes nothing. The error is an *InputError: the event contradicts
// itself or names something that was never added; the Book is then unchanged.
func (b *Book) Apply(e Event) (Change, error) {
	if b.Has(e.ID) {
		return Change{}, nil
	}
	if err := b.admit(e); err != nil {
		return Change{}, err
	}
	place := len(b.events)
	b.events = append(b.events, e)
	b.dead = append(b.dead, false)
	b.index[e.ID] = place
	change := b.touch(place)
	if r, ok := e.Decision.(EventReverted); ok {
		target := b.index[r.Event]
		b.reversals[target] = append(b.reversals[target], place)
		b.settle(target, &change)
	}
	if change.Who {
		change.People = b.everyKey(change.People)
	}
	return change, nil
}

// settle decides anew whether the event at a place counts, and with it everything
// that hangs on it: the reversal of a reversal brings the first event back.
func (b *Book) settle(place int, change *Change) {
	b.dead[place] = false
	for _, r := range b.reversals[place] {
		if !b.dead[r] {
			b.dead[place] = true
		}
	}
	if _, merge := b.events[place].Decision.(ContactMerged); merge {
		b.rejoin(place)
	}
	change.Add(b.subjects(place))
	if r, ok := b.events[place].Decision.(EventReverted); ok {
		b.settle(b.index[r.Event], change)
	}
}

// touch files a new event under everything it is about.
func (b *Book) touch(place int) Change {
	e := b.events[place]
	if e.Step != "" {
		b.steps[e.Step] = append(b.steps[e.Step], place)
	}
	switch d := e.Decision.(type) {
	case ContactAdded:
		b.addContact(place, d)
	case SeatOpened:
		b.openSeat(place, d)
	case InMailSent:
		b.inmails[d.InMail] = place
	case ExportImported:
		b.imports = append(b.imports, place)
	case TemplateAdded:
		b.templates[d.Template] = place
	case ProposalDeclined:
		b.declines[d.Proposal] = append(b.declines[d.Proposal], place)
	}
	threads, people := b.filedUnder(e.Decision)
	for _, k := range threads {
		b.threads[k] = append(b.threads[k], place)
	}
	for _, k := range people {
		b.file(k, place)
	}
	b.unite(place)
	if s := b.seatOf(e.Decision); s != nil {
		s.places = append(s.places, place)
	}
	change := b.subjects(place)
	if change.Labels {
		b.labels = append(b.labels, place)
	}
	if _, choice := e.Decision.(SeatActivated); choice || change.Settings {
		b.settings = append(b.settings, place)
	}
	return change
}

// subjects tells what may look different because of the event at a place, and
// drops what was folded before and is now stale.
func (b *Book) subjects(place int) Change {
	var c Change
	d := b.events[place].Decision
	c.Threads, c.People = b.filedUnder(d)
	c.Who = ofOneness(d)
	if s := b.seatOf(d); s != nil {
		s.ledger = ledgerCache{}
		c.Seats = true
	}
	switch d := d.(type) {
	case SeatOpened:
		c.People = b.inmailPeople(d.Seat)
	case SeatPlanChanged:
		c.People = b.inmailPeople(d.Seat)
	case SeatPolicyChanged:
		c.People = b.inmailPeople(d.Seat)
	case TemplateAdded, TemplateEdited, TemplateRemoved, QuotaSet, LimitHit:
		c.Settings = true
	case LabelCreated, LabelApplied:
		c.Labels, b.labelList = true, nil
	case ExportImported:
		c.Import = true
	}
	c.People = b.rootsOf(c.People)
	return c
}

// filedUnder is the threads and people that a decision is filed under. People are
// filed under their own keys, so that a merge can be taken back.
func (b *Book) filedUnder(d Decision) (threads, people []Key) {
	m := d.mentions()
	for _, id := range m.Threads {
		if k, err := ParseThreadID(id); err == nil {
			threads = append(threads, k)
		}
	}
	for _, id := range m.People {
		people = append(people, b.keyOf(id))
	}
	if sent, ok := b.sending(m.inmail); ok {
		people = append(people, b.keyOf(sent.Contact))
	}
	return threads, people
}

// everyKey is all keys of everybody whom some keys belong to.
func (b *Book) everyKey(keys []Key) []Key {
	var all []Key
	for _, k := range keys {
		all = append(all, b.Keys(k)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// inmailPeople is everybody who was sent an InMail from a seat: what they see of
// it depends on the seat's plan.
func (b *Book) inmailPeople(seat string) []Key {
	var people []Key
	for _, place := range b.seatByID[seat].places {
		if d, ok := b.events[place].Decision.(InMailSent); ok {
			people = append(people, b.keyOf(d.Contact))
		}
	}
	return people
}

// seatOf is the seat that a decision is about, nil for none.
func (b *Book) seatOf(d Decision) *seatRecord {
	m := d.mentions()
	if sent, ok := b.sending(m.inmail); ok {
		m.seat = sent.Seat
	}
	return b.seatByID[m.seat]
}

// sending is the sending of an InMail, taken back or not.
func (b *Book) sending(id string) (InMailSent, bool) {
	place, ok := b.inmails[id]
	if !ok {
		return InMailSent{}, false
	}
	return b.events[place].Decision.(InMailSent), true
}

// openSeat files a new seat. Its zone was checked by admit.
func (b *Book) openSeat(place int, d SeatOpened) {
	zone, err := b.world.Zone(d.Zone)
	if err != nil {
		panic(fmt.Sprintf("zone %q passed admission and is not there: %v", d.Zone, err))
	}
	s, again := b.seatByID[d.Seat]
	if !again {
		s = &seatRecord{id: d.Seat}
		b.seats = append(b.seats, s)
		b.seatByID[d.Seat] = s
	}
	s.zone, s.opened = zone, place
}

// history is the seat's facts that still count, for the ledger.
func (b *Book) history(s *seatRecord) credit.History {
	opened := b.events[s.opened].Decision.(SeatOpened)
	h := credit.History{Seat: s.id, Name: opened.Name, Zone: s.zone, Facts: make([]credit.Fact, 0, len(s.places))}
	for _, place := range s.places {
		if b.dead[place] {
			continue
		}
		if f, ok := fact(b.events[place], place); ok {
			h.Facts = append(h.Facts, f)
		}
	}
	return h
}

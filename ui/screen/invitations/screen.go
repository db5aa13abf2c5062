package invitations

import (
	"slices"
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/clean"
	"cordial/model/quota"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dossier"
	"cordial/ui/listing"
	"cordial/ui/widget"
)

// World is what the screen reads.
type World struct {
	Requests []model.Request // newest first
	Meters   []quota.Meter
	Read     bool // both are known; else they are still being counted
	NotNow   map[model.Key]bool
	Keys     keymap.Keymap // names the keys in hints
	Now      time.Time     // its zone is the user's

	URL  func(model.Key) string    // the profile address of somebody, empty when not known
	Find func(model.Key) triage.ID // the latest conversation with somebody
}

// view is one of the panes, in the order of the tabs.
type view uint8

const (
	todo     view = iota // proposals, and the user's own that are pending, oldest first
	received             // theirs that wait for the user
	all                  // all of them, newest first
	limits
	viewCount = 4
)

// Screen is the requests of one view at a time. The cursor stays on its request.
type Screen struct {
	world World
	view  view
	rows  []model.Request // of the view
	lists [viewCount]widget.List
	at    [viewCount]place
}

// place names a request.
type place struct {
	person   model.Key
	outgoing bool
	at       int64
}

// placeOf names a request.
func placeOf(r model.Request) place { return place{r.Person.Key, r.Outgoing, r.At.Unix()} }

// New is the screen on what is to be done.
func New(w World) *Screen {
	s := &Screen{}
	s.Refresh(w)
	return s
}

// Scope is keymap.Invitations.
func (s *Screen) Scope() keymap.Scope { return keymap.Invitations }

// Refresh hands in the world anew.
func (s *Screen) Refresh(w World) {
	s.world = w
	s.fill()
}

// fill gathers the rows of the view.
func (s *Screen) fill() {
	s.rows = nil
	for _, r := range s.world.Requests {
		if s.belongs(r) {
			s.rows = append(s.rows, r)
		}
	}
	if s.view == todo {
		slices.Reverse(s.rows) // the oldest first
		slices.SortStableFunc(s.rows, func(x, y model.Request) int { return s.urgency(x) - s.urgency(y) })
	}
	total := len(s.rows)
	if s.view == limits {
		total = len(s.world.Meters)
	}
	l := s.list().Resize(total, s.list().Height)
	for i, r := range s.rows {
		if placeOf(r) == s.at[s.view] {
			l = l.To(i)
		}
	}
	s.set(l)
}

// belongs tells whether a request is of the view.
func (s *Screen) belongs(r model.Request) bool {
	switch s.view {
	case todo:
		return s.proposed(r) || r.State == model.InvitationPending
	case received:
		return r.State == model.InvitationIncoming
	case all:
		return true
	default:
		return false
	}
}

// urgency is what comes first: proposals, then what is stale.
func (s *Screen) urgency(r model.Request) int {
	switch {
	case s.proposed(r):
		return 0
	case r.Stale():
		return 1
	default:
		return 2
	}
}

// proposed tells whether it is proposed to record that a request was accepted.
func (s *Screen) proposed(r model.Request) bool {
	return r.Outgoing && r.Proposal() && !s.world.NotNow[r.Person.Key]
}

// list is the cursor of the view.
func (s *Screen) list() widget.List { return s.lists[s.view] }

// set moves the cursor of the view.
func (s *Screen) set(l widget.List) {
	s.lists[s.view] = l
	if r, ok := s.current(); ok {
		s.at[s.view] = placeOf(r)
	}
}

// current is the request under the cursor.
func (s *Screen) current() (model.Request, bool) {
	if i := s.list().Cursor; i < len(s.rows) {
		return s.rows[i], true
	}
	return model.Request{}, false
}

// meter is the quota that an action is about: the one under the cursor, else that of
// the week. Off tells whether they are counted.
func (s *Screen) meter() quota.Meter {
	for i, m := range s.world.Meters {
		if s.view == limits && i == s.list().Cursor || s.view != limits && m.ID == quota.InvitationsWeek {
			return m
		}
	}
	return quota.Meter{}
}

// Around lists the conversations whose people are worth knowing: the cursor's.
func (s *Screen) Around() []triage.ID {
	if r, ok := s.current(); ok && s.world.Find != nil {
		return []triage.ID{s.world.Find(r.Person.Key)}
	}
	return nil
}

// Do does an action of the keymap. One that is not possible now answers why.
func (s *Screen) Do(a keymap.Action) ask.Request {
	if why := s.Off(a); why != "" {
		return ask.Toast{Text: why}
	}
	if l, ok := listing.Do(s.list(), a); ok {
		s.set(l)
		return nil
	}
	switch a {
	case keymap.Back:
		return ask.Back{}
	case keymap.NextTab:
		s.turn(1)
	case keymap.PrevTab:
		s.turn(viewCount - 1)
	case keymap.QuotaSwitch, keymap.LimitHit:
		return s.limit(a)
	case keymap.Open:
		if s.view == limits {
			return ask.FillQuota{Meter: s.meter()}
		}
		return s.about(a)
	default:
		return s.about(a)
	}
	return nil
}

// turn goes n views further, around the ends.
func (s *Screen) turn(n int) {
	s.view = (s.view + view(n)) % viewCount
	s.fill()
}

// limit is what an action asks for about a quota.
func (s *Screen) limit(a keymap.Action) ask.Request {
	m := s.meter()
	switch {
	case a == keymap.LimitHit:
		return ask.HitLimit{Quota: m.ID}
	case !m.Off:
		return ask.SetQuota{Quota: model.QuotaSet{Quota: m.ID, Off: true}}
	case m.Default.Off:
		return ask.FillQuota{Meter: m} // it is off by itself, so that a number is needed
	default:
		return ask.SetQuota{Quota: model.QuotaSet{Quota: m.ID}}
	}
}

// about is what an action asks for about the request under the cursor.
func (s *Screen) about(a keymap.Action) ask.Request {
	r, _ := s.current()
	key := r.Person.Key
	switch a {
	case keymap.Open:
		return ask.GoToPerson{Key: key}
	case keymap.Compose:
		return ask.Compose{Person: model.Person{ID: r.Person.ID, Key: key, Name: r.Person.Name, Degree: model.DegreeUnknown}}
	case keymap.ProfileOpen:
		return ask.Browse{URL: s.world.URL(key)}
	case keymap.MergeWith:
		return ask.PickTwin{Person: model.Person{Key: key}}
	case keymap.Remove:
		return dossier.AskRemove([]triage.ID{s.world.Find(key)}, []string{name(r)}, 0)
	case keymap.Yes, keymap.InviteAccepted:
		return ask.RecordInvitation{Person: key, State: model.InviteAccepted}
	case keymap.No:
		return ask.NotNow{Person: key}
	case keymap.InviteDeclined:
		return ask.RecordInvitation{Person: key, State: model.InviteDeclined}
	case keymap.InviteWithdrawn:
		return ask.RecordInvitation{Person: key, State: model.InviteWithdrawn}
	default:
		return nil
	}
}

// Off is why an action is not possible now; empty when it is.
func (s *Screen) Off(a keymap.Action) string {
	switch a {
	case keymap.Open, keymap.Compose, keymap.ProfileOpen, keymap.Remove, keymap.MergeWith, keymap.Yes, keymap.No,
		keymap.InviteAccepted, keymap.InviteDeclined, keymap.InviteWithdrawn:
	case keymap.QuotaSwitch:
		if s.view != limits {
			return "This switches a limit: go to the limits first"
		}
		return s.counted()
	case keymap.LimitHit:
		return s.counted()
	default:
		return ""
	}
	r, ok := s.current()
	switch {
	case s.view == limits && a == keymap.Open:
		return s.counted()
	case !ok:
		return "No connection request is under the cursor"
	case (a == keymap.Yes || a == keymap.No) && !s.proposed(r):
		return "Nothing is proposed here: y and n answer what the export shows"
	case a == keymap.ProfileOpen && s.world.URL(r.Person.Key) == "":
		return "No profile address of " + name(r) + " is known"
	}
	return ""
}

// counted is why nothing can be said of limits yet; empty when they are counted.
func (s *Screen) counted() string {
	if len(s.world.Meters) == 0 {
		return "The limits are still being counted"
	}
	return ""
}

// name is how the other side is called.
func name(r model.Request) string {
	if n := clean.Line(r.Person.Name); n != "" {
		return n
	}
	return "LinkedIn Member"
}

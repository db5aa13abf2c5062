package quota

import "cordial/model/source"

// ID names a quota, as the journal does.
type ID string

// The quotas.
const (
	InvitationsDay  ID = "invitations-day"  // on the calendar day
	InvitationsWeek ID = "invitations-week" // in the last seven times 24 hours
	NotesMonth      ID = "notes-month"      // invitations with a note, in the calendar month
	MessagesWeek    ID = "messages-week"    // in the last seven times 24 hours
)

// Quota is one thing that LinkedIn limits.
type Quota struct {
	ID         ID
	Name       string // "invitations today"
	Free, Paid Limit  // the defaults by account
}

// Limit is a number not to exceed, and where it comes from.
type Limit struct {
	Number int
	Off    bool // there is none: the meter only counts
	Source source.Source
	Basis  string // who says so, in a few words
}

// All lists the quotas in the order of a screen.
func All() []Quota {
	day := Limit{19, false, source.Article, "10 to 19 a day were accepted best (34 %), 20 to 29 less (30.6 %)"}
	return []Quota{
		{InvitationsDay, "invitations today", day, day},
		{
			InvitationsWeek, "invitations in the last 7 days",
			Limit{100, false, source.Reported, "vendors: 80 to 150 on a free account; LinkedIn publishes no number"},
			Limit{200, false, source.Reported, "vendors: 100 to 200 on a paid account; LinkedIn publishes no number"},
		},
		{
			NotesMonth, "notes this month",
			Limit{5, false, source.Reported, "LinkedIn's help: 5 a month on a free account; another page says 3"},
			Limit{0, true, source.Reported, "LinkedIn's help: no limit on a paid account"},
		},
		{
			MessagesWeek, "messages in the last 7 days",
			Limit{100, false, source.Article, "about 100 a week on a free account; LinkedIn publishes no number"},
			Limit{150, false, source.Article, "about 150 a week on a paid account; LinkedIn publishes no number"},
		},
	}
}

// ByID finds a quota.
func ByID(id ID) (Quota, bool) {
	for _, q := range All() {
		if q.ID == id {
			return q, true
		}
	}
	return Quota{}, false
}

// sameThing tells whether two quotas count the same thing over different times, so
// that who may not send by one may not by the other.
func sameThing(a, b ID) bool {
	invitations := func(id ID) bool { return id == InvitationsDay || id == InvitationsWeek }
	return a == b || invitations(a) && invitations(b)
}

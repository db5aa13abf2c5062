package quota_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model/day"
	"cordial/model/quota"
	"cordial/model/source"
)

func at(text string) time.Time {
	t, err := time.Parse("2006-01-02T15:04Z", text)
	if err != nil {
		panic(err)
	}
	return t
}

// sent is n things sent at one instant.
func sent(n int, when string) []quota.Sending {
	var list []quota.Sending
	for range n {
		list = append(list, quota.Sending{At: at(when), On: day.Of(at(when), time.UTC)})
	}
	return list
}

// failer is what *testing.T and *rapid.T share.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// meter is one of the meters.
func meter(t failer, meters []quota.Meter, id quota.ID) quota.Meter {
	t.Helper()
	for _, m := range meters {
		if m.ID == id {
			return m
		}
	}
	t.Fatalf("no meter %s", id)
	return quota.Meter{}
}

func ptr(n int) *int { return &n }

func TestDefaults(t *testing.T) {
	type limits struct{ free, paid int } // -1: none
	want := map[quota.ID]limits{
		quota.InvitationsDay: {19, 19}, quota.InvitationsWeek: {100, 200},
		quota.NotesMonth: {5, -1}, quota.MessagesWeek: {100, 150},
	}
	number := func(l quota.Limit) int {
		if l.Off {
			return -1
		}
		return l.Number
	}
	for _, q := range quota.All() {
		if got := (limits{number(q.Free), number(q.Paid)}); got != want[q.ID] {
			t.Errorf("%s: %v, want %v", q.ID, got, want[q.ID])
		}
		for _, l := range []quota.Limit{q.Free, q.Paid} {
			if q.Name == "" || l.Basis == "" || l.Source != source.Article && l.Source != source.Reported {
				t.Errorf("%s: %+v does not say where it comes from", q.ID, l)
			}
		}
		if found, ok := quota.ByID(q.ID); !ok || found != q {
			t.Errorf("ByID(%s) = %+v", q.ID, found)
		}
	}
	if len(quota.All()) != len(want) {
		t.Errorf("%d quotas", len(quota.All()))
	}
	if _, ok := quota.ByID("smiles"); ok {
		t.Error("there is a quota of smiles")
	}
}

func TestMeters(t *testing.T) {
	weekdays := func() (list []quota.Sending) {
		for _, d := range []string{"02", "03", "04", "05", "06", "09", "10", "11", "12", "13"} {
			list = append(list, sent(15, "2026-03-"+d+"T10:00Z")...)
		}
		return list
	}()
	for _, c := range []struct {
		name        string
		activity    quota.Activity
		now         string
		id          quota.ID
		count, left int
	}{
		{"the rolling week is full to its last minute", quota.Activity{Invitations: sent(100, "2026-03-02T09:00Z")}, "2026-03-09T08:59Z", quota.InvitationsWeek, 100, 0},
		{"and then free", quota.Activity{Invitations: sent(100, "2026-03-02T09:00Z")}, "2026-03-09T09:00Z", quota.InvitationsWeek, 0, 100},
		{"two weeks of 15 each weekday", quota.Activity{Invitations: weekdays}, "2026-03-13T18:00Z", quota.InvitationsWeek, 75, 25},
		{"today of it", quota.Activity{Invitations: weekdays}, "2026-03-13T18:00Z", quota.InvitationsDay, 15, 4},
		{"tomorrow", quota.Activity{Invitations: weekdays}, "2026-03-14T00:00Z", quota.InvitationsDay, 0, 19},
		{"notes by the calendar month", quota.Activity{Notes: sent(5, "2026-03-20T09:00Z")}, "2026-03-31T23:59Z", quota.NotesMonth, 5, 0},
		{"which begins anew", quota.Activity{Notes: sent(5, "2026-03-20T09:00Z")}, "2026-04-01T00:00Z", quota.NotesMonth, 0, 5},
		{"a month of another year", quota.Activity{Notes: sent(5, "2025-03-20T09:00Z")}, "2026-03-21T00:00Z", quota.NotesMonth, 0, 5},
		{"messages", quota.Activity{Messages: sent(96, "2026-03-02T09:00Z")}, "2026-03-05T09:00Z", quota.MessagesWeek, 96, 4},
		{"what is to come does not count", quota.Activity{Messages: sent(3, "2026-03-06T09:00Z"), Notes: sent(3, "2026-03-06T09:00Z")}, "2026-03-05T09:00Z", quota.MessagesWeek, 0, 100},
		{"nor a note", quota.Activity{Notes: sent(3, "2026-03-06T09:00Z")}, "2026-03-05T09:00Z", quota.NotesMonth, 0, 5},
		{"more than the limit", quota.Activity{Invitations: sent(120, "2026-03-04T09:00Z")}, "2026-03-05T09:00Z", quota.InvitationsWeek, 120, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := meter(t, quota.Measure(c.activity, nil, nil, false, at(c.now)), c.id)
			if m.Count != c.count || m.Left() != c.left {
				t.Errorf("%d used, %d left; want %d and %d", m.Count, m.Left(), c.count, c.left)
			}
		})
	}
}

// The day of evidence is a day without a zone: it is today where the user is.
func TestDaysAreTheUsers(t *testing.T) {
	west := time.FixedZone("West", -8*3600)
	now := at("2026-03-05T02:00Z").In(west) // still the 4th there
	a := quota.Activity{Invitations: []quota.Sending{{At: at("2026-03-04T00:00Z"), On: day.New(2026, 3, 4)}}}
	if m := meter(t, quota.Measure(a, nil, nil, false, now), quota.InvitationsDay); m.Count != 1 {
		t.Errorf("%d today, want 1", m.Count)
	}
}

func TestSettings(t *testing.T) {
	a := quota.Activity{Messages: sent(96, "2026-03-02T09:00Z")}
	measure := func(s quota.Setting, paid bool) quota.Meter {
		return meter(t, quota.Measure(a, map[quota.ID]quota.Setting{quota.MessagesWeek: s}, nil, paid, at("2026-03-05T09:00Z")), quota.MessagesWeek)
	}
	if m := measure(quota.Setting{}, true); m.Number != 150 || m.Source != source.Article || m.Over(54) != 0 || m.Over(55) != 1 {
		t.Errorf("the default on a paid account: %+v", m)
	}
	if m := measure(quota.Setting{Limit: ptr(98)}, true); m.Number != 98 || m.Source != source.Yours || m.Default.Number != 150 || m.Over(5) != 3 {
		t.Errorf("a limit of one's own: %+v", m)
	}
	if m := measure(quota.Setting{Limit: ptr(0)}, false); m.Off || m.Left() != 0 || m.Over(0) != 96 {
		t.Errorf("a limit of 0: %+v", m)
	}
	if m := measure(quota.Setting{Off: true}, false); !m.Off || m.Source != source.Yours || m.Count != 96 || m.Over(1000) != 0 || m.Default.Number != 100 {
		t.Errorf("switched off: %+v", m)
	}
}

func TestLimitHitLocksForSevenDays(t *testing.T) {
	hits := map[quota.ID]time.Time{quota.InvitationsWeek: at("2026-03-10T10:00Z")}
	for _, c := range []struct {
		now    string
		id     quota.ID
		locked bool
	}{
		{"2026-03-10T09:59Z", quota.InvitationsWeek, false},
		{"2026-03-10T10:00Z", quota.InvitationsWeek, true},
		{"2026-03-17T09:59Z", quota.InvitationsWeek, true},
		{"2026-03-17T10:00Z", quota.InvitationsWeek, false},
		{"2026-03-12T10:00Z", quota.InvitationsDay, true},
		{"2026-03-12T10:00Z", quota.NotesMonth, false},
		{"2026-03-12T10:00Z", quota.MessagesWeek, false},
	} {
		m := meter(t, quota.Measure(quota.Activity{}, nil, hits, true, at(c.now)), c.id)
		if m.Locked() != c.locked || c.locked && !m.LockedUntil.Equal(at("2026-03-17T10:00Z")) {
			t.Errorf("%s at %s: locked until %s", c.id, c.now, m.LockedUntil)
		}
	}
	hits[quota.InvitationsDay] = at("2026-03-12T10:00Z")
	if m := meter(t, quota.Measure(quota.Activity{}, nil, hits, true, at("2026-03-13T10:00Z")), quota.InvitationsWeek); !m.LockedUntil.Equal(at("2026-03-19T10:00Z")) {
		t.Errorf("the later of two: locked until %s", m.LockedUntil)
	}
}

// A count never exceeds what was sent, and follows it.
func TestCountFollowsActivity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := at("2026-03-15T12:00Z")
		var list []quota.Sending
		week, today := 0, 0
		for range rapid.IntRange(0, 50).Draw(t, "sent") {
			hours := rapid.IntRange(-30, 24*20).Draw(t, "hours ago")
			when := now.Add(-time.Duration(hours) * time.Hour)
			list = append(list, quota.Sending{At: when, On: day.Of(when, time.UTC)})
			if hours >= 0 && hours < 7*24 {
				week++
			}
			if when.Format("2006-01-02") == "2026-03-15" {
				today++
			}
		}
		meters := quota.Measure(quota.Activity{Invitations: list}, nil, nil, false, now)
		if got := meter(t, meters, quota.InvitationsWeek).Count; got != week {
			t.Fatalf("%d in the week, want %d", got, week)
		}
		if got := meter(t, meters, quota.InvitationsDay).Count; got != today {
			t.Fatalf("%d today, want %d", got, today)
		}
	})
}

package store

import (
	"fmt"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// gone lists the invitations that are gone, and when.
func gone(t testing.TB, s *Store) map[string]time.Time {
	t.Helper()
	found := map[string]time.Time{}
	for _, i := range must[[]model.Invitation](t)(s.AllInvitations()) {
		if !i.Gone.IsZero() {
			found[i.Person.ID] = i.Gone
		}
		for _, same := range must[[]model.Invitation](t)(s.Invitations(i.Person.Key)) {
			if same.At.Equal(i.At) && same != i {
				t.Errorf("%+v, and of the person alone %+v", i, same)
			}
		}
	}
	return found
}

// TestInvitationsThatAreNoLongerListed goes through archives that list fewer
// invitations than the ones before (linkedin-export.md section 7, "Invitation state").
func TestInvitationsThatAreNoLongerListed(t *testing.T) {
	const day = 86400
	list := func(at int, slugs ...string) export {
		e := export{made: clock(at), messages: []mail{{conversation: "2-z", from: me, to: "zoe", at: clock(0), text: "hello"}}}
		for _, slug := range slugs {
			e.invitations = append(e.invitations, request{slug, slug != "ines", "1/9/26, 9:00 AM", ""})
		}
		return e
	}
	connected := list(3*day, "dora")
	connected.connections = []connection{{"carl", "Carl Person", "", "", "", "11 Jan 2026"}}
	for _, c := range []struct {
		name     string
		archives []export
		want     map[string]time.Time
	}{
		{"listed once", []export{list(day, "carl", "dora")}, map[string]time.Time{}},
		{"listed again", []export{list(day, "carl"), list(2*day, "carl")}, map[string]time.Time{}},
		{"no longer listed", []export{list(day, "carl", "dora", "ines"), list(2*day, "dora")}, map[string]time.Time{"carl": clock(2 * day), "ines": clock(2 * day)}},
		{"listed again later", []export{list(day, "carl"), list(2*day, "dora"), list(3*day, "carl", "dora")}, map[string]time.Time{}},
		{"connected by now", []export{list(day, "carl", "dora"), connected}, map[string]time.Time{}},
		{"an empty list", []export{list(day, "carl"), {made: clock(2 * day), nobody: true}}, map[string]time.Time{"carl": clock(2 * day)}},
		{"an archive without a list", []export{list(day, "carl"), list(2 * day)}, map[string]time.Time{}},
		{"an older archive that lists less", []export{list(2*day, "carl"), list(day, "dora")}, map[string]time.Time{"dora": clock(2 * day)}},
		{"the newest archive first", []export{list(3*day, "dora"), list(day, "carl", "dora"), list(2*day, "carl")}, map[string]time.Time{"carl": clock(3 * day)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			for _, e := range c.archives {
				path := e.zip(t)
				must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, options(), nil))
				before := dump(t, s)
				must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, options(), nil))
				if dump(t, s) != before {
					t.Error("the same archive twice wrote something")
				}
			}
			if got := gone(t, s); fmt.Sprint(got) != fmt.Sprint(utc(c.want)) {
				t.Errorf("%v, want %v", got, c.want)
			}
			sound(t, s)
			for len(c.archives) > 1 {
				takeBack(t, s)
				c.archives = c.archives[:len(c.archives)-1]
			}
			if got := gone(t, s); len(got) > 0 {
				t.Errorf("after taking back %v", got)
			}
		})
	}
}

// utc is the same instants as the store gives them.
func utc(times map[string]time.Time) map[string]time.Time {
	for k, at := range times {
		times[k] = at.UTC()
	}
	return times
}

// TestWhatAnOlderProgramKnewOfInvitations is nothing: none is gone.
func TestWhatAnOlderProgramKnewOfInvitations(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	unnumbered(t, s, importDone)
	if got := gone(t, s); len(got) > 0 {
		t.Error(got)
	}
	e := week()
	e.made, e.invitations = e.made.Add(time.Hour), e.invitations[:1]
	bring(t, s, e)
	if got := gone(t, s); len(got) > 0 {
		t.Errorf("nobody knows when these were listed: %v", got)
	}
	e.made, e.invitations = e.made.Add(time.Hour), week().invitations[1:2]
	bring(t, s, e)
	if got := gone(t, s); len(got) > 0 { // bert is connected
		t.Error(got)
	}
}

// TestAnEmptyListIsTakenInFromAnArchiveThatIsKnown imports again what an older program
// has imported, and finds nothing new in it but that nobody is listed.
func TestAnEmptyListIsTakenInFromAnArchiveThatIsKnown(t *testing.T) {
	s := newStore(t)
	path := export{made: clock(86400), nobody: true}.zip(t)
	listed := func() (at int64) {
		must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, options(), nil))
		err := s.readEvidence(func(_ *bolt.Tx, head evidenceHead) error {
			at = head.Listed
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	want := listed()
	unnumbered(t, s, importDone)
	if got := listed(); got != want || want != clock(86400).Unix() {
		t.Errorf("%d, and the first time %d", got, want)
	}
}

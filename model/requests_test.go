package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model/day"
	"cordial/model/quota"
)

// noConnections has nobody connected.
func noConnections(Key) (day.Day, bool) { return 0, false }

// invited is a row of the export about ada.
func invited(when string, outgoing bool) Invitation {
	return Invitation{Person: PersonRef{ID: "ada", Key: PersonKey("ada"), Name: "Ada Lovelace"}, Outgoing: outgoing, At: at(when)}
}

// requestsOf writes requests as "→ 03-02 pending 03-05", oldest first.
func requestsOf(list []Request) string {
	var lines []string
	short := func(d day.Day) string {
		if d == 0 {
			return "?"
		}
		return d.String()[5:]
	}
	for _, r := range list {
		arrow := "←"
		if r.Outgoing {
			arrow = "→"
		}
		line := fmt.Sprintf("%s %s %s", arrow, short(r.On), r.State)
		if r.EndedOn != 0 {
			line += " " + short(r.EndedOn)
		}
		if r.Proposal() {
			line += " (proposed)"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, ", ")
}

func TestRequestsWithAPerson(t *testing.T) {
	type record struct{ when, state string }
	for _, c := range []struct {
		name      string
		records   []record
		rows      []Invitation
		connected string // the day of the connection, "?" when it is not known
		want      string
	}{
		{name: "none", want: ""},
		{name: "sent", records: []record{{"03-02 09:00", "sent"}}, want: "→ 03-02 pending"},
		{name: "accepted", records: []record{{"03-02 09:00", "sent"}, {"03-05 09:00", "accepted"}}, want: "→ 03-02 accepted 03-05"},
		{name: "on the day itself", records: []record{{"03-02 09:00", "sent"}, {"03-02 08:00", "declined"}}, want: "→ 03-02 declined 03-02"},
		{name: "received and declined", records: []record{{"03-02 09:00", "received"}, {"03-05 09:00", "declined"}}, want: "← 03-02 declined 03-05"},
		{name: "a received one is not withdrawn", records: []record{{"03-02 09:00", "received"}, {"03-05 09:00", "withdrawn"}}, want: "← 03-02 incoming"},
		{name: "a second end changes nothing", records: []record{{"03-02 09:00", "sent"}, {"03-05 09:00", "declined"}, {"03-06 09:00", "accepted"}}, want: "→ 03-02 declined 03-05"},
		{name: "an end without a beginning", records: []record{{"03-05 09:00", "accepted"}}, want: "→ ? accepted 03-05"},
		{name: "an end before its beginning", records: []record{{"03-02 09:00", "sent"}, {"03-01 09:00", "withdrawn"}}, want: "→ 03-02 pending"},
		{name: "withdrawn and sent again on one day", records: []record{{"03-02 09:00", "sent"}, {"03-05 09:00", "withdrawn"}, {"03-05 10:00", "sent"}}, want: "→ 03-02 withdrawn 03-05, → 03-05 pending"},
		{name: "again after a withdrawal", records: []record{{"01-02 09:00", "sent"}, {"02-01 09:00", "withdrawn"}, {"03-02 09:00", "sent"}}, want: "→ 01-02 withdrawn 02-01, → 03-02 pending"},
		{name: "recorded out of order", records: []record{{"03-05 09:00", "accepted"}, {"03-02 09:00", "sent"}}, want: "→ 03-02 accepted 03-05"},
		{name: "sent twice: nobody knows what became of the first", records: []record{{"02-02 09:00", "sent"}, {"03-02 09:00", "sent"}}, want: "→ 02-02 unknown, → 03-02 pending"},
		{name: "both ways", records: []record{{"02-02 09:00", "sent"}, {"03-02 09:00", "received"}}, want: "→ 02-02 pending, ← 03-02 incoming"},
		{name: "of the export", rows: []Invitation{invited("03-02 00:00", true)}, want: "→ 03-02 pending"},
		{name: "the export and the record are of one", records: []record{{"03-02 23:00", "sent"}}, rows: []Invitation{invited("03-03 00:00", true)}, want: "→ 03-02 pending"},
		{name: "two days apart they are two", records: []record{{"03-02 23:00", "sent"}}, rows: []Invitation{invited("03-04 00:00", true)}, want: "→ 03-02 unknown, → 03-04 pending"},
		{name: "the other direction is another", records: []record{{"03-02 23:00", "sent"}}, rows: []Invitation{invited("03-02 00:00", false)}, want: "← 03-02 incoming, → 03-02 pending"},
		{name: "an end recorded for one of the export", rows: []Invitation{invited("03-02 00:00", true)}, records: []record{{"03-01 09:00", "withdrawn"}}, want: "→ 03-02 withdrawn 03-01"},
		{name: "accepted in the export", rows: []Invitation{invited("03-02 00:00", true)}, connected: "03-12", want: "→ 03-02 accepted 03-12 (proposed)"},
		{name: "and recorded", records: []record{{"03-02 09:00", "sent"}, {"03-12 09:00", "accepted"}}, connected: "03-12", want: "→ 03-02 accepted 03-12"},
		{name: "connected since who knows", records: []record{{"03-02 09:00", "sent"}}, connected: "?", want: "→ 03-02 accepted (proposed)"},
		{name: "connected the day before, in another zone", rows: []Invitation{invited("03-02 00:00", true)}, connected: "03-01", want: "→ 03-02 accepted 03-02 (proposed)"},
		{name: "the latest was accepted", rows: []Invitation{invited("02-02 00:00", true), invited("03-02 00:00", false)}, connected: "03-12", want: "→ 02-02 unknown, ← 03-02 accepted 03-12 (proposed)"},
		{name: "withdrawn, then connected otherwise", records: []record{{"03-02 09:00", "sent"}, {"03-05 09:00", "withdrawn"}}, connected: "03-12", want: "→ 03-02 withdrawn 03-05"},
		{name: "connected without a request", connected: "03-12", want: ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := opened(t)
			for _, r := range c.records {
				j.add(r.when, InvitationRecorded{State: r.state, Contact: "ada"})
			}
			p := ada()
			if p.Connected = c.connected != ""; p.Connected && c.connected != "?" {
				p.ConnectedOn = on(c.connected)
			}
			now := at("03-20 12:00")
			got := j.RequestsWith(p, c.rows, now)
			if requestsOf(got) != c.want {
				t.Errorf("got  %s\nwant %s", requestsOf(got), c.want)
			}
			all := j.Requests(c.rows, func(Key) (day.Day, bool) { return p.ConnectedOn, p.Connected }, now)
			slices.Reverse(all)
			if len(all) != len(got) {
				t.Errorf("of all: %s", requestsOf(all))
			}
			for _, r := range got {
				if !slices.Contains(all, r) {
					t.Errorf("of all: %+v is missing", r)
				}
			}
		})
	}
}

func TestAgeAndStaleness(t *testing.T) {
	j := opened(t)
	j.add("02-15 09:00", InvitationRecorded{State: InviteSent, Contact: "ada"})
	for when, want := range map[string]struct {
		age   int
		stale bool
		state InvitationState
	}{
		"02-15 23:00": {0, false, InvitationPending},
		"03-08 12:00": {21, false, InvitationPending},
		"03-09 00:00": {22, true, InvitationPending},
		"08-17 12:00": {183, true, InvitationPending},
		"08-18 12:00": {184, false, InvitationUnknown},
	} {
		r := j.RequestsWith(ada(), nil, at(when))[0]
		if r.Age != want.age || r.Stale() != want.stale || r.State != want.state {
			t.Errorf("%s: %d days, stale %t, %s", when, r.Age, r.Stale(), r.State)
		}
	}
}

// Three weeks, in leap years and others.
func TestReinviteOn(t *testing.T) {
	for withdrawn, again := range map[string]string{
		"2026-03-10": "2026-03-31", "2028-02-15": "2028-03-07", "2027-02-15": "2027-03-08",
	} {
		ended, _ := day.Parse(withdrawn)
		r := Request{State: InvitationWithdrawn, EndedOn: ended}
		if got := r.ReinviteOn().String(); got != again {
			t.Errorf("withdrawn %s: again from %s, want %s", withdrawn, got, again)
		}
	}
	if (Request{State: InvitationDeclined, EndedOn: 5}).ReinviteOn() != 0 {
		t.Error("a declined request blocks")
	}
}

func TestTally(t *testing.T) {
	// 40 sent: 12 accepted, 3 withdrawn, 25 pending, 5 of them stale.
	var list []Request
	add := func(n int, r Request) {
		for range n {
			list = append(list, r)
		}
	}
	add(12, Request{Outgoing: true, State: InvitationAccepted})
	add(3, Request{Outgoing: true, State: InvitationWithdrawn})
	add(20, Request{Outgoing: true, State: InvitationPending})
	add(5, Request{Outgoing: true, State: InvitationPending, Age: 30})
	add(2, Request{Outgoing: true, State: InvitationDeclined})
	add(1, Request{Outgoing: true, State: InvitationUnknown})
	add(4, Request{State: InvitationIncoming, Age: 30})
	add(1, Request{State: InvitationAccepted})
	want := RequestTally{Sent: 43, Accepted: 12, Declined: 2, Withdrawn: 3, Unknown: 1, Pending: 25, Stale: 5, Received: 5, Incoming: 4}
	if got := Tally(list); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestAllRequestsNewestFirst(t *testing.T) {
	j := opened(t)
	j.add("03-05 09:00", InvitationRecorded{State: InviteSent, Contact: "ada"})
	rows := []Invitation{
		{Person: PersonRef{ID: "x", Key: PersonKey("x"), Name: "X"}, Outgoing: true, At: at("03-01 00:00")},
		{Person: PersonRef{ID: "y", Key: PersonKey("y"), Name: "Y"}, At: at("03-09 00:00")},
	}
	var names []string
	for _, r := range j.Requests(rows, noConnections, at("03-20 12:00")) {
		names = append(names, r.Person.Name+" "+r.On.String())
	}
	if want := []string{"Y 2026-03-09", "Ada Lovelace 2026-03-05", "X 2026-03-01"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}

// Whatever is recorded, a person has at most one open request in each direction,
// never an end before its beginning, and the requests stand in order.
func TestRequestsAreAStory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBook(utcWorld())
		mustApply(t, b, Event{ID: "c", At: at("01-01 09:00"), Decision: ContactAdded{Contact: "ada", Name: "Ada"}})
		var rows []Invitation
		instant := func() time.Time { return at("01-01 09:00").AddDate(0, 0, rapid.IntRange(0, 60).Draw(t, "day")) }
		for i := range rapid.IntRange(0, 12).Draw(t, "records") {
			d := InvitationRecorded{State: rapid.SampledFrom(inviteStates()).Draw(t, "state"), Contact: "ada"}
			mustApply(t, b, Event{ID: fmt.Sprint(i), At: instant(), Decision: d})
		}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			rows = append(rows, Invitation{Outgoing: rapid.Bool().Draw(t, "outgoing"), At: instant()})
		}
		p := Person{ID: "ada", Key: PersonKey("ada"), Connected: rapid.Bool().Draw(t, "connected")}
		list := b.RequestsWith(p, rows, at("03-20 12:00"))
		open := map[bool]int{}
		for i, r := range list {
			if r.Open() {
				open[r.Outgoing]++
			}
			if r.On != 0 && r.EndedOn != 0 && r.EndedOn < r.from() || r.On != 0 && !r.Recorded && !r.Found {
				t.Fatalf("%+v", r)
			}
			if i > 0 && r.On != 0 && r.On < list[i-1].On {
				t.Fatalf("out of order: %s", requestsOf(list))
			}
		}
		if open[true] > 1 || open[false] > 1 || p.Connected && len(open) > 0 {
			t.Fatalf("%d sent and %d received are open: %s", open[true], open[false], requestsOf(list))
		}
	})
}

// invite asks to record something about ada.
func invite(j *journal, state, when, now string, change func(*InviteRequest)) ([]Draft, InviteCheck, error) {
	r := InviteRequest{Person: ada(), State: state, At: at(when), Before: j.RequestsWith(ada(), nil, at(now))}
	if change != nil {
		change(&r)
	}
	return j.RecordInvitation(r, at(now))
}

func TestRecordInvitation(t *testing.T) {
	j := opened(t)
	step := func(state, when string) {
		t.Helper()
		drafts, check, err := invite(j, state, when, when, nil)
		if err != nil || check.Refusal != nil {
			t.Fatalf("%s %s: %v", state, when, err)
		}
		j.take(drafts, err)
	}
	step(InviteSent, "03-02 09:00")
	_, _, err := invite(j, InviteSent, "03-04 09:00", "03-04 09:00", nil)
	refused(t, err, "your invitation to Ada Lovelace of 2026-03-02 is pending (2 days)")
	_, _, err = invite(j, InviteAccepted, "03-01 09:00", "03-04 09:00", nil)
	refused(t, err, "dated 2026-03-01, before the invitation of 2026-03-02")
	step(InviteWithdrawn, "03-10 09:00")
	_, _, err = invite(j, InviteWithdrawn, "03-11 09:00", "03-11 09:00", nil)
	refused(t, err, "is withdrawn since 2026-03-10")
	_, check, err := invite(j, InviteSent, "03-30 23:00", "03-30 23:00", nil)
	refused(t, err, "LinkedIn takes another from 2026-03-31 on")
	if check.Refusal == nil {
		t.Error("the check does not say so")
	}
	if drafts, _, err := invite(j, InviteSent, "03-30 23:00", "03-30 23:00", func(r *InviteRequest) { r.Insist = true }); err != nil || len(drafts) != 1 {
		t.Error("insisting did not help:", err)
	}
	step(InviteSent, "03-31 09:00")
	step(InviteDeclined, "04-02 09:00")
	step(InviteReceived, "04-05 09:00")
	_, _, err = invite(j, InviteReceived, "04-06 09:00", "04-06 09:00", nil)
	refused(t, err, "of 2026-04-05 waits for you")
	_, _, err = invite(j, InviteSent, "04-06 09:00", "04-06 09:00", nil)
	refused(t, err, "has invited you on 2026-04-05")
	_, _, err = invite(j, InviteWithdrawn, "04-06 09:00", "04-06 09:00", nil)
	refused(t, err, "the invitation of 2026-04-05 came from Ada Lovelace, so it is theirs to withdraw")
	step(InviteAccepted, "04-07 09:00")
}

func TestRecordInvitationRefuses(t *testing.T) {
	j := opened(t)
	_, _, err := invite(j, "burnt", "03-02 09:00", "03-02 09:00", nil)
	badly(t, err, `not "burnt"`)
	_, _, err = invite(j, InviteSent, "03-02 09:01", "03-02 09:00", nil)
	refused(t, err, "in the future")
	_, _, err = invite(j, InviteAccepted, "03-02 09:00", "03-02 09:00", nil)
	refused(t, err, "no invitation to or from Ada Lovelace is on record")
	_, _, err = invite(j, InviteSent, "03-02 09:00", "03-02 09:00", func(r *InviteRequest) { r.Person.Degree = 1 })
	refused(t, err, "you and Ada Lovelace are connected already")
	late := func(r *InviteRequest) { r.Person.Connected, r.Person.ConnectedOn = true, on("03-05") }
	if _, _, err = invite(j, InviteSent, "03-02 09:00", "03-20 09:00", late); err != nil {
		t.Error("one sent before the connection, recorded late:", err)
	}
	_, _, err = invite(j, InviteSent, "03-06 09:00", "03-20 09:00", late)
	refused(t, err, "connected already")
	_, _, err = invite(j, InviteSent, "03-02 09:00", "03-02 09:00", func(r *InviteRequest) { r.Note = strings.Repeat("ü", 301) })
	refused(t, err, "the note has 301 characters")
}

// A free account has shorter notes.
func TestNoteByAccount(t *testing.T) {
	j := newJournal(t)
	note := func(r *InviteRequest) { r.Note = strings.Repeat("ü", 201) }
	_, _, err := invite(j, InviteSent, "03-02 09:00", "03-02 09:00", note)
	refused(t, err, "1 more than the 200")
	j.add("01-01 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
	if _, _, err = invite(j, InviteSent, "03-02 09:00", "03-02 09:00", note); err != nil {
		t.Error(err)
	}
}

// What the export shows is recorded without complaint, and accepted as it proposes.
func TestRecordWhatTheExportShows(t *testing.T) {
	j := opened(t)
	now := at("03-20 12:00")
	rows := []Invitation{invited("03-02 00:00", true)}
	p := ada()
	r := InviteRequest{Person: p, State: InviteSent, At: at("03-01 20:00"), Before: j.RequestsWith(p, rows, now)}
	drafts, _, err := j.RecordInvitation(r, now)
	j.take(drafts, err)
	p.Connected, p.ConnectedOn = true, on("03-12")
	before := j.RequestsWith(p, rows, now)
	if len(before) != 1 || !before[0].Proposal() {
		t.Fatal(requestsOf(before))
	}
	accept := InviteRequest{Person: p, State: InviteAccepted, At: before[0].EndedOn.Start(time.UTC), Before: before}
	drafts, _, err = j.RecordInvitation(accept, now)
	j.take(drafts, err)
	if got := j.RequestsWith(p, rows, now); requestsOf(got) != "→ 03-01 accepted 03-12" {
		t.Error(requestsOf(got))
	}
	accept.Before = j.RequestsWith(p, rows, now)
	_, _, err = j.RecordInvitation(accept, now)
	refused(t, err, "is accepted since 2026-03-12")
}

// manyInvites has n people invited at one instant, with a note or without.
func manyInvites(j *journal, n int, when, note string) {
	for i := range n {
		id := fmt.Sprintf("%s-%d", when, i)
		j.add(when, ContactAdded{Contact: id, Name: id})
		j.add(when, InvitationRecorded{State: InviteSent, Contact: id, Note: note})
	}
}

func meterOf(t *testing.T, meters []quota.Meter, id quota.ID) quota.Meter {
	t.Helper()
	i := slices.IndexFunc(meters, func(m quota.Meter) bool { return m.ID == id })
	if i < 0 {
		t.Fatalf("no meter %s", id)
	}
	return meters[i]
}

func (j *journal) meters(now string, exported ...time.Time) []quota.Meter {
	return j.Quotas(j.Requests(nil, noConnections, at(now)), exported, at(now))
}

func TestQuotasOfInvitations(t *testing.T) {
	j := newJournal(t)
	manyInvites(j, 5, "03-20 09:00", "Hello")
	manyInvites(j, 14, "03-20 10:00", "")
	j.add("03-20 11:00", InvitationRecorded{State: InviteWithdrawn, Contact: "03-20 10:00-0"})
	meters := j.meters("03-20 12:00")
	for id, want := range map[quota.ID]int{quota.InvitationsDay: 19, quota.InvitationsWeek: 19, quota.NotesMonth: 5, quota.MessagesWeek: 0} {
		if m := meterOf(t, meters, id); m.Count != want {
			t.Errorf("%s: %d, want %d (what was withdrawn stays used)", id, m.Count, want)
		}
	}
	note := func(r *InviteRequest) { r.Note, r.Meters = "Hi", meters }
	_, check, err := invite(j, InviteSent, "03-20 12:00", "03-20 12:00", note)
	refused(t, err, "5 of 5 notes this month are used; invite without a note")
	if len(check.Warnings) != 1 || !strings.HasPrefix(check.Warnings[0], "19 of about 19 invitations today are sent (") {
		t.Errorf("%q", check.Warnings)
	}
	if _, _, err = invite(j, InviteSent, "03-20 12:00", "03-20 12:00", func(r *InviteRequest) { r.Meters = meters }); err != nil {
		t.Error("a bare invitation:", err)
	}
	april := j.meters("04-01 00:00")
	if _, _, err = invite(j, InviteSent, "04-01 00:00", "04-01 00:00", func(r *InviteRequest) { r.Note, r.Meters = "Hi", april }); err != nil {
		t.Error("a new month:", err)
	}
}

func TestLimitHit(t *testing.T) {
	j := opened(t)
	j.take(j.HitLimit(quota.InvitationsWeek, at("03-10 10:00"), at("03-10 10:00")))
	check := func(when, note string) error {
		_, _, err := invite(j, InviteSent, when, when, func(r *InviteRequest) { r.Note, r.Meters = note, j.meters(when) })
		return err
	}
	refused(t, check("03-17 09:59", ""), "its limit of invitations is reached; it ends on Tue 17 Mar 10:00")
	if err := check("03-17 10:00", ""); err != nil {
		t.Error("the lock is over:", err)
	}
	j.take(j.HitLimit(quota.NotesMonth, at("03-20 10:00"), at("03-20 10:00")))
	refused(t, check("03-21 10:00", "Hi"), "its limit of notes is reached")
	if err := check("03-21 10:00", ""); err != nil {
		t.Error("a bare invitation:", err)
	}
	_, err := j.HitLimit(quota.NotesMonth, at("03-20 10:01"), at("03-20 10:00"))
	refused(t, err, "in the future")
	_, err = j.HitLimit("smiles", at("03-20 10:00"), at("03-20 10:00"))
	badly(t, err, "not known")
	drafts, err := j.Undo(2, at("03-21 10:00"))
	j.take(drafts, err)
	if m := meterOf(t, j.meters("03-12 10:00"), quota.InvitationsDay); m.Locked() {
		t.Error("locked after undo")
	}
}

func TestQuotasOfMessages(t *testing.T) {
	j := opened(t)
	now := at("03-20 12:00")
	sent := func(when string) {
		j.take(j.RecordMessage(ada(), MessageRecorded{Direction: MessageSent}, at(when), now))
	}
	sent("03-14 09:00") // the export has it
	sent("03-19 09:00")
	j.add("03-18 12:00", ExportImported{Archive: "a", Newest: at("03-18 09:00")})
	j.add("03-19 12:00", ExportImported{Archive: "b", Newest: at("03-01 09:00")}) // an older one
	exported := []time.Time{at("03-12 09:00"), at("03-14 09:00"), at("03-18 09:00")}
	if m := meterOf(t, j.meters("03-20 12:00", exported...), quota.MessagesWeek); m.Count != 3 || m.Number != 150 {
		t.Errorf("%d of %d messages, want 3 of 150", m.Count, m.Number)
	}
}

func TestSetQuota(t *testing.T) {
	j := newJournal(t)
	now := at("03-20 12:00")
	set := func(d QuotaSet) error {
		drafts, err := j.SetQuota(d, now)
		if err == nil {
			j.take(drafts, err)
		}
		return err
	}
	week := func() quota.Meter { return meterOf(t, j.meters("03-20 12:00"), quota.MessagesWeek) }
	if err := set(QuotaSet{Quota: quota.MessagesWeek, Limit: ptr(80)}); err != nil || week().Number != 80 {
		t.Error(err, week())
	}
	refused(t, set(QuotaSet{Quota: quota.MessagesWeek, Limit: ptr(80)}), "set like that already")
	if err := set(QuotaSet{Quota: quota.MessagesWeek, Off: true}); err != nil || !week().Off {
		t.Error(err, week())
	}
	if err := set(QuotaSet{Quota: quota.MessagesWeek}); err != nil || week().Number != 100 || week().Off {
		t.Error(err, week())
	}
	refused(t, set(QuotaSet{Quota: quota.MessagesWeek}), "already")
	badly(t, set(QuotaSet{Quota: quota.MessagesWeek, Limit: ptr(-1)}), "limit is -1")
	badly(t, set(QuotaSet{Quota: "smiles"}), "not known")
}

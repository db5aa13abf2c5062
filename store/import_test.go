package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/day"
	"cordial/store/linkedin/sample"
)

// sampleZip writes a generated export.
func sampleZip(t testing.TB, size sample.Size, seed uint64) (string, sample.Truth) {
	t.Helper()
	path := filepath.Join(t.TempDir(), fmt.Sprintf("sample-%d.zip", seed))
	f := must[*os.File](t)(os.Create(path))
	truth, err := sample.Write(f, size, seed, noon().Add(-48*time.Hour), sample.Era2026)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return path, truth
}

func TestImportOfASample(t *testing.T) {
	path, truth := sampleZip(t, sample.Size{Connections: 120, Messages: 1500, Invitations: 40}, 3)
	s := newStore(t)
	r := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, unowned(), nil))
	counts := truth.Counts
	if r.Connections != counts.Connections || r.People != counts.People || r.Conversations != counts.Conversations ||
		r.Groups != counts.Groups || r.Messages.Imported != counts.Messages || r.Messages.New != counts.Messages || r.Messages.Known != 0 {
		t.Errorf("%+v, want %v", r, counts)
	}
	if r.InMails != model.InMailCounts(counts.InMails) || r.Invitations != model.InvitationCounts(counts.Invitations) {
		t.Errorf("%+v %+v", r.InMails, r.Invitations)
	}
	sound(t, s)
	threads := must[model.ThreadSet](t)(s.Threads())
	messages, guesses := 0, 0
	for i := range threads.Len() {
		row := threads.Row(i)
		if row.Head != threads.Head(i) {
			t.Fatal(row)
		}
		got := must[[]model.Message](t)(s.Messages(row.Key, time.Time{}, 10_000))
		messages += len(got)
		agrees(t, row, got)
		if row.InMail.Kind == model.ProbablySent {
			guesses++
		}
	}
	if threads.Len() != counts.Conversations || messages != counts.Messages || guesses != counts.InMails.Sent {
		t.Errorf("%d conversations, %d messages, %d InMails sent", threads.Len(), messages, guesses)
	}
	people := must[model.PeopleSet](t)(s.People())
	connected := 0
	for i := range people.Len() {
		p := people.Row(i)
		if p.Name != people.Name(i) || p.Key != model.PersonKey(p.ID) || len(p.ID) > 64 {
			t.Errorf("%+v", p)
		}
		if p.Connected {
			connected++
		}
		if got, ok, err := s.Person(p.Key); err != nil || !ok || got != p {
			t.Errorf("%+v, %v, %v", got, ok, err)
		}
	}
	if connected != counts.Connections {
		t.Errorf("%d connected", connected)
	}
}

// agrees compares a row with the messages it stands for.
func agrees(t *testing.T, row model.Thread, messages []model.Message) {
	t.Helper()
	in, out := 0, 0
	for i, m := range messages {
		if i > 0 && m.At.Before(messages[i-1].At) {
			t.Errorf("%s: out of order", row.ID)
		}
		if m.Me {
			out++
		} else {
			in++
		}
	}
	last := messages[len(messages)-1]
	if in != row.In || out != row.Out || last.At.Unix() != row.LastAt || last.Me != row.LastFromMe || row.LastAt != max(row.LastIn, row.LastOut) {
		t.Errorf("%+v for %d messages", row, len(messages))
	}
}

func TestImportTwiceChangesNothing(t *testing.T) {
	path, _ := sampleZip(t, sample.Demo(), 5)
	s := newStore(t)
	first := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, unowned(), nil))
	before, stamp := dump(t, s), must[model.Stamp](t)(s.Stamp())
	second := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, unowned(), nil))
	if dump(t, s) != before || must[model.Stamp](t)(s.Stamp()) != stamp {
		t.Error("the second import wrote something")
	}
	if second.Messages.New != 0 || second.Messages.Known != first.Messages.Imported || second.Changed != 0 {
		t.Errorf("%+v", second.Messages)
	}
	if stamp.Journal != 1 {
		t.Errorf("%d events", stamp.Journal)
	}
}

func TestDryRunCountsAndWritesNothing(t *testing.T) {
	path, truth := sampleZip(t, sample.Demo(), 5)
	s := newStore(t)
	before := dump(t, s)
	o := unowned()
	o.DryRun = true
	r := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, o, nil))
	if dump(t, s) != before {
		t.Error("a dry run wrote something")
	}
	if !r.DryRun || r.Messages.New != truth.Counts.Messages {
		t.Errorf("%+v", r)
	}
}

// week is a small history in two conversations.
func week() export {
	return export{
		made: clock(60 * 86400),
		connections: []connection{
			{"anna", "Anna Alt", "Acme", "Buyer", "", "05 Jan 2026"},
			{"bert", "Bert Baum", "Baum AG", "CTO", "bert@example.org", "11 Jan 2026"},
		},
		messages: []mail{
			{conversation: "2-a", from: me, to: "anna", at: clock(0), text: "Hello Anna"},
			{conversation: "2-a", from: "anna", to: me, at: clock(60), text: "Hello\n\n  Mira,\tnice"},
			{conversation: "2-b", from: me, to: "bert", at: clock(10), subject: "An offer", text: "Dear Bert"},
			{conversation: "2-g", from: "anna", to: "me,bert", at: clock(20), text: "All together", title: "The group"},
		},
		invitations: []request{
			{"bert", true, "1/9/26, 8:00 AM", "Let us connect"},
			{"carl", true, "1/9/26, 9:00 AM", ""},
			{"dora", false, "1/9/26, 10:00 AM", "Hi there"},
		},
	}
}

func TestRowsSayWhatTheEvidenceSays(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	a := thread(t, s, "2-a")
	if a.Person != model.PersonKey("anna") || a.In != 1 || a.Out != 1 || a.Snippet != "Hello Mira, nice" || a.LastFromMe ||
		!a.Connected || a.Group || a.InMail.Kind != model.NoInMail || a.Invitation != model.NoInvitation {
		t.Errorf("%+v", a)
	}
	b := thread(t, s, "2-b")
	want := model.Guess{Kind: model.ProbablySent, At: clock(10).Unix()}
	if b.Subject != "An offer" || b.InMail != want || b.Invitation != model.InvitationAccepted || b.LastIn != 0 {
		t.Errorf("%+v", b)
	}
	g := thread(t, s, "2-g")
	if !g.Group || g.Person != 0 || g.Title != "The group" || len(g.People) != 2 {
		t.Errorf("%+v", g)
	}
	bert, ok, err := s.Person(model.PersonKey("bert"))
	if want := (model.Person{
		ID: "bert", Key: model.PersonKey("bert"), Name: "Bert Baum", URL: address("bert"), Company: "Baum AG", Position: "CTO",
		Email: "bert@example.org", Degree: 1, Connected: true, ConnectedOn: day.New(2026, 1, 11),
	}); !ok || err != nil || bert != want {
		t.Errorf("%+v, %v, %v", bert, ok, err)
	}
	if got := must[[]model.Invitation](t)(s.Invitations(model.PersonKey("bert"))); len(got) != 1 || !got[0].Outgoing || got[0].Note != "Let us connect" {
		t.Errorf("%+v", got)
	}
	owner, ok, err := s.Owner()
	if !ok || err != nil || owner.ID != me || owner.Name != "Mira Me" || owner.Key != model.PersonKey(me) {
		t.Errorf("%+v, %v, %v", owner, ok, err)
	}
	if got, ok, err := s.Person(model.PersonKey("nobody")); ok || err != nil {
		t.Error(got, ok, err)
	}
}

func TestMessagesComeInPages(t *testing.T) {
	var e export
	e.made = clock(0)
	for i := range 25 {
		e.messages = append(e.messages, mail{conversation: "2-a", from: "anna", to: me, at: clock(i), text: fmt.Sprint(i)})
	}
	s := newStore(t)
	bring(t, s, e)
	var got []string
	before := time.Time{}
	for {
		page := must[[]model.Message](t)(s.Messages(model.ThreadKey("2-a"), before, 10))
		if len(page) == 0 {
			break
		}
		for _, m := range slices.Backward(page) {
			got = append(got, m.Text)
		}
		before = page[0].At
	}
	for i, text := range got {
		if text != fmt.Sprint(24-i) {
			t.Fatal(got)
		}
	}
	if len(got) != 25 {
		t.Error(got)
	}
	for _, n := range []int{0, -1} {
		if page := must[[]model.Message](t)(s.Messages(model.ThreadKey("2-a"), time.Time{}, n)); len(page) != 0 {
			t.Error(page)
		}
	}
	if page := must[[]model.Message](t)(s.Messages(model.ThreadKey("2-none"), time.Time{}, 5)); len(page) != 0 {
		t.Error(page)
	}
}

func TestNewMessagesAreAddedToWhatIsThere(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	later := export{made: clock(70 * 86400), messages: []mail{
		{conversation: "2-a", from: "anna", to: me, at: clock(60), text: "Hello\n\n  Mira,\tnice"},
		{conversation: "2-a", from: "anna", to: me, at: clock(600), text: "Are you there?"},
	}}
	r := bring(t, s, later)
	if r.Messages.New != 1 || r.Messages.Known != 1 || r.Messages.Imported != 2 {
		t.Errorf("%+v", r.Messages)
	}
	if row := thread(t, s, "2-a"); row.In != 2 || row.Snippet != "Are you there?" || !row.Connected {
		t.Errorf("%+v", row)
	}
	events := must[[]model.Event](t)(s.Events(0))
	last := events[len(events)-1].Decision.(model.ExportImported)
	if len(events) != 2 || last.Messages != 1 || last.People != 0 || !last.Newest.Equal(clock(600)) {
		t.Errorf("%+v", events)
	}
	sound(t, s)
}

// TestMerging goes through the rules of linkedin-export.md section 8.
func TestMerging(t *testing.T) {
	say := func(texts ...string) []mail {
		var list []mail
		for _, text := range texts {
			list = append(list, mail{conversation: "2-a", from: "anna", to: me, at: clock(5), text: text})
		}
		return list
	}
	for _, c := range []struct {
		name          string
		first, second []mail
		older         bool // the second archive was made before the first
		want          []string
		fresh         int
		changed       int
	}{
		{"the same", say("one"), say("one"), false, []string{"anna: one"}, 0, 0},
		{"an edit", say("one"), say("two"), false, []string{"anna: two"}, 0, 1},
		{"an edit in an older archive", say("one"), say("two"), true, []string{"anna: one"}, 0, 0},
		{"emptied", say("one"), say(""), false, []string{"anna: one"}, 0, 0},
		{"filled by an older archive", say(""), say("one"), true, []string{"anna: one"}, 0, 1},
		{"one more in the second", say("one"), say("one", "two"), false, []string{"anna: one", "anna: two"}, 1, 0},
		{"one more, sorting before", say("one"), say("a", "one"), false, []string{"anna: one", "anna: a"}, 1, 0},
		{"one of two gone", say("one", "two"), say("two"), false, []string{"anna: one", "anna: two"}, 0, 0},
		{"one of two edited", say("one", "two"), say("two", "three"), false, []string{"anna: three", "anna: two"}, 0, 1},
		{"all gone", say("one"), []mail{{conversation: "2-b", from: "anna", to: me, at: clock(9), text: "x"}}, false, []string{"anna: one"}, 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			first, second := export{made: clock(1000), messages: c.first}, export{made: clock(2000), messages: c.second}
			if c.older {
				second.made = clock(100)
			}
			bring(t, s, first)
			r := bring(t, s, second)
			if got := texts(t, s, "2-a"); !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
			if r.Messages.New != c.fresh || r.Changed != c.changed {
				t.Errorf("%d new, %d changed", r.Messages.New, r.Changed)
			}
			sound(t, s)
		})
	}
}

func TestMergingPeople(t *testing.T) {
	s := newStore(t)
	look := func() model.Person {
		p, ok, err := s.Person(model.PersonKey("anna"))
		if !ok || err != nil {
			t.Fatal(ok, err)
		}
		return p
	}
	bring(t, s, week())
	newer := export{made: clock(70 * 86400), connections: []connection{{"anna", "Anna Neu", "Newco", "", "anna@example.org", "05 Jan 2026"}}}
	if r := bring(t, s, newer); r.Changed != 1 {
		t.Errorf("%d changed", r.Changed)
	}
	want := look()
	if want.Name != "Anna Neu" || want.Company != "Newco" || want.Position != "Buyer" || want.Email != "anna@example.org" {
		t.Errorf("%+v", want)
	}
	if row := thread(t, s, "2-a"); row.People[0].Name != "Anna Neu" {
		t.Errorf("the row still says %+v", row.People)
	}
	older := week()
	older.made = clock(50 * 86400)
	if r := bring(t, s, older); r.Changed != 0 || look() != want {
		t.Errorf("%d changed, %+v", r.Changed, look())
	}
	gone := export{made: clock(75 * 86400), connections: []connection{{"bert", "Bert Baum", "", "", "", "11 Jan 2026"}}}
	bring(t, s, gone)
	if look() != want {
		t.Errorf("an absent row changed %+v", look())
	}
	sound(t, s)
}

func TestAClosedAccountKeepsItsName(t *testing.T) {
	old := personRecord{ID: "x", Name: "Anna Alt", Observed: 1}
	if got := mergePerson(old, personRecord{ID: "x", Name: closedAccount, Observed: 2}); got.Name != "Anna Alt" {
		t.Error(got)
	}
	if got := mergePerson(personRecord{ID: "x"}, personRecord{ID: "x", Name: closedAccount}); got.Name != closedAccount {
		t.Error(got)
	}
}

func TestConnectionsAloneChangeRows(t *testing.T) {
	s := newStore(t)
	e := week()
	e.connections = nil
	bring(t, s, e)
	if row := thread(t, s, "2-b"); row.Connected || row.Invitation != model.InvitationPending {
		t.Fatalf("%+v", row)
	}
	bring(t, s, export{made: clock(69 * 86400), connections: week().connections})
	if row := thread(t, s, "2-b"); !row.Connected || row.Invitation != model.InvitationAccepted {
		t.Errorf("%+v", row)
	}
	sound(t, s)
}

func TestPeopleWithoutAnAddressAreOnePerConversation(t *testing.T) {
	s := newStore(t)
	bring(t, s, export{made: clock(0), messages: []mail{
		{conversation: "2-x", from: "", to: me, at: clock(0), text: "gone"},
		{conversation: "2-y", from: "", to: me, at: clock(1), text: "gone too"},
		{conversation: "2-y", from: me, to: "", at: clock(2), text: "pity"},
		{conversation: "2-z", from: me, to: "", at: clock(3), text: "into the void"},
	}})
	seen := map[model.Key]bool{}
	for _, conversation := range []string{"2-x", "2-y", "2-z"} {
		row := thread(t, s, conversation)
		if row.Group || row.Person == 0 || len(row.People) != 1 || !strings.HasPrefix(row.People[0].ID, "unknown-") || seen[row.Person] {
			t.Errorf("%+v", row)
		}
		seen[row.Person] = true
		if p, ok, err := s.Person(row.Person); !ok || err != nil || p.URL != "" || p.Name != closedAccount {
			t.Errorf("%+v, %v, %v", p, ok, err)
		}
	}
	sound(t, s)
}

func TestLongAddressesGetShortIDs(t *testing.T) {
	slug := strings.Repeat("ü", 60)
	s := newStore(t)
	bring(t, s, export{made: clock(0), messages: []mail{{conversation: "2-a", from: slug, to: me, at: clock(0), text: "x"}}})
	p, ok, err := s.Person(thread(t, s, "2-a").Person)
	if !ok || err != nil || len(p.ID) > 64 || p.Key != model.PersonKey(slug) {
		t.Fatalf("%+v, %v, %v", p, ok, err)
	}
	book := model.NewBook(model.World{Zone: zone})
	drafts := book.Mark([]model.Target{{Person: p}}, model.MarkStarred, noon())
	for i, e := range model.Seal(drafts, noon(), func(time.Time) string { return "x" }) {
		e.ID = fmt.Sprint(i)
		if _, err := book.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	if !book.State(0, p.Key).Starred {
		t.Error("a decision about the person does not meet the person of the evidence")
	}
}

func TestAnotherMembersExportIsRefused(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	other := export{made: clock(0), messages: []mail{
		{conversation: "2-q", from: "quentin", to: "rosa", at: clock(0), text: "x"},
		{conversation: "2-r", from: "quentin", to: "sina", at: clock(1), text: "x"},
	}}
	o := unowned()
	before := dump(t, s)
	_, err := s.Import(t.Context(), []string{other.zip(t)}, o, nil)
	var refusal *model.Refusal
	if !errors.As(err, &refusal) || !strings.Contains(err.Error(), "quentin") {
		t.Errorf("%v", err)
	}
	if dump(t, s) != before {
		t.Error("something was written")
	}
}

func TestAnOwnerWhoIsNowhereInTheExportIsRefused(t *testing.T) {
	s := newStore(t)
	o := options()
	o.Owner = address("mistyped")
	_, err := s.Import(t.Context(), []string{week().zip(t)}, o, nil)
	var refusal *model.Refusal
	if !errors.As(err, &refusal) || !strings.Contains(err.Error(), "mistyped") {
		t.Error(err)
	}
	if _, ok, _ := s.Owner(); ok {
		t.Error("the wrong owner was kept")
	}
}

func TestAChangedAddressOfTheOwnerDoublesNothing(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	moved := week()
	for i := range moved.messages {
		moved.messages[i].from = strings.ReplaceAll(moved.messages[i].from, me, "mira")
		moved.messages[i].to = strings.ReplaceAll(moved.messages[i].to, me, "mira")
	}
	moved.invitations = nil
	o := options()
	o.Owner = address("mira")
	r := must[model.ImportReport](t)(s.Import(t.Context(), []string{moved.zip(t)}, o, nil))
	if r.Messages.New != 0 || r.Messages.Known != len(moved.messages) {
		t.Errorf("%+v", r.Messages)
	}
	if owner, _, _ := s.Owner(); owner.ID != "mira" {
		t.Errorf("%+v", owner)
	}
	sound(t, s)
}

func TestAnsweredInMailsAreProposed(t *testing.T) {
	s := newStore(t)
	at := clock(-86400)
	event := func(id string, d model.Decision) model.Event {
		return model.Event{ID: id, At: at, Recorded: at, Decision: d}
	}
	opening := 10
	err := s.Append(0, []model.Event{
		event("1", model.SeatOpened{Seat: "main", Name: "Main", Plan: "career", OpeningBalance: &opening}),
		event("2", model.ContactAdded{Contact: "anna", Name: "Anna", URL: address("anna")}),
		event("3", model.ContactAdded{Contact: "bert", Name: "Bert", URL: address("bert")}),
		event("4", model.ContactAdded{Contact: "emil", Name: "Emil", URL: address("emil")}),
		event("5", model.InMailSent{InMail: "i1", Contact: "anna", Seat: "main", Cost: 1}),
		event("6", model.InMailSent{InMail: "i2", Contact: "bert", Seat: "main", Cost: 1}),
		event("7", model.InMailSent{InMail: "i3", Contact: "emil", Seat: "main", Cost: 1}),
	})
	if err != nil {
		t.Fatal(err)
	}
	o := options()
	o.DryRun = true
	e := week()
	dry := must[model.ImportReport](t)(s.Import(t.Context(), []string{e.zip(t)}, o, nil))
	if r := bring(t, s, e); r.Proposals != 1 || dry.Proposals != 1 {
		t.Errorf("%d, dry %d; only Anna has written directly since", r.Proposals, dry.Proposals)
	}
}

// stopping is a context that ends after so many looks at it.
type stopping struct {
	context.Context
	left *int
}

func (s stopping) Err() error {
	if *s.left--; *s.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestAnInterruptedImportIsFinishedByRunningItAgain(t *testing.T) {
	path, truth := sampleZip(t, sample.Size{Connections: 900, Messages: 4000, Invitations: 60}, 11)
	o := fixedID("the-import")
	o.Owner = ""
	whole := newStore(t)
	must[model.ImportReport](t)(whole.Import(t.Context(), []string{path}, o, nil))
	want := dump(t, whole)
	for looks := 5; ; looks += 3 {
		s := newStore(t)
		left := looks
		_, err := s.Import(stopping{t.Context(), &left}, []string{path}, o, nil)
		if err == nil {
			if looks < 15 {
				t.Errorf("only %d looks at the context", looks)
			}
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		begun := must[model.Stamp](t)(s.Stamp()).Evidence > 0
		paths := must[[]string](t)(s.Unfinished())
		if begun != (len(paths) == 1) {
			t.Fatalf("after %d looks: unfinished %v", looks, paths)
		}
		if r := must[model.CheckReport](t)(s.Check(t.Context(), false)); begun && len(r.Faults) > 0 && !strings.Contains(r.Faults[0], "rows of") {
			t.Fatal(r.Faults)
		}
		r := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, o, nil))
		if dump(t, s) != want {
			t.Fatalf("after %d looks the result is another one", looks)
		}
		if r.Messages.New != truth.Counts.Messages || r.Messages.Known != 0 {
			t.Fatalf("after %d looks: %+v", looks, r.Messages)
		}
	}
}

func TestAnImportInterruptedWhileChangingNamesIsFinished(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	renamed := week()
	renamed.made = clock(65 * 86400)
	for i := range renamed.connections {
		renamed.connections[i].name += " Renamed"
	}
	path, o := renamed.zip(t), fixedID("renamed")
	whole := reopen(t, filepath.Join(t.TempDir(), "whole.db"))
	must[model.ImportReport](t)(whole.Import(t.Context(), []string{week().zip(t)}, fixedID("first"), nil))
	for looks := range 30 {
		left := looks
		if _, err := s.Import(stopping{t.Context(), &left}, []string{path}, o, nil); err == nil {
			break
		}
	}
	if row := thread(t, s, "2-a"); row.People[0].Name != "Anna Alt Renamed" {
		t.Errorf("%+v", row.People)
	}
	sound(t, s)
}

func TestTwoImportsAtOnceAreRefused(t *testing.T) {
	s := newStore(t)
	release, err := s.own("an import")
	if err != nil {
		t.Fatal(err)
	}
	other := reopen(t, s.Path())
	path := week().zip(t)
	if _, err := other.Import(t.Context(), []string{path}, options(), nil); !errors.Is(err, model.ErrBusy) || !strings.Contains(err.Error(), "an import is running (process") {
		t.Error(err)
	}
	release()
	if _, err := os.Stat(ownerPath(s.Path())); !errors.Is(err, os.ErrNotExist) {
		t.Error("the note is still there")
	}
	must[model.ImportReport](t)(other.Import(t.Context(), []string{path}, options(), nil))
}

func TestProgressReachesItsTotal(t *testing.T) {
	path, _ := sampleZip(t, sample.Size{Connections: 50, Messages: 2500, Invitations: 5}, 2)
	last := map[string]model.Progress{}
	_, err := newStore(t).Import(t.Context(), []string{path}, unowned(), func(p model.Progress) {
		if p.Done < last[p.Step].Done {
			t.Errorf("%+v after %+v", p, last[p.Step])
		}
		last[p.Step] = p
	})
	if err != nil {
		t.Fatal(err)
	}
	if p := last["writing messages"]; p.Done != 2500 || p.Total != 2500 {
		t.Errorf("%+v", p)
	}
}

func TestManyMessagesInOneSecond(t *testing.T) {
	var e export
	e.made = clock(0)
	for i := range 3000 {
		e.messages = append(e.messages, mail{conversation: "2-a", from: "anna", to: me, at: clock(0), text: fmt.Sprintf("text %04d", i)})
	}
	s := newStore(t)
	if r := bring(t, s, e); r.Messages.New != 3000 {
		t.Errorf("%+v", r.Messages)
	}
	if r := bring(t, s, e); r.Messages.New != 0 || r.Changed != 0 {
		t.Errorf("%+v", r)
	}
	if got := texts(t, s, "2-a"); len(got) != 1000 || got[999] != "anna: text 2999" {
		t.Error(len(got))
	}
	sound(t, s)
}

func BenchmarkImport50k(b *testing.B) {
	path, _ := sampleZip(b, sample.Size{Connections: 3000, Messages: 50_000, Invitations: 300}, 1)
	for b.Loop() {
		s := newStore(b)
		if _, err := s.Import(b.Context(), []string{path}, unowned(), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkThreads20k(b *testing.B) {
	path, _ := sampleZip(b, sample.Size{Connections: 9000, Messages: 130_000, Invitations: 300}, 1)
	s := newStore(b)
	if _, err := s.Import(b.Context(), []string{path}, unowned(), nil); err != nil {
		b.Fatal(err)
	}
	var threads model.ThreadSet
	b.Run("threads", func(b *testing.B) {
		for b.Loop() {
			threads = must[model.ThreadSet](b)(s.Threads())
		}
		b.ReportMetric(float64(threads.Len()), "rows")
	})
	b.Run("row", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			threads.Row(i % threads.Len())
		}
	})
	b.Run("people", func(b *testing.B) {
		for b.Loop() {
			must[model.PeopleSet](b)(s.People())
		}
	})
	b.Run("messages", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := s.Messages(threads.Head(i%threads.Len()).Key, time.Time{}, 50); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if r, err := s.Check(b.Context(), false); err != nil || len(r.Faults) > 0 {
				b.Fatal(r, err)
			}
		}
	})
}

// TestRowsSurvive writes a row with everything in it.
func TestRowsSurvive(t *testing.T) {
	s := newStore(t)
	row := model.Thread{
		Head: model.Head{Key: 7, Person: 9, LastAt: -5, LastIn: 1 << 40, LastOut: 3, Group: true, LastFromMe: true},
		ID:   model.Key(7).ThreadID(), Title: "T", People: []model.PersonRef{{ID: "a", Key: 1, Name: "A"}, {Key: 2}},
		Snippet: "s", Subject: "u", In: 1, Out: 2, Connected: true, Invitation: model.InvitationPending,
		InMail: model.Guess{Kind: model.ProbablyReceived, At: 4, Answered: 5},
	}
	value := must[[]byte](t)(s.codec.encodeThread(row))
	got := must[model.Thread](t)(s.codec.threadOf(7, value))
	if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", row) {
		t.Errorf("%+v became %+v", row, got)
	}
}

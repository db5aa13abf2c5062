package store

import (
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
	at := clock(3)
	e.messages = append(e.messages, mail{conversation: "2-a", from: "anna", to: me, at: at, text: "3 again"})
	bring(t, s, e)
	if page := must[[]model.Message](t)(s.Messages(model.ThreadKey("2-a"), clock(5), 2)); len(page) != 3 || !page[0].At.Equal(at) {
		t.Errorf("a page that begins within a second: %v", page)
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
	if got := texts(t, s, "2-a"); len(got) != 3000 || got[2999] != "anna: text 2999" {
		t.Error(len(got))
	}
	sound(t, s)
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

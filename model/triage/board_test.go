package triage

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
)

// noon is the instant at which the tests begin.
func noon() time.Time { return time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC) }

// threads is a ThreadSet in memory.
type threads []model.Thread

func (s threads) Len() int               { return len(s) }
func (s threads) Head(i int) model.Head  { return s[i].Head }
func (s threads) Row(i int) model.Thread { return s[i] }

// direct is a conversation with one person, whose last message came `ago`.
func direct(name string, ago time.Duration, fromMe bool) model.Thread {
	at := noon().Add(-ago).Unix()
	h := model.Head{Key: model.ThreadKey(name), Person: model.PersonKey(name), LastAt: at, LastFromMe: fromMe}
	if fromMe {
		h.LastOut = at
	} else {
		h.LastIn = at
	}
	return model.Thread{
		Head: h, ID: h.Key.ThreadID(), Snippet: "text of " + name,
		People: []model.PersonRef{{ID: name, Key: h.Person, Name: name}},
	}
}

// id names a conversation made by direct.
func id(name string) ID { return ID{Thread: model.ThreadKey(name), Person: model.PersonKey(name)} }

// desk is a Book and a Board that follow each other, as the program keeps them.
type desk struct {
	book  *model.Book
	board *Board
	n     int
}

func newDesk(set model.ThreadSet) *desk {
	book := model.NewBook(model.World{Zone: func(string) (*time.Location, error) { return time.UTC, nil }})
	return &desk{book: book, board: NewBoard(book, set, noon())}
}

// add applies a decision taken now.
func (d *desk) add(decision model.Decision) string {
	d.n++
	e := model.Event{ID: fmt.Sprintf("e%d", d.n), At: d.board.Now(), Recorded: d.board.Now(), Decision: decision}
	change, err := d.book.Apply(e)
	if err != nil {
		panic(err)
	}
	d.board.Update(change)
	return e.ID
}

func on(names ...string) model.Subjects {
	var s model.Subjects
	for _, n := range names {
		s.Threads = append(s.Threads, model.ThreadKey(n).ThreadID())
	}
	return s
}

// names lists a tab.
func (d *desk) names(t Tab) string {
	var names []string
	total, _ := d.board.Count(t)
	for i := range total {
		at, _ := d.board.At(t, i)
		line, _ := d.board.Line(at)
		names = append(names, line.Name)
	}
	return fmt.Sprint(names)
}

func (d *desk) expect(t *testing.T, tab Tab, want string) {
	t.Helper()
	if got := d.names(tab); got != want {
		t.Errorf("%s holds %s, want %s", tab.Title(), got, want)
	}
}

func three() threads {
	return threads{direct("ada", 3*time.Hour, false), direct("bob", time.Hour, true), direct("eve", 2*time.Hour, false)}
}

func TestNewestFirst(t *testing.T) {
	d := newDesk(three())
	d.expect(t, Tab{Kind: Inbox}, "[bob eve ada]")
	d.expect(t, Tab{Kind: Waiting}, "[bob]")
	d.expect(t, Tab{Kind: Archived}, "[]")
}

func TestArchivedUntilAMessageComes(t *testing.T) {
	set := three()
	d := newDesk(set)
	d.add(model.ThreadMarked{Mark: model.MarkArchived, Subjects: on("ada", "eve")})
	d.expect(t, Tab{Kind: Inbox}, "[bob]")
	d.expect(t, Tab{Kind: Archived}, "[eve ada]")

	set[0].LastIn = noon().Add(time.Minute).Unix()
	set[0].LastAt = set[0].LastIn
	d.board = NewBoard(d.book, set, noon().Add(time.Hour))
	d.expect(t, Tab{Kind: Inbox}, "[ada bob]")

	d.add(model.ThreadMarked{Mark: model.MarkMuted, Subjects: on("ada")})
	d.expect(t, Tab{Kind: Inbox}, "[bob]")
}

func TestSnoozedUntilDue(t *testing.T) {
	d := newDesk(three())
	d.add(model.ReminderSet{Due: noon().Add(48 * time.Hour), Text: "call", Subjects: on("ada")})
	d.expect(t, Tab{Kind: Inbox}, "[bob eve]")
	d.expect(t, Tab{Kind: Snoozed}, "[ada]")
	d.expect(t, Tab{Kind: Due}, "[]")

	d.board.Advance(noon().Add(40 * time.Hour)) // the morning of the day
	d.expect(t, Tab{Kind: Due}, "[ada]")
	d.expect(t, Tab{Kind: Inbox}, "[bob eve]")

	d.board.Advance(noon().Add(48 * time.Hour))
	d.expect(t, Tab{Kind: Inbox}, "[bob eve ada]")
	line, _ := d.board.Line(id("ada"))
	if line.Text != "due today 12:00 - call" {
		t.Errorf("line says %q", line.Text)
	}
	d.add(model.ReminderDone{Subjects: on("ada")})
	d.expect(t, Tab{Kind: Due}, "[]")
}

func TestReminderIfNoReplyIsClearedByAReply(t *testing.T) {
	set := three()
	d := newDesk(set)
	d.add(model.ReminderSet{Due: noon().Add(time.Hour), IfNoReply: true, Subjects: on("bob")})
	d.expect(t, Tab{Kind: Due}, "[bob]")
	set[1].LastIn = noon().Add(time.Minute).Unix()
	d.board = NewBoard(d.book, set, noon().Add(2*time.Hour))
	d.expect(t, Tab{Kind: Due}, "[]")
	d.expect(t, Tab{Kind: Inbox}, "[bob eve ada]")
}

func TestUnread(t *testing.T) {
	d := newDesk(three())
	unread := func() int {
		_, n := d.board.Count(Tab{Kind: Inbox})
		return n
	}
	if unread() != 2 {
		t.Fatalf("%d unread, want the two whose last message is theirs", unread())
	}
	d.add(model.ExportImported{Archive: "connections only"})
	d.add(model.ExportImported{Archive: "x", Newest: noon().Add(-150 * time.Minute)})
	if unread() != 1 {
		t.Fatalf("%d unread after the first import, want eve only", unread())
	}
	d.add(model.ThreadMarked{Mark: model.MarkRead, Subjects: on("eve")})
	d.add(model.ThreadMarked{Mark: model.MarkUnread, Subjects: on("bob")})
	if v, _ := d.board.View(id("bob")); unread() != 1 || !v.Unread {
		t.Fatalf("%d unread, want bob by hand", unread())
	}
}

func TestLabelTabs(t *testing.T) {
	d := newDesk(three())
	d.add(model.LabelApplied{Label: "Hot Leads", Subjects: on("ada", "bob")})
	undo := d.add(model.LabelApplied{Label: "Friends", Subjects: on("eve")})
	d.expect(t, Tab{Kind: Labelled, Label: "Hot Leads"}, "[bob ada]")
	d.expect(t, Tab{Kind: Labelled, Label: "Friends"}, "[eve]")
	line, _ := d.board.Line(id("eve"))
	if line.Initials != "FR" {
		t.Errorf("initials %q", line.Initials)
	}
	d.add(model.EventReverted{Event: undo})
	if got, ok := FindTab("friends", d.book.Labels()); ok {
		t.Errorf("tab %v outlives its label", got)
	}
}

func TestManyLabels(t *testing.T) {
	d := newDesk(three())
	for i := range 100 {
		d.add(model.LabelApplied{Label: fmt.Sprintf("Label %d", i), Subjects: on("ada")})
	}
	d.expect(t, Tab{Kind: Labelled, Label: "Label 99"}, "[ada]")
	d.add(model.ThreadMarked{Mark: model.MarkArchived, Subjects: on("ada")})
	d.expect(t, Tab{Kind: Labelled, Label: "Label 99"}, "[]")
}

func TestSomebodyWithoutAConversation(t *testing.T) {
	d := newDesk(three())
	d.add(model.SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
	d.add(model.ContactAdded{Contact: "zoe", Name: "Zoe"})
	d.expect(t, Tab{Kind: Inbox}, "[bob eve ada]")
	sent := d.add(model.InMailSent{InMail: "i", Contact: "zoe", Seat: "main", Cost: 1, Subject: "Hello"})
	d.expect(t, Tab{Kind: Inbox}, "[Zoe bob eve ada]")
	d.expect(t, Tab{Kind: Waiting}, "[Zoe bob]")
	line, _ := d.board.Line(ID{Person: model.PersonKey("zoe")})
	if line.Text != "InMail sent, no reply (0d): Hello" {
		t.Errorf("line says %q", line.Text)
	}
	d.add(model.InMailAnswered{InMail: "i", Answer: "declined"})
	d.expect(t, Tab{Kind: Waiting}, "[bob]")
	d.add(model.EventReverted{Event: sent})
	d.expect(t, Tab{Kind: Inbox}, "[Zoe bob eve ada]") // the answer still stands
}

// TestBoardFollowsLikeANewOne: whatever is decided and however time goes on, the
// board that followed equals one built anew.
func TestBoardFollowsLikeANewOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := randomThreads(t)
		d := newDesk(set)
		d.add(model.SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
		d.add(model.ContactAdded{Contact: "zoe", Name: "Zoe"})
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			if rapid.IntRange(0, 5).Draw(t, "advance") == 0 {
				d.board.Advance(d.board.Now().Add(time.Duration(rapid.IntRange(1, 2000).Draw(t, "minutes")) * time.Minute))
				continue
			}
			d.add(randomDecision(t, d, len(set)))
		}
		fresh := &desk{book: d.book, board: NewBoard(d.book, set, d.board.Now())}
		for _, tab := range everyTab(d.book.Labels()) {
			total, unread := d.board.Count(tab)
			if wantTotal, wantUnread := fresh.board.Count(tab); total != wantTotal || unread != wantUnread {
				t.Fatalf("%s counts %d (%d), a new board %d (%d)", tab.Title(), total, unread, wantTotal, wantUnread)
			}
			if got, want := d.names(tab), fresh.names(tab); got != want {
				t.Fatalf("%s holds %s, a new board %s", tab.Title(), got, want)
			}
			for i := range total {
				at, _ := d.board.At(tab, i)
				if place, ok := d.board.Find(tab, at); !ok || place != i {
					t.Fatalf("%s: place %d found at %d, %v", tab.Title(), i, place, ok)
				}
			}
		}
	})
}

func randomThreads(t *rapid.T) threads {
	var set threads
	for i := range rapid.IntRange(0, 6).Draw(t, "threads") {
		ago := time.Duration(rapid.IntRange(0, 10).Draw(t, "ago")) * time.Hour
		set = append(set, direct(fmt.Sprintf("p%d", i), ago, rapid.Bool().Draw(t, "fromMe")))
	}
	return set
}

func randomDecision(t *rapid.T, d *desk, threads int) model.Decision {
	s := model.Subjects{People: []string{"zoe"}}
	if threads > 0 && rapid.Bool().Draw(t, "thread") {
		s = on(fmt.Sprintf("p%d", rapid.IntRange(0, threads-1).Draw(t, "which")))
	}
	label := rapid.SampledFrom([]string{"Hot Leads", "hot leads", "Mine"}).Draw(t, "label")
	switch rapid.IntRange(0, 8).Draw(t, "kind") {
	case 0:
		return model.LabelApplied{Label: label, Subjects: s}
	case 1:
		return model.LabelRemoved{Label: label, Subjects: s}
	case 2:
		due := d.board.Now().Add(time.Duration(rapid.IntRange(1, 3000).Draw(t, "due")) * time.Minute)
		return model.ReminderSet{Due: due, IfNoReply: rapid.Bool().Draw(t, "ifNoReply"), Subjects: s}
	case 3:
		return model.ReminderDone{Subjects: s}
	case 4:
		return model.EventReverted{Event: fmt.Sprintf("e%d", rapid.IntRange(1, d.n).Draw(t, "event"))}
	case 5:
		return model.InMailSent{InMail: fmt.Sprintf("i%d", d.n), Contact: "zoe", Seat: "main", Cost: 1}
	case 6:
		direction := rapid.SampledFrom([]string{model.MessageSent, model.MessageReceived}).Draw(t, "direction")
		return model.MessageRecorded{Contact: "zoe", Direction: direction}
	default:
		mark := rapid.SampledFrom([]model.Mark{
			model.MarkArchived, model.MarkUnarchived, model.MarkStarred, model.MarkUnstarred,
			model.MarkRead, model.MarkUnread, model.MarkMuted, model.MarkUnmuted,
		}).Draw(t, "mark")
		return model.ThreadMarked{Mark: mark, Subjects: s}
	}
}

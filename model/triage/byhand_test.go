package triage

import (
	"testing"
	"time"

	"cordial/model"
)

// says records a message with ada an hour later than the last thing that happened.
func (d *desk) says(direction, text string) string {
	d.board.Advance(d.board.Now().Add(time.Hour))
	return d.add(model.MessageRecorded{Contact: "ada", Direction: direction, Text: text})
}

func withAda(set model.ThreadSet) *desk {
	d := newDesk(set)
	d.add(model.ContactAdded{Contact: "ada", Name: "Ada"})
	return d
}

func (d *desk) line(t *testing.T, of ID, want string) {
	t.Helper()
	if line, ok := d.board.Line(of); !ok || line.Text != want {
		t.Errorf("the line says %q, want %q", line.Text, want)
	}
}

func TestMessageByHandIsActivity(t *testing.T) {
	d := withAda(three())
	d.expect(t, Tab{Kind: Inbox}, "[bob eve ada]")
	sent := d.says(model.MessageSent, "Hello\nAda")
	d.expect(t, Tab{Kind: Inbox}, "[ada bob eve]")
	d.expect(t, Tab{Kind: Waiting}, "[ada bob]")
	d.line(t, id("ada"), "You: Hello Ada")
	d.says(model.MessageReceived, "")
	d.expect(t, Tab{Kind: Waiting}, "[bob]")
	d.line(t, id("ada"), "Message received")
	if v, _ := d.board.View(id("bob")); v.Unread {
		t.Error("bob is unread")
	}
	d.add(model.EventReverted{Event: "e3"})
	d.add(model.EventReverted{Event: sent})
	d.expect(t, Tab{Kind: Inbox}, "[bob eve ada]")
	d.line(t, id("ada"), "text of ada")
}

func TestMessageByHandBringsBackAndClears(t *testing.T) {
	d := withAda(three())
	d.add(model.ThreadMarked{Mark: model.MarkArchived, Subjects: on("ada")})
	d.says(model.MessageSent, "Hi")
	d.expect(t, Tab{Kind: Archived}, "[ada]")
	d.says(model.MessageReceived, "Hi")
	d.expect(t, Tab{Kind: Archived}, "[]")
	d.expect(t, Tab{Kind: Inbox}, "[ada bob eve]")
	d.add(model.ReminderSet{Due: d.board.Now().Add(2 * time.Hour), IfNoReply: true, Subjects: on("ada")})
	d.expect(t, Tab{Kind: Due}, "[ada]")
	d.says(model.MessageReceived, "I am here")
	d.expect(t, Tab{Kind: Due}, "[]")
	if v, _ := d.board.View(id("ada")); v.Reminding() {
		t.Error("the reply did not clear the reminder")
	}
}

// What an export brought since goes before what was recorded by hand.
func TestAnOlderMessageByHandIsNotTheLine(t *testing.T) {
	d := withAda(three())
	early := model.Event{
		ID: "early", At: noon().Add(-5 * time.Hour),
		Decision: model.MessageRecorded{Contact: "ada", Direction: model.MessageSent, Text: "old"},
	}
	change, err := d.book.Apply(early)
	if err != nil {
		t.Fatal(err)
	}
	d.board.Update(change)
	d.line(t, id("ada"), "text of ada")
	d.expect(t, Tab{Kind: Waiting}, "[bob]")
}

func TestMessageByHandWithSomebodyWithoutAConversation(t *testing.T) {
	d := withAda(threads{})
	d.expect(t, Tab{Kind: All}, "[]")
	sent := d.says(model.MessageSent, "Hello")
	d.expect(t, Tab{Kind: Waiting}, "[Ada]")
	d.line(t, ID{Person: model.PersonKey("ada")}, "You: Hello")
	d.add(model.EventReverted{Event: sent})
	d.expect(t, Tab{Kind: All}, "[]")
}

// The last thing that passed between the two is what the line tells.
func TestInMailAndMessageByHand(t *testing.T) {
	d := withAda(three())
	d.add(model.SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
	d.says(model.MessageReceived, "Ask me by InMail")
	d.board.Advance(d.board.Now().Add(time.Hour))
	d.add(model.InMailSent{InMail: "i", Contact: "ada", Seat: "main", Cost: 1})
	d.line(t, id("ada"), "InMail sent, no reply (0d)")
	d.says(model.MessageReceived, "Thanks")
	d.line(t, id("ada"), "Thanks")
}

package store

import (
	"slices"
	"testing"

	"cordial/model"
)

// TestTheSameHumanUnderAnotherName imports a conversation twice, with somebody in it
// who stands there otherwise the second time. Nothing may be doubled.
func TestTheSameHumanUnderAnotherName(t *testing.T) {
	talk := func(them string, more ...mail) export {
		e := export{made: clock(1000), messages: []mail{
			{conversation: "2-a", from: me, to: them, at: clock(0), text: "hello"},
			{conversation: "2-a", from: them, to: me, at: clock(1), text: "hi"},
			{conversation: "2-a", from: them, to: me, at: clock(1), text: "how are you?"},
			{conversation: "2-b", from: me, to: "zoe", at: clock(2), text: "somebody else"},
		}}
		for _, m := range more {
			m.conversation, m.from, m.to = "2-a", them, me
			e.messages = append(e.messages, m)
		}
		return e
	}
	fresh := mail{at: clock(9), text: "and now?"}
	for _, c := range []struct{ name, first, second, is string }{
		{"an account that was closed", "anna", "", "anna"},
		{"an account that came back", "", "anna", "anna"},
		{"an address that was changed", "anna", "anna-new", "anna"},
		{"nobody twice", "", "", "unknown-" + model.ThreadKey("2-a").ThreadID()[1:]},
		{"the same twice", "anna", "anna", "anna"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			bring(t, s, talk(c.first))
			second := talk(c.second, fresh)
			second.made = clock(2000)
			if r := bring(t, s, second); r.Messages.New != 1 || r.Messages.Known != 4 || r.Changed != 0 {
				t.Errorf("%+v, %d changed", r.Messages, r.Changed)
			}
			want := []string{"me: hello", c.is + ": hi", c.is + ": how are you?", c.is + ": and now?"}
			if got := texts(t, s, "2-a"); !slices.Equal(got, want) {
				t.Errorf("%q", got)
			}
			row := thread(t, s, "2-a")
			if row.Group || row.Person != model.PersonKey(c.is) || len(row.People) != 1 || row.People[0].ID != c.is {
				t.Errorf("%+v", row)
			}
			sound(t, s)
			before := dump(t, s)
			if r := bring(t, s, second); r.Messages.New != 0 || dump(t, s) != before {
				t.Errorf("a third time: %+v", r.Messages)
			}
		})
	}
}

func TestOneOfAGroupClosesTheirAccount(t *testing.T) {
	talk := func(from string) export {
		return export{made: clock(1000), messages: []mail{
			{conversation: "2-g", from: from, to: "me,bert", at: clock(0), text: "all"},
			{conversation: "2-g", from: "bert", to: me, at: clock(1), text: "together"},
			{conversation: "2-g", from: me, to: "bert", at: clock(2), text: "now"},
		}}
	}
	s := newStore(t)
	bring(t, s, talk("anna"))
	if r := bring(t, s, talk("")); r.Messages.New != 0 {
		t.Errorf("%+v", r.Messages)
	}
	if row := thread(t, s, "2-g"); !row.Group || len(row.People) != 2 || row.In != 2 {
		t.Errorf("%+v", row)
	}
	sound(t, s)
}

func TestAConversationThatBecomesAGroup(t *testing.T) {
	s := newStore(t)
	first := mail{conversation: "2-g", from: "anna", to: me, at: clock(0), text: "one"}
	second := mail{conversation: "2-g", from: "bert", to: "me,anna", at: clock(1), text: "two"}
	bring(t, s, export{made: clock(10), messages: []mail{first}})
	if r := bring(t, s, export{made: clock(20), messages: []mail{first, second}}); r.Messages.New != 1 {
		t.Errorf("%+v", r.Messages)
	}
	if row := thread(t, s, "2-g"); !row.Group || row.Person != 0 || len(row.People) != 2 {
		t.Errorf("%+v", row)
	}
	if r := bring(t, s, export{made: clock(30), messages: []mail{first}}); r.Messages.New != 0 {
		t.Errorf("%+v", r.Messages)
	}
	if row := thread(t, s, "2-g"); len(row.People) != 2 {
		t.Errorf("%+v", row)
	}
	sound(t, s)
}

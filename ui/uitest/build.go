package uitest

import (
	"fmt"
	"strings"
	"time"

	"cordial/model"
	"cordial/model/day"
)

// Know adds somebody to the evidence. An id, if none is given, is made of the name;
// with a date of connection they are 1st degree.
func (m *Memory) Know(p model.Person) model.Person {
	if p.ID == "" {
		p.ID = strings.ToLower(strings.ReplaceAll(p.Name, " ", "-"))
		p.URL = "https://www.linkedin.com/in/" + p.ID
	}
	p.Key = model.PersonKey(p.ID)
	if p.ConnectedOn != 0 {
		p.Connected, p.Degree = true, 1
	}
	m.people = append(m.people, p)
	m.evidence++
	return p
}

// Talk adds a conversation with somebody. Say fills it.
func (m *Memory) Talk(people ...model.Person) model.Key {
	t := talk{thread: model.Thread{Head: model.Head{Key: model.ThreadKey(people[0].ID), Group: len(people) > 1}}}
	for _, p := range people {
		t.thread.People = append(t.thread.People, model.PersonRef{ID: p.ID, Key: p.Key, Name: p.Name})
	}
	if len(people) == 1 {
		t.thread.Person, t.thread.Connected = people[0].Key, people[0].Connected
	} else {
		t.thread.Key = model.ThreadKey(fmt.Sprint(len(m.talks)))
	}
	t.thread.ID = t.thread.Key.ThreadID()
	m.talks = append(m.talks, t)
	m.evidence++
	return t.thread.Key
}

// Say adds a message to a conversation: the user's, or one of its first person's.
// Messages must come in the order of time.
func (m *Memory) Say(thread model.Key, at time.Time, me bool, text string) {
	for i := range m.talks {
		t := &m.talks[i]
		if t.thread.Key != thread {
			continue
		}
		msg := model.Message{At: at, Me: me, Text: text, From: t.thread.People[0]}
		if me {
			msg.From = model.PersonRef{Name: "Pavel Novák"}
			t.thread.LastOut, t.thread.Out = at.Unix(), t.thread.Out+1
		} else {
			t.thread.LastIn, t.thread.In = at.Unix(), t.thread.In+1
		}
		t.messages = append(t.messages, msg)
		t.thread.LastAt, t.thread.LastFromMe, t.thread.Snippet = at.Unix(), me, text
	}
	m.evidence++
}

// Change alters the digest of a conversation, such as its title or guess.
func (m *Memory) Change(thread model.Key, change func(*model.Thread)) {
	for i := range m.talks {
		if m.talks[i].thread.Key == thread {
			change(&m.talks[i].thread)
		}
	}
	m.evidence++
}

// Invite adds a connection request to the evidence.
func (m *Memory) Invite(p model.Person, outgoing bool, on day.Day, note string) {
	m.invites = append(m.invites, model.Invitation{
		Person: model.PersonRef{ID: p.ID, Key: p.Key, Name: p.Name}, Outgoing: outgoing, At: on.Start(time.UTC), Note: note,
	})
	m.evidence++
}

// Decide adds decisions to the journal, as another program would.
func (m *Memory) Decide(at time.Time, decisions ...model.Decision) {
	for _, d := range decisions {
		m.events = append(m.events, model.Event{
			ID: fmt.Sprintf("event-%d", len(m.events)+1), At: at, Recorded: at, Decision: d,
		})
	}
}

// On is the subjects of a decision about one conversation.
func On(thread model.Key) model.Subjects { return model.Subjects{Threads: []string{thread.ThreadID()}} }

// Attach gives the last message of a conversation attachments.
func (m *Memory) Attach(thread model.Key, names ...string) {
	for i := range m.talks {
		if t := &m.talks[i]; t.thread.Key == thread {
			t.messages[len(t.messages)-1].Attachments = names
		}
	}
	m.evidence++
}

// Vanish makes the connection requests with somebody no longer listed by an archive of
// that time.
func (m *Memory) Vanish(id string, at time.Time) {
	for i := range m.invites {
		if m.invites[i].Person.ID == id {
			m.invites[i].Gone = at
		}
	}
	m.evidence++
}

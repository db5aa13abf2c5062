package linkedin

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Senders while rows are resolved; afterwards there are only indexes and Me.
const (
	unresolved int32 = -2 // the row gives no address
	stranger   int32 = -3 // the Unknown person of its conversation
)

// resolve finds the owner, puts people and conversations into their lasting order, and settles who wrote each message.
func (b *builder) resolve(opts Options) error {
	b.connect()
	b.introduce()
	if err := b.owner(opts); err != nil {
		return err
	}
	people := b.orderPeople()
	conversations := b.orderConversations(people)
	for i := range b.threads.rows {
		m := &b.threads.rows[i]
		m.Conversation = conversations[m.Conversation]
		if m.Sender >= 0 {
			m.Sender = people[m.Sender]
		}
	}
	for i := range b.asked.rows {
		b.asked.rows[i].other = people[b.asked.rows[i].other]
	}
	b.resolveNameless(people, conversations)
	b.out.Messages, b.threads.rows = b.threads.rows, nil
	return nil
}

// orderPeople moves everybody but the owner to out, by key, those without one last. It answers where each went; the
// owner went to Me.
func (b *builder) orderPeople() []int32 {
	list := b.people.list
	order := make([]int32, 0, len(list))
	moved := make([]int32, len(list))
	for i := range list {
		if moved[i] = Me; list[i].Key == "" || list[i].Key != b.out.Owner.Key {
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(x, y int32) int { return comparePeople(&list[x], &list[y]) })
	b.out.People = make([]Person, len(order))
	for to, from := range order {
		b.out.People[to] = list[from]
		moved[from] = int32(to)
	}
	return moved
}

func comparePeople(x, y *Person) int {
	if (x.Key == "") != (y.Key == "") {
		return len(y.Key) - len(x.Key)
	}
	return cmp.Or(strings.Compare(x.Key, y.Key), strings.Compare(x.Name, y.Name), strings.Compare(x.Company, y.Company),
		strings.Compare(x.Position, y.Position), strings.Compare(x.Email, y.Email), x.ConnectedOn.Time().Compare(y.ConnectedOn.Time()))
}

// orderConversations moves the conversations to out, by ID, and answers where each went.
func (b *builder) orderConversations(people []int32) []int32 {
	list := b.threads.list
	order := make([]int32, len(list))
	moved := make([]int32, len(list))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int { return strings.Compare(list[x].ID, list[y].ID) })
	b.out.Conversations = make([]Conversation, len(order))
	for to, from := range order {
		moved[from] = int32(to)
		c := list[from]
		others := c.People[:0]
		for _, person := range c.People {
			if person = people[person]; person != Me {
				others = append(others, person)
			}
		}
		slices.Sort(others)
		c.People = others
		b.out.Conversations[to] = c
	}
	return moved
}

// resolveNameless settles the rows without a sender's address, each inside its own conversation, and makes the Unknown
// people that remain.
func (b *builder) resolveNameless(people, conversations []int32) {
	guess := newGuess(b, people)
	for _, row := range b.threads.nameless {
		m := &b.threads.rows[row.row]
		m.Sender = guess.sender(&b.out.Conversations[m.Conversation], row)
	}
	latest := b.strangers(conversations)
	for i := range b.out.Conversations {
		c := &b.out.Conversations[i]
		name, spoke := latest[int32(i)]
		if !spoke && len(c.People) > 0 {
			continue
		}
		c.Unknown = int32(len(b.out.People))
		b.out.People = append(b.out.People, Person{Name: name.text, Unknown: true})
	}
	for _, row := range b.threads.nameless {
		if m := &b.threads.rows[row.row]; m.Sender == stranger {
			m.Sender = b.out.Conversations[m.Conversation].Unknown
		} else {
			m.SenderName = ""
		}
	}
}

// seenName is a name and when it was seen.
type seenName struct {
	text string
	at   int64
}

// strangers answers the latest name under which each conversation's Unknown person wrote; where there are no other
// people at all, the name in TO serves.
func (b *builder) strangers(moved []int32) map[int32]seenName {
	latest := map[int32]seenName{}
	for _, row := range b.threads.nameless {
		m := &b.threads.rows[row.row]
		if m.Sender != stranger {
			continue
		}
		later(latest, m.Conversation, seenName{m.SenderName, m.At})
	}
	addressed := map[int32]seenName{}
	own := b.ownerNames()
	for both, at := range b.threads.to {
		thread, name := moved[both>>32], uint32(both)
		_, spoke := latest[thread]
		if !spoke && len(b.out.Conversations[thread].People) == 0 && !own[b.names.folded[name]] {
			later(addressed, thread, seenName{b.names.list[name], at})
		}
	}
	maps.Copy(latest, addressed)
	return latest
}

// later keeps the latest name of a conversation; of two at one time the alphabet's first.
func later(list map[int32]seenName, thread int32, name seenName) {
	old, ok := list[thread]
	if !ok || name.at > old.at || name.at == old.at && name.text < old.text {
		list[thread] = name
	}
}

// guess answers who wrote a row that gives no address (linkedin-export.md section 7, "Direction").
type guess struct {
	b       *builder
	own     map[string]bool             // the owner's folded names
	moved   []int32                     // where people went
	calls   map[int32][]string          // folded names under which people wrote
	members map[string]map[string]int32 // people by folded name, for each conversation asked about
}

func newGuess(b *builder, moved []int32) *guess {
	g := &guess{b: b, own: b.ownerNames(), moved: moved, calls: map[int32][]string{}, members: map[string]map[string]int32{}}
	for call := range b.threads.calls {
		person := moved[call>>32]
		g.calls[person] = append(g.calls[person], b.names.folded[uint32(call)])
	}
	return g
}

// named answers the one other member of a conversation who goes by a folded name, or Nobody.
func (g *guess) named(c *Conversation, name string) int32 {
	list, ok := g.members[c.ID]
	if !ok {
		list = map[string]int32{}
		for _, person := range c.People {
			for _, known := range append(g.calls[person], fold(g.b.out.People[person].Name)) {
				if other, taken := list[known]; taken && other != person {
					list[known] = Nobody
				} else {
					list[known] = person
				}
			}
		}
		g.members[c.ID] = list
	}
	if person, ok := list[name]; ok && name != "" {
		return person
	}
	return Nobody
}

// sender answers Me, the counterpart, the group's member of that name, or stranger.
func (g *guess) sender(c *Conversation, row nameless) int32 {
	name := g.b.names.folded[row.name]
	namesake := g.named(c, name)
	switch {
	case g.own[name] && (namesake == Nobody || len(row.recipients) == 0):
		return Me
	case (g.own[name] || name == "") && g.toOthersOnly(row.recipients):
		return Me
	case namesake != Nobody:
		return namesake
	case len(c.People) == 1 && (name == "" || len(g.calls[c.People[0]]) == 0):
		return c.People[0]
	}
	return stranger
}

// toOthersOnly reports that a row is addressed to somebody, and not to the owner.
func (g *guess) toOthersOnly(recipients []int32) bool {
	for _, person := range recipients {
		if g.moved[person] == Me {
			return false
		}
	}
	return len(recipients) > 0
}

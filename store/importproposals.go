package store

import (
	"slices"
	"strings"
	"time"

	"cordial/model"
	"cordial/store/linkedin"
)

// proposals counts what a review lists after the import; dry, what it would list, as far
// as the archive can tell.
func (in *intake) proposals(dry bool) (int, error) {
	events, err := in.s.Events(0)
	if err != nil {
		return 0, err
	}
	book, err := in.s.fold(events)
	if err != nil {
		return 0, err
	}
	clues, err := in.clues(dry)
	if err != nil {
		return 0, err
	}
	review, err := book.Propose(clues, in.options.Now)
	return len(review.Proposals), err
}

// clues is the evidence that proposals are made from: what is there, and, dry, with what
// the archive adds to it.
func (in *intake) clues(dry bool) (model.Clues, error) {
	threads, err := in.s.Threads()
	if err != nil {
		return model.Clues{}, err
	}
	people, err := in.s.People()
	if err != nil {
		return model.Clues{}, err
	}
	invitations, err := in.s.AllInvitations()
	if err != nil {
		return model.Clues{}, err
	}
	there := func(thread model.Key, after time.Time) (time.Time, bool, error) {
		return model.FirstReply(in.s.Messages, thread, after)
	}
	if !dry {
		return model.Gather(threads, people, invitations, there), nil
	}
	all := everybody{people, in.people}
	a := afterwards{ThreadSet: threads, in: in, people: map[model.Key]personRecord{}, rows: map[int]model.Thread{}, archived: map[model.Key]conversing{}}
	for i := range all.Len() {
		if p := all.Row(i); p.Connected {
			a.people[p.Key] = personRecord{Connected: true, ConnectedOn: p.ConnectedOn}
		}
	}
	a.lay()
	reply := func(thread model.Key, after time.Time) (time.Time, bool, error) {
		at, found, err := there(thread, after)
		if first, ok := a.reply(thread, after); err == nil && ok && (!found || first.Before(at)) {
			return first, true, nil
		}
		return at, found, err
	}
	return model.Gather(&a, all, a.invitations(invitations), reply), nil
}

// everybody is those who are there and those in the archive, who come later.
type everybody struct {
	model.PeopleSet
	more []incoming
}

// Len is the number of rows; somebody may have two.
func (e everybody) Len() int { return e.PeopleSet.Len() + len(e.more) }

// Row is all that one of the two knows of somebody.
func (e everybody) Row(i int) model.Person {
	if n := e.PeopleSet.Len(); i >= n {
		return e.more[i-n].record.person(e.more[i-n].key)
	}
	return e.PeopleSet.Row(i)
}

// afterwards is the conversations as they would be after an import: those that are there,
// with what the archive adds, and then those that are only in the archive.
type afterwards struct {
	model.ThreadSet
	in       *intake
	people   map[model.Key]personRecord // the connections
	rows     map[int]model.Thread       // that the archive changes, by place
	fresh    []model.Thread
	archived map[model.Key]conversing
}

// Len is the number of conversations.
func (a *afterwards) Len() int { return a.ThreadSet.Len() + len(a.fresh) }

// Head is what order and tabs need of conversation i.
func (a *afterwards) Head(i int) model.Head {
	if i >= a.ThreadSet.Len() {
		return a.fresh[i-a.ThreadSet.Len()].Head
	}
	if t, changed := a.rows[i]; changed {
		return t.Head
	}
	return a.ThreadSet.Head(i)
}

// Row is all of conversation i.
func (a *afterwards) Row(i int) model.Thread {
	if i >= a.ThreadSet.Len() {
		return a.fresh[i-a.ThreadSet.Len()]
	}
	if t, changed := a.rows[i]; changed {
		return t
	}
	return a.ThreadSet.Row(i)
}

// lay lays the archive over what is there.
func (a *afterwards) lay() {
	for _, t := range a.in.threads {
		a.archived[t.key] = t
	}
	known := map[model.Key]bool{}
	for i := range a.ThreadSet.Len() {
		key := a.ThreadSet.Head(i).Key
		if t, changed := a.archived[key]; changed {
			known[key] = true
			a.rows[i] = a.with(a.ThreadSet.Row(i), t)
		}
	}
	for _, t := range a.in.threads {
		if !known[t.key] {
			a.fresh = append(a.fresh, a.with(a.begun(t), t))
		}
	}
}

// begun is a conversation that is only in the archive, before its messages.
func (a *afterwards) begun(t conversing) model.Thread {
	c := &a.in.export.Conversations[t.index]
	row := model.Thread{Head: model.Head{Key: t.key, Group: len(c.People) > 1}, ID: t.key.ThreadID(), Title: c.Title}
	for _, p := range c.People {
		row.People = append(row.People, model.PersonRef{Key: a.in.keys[p], ID: a.in.export.People[p].Key, Name: a.in.export.People[p].Name})
	}
	if len(row.People) == 0 {
		row.People = []model.PersonRef{{Key: unknownKey(t.key), ID: unknownID(t.key), Name: closedAccount}}
	}
	if !row.Group {
		row.Person = row.People[0].Key
	}
	return row
}

// with is a conversation with the messages of the archive.
func (a *afterwards) with(row model.Thread, t conversing) model.Thread {
	messages := a.messages(t)
	if len(messages) == 0 {
		return row
	}
	first := row.LastAt == 0
	for i := range messages {
		m := &messages[i]
		mine := m.Sender == linkedin.Me
		if mine {
			row.LastOut = max(row.LastOut, m.At)
		} else {
			row.LastIn = max(row.LastIn, m.At)
		}
		if m.At >= row.LastAt {
			row.LastAt, row.LastFromMe = m.At, mine
		}
		if g := &row.InMail; g.Kind == model.ProbablySent && g.Answered == 0 && !mine && m.At >= g.At {
			g.Answered = m.At
		}
	}
	if first && !row.Group && !connectedBy(a.people[row.Person], messages[0].At) {
		row.Subject, row.InMail = guessOf(messages)
	}
	return row
}

// messages are those of a conversation in the archive.
func (a *afterwards) messages(t conversing) []linkedin.Message {
	c := &a.in.export.Conversations[t.index]
	return a.in.export.Messages[c.First : c.First+c.Count]
}

// guessOf tells whether messages look like an InMail that the user sent, as codec.guess
// does of those that are stored.
func guessOf(messages []linkedin.Message) (subject string, g model.Guess) {
	opening := messages
	for i := range messages {
		if messages[i].At != messages[0].At {
			opening = messages[:i]
			break
		}
	}
	i := slices.IndexFunc(opening, func(m linkedin.Message) bool { return strings.TrimSpace(m.Subject) != "" })
	if i < 0 || opening[i].Sender != linkedin.Me {
		return "", g
	}
	g = model.Guess{Kind: model.ProbablySent, At: opening[i].At}
	if j := slices.IndexFunc(messages, func(m linkedin.Message) bool { return m.Sender != linkedin.Me }); j >= 0 {
		g.Answered = messages[j].At
	}
	return opening[i].Subject, g
}

// reply finds the first message of theirs in the archive after an instant.
func (a *afterwards) reply(thread model.Key, after time.Time) (time.Time, bool) {
	t, ok := a.archived[thread]
	if !ok {
		return time.Time{}, false
	}
	messages := a.messages(t)
	i := slices.IndexFunc(messages, func(m linkedin.Message) bool { return m.Sender != linkedin.Me && m.At > after.Unix() })
	if i < 0 {
		return time.Time{}, false
	}
	return at(messages[i].At), true
}

// invitations are the connection requests as they would be after the import.
func (a *afterwards) invitations(there []model.Invitation) []model.Invitation {
	type request struct {
		person   model.Key
		outgoing bool
		at       int64
	}
	newest := max(a.in.head.Listed, a.in.observed)
	if !a.in.plan.listed {
		newest = a.in.head.Listed
	}
	seen := map[request]bool{} // by the archive
	for _, v := range a.in.export.Invitations {
		seen[request{a.in.keys[v.Person], v.Outgoing, v.SentAt}] = true
	}
	var all []model.Invitation
	for _, i := range there {
		r := request{i.Person.Key, i.Outgoing, i.At.Unix()}
		switch {
		case a.people[r.person].Connected, seen[r] && a.in.observed >= newest:
			i.Gone = time.Time{}
		case a.in.plan.listed && !seen[r]:
			i.Gone = at(newest)
		}
		delete(seen, r)
		all = append(all, i)
	}
	for _, v := range a.in.export.Invitations {
		r := request{a.in.keys[v.Person], v.Outgoing, v.SentAt}
		if !seen[r] {
			continue
		}
		delete(seen, r)
		p := a.in.export.People[v.Person]
		i := model.Invitation{Person: model.PersonRef{ID: p.Key, Key: r.person, Name: p.Name}, Outgoing: r.outgoing, At: at(r.at), Note: v.Note}
		if a.in.observed < newest && !a.people[r.person].Connected {
			i.Gone = at(newest)
		}
		all = append(all, i)
	}
	return all
}

package dialog

import (
	"strings"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/match"
	"cordial/ui/port"
)

// Talks is every conversation, ready to be searched by its name. Like a Directory it is
// made beside the screen and kept until the evidence changes.
type Talks struct {
	index *match.Index
	ids   []triage.ID
}

// NewTalks indexes a picture of all conversations by their titles and the names of those
// who take part.
func NewTalks(threads port.Threads) *Talks {
	t := &Talks{ids: make([]triage.ID, threads.Len())}
	t.index = match.NewIndex(threads.Len(), func(i int) string {
		row := threads.Row(i)
		t.ids[i] = triage.ID{Thread: row.Key, Person: row.Person}
		return talkName(row)
	})
	return t
}

// talkName is the text by which a conversation is found.
func talkName(t model.Thread) string {
	names := nonEmpty(clean.Line(t.Title))
	for _, p := range t.People {
		names = append(names, clean.Line(p.Name))
	}
	return strings.Join(names, " ")
}

// talkFinder finds conversations as somebody types; those with somebody who was removed
// are not there.
type talkFinder struct {
	talks  *Talks // nil while it is being read
	finder *match.Finder
	roots  map[model.Key]model.Key // of those who became part of somebody
}

// newTalkFinder finds the conversations of a world as it is now.
func newTalkFinder(w World) talkFinder {
	f := talkFinder{talks: w.Talks, finder: match.NewFinder(match.Strings(), nil), roots: map[model.Key]model.Key{}}
	for _, m := range w.Book.Merges() {
		for _, k := range w.Book.Keys(m.Root) {
			f.roots[k] = m.Root
		}
	}
	if t := w.Talks; t != nil {
		removed := w.removed()
		f.finder = match.NewFinder(t.index, func(i int) bool { return removed[t.ids[i].Person] })
	}
	return f
}

// find answers the conversations that match, at most limit, and how many there are.
func (f *talkFinder) find(query string, limit int) (rows []offer, total int) {
	hits, total := f.finder.Find(query, limit)
	for _, h := range hits {
		id := f.talks.ids[h.Item]
		if root, part := f.roots[id.Person]; part {
			id.Person = root
		}
		rows = append(rows, offer{kind: aTalk, talk: id, at: h.At})
	}
	return rows, total
}

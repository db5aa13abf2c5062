package dialog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/ui/match"
)

// The most rows of people, labels and conversations: beside commands, and alone.
const (
	fewOffers  = 20
	manyOffers = 100
)

// limited parts the sign that limits a query from what is looked for.
func limited(typed string) (sign, query string) {
	for _, sign := range []string{"@", "#", ":", ">", "›"} {
		if rest, ok := strings.CutPrefix(typed, sign); ok {
			return sign, rest
		}
	}
	return "", typed
}

// find answers what is typed. The cursor stays in its place, as far as it is a row.
func (d *Palette) find() {
	sign, query := limited(strings.TrimLeft(d.input.Value(), " "))
	query = strings.TrimSpace(query)
	d.want, d.meant = want{}, false
	switch sign {
	case "@":
		d.findPeople(query)
	case "#":
		d.lines = d.findLabels(query)
		d.count = fmt.Sprintf("%d of %d", len(d.lines), d.labels.Len())
	case ">", "›":
		d.findTalks(query)
	default:
		d.findAll(query, sign == "")
	}
	d.list = d.list.Resize(len(d.lines), d.list.Height)
	d.settle()
}

// findAll answers with commands, and with everybody below them. Where no command is
// meant, only its letters are scattered over one, people come first.
func (d *Palette) findAll(query string, everybody bool) {
	d.lines, d.meant = d.known.find(query)
	d.count = fmt.Sprintf("%d of %d", len(d.lines), len(d.known.all))
	if query == "" || !everybody {
		return
	}
	d.want = want{"@", query, fewOffers}
	others := d.headed(nil, "People", d.likely())
	labels := slices.DeleteFunc(d.findLabels(query), func(o offer) bool { return len(o.at) < 3 || !tight(clean.Line(o.label), o.at) })
	others = d.headed(others, "Labels", labels)
	switch {
	case len(others) == 0:
	case d.meant && !d.narrow:
		d.lines = append(append(d.lines, offer{kind: aHeading}), others...)
	case d.meant:
		d.lines = append(d.lines, others...)
	default:
		d.lines = d.headed(others, "Commands", d.lines)
	}
}

// likely is the people who are meant: those over whose names the letters are scattered
// are not, unless nobody and nothing else is.
func (d *Palette) likely() []offer {
	people := slices.Clone(d.caught())
	if d.meant || slices.ContainsFunc(people, func(o offer) bool { return !strewn(o) }) {
		people = slices.DeleteFunc(people, strewn)
	}
	return people
}

// headed adds rows under a heading, if there are any. A narrow screen has no room for
// headings: there each row has its sign.
func (d *Palette) headed(lines []offer, heading string, rows []offer) []offer {
	if len(rows) == 0 {
		return lines
	}
	if d.narrow {
		return append(lines, rows...)
	}
	if len(lines) > 0 {
		lines = append(lines, offer{kind: aHeading})
	}
	return append(append(lines, offer{kind: aHeading, heading: heading}), rows...)
}

// findTalks answers with conversations, the latest where nothing is typed.
func (d *Palette) findTalks(query string) {
	total, _ := d.world.Board.Count(triage.Tab{Kind: triage.All})
	if query != "" {
		d.want = want{">", query, manyOffers}
		d.lines, d.count = d.caught(), fmt.Sprintf("%d of %d", d.catch.total, total)
		return
	}
	d.lines, d.count = nil, fmt.Sprintf("%d of %d", total, total)
	for i := range manyOffers {
		if id, ok := d.world.Board.At(triage.Tab{Kind: triage.All}, i); ok {
			d.lines = append(d.lines, offer{kind: aTalk, talk: id})
		}
	}
}

// findPeople answers with people, those of the latest conversations where nothing is
// typed.
func (d *Palette) findPeople(query string) {
	if query != "" {
		d.want = want{"@", query, manyOffers}
		d.lines, d.count = d.caught(), fmt.Sprintf("%d of %d", d.catch.total, d.people)
		return
	}
	d.lines, d.count = nil, fmt.Sprintf("%d of %d", d.people, d.people)
	for _, p := range d.world.recent(manyOffers) {
		d.lines = append(d.lines, offer{kind: aPerson, person: p})
	}
}

// findLabels answers the labels that match.
func (d *Palette) findLabels(query string) (rows []offer) {
	labels := d.world.Book.Labels()
	hits, _ := d.labels.Find(query, len(labels))
	for _, h := range hits {
		rows = append(rows, offer{kind: aLabel, label: labels[h.Item], at: h.At})
	}
	return rows
}

// together tells whether three characters or more stand together.
func together(at []int) bool { return len(at) > 2 && at[len(at)-1]-at[0] == len(at)-1 }

// name is what completing types.
func (d *Palette) name(o offer) string {
	switch o.kind {
	case aLabel:
		return clean.Line(o.label)
	case aPerson:
		return clean.Line(o.person.Name)
	case aTalk:
		return d.world.name(o.talk)
	default:
		return o.command.Title
	}
}

// commandIndex finds commands by their titles, and by the words of their help.
type commandIndex struct {
	all           []Command
	titles, helps *match.Index
}

// newCommandIndex indexes commands.
func newCommandIndex(all []Command) commandIndex {
	return commandIndex{
		all:    all,
		titles: match.NewIndex(len(all), func(i int) string { return all[i].Title }),
		helps:  match.NewIndex(len(all), func(i int) string { return all[i].Help }),
	}
}

// rank is how well a command matches: every word must be in its title, or begin words of
// its help.
type rank struct {
	item    int
	scatter bool // letters of a word are strewn over the title: perhaps something else is meant
	helped  int  // words that only the help has
	late    bool // no word begins the title
	score   int  // of those that the title has
	length  int  // of the title
	at      []int
}

// find answers the commands that match, best first, and whether one of them is meant:
// its letters begin words or stand together.
func (x commandIndex) find(query string) (rows []offer, meant bool) {
	words := strings.Fields(query)
	ranks := make([]rank, len(x.all))
	missed := make([]int, len(x.all)) // words that a command has nowhere
	for i := range ranks {
		ranks[i].item, missed[i] = i, len(words)
		if len(words) > 0 {
			ranks[i].length, ranks[i].late = len(x.all[i].Title), true
		}
	}
	for _, word := range words {
		hit := map[int]bool{}
		loose := map[int]match.Hit{}
		titles, _ := x.titles.Find(word, len(x.all))
		for _, h := range titles {
			if tight(x.all[h.Item].Title, h.At) {
				ranks[h.Item].add(h)
				hit[h.Item] = true
			} else {
				loose[h.Item] = h
			}
		}
		helps, _ := x.helps.Find(word, len(x.all))
		for _, h := range helps {
			if text := []rune(x.all[h.Item].Help); !hit[h.Item] && begins(text, h.At) {
				ranks[h.Item].helped++
				hit[h.Item] = true
			}
		}
		for i, h := range loose {
			if !hit[i] {
				ranks[i].add(h)
				ranks[i].scatter, hit[i] = true, true
			}
		}
		for i := range hit {
			missed[i]--
		}
	}
	ranks = slices.DeleteFunc(ranks, func(r rank) bool { return missed[r.item] > 0 })
	slices.SortStableFunc(ranks, rank.compare)
	for _, r := range ranks {
		slices.Sort(r.at)
		rows = append(rows, offer{kind: aCommand, command: x.all[r.item], at: slices.Compact(r.at)})
		meant = meant || !r.scatter
	}
	return rows, meant
}

// add takes in a word that the title has.
func (r *rank) add(h match.Hit) {
	r.score += h.Score
	r.late = r.late && h.At[0] > 0
	r.at = append(r.at, h.At...)
}

// compare puts the better match first, then the shorter title; equal ones keep the order
// of the table.
func (r rank) compare(o rank) int {
	return cmp.Or(truth(r.scatter)-truth(o.scatter), r.helped-o.helped, truth(r.late)-truth(o.late), o.score-r.score, r.length-o.length)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tight tells whether the characters that were hit begin words, or three or more stand
// together.
func tight(text string, at []int) bool {
	runes := []rune(text)
	for i, place := range at {
		follows := i > 0 && at[i-1] == place-1
		if !follows && !starts(runes, place) {
			return together(at)
		}
	}
	return true
}

// begins tells whether the characters that were hit are the beginning of one word.
func begins(text []rune, at []int) bool {
	return len(at) > 0 && at[len(at)-1]-at[0] == len(at)-1 && starts(text, at[0])
}

// starts tells whether a word begins at a place.
func starts(text []rune, place int) bool {
	return place == 0 || !unicode.IsLetter(text[place-1]) && !unicode.IsDigit(text[place-1])
}

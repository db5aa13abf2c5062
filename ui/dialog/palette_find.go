package dialog

import (
	"fmt"
	"slices"
	"strings"

	"cordial/model/clean"
	"cordial/model/triage"
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

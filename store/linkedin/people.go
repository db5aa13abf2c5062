package linkedin

import (
	"strings"

	"cordial/model/who"

	"golang.org/x/text/unicode/norm"
)

// weight says how far a source of a name is trusted. A connection's row is the card itself; what a message calls its
// sender is the name at export time; the rest is second hand.
type weight uint8

const (
	fromRecipient weight = iota + 1
	fromInvitation
	fromSender
	fromConnection
)

// people gathers everybody who is named, each identity key once.
type people struct {
	list   []Person
	weight []weight // of list[i].Name
	at     []int64  // when list[i].Name was seen
	byKey  map[string]int32
	byURL  map[string]int32 // by the cell as written, so that each address is taken apart once
}

func newPeople() *people {
	return &people{byKey: map[string]int32{}, byURL: map[string]int32{}}
}

// identity answers the key of a cell with one profile address.
func identity(cell string) (string, bool) {
	key, ok := who.Identity(cell)
	return norm.NFC.String(key), ok
}

// of answers the person of a cell with a profile address, or Nobody.
func (p *people) of(cell string) int32 {
	if i, ok := p.byURL[cell]; ok {
		return i
	}
	i := Nobody
	if key, ok := identity(cell); ok {
		i = p.keyed(key)
	}
	p.byURL[strings.Clone(cell)] = i
	return i
}

// peek reports whether a cell has a profile address, without noting the person.
func (p *people) peek(cell string) bool {
	if i, ok := p.byURL[cell]; ok {
		return i != Nobody
	}
	_, ok := who.Identity(cell)
	return ok
}

// keyed answers the person of an identity key, new or known.
func (p *people) keyed(key string) int32 {
	if i, ok := p.byKey[key]; ok {
		return i
	}
	key = strings.Clone(key)
	i := p.add(Person{Key: key})
	p.byKey[key] = i
	return i
}

// add appends somebody without looking for the same one.
func (p *people) add(person Person) int32 {
	p.list = append(p.list, person)
	p.weight = append(p.weight, 0)
	p.at = append(p.at, 0)
	return int32(len(p.list) - 1)
}

// named offers a name seen at some time. The better source wins, then the later time, then the alphabet.
func (p *people) named(i int32, name string, from weight, at int64) {
	old := p.list[i].Name
	if name == "" || name == old && from == p.weight[i] && at <= p.at[i] {
		return
	}
	if p.list[i].Key != "" && strings.EqualFold(name, closedAccount) {
		return
	}
	if from < p.weight[i] || from == p.weight[i] && (at < p.at[i] || at == p.at[i] && name > old) {
		return
	}
	p.list[i].Name, p.weight[i], p.at[i] = name, from, at
}

// addresses calls each for every profile in a cell that may hold several, joined by commas, semicolons or spaces.
func (p *people) addresses(cell string, each func(int32)) {
	for cell != "" {
		end := strings.IndexAny(cell, ",; \t\r\n")
		one := cell
		if end >= 0 {
			one, cell = cell[:end], cell[end+1:]
		} else {
			cell = ""
		}
		if one == "" {
			continue
		}
		if i := p.of(one); i != Nobody {
			each(i)
		}
	}
}

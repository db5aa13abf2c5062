package linkedin

// connected tells who is a connection by the folded name. Before mid-2023 no connection had an address, and no
// invitation before the end of that year, so that names are all there is to tell by. They decide what a count says and
// whom a request was for, and never make two cards one.
type connected map[string][]namesake

// namesake is a connection of some name.
type namesake struct {
	person int32 // index into the builder's people
	keyed  bool  // it has an address
	on     Day   // zero: no readable date
}

// connected gathers the connections by name, once their cards are laid on the people.
func (b *builder) connected() connected {
	list := connected{}
	for i := range b.people.list {
		if p := &b.people.list[i]; p.Connected && p.Name != "" {
			name := fold(p.Name)
			list[name] = append(list[name], namesake{person: int32(i), keyed: p.Key != "", on: p.ConnectedOn})
		}
	}
	return list
}

// only answers the one connection of a name, or Nobody where there is none or there are several.
func (c connected) only(name string) int32 {
	if list := c[name]; len(list) == 1 {
		return list[0].person
	}
	return Nobody
}

// has tells whether a connection without an address has a name.
func (c connected) has(name string) bool {
	_, ok := c.since(name, true)
	return ok
}

// since answers the first day on which somebody of a name was a connection, the zero Day where that is not known, and
// whether there is such a connection at all. Somebody who has an address himself can only be one that has none.
func (c connected) since(name string, keyed bool) (first Day, ok bool) {
	for _, one := range c[name] {
		if keyed && one.keyed {
			continue
		}
		if !ok || one.on.Before(first) {
			first, ok = one.on, true
		}
	}
	return first, ok
}

package lists

import (
	"slices"
	"strings"

	"cordial/model/who"

	"golang.org/x/text/unicode/norm"
)

// profiles gathers the identity keys that the cells of one record give.
type profiles struct {
	keys []string
	bad  string // a cell that is of LinkedIn and names no profile
}

// add looks for profiles in a cell: addresses of any shape, several of them, or a bare member id.
func (p *profiles) add(cell string) {
	found := false
	for _, word := range strings.FieldsFunc(cell, betweenAddresses) {
		if key, ok := identity(word); ok {
			p.keys = append(p.keys, key)
			found = true
		}
	}
	if !found && p.bad == "" && strings.Contains(strings.ToLower(cell), "linkedin.com/") {
		p.bad = cell
	}
}

func betweenAddresses(r rune) bool { return strings.ContainsRune(" \t\r\n;|", r) }

// best answers the key that names the person: a slug before a member id, because a slug is what messages and
// connections carry. The other member ids come along.
func (p *profiles) best() (key string, others []string) {
	for _, k := range p.keys {
		if key == "" || who.IsMemberID(key) && !who.IsMemberID(k) {
			key = k
		}
	}
	for _, k := range p.keys {
		if k != key && who.IsMemberID(k) {
			others = appendOnce(others, k)
		}
	}
	return key, others
}

// identity answers the key of one address: of a profile, of a lead in Sales Navigator, or a bare member id.
func identity(word string) (string, bool) {
	if who.IsMemberID(word) {
		word = "linkedin.com/in/" + word
	}
	for _, lead := range []string{"linkedin.com/sales/lead/", "linkedin.com/sales/people/"} {
		if at := strings.Index(word, lead); at >= 0 && who.IsMemberID(word[at+len(lead):]) {
			word = word[:at] + "linkedin.com/in/" + word[at+len(lead):]
		}
	}
	key, ok := who.Identity(word)
	return norm.NFC.String(key), ok
}

// most is how many addresses, keys or labels of one contact are kept. Nobody has as many.
const most = 100

// appendOnce appends what is not there yet.
func appendOnce(list []string, text string) []string {
	if len(list) >= most || slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// appendFold appends a text that is not there in any case of its letters.
func appendFold(list []string, text string) []string {
	same := func(there string) bool { return strings.EqualFold(there, text) }
	if len(list) >= most || slices.ContainsFunc(list, same) {
		return list
	}
	return append(list, text)
}

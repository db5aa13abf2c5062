package linkedin

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// closedAccount is what LinkedIn writes where a member's name was.
const closedAccount = "linkedin member"

// fold makes two spellings of a name equal when they differ in case, spaces or Unicode form only.
func fold(name string) string {
	return strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(name), " ")))
}

// names gives every spelling of a name a number, so that half a million rows fold each name once.
type names struct {
	number map[string]int32
	list   []string
	folded []string
}

func newNames() *names {
	n := &names{number: map[string]int32{}}
	n.of("")
	return n
}

// of answers the number of a name; the empty one's is 0.
func (n *names) of(name string) int32 {
	if i, ok := n.number[name]; ok {
		return i
	}
	i := int32(len(n.list))
	name = strings.Clone(name)
	n.number[name] = i
	n.list = append(n.list, strings.TrimSpace(name))
	n.folded = append(n.folded, fold(name))
	return i
}

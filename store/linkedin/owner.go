package linkedin

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cordial/model/who"
)

// Evidence is how the owner was found.
type Evidence string

// The ways, in the order tried (linkedin-export.md section 7, "Owner").
const (
	OwnerGiven           Evidence = "given"
	OwnerByInvitations   Evidence = "invitations"   // who invites in OUTGOING rows and is invited in INCOMING ones
	OwnerByProfile       Evidence = "profile"       // who writes under the name in Profile.csv
	OwnerByConversations Evidence = "conversations" // who is in most conversations
	OwnerNotNeeded       Evidence = ""              // there are no messages, and no invitations with addresses
)

// Candidate is somebody whose export it could be.
type Candidate struct {
	Key           string
	Name          string
	Conversations int // in which the key occurs
	Invitations   int // in which it stands where the owner does
}

// OwnerUnsureError says that the export does not tell whose it is. A wrong guess would turn every message round, so
// the user has to say.
type OwnerUnsureError struct {
	Candidates []Candidate // the likeliest first, at most five
}

func (e *OwnerUnsureError) Error() string {
	if len(e.Candidates) == 0 {
		return "the export does not tell whose it is; name the owner's profile address"
	}
	urls := make([]string, len(e.Candidates))
	for i, c := range e.Candidates {
		urls[i] = who.ProfileURL(c.Key)
	}
	return fmt.Sprintf("the export does not tell whose it is; name the owner's profile address, perhaps %s",
		strings.Join(urls, " or "))
}

// owner finds the owner and leaves it in out.
func (b *builder) owner(opts Options) error {
	given, err := givenOwner(opts.OwnerURL)
	if err != nil {
		return err
	}
	ranked := b.candidates()
	found := Owner{Key: given, How: OwnerGiven}
	if given == "" {
		found = b.guessOwner(ranked)
	}
	if needed := len(b.threads.rows) > 0 || len(b.asked.owner) > 0; found.Key == "" && needed {
		return &OwnerUnsureError{Candidates: b.possible(ranked)}
	}
	found.Seen = slices.ContainsFunc(ranked, func(c Candidate) bool { return c.Key == found.Key }) ||
		!b.threads.addressed && b.guessOwner(ranked).Key == ""
	found.Name = b.ownerName(found.Key)
	b.out.Owner = found
	return nil
}

func givenOwner(url string) (string, error) {
	if url == "" {
		return "", nil
	}
	if key, ok := identity(url); ok {
		return key, nil
	}
	key, ok := who.Typed(url)
	if !ok {
		return "", fmt.Errorf("the owner %s is not a profile address; it looks like https://www.linkedin.com/in/name", quote(url))
	}
	return key, nil
}

// guessOwner tries the ways in turn. Invitations may name an address that no message has; if the messages then speak
// for somebody else, nobody is sure.
func (b *builder) guessOwner(ranked []Candidate) Owner {
	inviter := topInviter(ranked)
	writer := Owner{Key: b.profileWriter(), How: OwnerByProfile}
	if writer.Key == "" {
		writer = Owner{Key: b.mostPresent(ranked), How: OwnerByConversations}
	}
	switch {
	case inviter.Key == "":
		return withReason(writer)
	case inviter.Conversations == 0 && writer.Key != "" && writer.Key != inviter.Key:
		return Owner{}
	}
	return Owner{Key: inviter.Key, How: OwnerByInvitations}
}

func withReason(o Owner) Owner {
	if o.Key == "" {
		return Owner{How: OwnerNotNeeded}
	}
	return o
}

// candidates answers every key that conversations or the owner's side of invitations name, the likeliest first.
func (b *builder) candidates() []Candidate {
	present := make([]int, len(b.people.list))
	for i := range b.threads.list {
		for _, person := range b.threads.list[i].People {
			present[person]++
		}
	}
	var list []Candidate
	for i, n := range present {
		if person := &b.people.list[i]; n > 0 {
			list = append(list, Candidate{Key: person.Key, Name: person.Name, Conversations: n, Invitations: b.asked.owner[person.Key]})
		}
	}
	for key, n := range b.asked.owner {
		if i, ok := b.people.byKey[key]; !ok || present[i] == 0 {
			list = append(list, Candidate{Key: key, Invitations: n})
		}
	}
	slices.SortFunc(list, func(x, y Candidate) int {
		return cmp.Or(y.Invitations-x.Invitations, y.Conversations-x.Conversations, cmp.Compare(x.Key, y.Key))
	})
	return list
}

// possible answers the likeliest candidates who are not connections: nobody is connected to himself.
func (b *builder) possible(ranked []Candidate) []Candidate {
	const enough = 5
	var list []Candidate
	for _, c := range ranked {
		if i, ok := b.people.byKey[c.Key]; (!ok || !b.people.list[i].Connected) && len(list) < enough {
			list = append(list, c)
		}
	}
	return list
}

// topInviter answers who stands most often on the owner's side of invitations, if nobody does as often.
func topInviter(ranked []Candidate) Candidate {
	if len(ranked) == 0 || ranked[0].Invitations == 0 {
		return Candidate{}
	}
	if len(ranked) > 1 && ranked[1].Invitations == ranked[0].Invitations {
		return Candidate{}
	}
	return ranked[0]
}

// profileWriter answers the one key that writes under the name of Profile.csv and is not a connection. Credentials that
// stand in one place and not in the other make a difference only where somebody writes under the name as it stands.
func (b *builder) profileWriter() string {
	name := fold(b.out.Profile.First + " " + b.out.Profile.Last)
	if name == "" {
		return ""
	}
	writers := b.writers(func(call string) bool { return call == name })
	if bare := who.FullName(name); len(writers) == 0 && bare != "" {
		writers = b.writers(func(call string) bool { return who.FullName(call) == bare })
	}
	if len(writers) != 1 {
		return ""
	}
	for sender := range writers {
		return b.people.list[sender].Key
	}
	return ""
}

// writers answers who writes under a folded name and is not a connection.
func (b *builder) writers(named func(call string) bool) map[int32]bool {
	list := map[int32]bool{}
	for call := range b.threads.calls {
		if sender := int32(call >> 32); !b.people.list[sender].Connected && named(b.names.folded[uint32(call)]) {
			list[sender] = true
		}
	}
	return list
}

// mostPresent answers who takes part in the most conversations, at least two, and is not a connection, if only one such
// does. Connections without an address are known by name only; somebody in most of many conversations is their namesake.
func (b *builder) mostPresent(ranked []Candidate) string {
	const many = 5
	most, all := 2, len(b.threads.list)
	for _, c := range ranked {
		most = max(most, c.Conversations)
	}
	names, found := b.connected(), ""
	for _, c := range ranked {
		namesake := all >= many && c.Conversations > all/2
		if c.Conversations < most || b.people.list[b.people.byKey[c.Key]].Connected || !namesake && names.has(fold(c.Name)) {
			continue
		}
		if found != "" {
			return ""
		}
		found = c.Key
	}
	return found
}

// ownerName answers the owner's name: the profile's, else what messages call the key.
func (b *builder) ownerName(key string) string {
	if name := strings.TrimSpace(b.out.Profile.First + " " + b.out.Profile.Last); name != "" {
		return name
	}
	if i, ok := b.people.byKey[key]; ok {
		return b.people.list[i].Name
	}
	return ""
}

// ownerNames answers every folded name the owner goes by: the profile's, those under which the key wrote, and those on
// the owner's side of invitations.
func (b *builder) ownerNames() map[string]bool {
	list := map[string]bool{fold(b.out.Profile.First + " " + b.out.Profile.Last): true}
	for i := range b.asked.rows {
		if row := &b.asked.rows[i]; row.own == "" || row.own == b.out.Owner.Key {
			list[fold(row.ownName)] = true
		}
	}
	if owner, ok := b.people.byKey[b.out.Owner.Key]; ok {
		for call := range b.threads.calls {
			if int32(call>>32) == owner {
				list[b.names.folded[uint32(call)]] = true
			}
		}
	}
	delete(list, "")
	delete(list, closedAccount)
	return list
}

package store

import (
	"slices"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/store/linkedin"
)

// The same human can stand in two archives under two names: an account was closed
// and is now nobody's, it came back, or its owner chose another address. Messages
// are told apart by their sender, so each would come a second time. Conversations
// keep their id, and show who is who.

// standIn says that somebody in a conversation of the archive is somebody who is
// there already.
type standIn struct {
	from model.Key // in the archive
	to   model.Key // in the database
	// rename: the database did not know who it was, and now does; its messages of
	// `to` become those of `from`.
	rename bool
}

// recognise looks for those who stand in the database under another name.
func (in *intake) recognise() error {
	nobody := map[model.Key]struct{}{}
	list := make([]*conversing, len(in.threads))
	for i := range in.threads {
		list[i] = &in.threads[i]
	}
	err := inBursts(in, "comparing conversations", list, nil, func(tx *bolt.Tx, part []*conversing) error {
		for _, t := range part {
			key := keyOf(t.key)
			value := tx.Bucket([]byte(bucketConversation)).Get(key)
			if value == nil {
				continue
			}
			var there conversationRecord
			if err := in.s.codec.decodeSealed(bucketConversation, key, value, &there); err != nil {
				return err
			}
			t.who = in.standIn(there, *t)
			if t.who.from == unknownKey(t.key) {
				nobody[t.who.from] = struct{}{}
			}
		}
		return nil
	})
	in.people = slices.DeleteFunc(in.people, func(p incoming) bool {
		_, gone := nobody[p.key]
		return gone
	})
	return err
}

// standIn compares who takes part in a conversation, there and in the archive.
func (in *intake) standIn(there conversationRecord, t conversing) standIn {
	c := &in.export.Conversations[t.index]
	members := make([]model.Key, len(c.People))
	for i, p := range c.People {
		members[i] = in.keys[p]
	}
	var missing []model.Key
	for _, m := range there.Members {
		if !slices.Contains(members, m) {
			missing = append(missing, m)
		}
	}
	unknown := c.Unknown != linkedin.Nobody || len(members) == 0
	switch {
	case unknown && len(missing) == 1 && !there.Unknown: // the account was closed
		return standIn{from: unknownKey(t.key), to: missing[0]}
	case !unknown && len(members) == 1 && there.Unknown && len(there.Members) == 0: // it came back
		return standIn{from: members[0], to: unknownKey(t.key), rename: true}
	case !unknown && len(members) == 1 && len(missing) == 1 && len(there.Members) == 1: // the address was changed
		return standIn{from: members[0], to: missing[0]}
	default:
		return standIn{}
	}
}

// key is the key under which somebody of the archive stands in the conversation.
func (w standIn) key(k model.Key) model.Key {
	if k == w.from && w.to != 0 && !w.rename {
		return w.to
	}
	return k
}

// renamed gives messages that are there their sender, and answers those that must be
// moved to another key.
func (w standIn) renamed(there []stored) (moved []messageKey) {
	if !w.rename {
		return nil
	}
	for i := range there {
		if there[i].key.sender == w.to {
			moved = append(moved, there[i].key)
			there[i].key.sender, there[i].record.Name = w.from, ""
		}
	}
	slices.SortStableFunc(there, func(a, b stored) int { return a.moment().compare(b.moment()) })
	return moved
}

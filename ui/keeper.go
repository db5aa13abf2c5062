package ui

import (
	"sync"

	"cordial/model"
	"cordial/model/channel"
	"cordial/ui/port"
)

// letterKey names a draft: there is one for a person and a channel.
type letterKey struct {
	person model.Key
	by     channel.Channel
}

// keyOf names the draft that a letter is.
func keyOf(l model.Letter) letterKey { return letterKey{l.Person, l.Channel} }

// numbered is a letter as it was after so many changes of any letter.
type numbered struct {
	model.Letter
	n uint64
}

// keeper saves drafts such that an older text never replaces a newer one: when the
// program is ended in the middle of a save, what was typed since is saved beside it.
type keeper struct {
	store port.Drafts
	mu    sync.Mutex
	last  map[letterKey]uint64
}

// newKeeper is a keeper for a store; nil where the store keeps no drafts.
func newKeeper(store port.Store) *keeper {
	drafts, ok := store.(port.Drafts)
	if !ok {
		return nil
	}
	return &keeper{store: drafts, last: map[letterKey]uint64{}}
}

// save saves letters, and drops those that are blank. It stops at the first that
// cannot be saved.
func (k *keeper) save(letters []numbered) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, l := range letters {
		key := keyOf(l.Letter)
		if l.n <= k.last[key] {
			continue
		}
		if err := k.store.SaveDraft(l.Letter); err != nil {
			return err
		}
		k.last[key] = l.n
	}
	return nil
}

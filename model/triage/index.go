package triage

import (
	"cmp"
	"slices"

	"cordial/model"
)

// index finds rows by a key. It is a sorted list, not a map: it is built at every
// start over all conversations, and asked a few times for each key press.
type index []entry

// entry is one row under its key.
type entry struct {
	key model.Key
	row int32
}

// newIndex files rows under the key that each has; those with key 0 are left out.
// Rows that come in the order of their keys, as a store's do, need no sorting.
func newIndex(rows []row, key func(model.Head) model.Key) index {
	x := make(index, 0, len(rows))
	sorted := true
	for i := range rows {
		k := key(rows[i].head)
		if k == 0 {
			continue
		}
		sorted = sorted && (len(x) == 0 || x[len(x)-1].key <= k)
		x = append(x, entry{k, int32(i)})
	}
	if !sorted {
		slices.SortStableFunc(x, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	}
	return x
}

// find is the entries of a key.
func (x index) find(key model.Key) index {
	from, ok := slices.BinarySearchFunc(x, key, func(e entry, k model.Key) int { return cmp.Compare(e.key, k) })
	if !ok {
		return nil
	}
	to := from
	for to < len(x) && x[to].key == key {
		to++
	}
	return x[from:to]
}

// with is the index with one more row.
func (x index) with(key model.Key, row int32) index {
	at, _ := slices.BinarySearchFunc(x, key, func(e entry, k model.Key) int { return cmp.Compare(e.key, k) })
	return slices.Insert(x, at, entry{key, row})
}

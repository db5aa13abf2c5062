package model

// StillSuggested is the suggestions of a list, in its order, of two who have become
// neither part of anybody nor removed nor kept apart since it was worked out.
func (b *Book) StillSuggested(list []MergeSuggestion) []MergeSuggestion {
	apart := b.keptApart()
	alone := func(p Person) bool { return b.Root(p.Key) == p.Key && !b.Removed(p.Key) }
	still := []MergeSuggestion{}
	for _, s := range list {
		if alone(s.A) && alone(s.B) && !apart[b.pair(s.A.Key, s.B.Key)] {
			still = append(still, s)
		}
	}
	return still
}

// SureSuggestions picks the likely suggestions that contradict no other: where three or
// more people hang together, every two of them must be likely the same. left counts the
// likely ones that are not among them, for the user to look at one by one.
func SureSuggestions(list []MergeSuggestion) (sure []MergeSuggestion, left int) {
	partners := map[Key]map[Key]bool{}
	for _, s := range list {
		if !s.Likely {
			continue
		}
		for _, two := range [][2]Key{{s.A.Key, s.B.Key}, {s.B.Key, s.A.Key}} {
			if partners[two[0]] == nil {
				partners[two[0]] = map[Key]bool{}
			}
			partners[two[0]][two[1]] = true
		}
	}
	for _, s := range list {
		switch {
		case !s.Likely:
		case hangTogether(partners, s.A.Key) && hangTogether(partners, s.B.Key):
			sure = append(sure, s)
		default:
			left++
		}
	}
	return sure, left
}

// hangTogether tells whether all who are likely the same as somebody are likely the same
// as one another.
func hangTogether(partners map[Key]map[Key]bool, k Key) bool {
	for x := range partners[k] {
		for y := range partners[k] {
			if x != y && !partners[x][y] {
				return false
			}
		}
	}
	return true
}

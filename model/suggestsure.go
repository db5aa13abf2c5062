package model

// KeptApart tells whether the user said of two people that they are two.
func (b *Book) KeptApart(x, y Key) bool { return b.keptApart()[b.pair(x, y)] }

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

package dialog

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"cordial/ui/match"
)

// commandIndex finds commands by their titles, and by the words of their help.
type commandIndex struct {
	all           []Command
	titles, helps *match.Index
}

// newCommandIndex indexes commands.
func newCommandIndex(all []Command) commandIndex {
	return commandIndex{
		all:    all,
		titles: match.NewIndex(len(all), func(i int) string { return all[i].Title }),
		helps:  match.NewIndex(len(all), func(i int) string { return all[i].Help }),
	}
}

// rank is how well a command matches: every word must be in its title, or begin words of
// its help.
type rank struct {
	item    int
	scatter bool // letters of a word are strewn over the title: perhaps something else is meant
	helped  int  // words that only the help has
	late    bool // no word begins the title
	score   int  // of those that the title has
	length  int  // of the title
	at      []int
}

// find answers the commands that match, best first, and whether one of them is meant:
// its letters begin words or stand together.
func (x commandIndex) find(query string) (rows []offer, meant bool) {
	words := strings.Fields(query)
	ranks := make([]rank, len(x.all))
	missed := make([]int, len(x.all)) // words that a command has nowhere
	for i := range ranks {
		ranks[i].item, missed[i] = i, len(words)
		if len(words) > 0 {
			ranks[i].length, ranks[i].late = len(x.all[i].Title), true
		}
	}
	for _, word := range words {
		hit := map[int]bool{}
		loose := map[int]match.Hit{}
		titles, _ := x.titles.Find(word, len(x.all))
		for _, h := range titles {
			if tight(x.all[h.Item].Title, h.At) {
				ranks[h.Item].add(h)
				hit[h.Item] = true
			} else {
				loose[h.Item] = h
			}
		}
		helps, _ := x.helps.Find(word, len(x.all))
		for _, h := range helps {
			if text := []rune(x.all[h.Item].Help); !hit[h.Item] && begins(text, h.At) {
				ranks[h.Item].helped++
				hit[h.Item] = true
			}
		}
		for i, h := range loose {
			if !hit[i] {
				ranks[i].add(h)
				ranks[i].scatter, hit[i] = true, true
			}
		}
		for i := range hit {
			missed[i]--
		}
	}
	ranks = slices.DeleteFunc(ranks, func(r rank) bool { return missed[r.item] > 0 })
	slices.SortStableFunc(ranks, compareRanks)
	for _, r := range ranks {
		slices.Sort(r.at)
		rows = append(rows, offer{kind: aCommand, command: x.all[r.item], at: slices.Compact(r.at)})
		meant = meant || !r.scatter
	}
	return rows, meant
}

// add takes in a word that the title has.
func (r *rank) add(h match.Hit) {
	r.score += h.Score
	r.late = r.late && h.At[0] > 0
	r.at = append(r.at, h.At...)
}

// compareRanks puts the better match first, then the shorter title; equal ones keep the order
// of the table.
func compareRanks(r, o rank) int {
	return cmp.Or(truth(r.scatter)-truth(o.scatter), r.helped-o.helped, truth(r.late)-truth(o.late), o.score-r.score, r.length-o.length)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tight tells whether the characters that were hit begin words, or three or more stand
// together.
func tight(text string, at []int) bool {
	runes := []rune(text)
	for i, place := range at {
		follows := i > 0 && at[i-1] == place-1
		if !follows && !starts(runes, place) {
			return together(at)
		}
	}
	return true
}

// begins tells whether the characters that were hit are the beginning of one word.
func begins(text []rune, at []int) bool {
	return len(at) > 0 && at[len(at)-1]-at[0] == len(at)-1 && starts(text, at[0])
}

// starts tells whether a word begins at a place.
func starts(text []rune, place int) bool {
	return place == 0 || !unicode.IsLetter(text[place-1]) && !unicode.IsDigit(text[place-1])
}

package credit

// Life is what became of the credits of one origin: who they were, where they came from, and how each of
// them ended. Rule 17 holds for every life by itself.
type Life struct {
	Origin
	Births []int  // the lines of the statement that brought them, as places in [Ledger.Entries]
	Ends   []int  // those that ended them
	Born   int    // credits in all
	Left   int    // credits not used yet
	Counts Totals // what they were born as and what became of them
}

// Lives answers every lot there ever was, in order of birth. Credits that are told apart by nothing, such as
// two refunds of one day, share a life.
func (l Ledger) Lives() []Life {
	var lives []Life
	place := map[Origin]int{}
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Amount == 0 {
			continue
		}
		at, known := place[e.Lot]
		if !known {
			at = len(lives)
			place[e.Lot] = at
			lives = append(lives, Life{Origin: e.Lot})
		}
		lives[at] = lives[at].with(i, e)
	}
	return lives
}

// LifeOf answers the life of one lot's credits, and false if there never was such a lot.
func (l Ledger) LifeOf(lot Origin) (Life, bool) {
	life := Life{Origin: lot}
	for i := l.firstEntry(lot.Born); i < len(l.Entries); i++ {
		e := &l.Entries[i]
		if e.Day > lot.Born && life.Left == 0 {
			break // credits of one origin are all born on its day
		}
		if e.Lot == lot && e.Amount != 0 {
			life = life.with(i, e)
		}
	}
	return life, life.Born > 0
}

// with answers the life with one more line of the statement that is about it.
func (life Life) with(at int, e *Entry) Life {
	life.Counts = life.Counts.with(e.Kind, e.credits())
	life.Left += e.Amount
	if e.Amount > 0 {
		life.Born += e.Amount
		life.Births = append(life.Births, at)
	} else {
		life.Ends = append(life.Ends, at)
	}
	return life
}

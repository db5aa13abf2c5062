package model

// About lists the decisions that still count about a thread and, for a direct
// conversation, about the person on its other side (0 for none), in the order of
// the journal. Those that only say who somebody is are not among them.
func (b *Book) About(thread, person Key) []Event {
	var events []Event
	last := -1 // a decision may name both the thread and the person
	a, p := b.threads[thread], []int(nil)
	if person != 0 {
		p = b.placesOf(person)
	}
	for len(a) > 0 || len(p) > 0 {
		var place int
		if len(p) == 0 || len(a) > 0 && a[0] < p[0] {
			place, a = a[0], a[1:]
		} else {
			place, p = p[0], p[1:]
		}
		if !ofKnowing(b.events[place].Decision) && !b.dead[place] && place != last {
			events = append(events, b.events[place])
		}
		last = place
	}
	return events
}

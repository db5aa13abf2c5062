package credit

// HabitDays is how many days back a seat's habits are looked for.
const HabitDays = 90

// Habit answers the course of the seat's last [HabitDays] days: how it goes on if nobody changes anything.
func (l Ledger) Habit() Course {
	n := l.Lately(HabitDays)
	return Course{Pace: n.Pace(), Rate: n.ReplyRate()}
}

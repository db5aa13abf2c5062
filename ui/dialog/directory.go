package dialog

import "cordial/ui/port"

// Directory is everybody, ready to be searched. Making one of 100,000 people
// takes a moment, so the App makes it beside the screen and keeps it until the
// evidence changes.
type Directory struct{ people port.People }

// NewDirectory indexes a picture of all people.
func NewDirectory(people port.People) *Directory { return &Directory{people: people} }

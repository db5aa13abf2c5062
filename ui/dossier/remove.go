package dossier

import (
	"fmt"
	"strings"

	"cordial/model/triage"
	"cordial/ui/ask"
)

// remove asks whether the people of conversations are to go out of sight. Groups are no
// people, and stay.
func remove(b *triage.Board, targets []triage.ID) ask.Request {
	var people []triage.ID
	var names []string
	for _, id := range targets {
		if line, ok := b.Line(id); ok && id.Person != 0 {
			people = append(people, id)
			names = append(names, line.Name)
		}
	}
	if len(people) == 0 {
		return ask.Toast{Text: "A group is several people: remove them one by one"}
	}
	return AskRemove(people, names, len(targets)-len(people))
}

// AskRemove asks whether people, at least one, are to go out of sight, and says what
// becomes of them; stay counts the groups that were selected with them.
func AskRemove(people []triage.ID, names []string, stay int) ask.Question {
	text := []string{
		"Hidden from every list and search, with the direct conversations.",
		"An import does not bring them back. Groups stay, and so do spent credits. Undo brings them back.",
	}
	if stay > 0 {
		text = append(text, fmt.Sprintf("Of what is selected, %s.", groups(stay)))
	}
	return ask.Question{
		Title: "Remove " + listed(names) + "?", Text: strings.Join(text, "\n"),
		YesText: "yes, remove", NoText: "no, keep", Yes: ask.RemovePeople{Targets: people},
	}
}

// groups says how many groups stay.
func groups(n int) string {
	if n == 1 {
		return "1 group stays"
	}
	return fmt.Sprintf("%d groups stay", n)
}

// listed names up to three people, and counts more.
func listed(names []string) string {
	switch n := len(names); {
	case n == 1:
		return names[0]
	case n <= 3:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	default:
		return fmt.Sprintf("%s, %s and %d more", names[0], names[1], n-2)
	}
}

package lists

import (
	"encoding/csv"
	"encoding/json"
	"net/mail"
	"strings"

	"cordial/model"
)

// between is what Google writes between several values in a cell.
const between = ":::"

// degree reads how far somebody is: "1st", "2", "3rd+", "2nd degree connection", "· 1st", "DISTANCE_2", "Out of network".
func degree(cell string) (d model.Degree, ok bool) {
	cell = strings.ToLower(strings.Trim(cell, " \t\u00a0·•"))
	cell = strings.TrimPrefix(cell, "distance_")
	for _, word := range []string{"connection", "degree"} {
		cell = strings.TrimRight(strings.TrimSuffix(cell, word), " -")
	}
	switch strings.TrimRight(cell, "+ ") {
	case "", "-", "–", "unknown", "n/a", "none":
		return model.DegreeUnknown, true
	case "1", "1st", "first":
		return 1, true
	case "2", "2nd", "second":
		return 2, true
	case "3", "3rd", "third":
		return 3, true
	case "0", "out of network", "out_of_network", "outofnetwork", "out-of-network":
		return model.OutOfNetwork, true
	}
	return model.DegreeUnknown, false
}

// yesNo reads a flag; nil when the cell says neither.
func yesNo(cell string) *bool {
	switch strings.ToLower(strings.TrimSpace(cell)) {
	case "yes", "true", "1", "y":
		return new(true)
	case "no", "false", "0", "n":
		return new(false)
	}
	return nil
}

// emails reads the addresses in a cell; bad is the cell if something in it looks like an address and is none.
func emails(cell string) (list []string, bad string) {
	if plainEmail(cell) {
		return []string{cell}, ""
	}
	for _, word := range strings.FieldsFunc(cell, func(r rune) bool { return betweenAddresses(r) || r == ',' }) {
		word = strings.Trim(word, "<>")
		if len(word) > len("mailto:") && strings.EqualFold(word[:len("mailto:")], "mailto:") {
			word = word[len("mailto:"):]
		}
		if !strings.Contains(word, "@") {
			continue
		}
		if address, err := mail.ParseAddress(word); err == nil {
			list = append(list, address.Address)
		} else {
			bad = cell
		}
	}
	return list, bad
}

// plainEmail tells an address that needs no closer look: letters, digits and dots around one "@".
func plainEmail(cell string) bool {
	at := strings.IndexByte(cell, '@')
	if at <= 0 || at == len(cell)-1 {
		return false
	}
	for i := range len(cell) {
		c := cell[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_'
		dot := c == '.' && i > 0 && i < len(cell)-1 && cell[i-1] != '.' && i != at-1 && i != at+1
		if !letter && !dot && i != at {
			return false
		}
	}
	return true
}

// placeholder tells an address that a program writes where it has none to give.
func placeholder(email string) bool {
	return strings.HasPrefix(strings.ToLower(email), "email_not_unlocked@")
}

// labels reads the labels in a cell, as the format writes several of them.
func labels(cell string, format Format) []string {
	var list []string
	switch {
	case format == FormatCordial:
		list = ownLabels(cell)
	case format == FormatGoogle || strings.Contains(cell, between):
		list = strings.Split(cell, between)
	case strings.HasPrefix(cell, "["):
		list = labelObjects(cell)
	case strings.Contains(cell, ";"):
		list = strings.Split(cell, ";")
	default:
		list = strings.FieldsFunc(cell, func(r rune) bool { return r == ',' || r == '\n' || r == '|' })
	}
	var named []string
	for _, label := range list {
		if format == FormatGoogle {
			label = strings.TrimPrefix(strings.TrimSpace(label), "* ") // marks a group of Google's own
		}
		if label = strings.TrimSpace(label); label != "" && (format == FormatCordial || !everybody(label)) {
			named = append(named, label)
		}
	}
	return named
}

// everybody tells the group in which Google has every contact.
func everybody(label string) bool { return strings.EqualFold(label, "myContacts") }

// ownLabels reads what this program writes: a line of CSV.
func ownLabels(cell string) []string {
	in := csv.NewReader(strings.NewReader(cell))
	in.LazyQuotes = true
	list, err := in.Read()
	if err != nil {
		return nil
	}
	return list
}

// labelObjects reads Kondo's list of objects, or a list of words.
func labelObjects(cell string) []string {
	var objects []struct {
		Name string `json:"kondo_label_name"`
	}
	if json.Unmarshal([]byte(cell), &objects) == nil {
		list := make([]string, len(objects))
		for i, o := range objects {
			list[i] = o.Name
		}
		return list
	}
	var words []string
	if json.Unmarshal([]byte(cell), &words) == nil {
		return words
	}
	return []string{cell}
}

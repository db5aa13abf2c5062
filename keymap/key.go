package keymap

// normal gives a key the name it has in the table: Bubble Tea calls the space
// bar " ", which would be lost in a sequence.
func normal(key string) string {
	switch key {
	case " ":
		return "space"
	case "alt+ ":
		return "alt+space"
	}
	return key
}

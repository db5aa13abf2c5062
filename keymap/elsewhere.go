package keymap

import "slices"

// Elsewhere returns what a key does on the full screens that are not active, in the order
// of the listing: what somebody may have meant who pressed it where it does nothing.
func (k Keymap) Elsewhere(key string, active ...Scope) []Binding {
	var found []Binding
	key = normal(key)
	for _, b := range k.Bindings() {
		if b.Scope.fullScreen() && !slices.Contains(active, b.Scope) && slices.Contains(b.Keys, key) {
			found = append(found, b)
		}
	}
	return found
}

// Place is where a full screen's keys work, in words: "in the inbox".
func (s Scope) Place() string {
	switch s {
	case Inbox:
		return "in the inbox"
	case Thread:
		return "in a conversation"
	case Credits:
		return "in the credits"
	case Drafts:
		return "among the drafts"
	case Invitations:
		return "among the invitations"
	case Merges:
		return "among the people who may be one"
	case Importing:
		return "while importing"
	case Review:
		return "in the review"
	default:
		return "elsewhere"
	}
}

package inbox

import (
	"cordial/keymap"
	"cordial/ui/dossier"
)

// Off is why an action is not possible now; empty when it is.
func (s *Screen) Off(a keymap.Action) string {
	if a == keymap.ArchiveRead {
		return s.offArchiveRead()
	}
	if !dossier.NeedsTarget(a) || a == keymap.Open && s.nothing() {
		return ""
	}
	id, ok := s.Cursor()
	if !ok {
		return "Nothing is under the cursor: this tab is empty"
	}
	switch {
	case len(s.selected) > 1 && dossier.NeedsOne(a):
		return "This is for one conversation: clear the selection first"
	case len(s.selected) > 0 && !dossier.NeedsOne(a):
		return ""
	}
	return s.subject(id).Off(a)
}

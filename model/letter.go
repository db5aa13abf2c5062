package model

import (
	"strings"
	"time"

	"cordial/model/channel"
)

// Letter is a text that is being written to somebody: no decision, since nothing has
// happened yet. There is at most one for a person and a channel.
type Letter struct {
	Person   Key
	Channel  channel.Channel
	Subject  string // of an InMail
	Body     string // the note of an invitation
	Bare     bool   // the invitation goes without its note
	Template string // the id of the one it began with
	Saved    time.Time
	Copied   time.Time // when it was copied to be sent, so that "Sent?" is to be asked; else zero
}

// Blank tells that there is nothing in it worth keeping: no text, and no question
// whether it was sent.
func (l Letter) Blank() bool { return l.Copied.IsZero() && strings.TrimSpace(l.Subject+l.Body) == "" }

package dossier

import (
	"time"

	"cordial/model"
	"cordial/model/triage"
)

// Page is how many messages are read at a time.
const Page = 50

// Evidence is what a store answered about a conversation.
type Evidence struct {
	ID          triage.ID
	Person      model.Person // the other side of a direct conversation
	Known       bool         // the evidence knows the person
	Messages    []model.Message
	Invitations []model.Invitation
	Complete    bool  // there is no message older than the first of Messages
	Err         error // why there is no more than this
}

// With is the evidence with a page of older messages in front.
func (e Evidence) With(older []model.Message) Evidence {
	e.Complete = len(older) < Page
	e.Messages = append(append(make([]model.Message, 0, len(older)+len(e.Messages)), older...), e.Messages...)
	return e
}

// Before is the instant before which older messages are to be read; zero for the
// newest.
func (e Evidence) Before() time.Time {
	if len(e.Messages) == 0 {
		return time.Time{}
	}
	return e.Messages[0].At
}

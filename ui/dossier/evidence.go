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

// Person is what evidence and journal together know of somebody. What the export
// says goes before what was typed once; the id is the journal's, if it has one.
func Person(b *model.Book, key model.Key, found model.Person, known bool) (model.Person, bool) {
	id, ok := b.ContactID(key)
	if !ok {
		return found, known
	}
	typed, ok := b.Contact(id)
	if !ok || !known {
		return typed, ok
	}
	found.ID = typed.ID
	for _, field := range []struct {
		of    *string
		typed string
	}{
		{&found.Name, typed.Name},
		{&found.URL, typed.URL},
		{&found.Headline, typed.Headline},
		{&found.Company, typed.Company},
		{&found.Position, typed.Position},
		{&found.Email, typed.Email},
	} {
		if *field.of == "" {
			*field.of = field.typed
		}
	}
	if found.Degree == model.DegreeUnknown {
		found.Degree = typed.Degree
	}
	found.OpenProfile = found.OpenProfile || typed.OpenProfile
	return found, true
}

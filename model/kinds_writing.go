package model

import (
	"strings"

	"cordial/model/channel"
	"cordial/model/role"
)

// ContactEdited sets fields of a contact: those that are given, nil leaves a field
// as it is. The profile address is none of them: it says which person a contact is.
type ContactEdited struct {
	Contact     string     `json:"contact" cbor:"1,keyasint"`
	Name        *string    `json:"name,omitempty" cbor:"2,keyasint,omitempty"`
	Headline    *string    `json:"headline,omitempty" cbor:"3,keyasint,omitempty"`
	Company     *string    `json:"company,omitempty" cbor:"4,keyasint,omitempty"`
	Position    *string    `json:"position,omitempty" cbor:"5,keyasint,omitempty"`
	Email       *string    `json:"email,omitempty" cbor:"6,keyasint,omitempty"`
	Degree      *int       `json:"degree,omitempty" cbor:"7,keyasint,omitempty"` // 0 to 3, 0 = out of network
	OpenProfile *bool      `json:"open_profile,omitempty" cbor:"8,keyasint,omitempty"`
	Role        *role.Role `json:"role,omitempty" cbor:"9,keyasint,omitempty"` // empty: by headline and position again
}

// MessageRecorded records an ordinary message by hand, until an export brings it.
type MessageRecorded struct {
	Contact   string `json:"contact" cbor:"1,keyasint"`
	Direction string `json:"direction" cbor:"2,keyasint"` // MessageSent or MessageReceived
	Text      string `json:"text,omitempty" cbor:"3,keyasint,omitempty"`
	Template  string `json:"template,omitempty" cbor:"4,keyasint,omitempty"` // the id of the one it was made from
}

// The directions of a message.
const (
	MessageSent     = "sent"
	MessageReceived = "received"
)

// TemplateText is what a template says. Its variables are those of model/template.
type TemplateText struct {
	Name    string          `json:"name" cbor:"2,keyasint"`
	Channel channel.Channel `json:"channel" cbor:"3,keyasint"`
	Subject string          `json:"subject,omitempty" cbor:"4,keyasint,omitempty"`
	Body    string          `json:"body" cbor:"5,keyasint"`
}

// TemplateAdded makes a template.
type TemplateAdded struct {
	Template string `json:"template" cbor:"1,keyasint"` // 1 to 64 bytes
	TemplateText
}

// TemplateEdited gives a template another text, the whole of it.
type TemplateEdited struct {
	Template string `json:"template" cbor:"1,keyasint"`
	TemplateText
}

// TemplateRemoved takes a template off the list. What was written from it stays.
type TemplateRemoved struct {
	Template string `json:"template" cbor:"1,keyasint"`
}

// Kind is "contact.edited".
func (ContactEdited) Kind() string { return "contact.edited" }

// Kind is "message.recorded".
func (MessageRecorded) Kind() string { return "message.recorded" }

// Kind is "template.added".
func (TemplateAdded) Kind() string { return "template.added" }

// Kind is "template.edited".
func (TemplateEdited) Kind() string { return "template.edited" }

// Kind is "template.removed".
func (TemplateRemoved) Kind() string { return "template.removed" }

func (d ContactEdited) check() error {
	if d == (ContactEdited{Contact: d.Contact}) {
		return badInput("no field of the contact is given")
	}
	if d.Name != nil && strings.TrimSpace(*d.Name) == "" {
		return badInput("name is empty")
	}
	if d.Role != nil && *d.Role != "" && !d.Role.Known() {
		return badInput("role is %q; it is c-level, recruiter or other", *d.Role)
	}
	return firstError(idField("contact", d.Contact), checkDegree(d.Degree))
}

// checkDegree refuses a degree that LinkedIn does not have.
func checkDegree(degree *int) error {
	if degree != nil && (*degree < 0 || *degree > 3) {
		return badInput("degree is %d; it is 1, 2, 3, or 0 for out of network", *degree)
	}
	return nil
}

func (d MessageRecorded) check() error {
	if d.Direction != MessageSent && d.Direction != MessageReceived {
		return badInput("direction is %q; it is sent or received", d.Direction)
	}
	return idField("contact", d.Contact)
}

func (d TemplateAdded) check() error {
	return firstError(idField("template", d.Template), d.TemplateText.check())
}

func (d TemplateEdited) check() error {
	return firstError(idField("template", d.Template), d.TemplateText.check())
}

func (d TemplateRemoved) check() error { return idField("template", d.Template) }

// longestTemplateName is how many characters the name of a template may have.
const longestTemplateName = 60

// check looks at form alone. That the variables exist is judged when a template is
// made, so that one of an earlier version can always be read.
func (t TemplateText) check() error {
	switch {
	case strings.TrimSpace(t.Name) == "":
		return badInput("name is missing")
	case channel.Length(t.Name) > longestTemplateName:
		return badInput("the name of a template has at most %d characters", longestTemplateName)
	case strings.ContainsAny(t.Name, "\n\r\t"):
		return badInput("the name of a template is one line")
	case !t.Channel.Known():
		return badInput("channel is %q; it is message, invitation or inmail", t.Channel)
	case strings.TrimSpace(t.Body) == "":
		return badInput("body is missing")
	}
	return nil
}

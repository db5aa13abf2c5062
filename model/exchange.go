package model

import "time"

// Party is somebody who wrote or got a message, as an export names them.
type Party struct {
	Name string
	URL  string // profile address; empty for somebody whose account is closed
}

// MessageCopy is a message with everything that an export says beside it, so that it
// can be read without the conversation around it.
type MessageCopy struct {
	Conversation string // LinkedIn's id of it
	Title        string // of the conversation, set for groups
	From         Party
	To           []Party // everybody else in the conversation
	At           time.Time
	Subject      string
	Text         string
	Attachments  []string // addresses
}

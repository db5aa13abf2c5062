package outward

import (
	"io"
	"strings"
	"time"
)

// Message is one message with all that LinkedIn's own export says beside it.
type Message struct {
	Conversation string  // LinkedIn's id of it
	Title        string  // of the conversation, set for groups
	From         Party   // an empty URL for somebody whose account is closed
	To           []Party // everybody else in the conversation
	At           time.Time
	Subject      string
	Text         string
	Folder       string   // "INBOX", also for messages sent; "ARCHIVE"; or empty
	Attachments  []string // addresses
}

// Party is somebody who wrote or got a message.
type Party struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// messageColumns are those of LinkedIn's own messages.csv since 2026.
func messageColumns() []string {
	return []string{
		"CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "SUBJECT",
		"CONTENT", "FOLDER", "ATTACHMENTS", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT",
	}
}

// MessagesCSV writes messages as LinkedIn does, so that this program, and others that read its export, import them.
func MessagesCSV(w io.Writer, messages Rows[Message]) error {
	return writeSheet(w, "messages", messageColumns(), messages, Message.cells)
}

// cells are a message's, in the order of messageColumns.
func (m Message) cells() []string {
	var names, urls []string
	for _, to := range m.To {
		names = append(names, to.Name)
		if to.URL != "" {
			urls = append(urls, to.URL)
		}
	}
	return texts([]string{
		m.Conversation, m.Title, m.From.Name, m.From.URL, strings.Join(names, ", "), strings.Join(urls, ","),
		m.At.UTC().Format("2006-01-02 15:04:05") + " UTC", m.Subject, m.Text, m.Folder, strings.Join(m.Attachments, ","), "No", "No",
	})
}

// messageJSON is a message as JSON has it.
type messageJSON struct {
	Conversation string    `json:"conversation"`
	Title        string    `json:"title"`
	From         Party     `json:"from"`
	To           []Party   `json:"to"`
	At           time.Time `json:"at"`
	Subject      string    `json:"subject"`
	Text         string    `json:"text"`
	Folder       string    `json:"folder"`
	Attachments  []string  `json:"attachments"`
}

// MessagesJSON writes {"messages":[…]}.
func MessagesJSON(w io.Writer, messages Rows[Message]) error {
	return writeJSON(w, "messages", converted(messages, func(m Message) messageJSON {
		row := messageJSON(m)
		row.To, row.Attachments = append([]Party{}, m.To...), append([]string{}, m.Attachments...)
		return row
	}))
}

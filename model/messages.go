package model

import (
	"slices"
	"strings"
	"time"

	"cordial/model/channel"
)

// LastMessages is when the last message to and from a person was recorded by hand,
// of those that still count; zero for never.
func (b *Book) LastMessages(person Key) (out, in time.Time) {
	for _, place := range b.placesOf(person) {
		d, ok := b.events[place].Decision.(MessageRecorded)
		if !ok || b.dead[place] {
			continue
		}
		last := &out
		if d.Direction == MessageReceived {
			last = &in
		}
		if at := b.events[place].At; at.After(*last) {
			*last = at
		}
	}
	return out, in
}

// MessageByHand is a message that the user recorded.
type MessageByHand struct {
	MessageRecorded
	At time.Time
}

// LastByHand is the latest message to or from a person that was recorded by hand and
// still counts; nil for none.
func (b *Book) LastByHand(person Key) *MessageByHand {
	var last *MessageByHand
	for _, place := range b.placesOf(person) {
		d, ok := b.events[place].Decision.(MessageRecorded)
		if ok && !b.dead[place] && (last == nil || !b.events[place].At.Before(last.At)) {
			last = &MessageByHand{d, b.events[place].At}
		}
	}
	return last
}

// Exported tells whether an export has brought the message since: among those of its
// conversation there is one of about the same time, in the same direction, that says
// the same, or anything if no text was recorded.
func (m MessageByHand) Exported(messages []Message) bool {
	const about = 24 * time.Hour
	text := strings.TrimSpace(m.Text)
	return slices.ContainsFunc(messages, func(found Message) bool {
		near := found.At.Sub(m.At).Abs() < about
		return near && found.Me == (m.Direction == MessageSent) && (text == "" || text == strings.TrimSpace(found.Text))
	})
}

// RecordMessage records an ordinary message to or from somebody by hand; d.Contact
// is filled in. One that is dated in the future is refused, and a text of the user's
// that is longer than LinkedIn takes.
func (b *Book) RecordMessage(p Person, d MessageRecorded, at, now time.Time) ([]Draft, error) {
	if err := b.Present(p); err != nil {
		return nil, err
	}
	contact, drafts := b.introduce(p, at)
	d.Contact = contact
	if err := d.check(); err != nil {
		return nil, err
	}
	if at.After(now) {
		return nil, notYet("the message", at)
	}
	if why := channel.TooLong(channel.Message, true, "", d.Text); why != "" && d.Direction == MessageSent {
		return nil, refuse("", "shorten it, or record it without its text", "%s", why)
	}
	return append(drafts, Draft{At: at, Decision: d}), nil
}

// SentByHand is when messages were recorded as sent after an instant, in the order
// of the journal: those that an export of that instant cannot have.
func (b *Book) SentByHand(after time.Time) []time.Time {
	var sent []time.Time
	for place, e := range b.events {
		d, ok := e.Decision.(MessageRecorded)
		if ok && !b.dead[place] && d.Direction == MessageSent && e.At.After(after) {
			sent = append(sent, e.At)
		}
	}
	return sent
}

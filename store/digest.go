package store

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/model/day"
)

// snippetLen is how many characters of the last message a thread row keeps.
const snippetLen = 120

// digest derives a thread row from the evidence: the conversation, its messages,
// the people in it and their invitations.
func (c *codec) digest(tx *bolt.Tx, key model.Key) (model.Thread, error) {
	t := model.Thread{Head: model.Head{Key: key}, ID: key.ThreadID()}
	conversation, err := c.conversation(tx, key)
	if err != nil {
		return t, err
	}
	t.Title, t.Group = conversation.Title, len(conversation.Members) > 1
	other, err := c.digestPeople(tx, &t, conversation)
	if err != nil {
		return t, err
	}
	if err := c.digestMessages(tx, &t, other); err != nil {
		return t, err
	}
	if t.Group || t.Person == 0 {
		return t, nil
	}
	t.Connected = other.Connected
	t.Invitation, err = invitationState(tx, t.Person, other.Connected)
	return t, err
}

// conversation reads a conversation that must be there.
func (c *codec) conversation(tx *bolt.Tx, key model.Key) (conversationRecord, error) {
	var r conversationRecord
	k := keyOf(key)
	err := c.decodeSealed(bucketConversation, k, tx.Bucket([]byte(bucketConversation)).Get(k), &r)
	return r, err
}

// digestPeople names who takes part, and answers the other side of a direct
// conversation.
func (c *codec) digestPeople(tx *bolt.Tx, t *model.Thread, r conversationRecord) (other personRecord, err error) {
	keys := r.Members
	if r.Unknown {
		keys = append(keys[:len(keys):len(keys)], unknownKey(t.Key))
	}
	for i, key := range keys {
		k := keyOf(key)
		value := tx.Bucket([]byte(bucketPerson)).Get(k)
		var p personRecord
		if value != nil { // a repair may have left a damaged one out
			if p, err = c.decodePerson(bucketPerson, k, value); err != nil {
				return other, err
			}
		}
		t.People = append(t.People, model.PersonRef{ID: p.ID, Key: key, Name: p.Name})
		if i == 0 && !t.Group {
			t.Person, other = key, p
		}
	}
	return other, nil
}

// messageFold gathers what a thread row says of its messages. Of most messages it
// needs only the key.
type messageFold struct {
	first, last pair
	opening     []pair // the messages of the first second
	openedAt    int64
	answered    [2]int64 // first message from me, from them
}

// digestMessages fills in what the messages say.
func (c *codec) digestMessages(tx *bolt.Tx, t *model.Thread, other personRecord) error {
	var f messageFold
	err := eachMessage(tx, t.Key, func(k, v []byte) error {
		key, _ := parseMessageKey(k)
		f.take(t, key, pair{k, v})
		return nil
	})
	if err != nil || f.last.k == nil {
		return err
	}
	var first, last messageRecord
	if err := c.decodeSealed(bucketMessage, f.first.k, f.first.v, &first); err != nil {
		return err
	}
	if err := c.decodeSealed(bucketMessage, f.last.k, f.last.v, &last); err != nil {
		return err
	}
	t.Subject, t.Snippet = first.Subject, snippet(plain(last.Text))
	if !t.Group && !connectedBy(other, f.openedAt) {
		return c.guess(t, f)
	}
	return nil
}

// take looks at the next message.
func (f *messageFold) take(t *model.Thread, key messageKey, p pair) {
	if f.first.k == nil {
		f.first, f.openedAt = p, key.at
	}
	if key.at == f.openedAt {
		f.opening = append(f.opening, p)
	}
	f.last = p
	t.LastAt, t.LastFromMe = key.at, key.sender == 0
	from := 1
	if key.sender == 0 {
		from = 0
		t.LastOut = key.at
		t.Out++
	} else {
		t.LastIn = key.at
		t.In++
	}
	if f.answered[from] == 0 {
		f.answered[from] = key.at
	}
}

// connectedBy tells whether the other side was a connection on the day of an
// instant. A connection without a day was always one.
func connectedBy(other personRecord, unix int64) bool {
	return other.Connected && (other.ConnectedOn == 0 || other.ConnectedOn <= day.Of(at(unix), nil))
}

// guess marks a conversation that began with a subject, to or from somebody who was
// no connection then, as a probable InMail (linkedin-export.md section 7).
func (c *codec) guess(t *model.Thread, f messageFold) error {
	for _, p := range f.opening {
		var r messageRecord
		if err := c.decodeSealed(bucketMessage, p.k, p.v, &r); err != nil {
			return err
		}
		if strings.TrimSpace(r.Subject) == "" {
			continue
		}
		key, _ := parseMessageKey(p.k)
		t.Subject = r.Subject
		t.InMail = model.Guess{Kind: model.ProbablyReceived, At: key.at, Answered: f.answered[0]}
		if key.sender == 0 {
			t.InMail = model.Guess{Kind: model.ProbablySent, At: key.at, Answered: f.answered[1]}
		}
		return nil
	}
	return nil
}

// invitationState is where the connection requests from and to a person stand, as
// far as evidence tells.
func invitationState(tx *bolt.Tx, person model.Key, connected bool) (model.InvitationState, error) {
	var found []model.Invitation
	prefix := keyOf(person)
	cursor := tx.Bucket([]byte(bucketInvitation)).Cursor()
	for k, v := cursor.Seek(prefix); bytes.HasPrefix(k, prefix); k, v = cursor.Next() {
		key, ok := parseInvitationKey(k)
		if !ok {
			return model.NoInvitation, damagedIn(bucketInvitation, k)
		}
		if _, err := unseal(bucketInvitation, k, v); err != nil {
			return model.NoInvitation, err
		}
		found = append(found, model.Invitation{Outgoing: key.outgoing, At: at(key.at)})
	}
	return model.ExportedInvitation(found, connected), nil
}

// snippet is the beginning of a text in one line: spaces of every kind become one.
func snippet(text string) string {
	var b strings.Builder
	space, n := false, 0
	for _, r := range text {
		if unicode.IsSpace(r) {
			space = n > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			n++
		}
		if n >= snippetLen {
			break
		}
		if r == utf8.RuneError {
			r = '\uFFFD'
		}
		b.WriteRune(r)
		n++
		space = false
	}
	return strings.TrimRight(b.String(), " ")
}

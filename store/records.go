package store

import (
	"encoding/binary"

	"cordial/model"
	"cordial/model/day"
)

// personRecord is what follows the name in a person's value.
type personRecord struct {
	ID          string       `cbor:"1,keyasint"`
	Name        string       `cbor:"-"`
	URL         string       `cbor:"2,keyasint,omitempty"`
	Headline    string       `cbor:"3,keyasint,omitempty"`
	Company     string       `cbor:"4,keyasint,omitempty"`
	Position    string       `cbor:"5,keyasint,omitempty"`
	Email       string       `cbor:"6,keyasint,omitempty"`
	Degree      model.Degree `cbor:"7,keyasint"`
	OpenProfile bool         `cbor:"8,keyasint,omitempty"`
	Connected   bool         `cbor:"9,keyasint,omitempty"`
	ConnectedOn day.Day      `cbor:"10,keyasint,omitempty"`
	Observed    int64        `cbor:"11,keyasint,omitempty"` // Unix seconds: how new the newest archive is that named them
	Import      uint32       `cbor:"12,keyasint,omitempty"` // number of the import that wrote it last
}

// person is the record as the model's value.
func (r personRecord) person(key model.Key) model.Person {
	return model.Person{
		ID: r.ID, Key: key, Name: r.Name, URL: r.URL, Headline: r.Headline, Company: r.Company,
		Position: r.Position, Email: r.Email, Degree: r.Degree, OpenProfile: r.OpenProfile,
		Connected: r.Connected, ConnectedOn: r.ConnectedOn,
	}
}

// conversationRecord is what the archives say of a conversation beside its
// messages.
type conversationRecord struct {
	LinkedInID string      `cbor:"1,keyasint"`
	Title      string      `cbor:"2,keyasint,omitempty"`
	Members    []model.Key `cbor:"3,keyasint,omitempty"` // ascending, without the owner
	Unknown    bool        `cbor:"4,keyasint,omitempty"` // somebody without an address takes part
	Observed   int64       `cbor:"5,keyasint,omitempty"` // Unix seconds: the archive that changed it last
	Import     uint32      `cbor:"6,keyasint,omitempty"` // number of the import that wrote it last
}

// messageRecord is a message; who and when stand in its key.
type messageRecord struct {
	Text        string   `cbor:"1,keyasint,omitempty"`
	Subject     string   `cbor:"2,keyasint,omitempty"`
	Attachments []string `cbor:"3,keyasint,omitempty"`
	Name        string   `cbor:"4,keyasint,omitempty"` // of a sender without an address
	Import      uint32   `cbor:"5,keyasint,omitempty"` // number of the import that wrote it last
}

// invitationRecord is a connection request.
type invitationRecord struct {
	Note   string `cbor:"1,keyasint,omitempty"`
	Seen   int64  `cbor:"2,keyasint,omitempty"` // Unix seconds: how new the newest archive is that lists it
	Import uint32 `cbor:"3,keyasint,omitempty"` // number of the import that wrote it last
}

// invitation is the record as the model's value. It is gone when a newer archive lists
// invitations, but not this one, and the person is no connection
// (linkedin-export.md section 7, "Invitation state").
func (r invitationRecord) invitation(key invitationKey, who personRecord, head evidenceHead) model.Invitation {
	i := model.Invitation{
		Person:   model.PersonRef{ID: who.ID, Key: key.person, Name: who.Name},
		Outgoing: key.outgoing, At: at(key.at), Note: r.Note,
	}
	if r.Seen != 0 && r.Seen < head.Listed && !who.Connected {
		i.Gone = at(head.Listed)
	}
	return i
}

// threadRecord is what follows the fixed head in a thread's value.
type threadRecord struct {
	Title      string                `cbor:"1,keyasint,omitempty"`
	People     []refRecord           `cbor:"2,keyasint,omitempty"`
	Snippet    string                `cbor:"3,keyasint,omitempty"`
	Subject    string                `cbor:"4,keyasint,omitempty"`
	In         int                   `cbor:"5,keyasint,omitempty"`
	Out        int                   `cbor:"6,keyasint,omitempty"`
	Connected  bool                  `cbor:"7,keyasint,omitempty"`
	Invitation model.InvitationState `cbor:"8,keyasint,omitempty"`
	GuessKind  model.GuessKind       `cbor:"9,keyasint,omitempty"`
	GuessAt    int64                 `cbor:"10,keyasint,omitempty"`
	Answered   int64                 `cbor:"11,keyasint,omitempty"`
}

// refRecord names somebody in a thread.
type refRecord struct {
	ID   string    `cbor:"1,keyasint"`
	Key  model.Key `cbor:"2,keyasint"`
	Name string    `cbor:"3,keyasint,omitempty"`
}

// encodePerson is a person's value. The name stands first and bare, so that a
// search over all names decodes nothing.
func (c *codec) encodePerson(key model.Key, r personRecord) ([]byte, error) {
	return c.encodePersonAt(bucketPerson, keyOf(key), r)
}

// encodePersonAt is a person's value under another key.
func (c *codec) encodePersonAt(bucket string, key []byte, r personRecord) ([]byte, error) {
	rest, err := c.encode(r)
	if err != nil {
		return nil, err
	}
	body := binary.AppendUvarint(nil, uint64(len(r.Name)))
	body = append(append(body, r.Name...), rest...)
	return seal(bucket, key, body), nil
}

// decodePerson is the way back from encodePersonAt.
func (c *codec) decodePerson(bucket string, key, value []byte) (personRecord, error) {
	var r personRecord
	body, err := unseal(bucket, key, value)
	if err != nil {
		return r, err
	}
	name, rest, ok := splitName(body)
	if !ok {
		return r, damagedIn(bucket, key)
	}
	err = c.decode(bucket, key, rest, &r)
	r.Name = string(name)
	return r, err
}

// splitName parts the name from the rest of a person's body.
func splitName(body []byte) (name, rest []byte, ok bool) {
	n, used := binary.Uvarint(body)
	if used <= 0 || n > uint64(len(body)-used) {
		return nil, nil, false
	}
	return body[used : used+int(n)], body[used+int(n):], true
}

// encodeSealed is the value of a record that is CBOR and nothing else.
func (c *codec) encodeSealed(bucket string, key []byte, r any) ([]byte, error) {
	body, err := c.encode(r)
	if err != nil {
		return nil, err
	}
	return seal(bucket, key, body), nil
}

// decodeSealed is the way back from encodeSealed.
func (c *codec) decodeSealed(bucket string, key, value []byte, r any) error {
	body, err := unseal(bucket, key, value)
	if err != nil {
		return err
	}
	return c.decode(bucket, key, body, r)
}

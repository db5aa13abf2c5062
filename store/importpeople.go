package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/model/day"
	"cordial/model/who"
	"cordial/store/linkedin"
)

// closedAccount is what LinkedIn calls everybody whose account is closed.
const closedAccount = "LinkedIn Member"

// unknownID is the id of somebody without an address in a conversation. The same
// human in two conversations is two of them.
func unknownID(thread model.Key) string { return fmt.Sprintf("unknown-%016x", uint64(thread)) }

// unknownKey is the key of that.
func unknownKey(thread model.Key) model.Key { return model.PersonKey(unknownID(thread)) }

// shortID is an identity key as an id: at most 64 bytes.
func shortID(key string) string {
	if len(key) <= 64 {
		return key
	}
	return "h-" + hashed(key)
}

// hashed is a text as 32 hexadecimal digits.
func hashed(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}

// identify gives somebody in an archive a key. thread is the conversation of one
// without an address; a connection without an address is told by name and day.
func identify(p *linkedin.Person, thread model.Key) (model.Key, personRecord) {
	r := personRecord{
		Name: p.Name, Company: p.Company, Position: p.Position, Email: p.Email,
		Connected: p.Connected, Degree: model.DegreeUnknown,
	}
	if p.Connected {
		r.Degree = 1
	}
	if d := p.ConnectedOn; !d.IsZero() {
		r.ConnectedOn = day.New(d.Year, d.Month, d.Day)
	}
	switch {
	case p.Key != "":
		r.ID, r.URL = shortID(p.Key), who.ProfileURL(p.Key)
		return model.PersonKey(p.Key), r
	case p.Unknown && thread != 0:
		r.ID = unknownID(thread)
		if r.Name == "" {
			r.Name = closedAccount
		}
	default:
		r.ID = "name-" + hashed(strings.ToLower(p.Name)+"\x00"+p.ConnectedOn.String())
	}
	return model.PersonKey(r.ID), r
}

// mergePerson is a person as the archive and what was there before together say.
// An empty cell erases nothing, a row that is not there deletes nothing, and an
// older archive only fills in what was empty (linkedin-export.md section 8).
func mergePerson(old, in personRecord) personRecord {
	if old.ID == "" {
		return in
	}
	newer := in.Observed >= old.Observed
	take := func(to *string, from string) {
		if from != "" && (newer || *to == "") {
			*to = from
		}
	}
	if in.Name != closedAccount || old.Name == "" {
		take(&old.Name, in.Name)
	}
	take(&old.URL, in.URL)
	take(&old.Headline, in.Headline)
	take(&old.Company, in.Company)
	take(&old.Position, in.Position)
	take(&old.Email, in.Email)
	if in.ConnectedOn != 0 && (newer || old.ConnectedOn == 0) {
		old.ConnectedOn = in.ConnectedOn
	}
	if in.Connected {
		old.Connected, old.Degree = true, 1
	}
	old.Observed = max(old.Observed, in.Observed)
	return old
}

// personChange is what an archive does to one person.
type personChange struct {
	record   personRecord
	was      string // the name that was there
	fresh    bool   // was not there
	changed  bool   // LinkedIn now says otherwise
	dirty    bool   // must be written
	redigest bool   // thread rows that name them must be derived anew
}

// renamed tells whether somebody with a name has another one now.
func (c personChange) renamed() bool {
	return c.was != "" && c.was != closedAccount && c.was != c.record.Name
}

// comparePerson compares somebody with what is there.
func (c *codec) comparePerson(tx *bolt.Tx, p incoming) (personChange, error) {
	key := keyOf(p.key)
	value := tx.Bucket([]byte(bucketPerson)).Get(key)
	if value == nil {
		return personChange{record: p.record, fresh: true, dirty: true, redigest: true}, nil
	}
	old, err := c.decodePerson(bucketPerson, key, value)
	if err != nil {
		return personChange{}, err
	}
	merged := mergePerson(old, p.record)
	same := merged
	same.Observed = old.Observed
	return personChange{
		record: merged, was: old.Name, dirty: merged != old, changed: same != old,
		redigest: merged.Name != old.Name || merged.Connected != old.Connected || merged.ConnectedOn != old.ConnectedOn,
	}, nil
}

// putPerson writes a person.
func (c *codec) putPerson(tx *bolt.Tx, key model.Key, r personRecord) error {
	value, err := c.encodePerson(key, r)
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(bucketPerson)).Put(keyOf(key), value)
}

// ownerRecord is the owner as the archive and what was there before together say;
// dirty tells that it must be written.
func (in *intake) ownerRecord(tx *bolt.Tx) (r personRecord, dirty bool, err error) {
	old, _, err := in.s.codec.owner(tx)
	found := in.export.Owner
	if err != nil || found.Key == "" {
		return old, false, err
	}
	profile := in.export.Profile
	now := personRecord{
		ID: shortID(found.Key), Name: found.Name, URL: who.ProfileURL(found.Key),
		Headline: profile.Headline, Degree: model.DegreeUnknown, Observed: in.observed,
	}
	if now.Name == "" {
		now.Name = strings.TrimSpace(profile.First + " " + profile.Last)
	}
	r = mergePerson(old, now)
	if in.options.Owner != "" { // the user says who it is
		r.ID, r.URL = now.ID, now.URL
	}
	return r, r != old, nil
}

// putOwner writes the owner.
func (c *codec) putOwner(tx *bolt.Tx, r personRecord) error {
	key := []byte(keyOwner)
	value, err := c.encodePersonAt(bucketMeta, key, r)
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(bucketMeta)).Put(key, value)
}

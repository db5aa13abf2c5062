package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/fxamacker/cbor/v2"

	"cordial/model"
)

// A journal record is version(1) ‖ hash(32) ‖ body. The hash is SHA-256 of
//
//	chainDomain ‖ hash of the record before (zeros for the first) ‖ seq(8) ‖ version(1) ‖ body
//
// so that no event can change, move or vanish unnoticed. Nothing in it depends on
// the file: the same events make the same chain everywhere.
const (
	hashLen       = sha256.Size
	recordHeadLen = 1 + hashLen
	recordVersion = 1
	chainDomain   = "cordial journal\x00"
)

// eventBody is the body of a record of version 1.
type eventBody struct {
	ID       string          `cbor:"1,keyasint"`
	At       string          `cbor:"2,keyasint"`           // RFC 3339 with the offset as it was given
	Recorded string          `cbor:"3,keyasint,omitempty"` // empty: as At
	Kind     string          `cbor:"4,keyasint"`
	Data     cbor.RawMessage `cbor:"5,keyasint"`
	Step     string          `cbor:"6,keyasint,omitempty"`
}

// chain is the hash of a record.
func chain(before []byte, seq uint64, version byte, body []byte) []byte {
	b := make([]byte, 0, len(chainDomain)+hashLen+8+1+len(body))
	b = append(b, chainDomain...)
	b = append(b, before...)
	b = binary.BigEndian.AppendUint64(b, seq)
	b = append(b, version)
	sum := sha256.Sum256(append(b, body...))
	return sum[:]
}

// record makes the record that follows the one with the hash before.
func record(before []byte, seq uint64, body []byte) (value, hash []byte) {
	hash = chain(before, seq, recordVersion, body)
	value = make([]byte, 0, recordHeadLen+len(body))
	value = append(value, recordVersion)
	value = append(value, hash...)
	return append(value, body...), hash
}

// splitRecord takes a record apart and verifies its link in the chain.
func splitRecord(before []byte, seq uint64, value []byte) (body, hash []byte, err error) {
	if len(value) < recordHeadLen {
		return nil, nil, damaged("event %d of the journal is not what was written", seq)
	}
	hash, body = value[1:recordHeadLen], value[recordHeadLen:]
	if string(chain(before, seq, value[0], body)) != string(hash) {
		return nil, nil, damaged("event %d of the journal is not what was written", seq)
	}
	if value[0] != recordVersion {
		return nil, nil, newer("event %d of its journal has version %d", seq, value[0])
	}
	return body, hash, nil
}

// encodeEvent is the body of an event's record. It fails on what could not be read
// again: no id, an unknown kind, an instant that RFC 3339 cannot write.
func (c *codec) encodeEvent(e model.Event) ([]byte, error) {
	if len(e.ID) < 1 || len(e.ID) > 64 {
		return nil, fmt.Errorf("an event's id has 1 to 64 bytes, not %d", len(e.ID))
	}
	if e.Decision == nil {
		return nil, fmt.Errorf("event %q has no decision", e.ID)
	}
	kind := e.Decision.Kind()
	if _, ok := c.kinds[kind]; !ok {
		return nil, fmt.Errorf("event %q has the unknown kind %q", e.ID, kind)
	}
	at, err := formatTime(e.At)
	if err != nil {
		return nil, fmt.Errorf("event %q: %w", e.ID, err)
	}
	body := eventBody{ID: e.ID, At: at, Kind: kind, Step: e.Step}
	if !e.Recorded.IsZero() {
		if body.Recorded, err = formatTime(e.Recorded); err != nil {
			return nil, fmt.Errorf("event %q: %w", e.ID, err)
		}
	}
	if body.Recorded == body.At {
		body.Recorded = ""
	}
	if body.Data, err = c.encode(e.Decision); err != nil {
		return nil, err
	}
	return c.encode(body)
}

// decodeEvent is the way back from encodeEvent.
func (c *codec) decodeEvent(seq uint64, raw []byte) (model.Event, error) {
	var body eventBody
	key := key8(seq)
	if err := c.decode(bucketJournal, key, raw, &body); err != nil {
		return model.Event{}, err
	}
	e := model.Event{ID: body.ID, Step: body.Step}
	var err error
	if e.At, err = parseTime(body.At); err != nil {
		return e, damagedIn(bucketJournal, key)
	}
	e.Recorded = e.At
	if body.Recorded != "" {
		if e.Recorded, err = parseTime(body.Recorded); err != nil {
			return e, damagedIn(bucketJournal, key)
		}
	}
	spec, ok := c.kinds[body.Kind]
	if !ok {
		return e, newer("event %d of its journal is of the unknown kind %q", seq, body.Kind)
	}
	d := spec.New()
	if err := c.decode(bucketJournal, key, body.Data, d); err != nil {
		return e, err
	}
	e.Decision = spec.Value(d)
	return e, nil
}

// formatTime writes an instant with its offset and its fraction of a second.
func formatTime(t time.Time) (string, error) {
	text := t.Format(time.RFC3339Nano)
	if back, err := parseTime(text); err != nil || !back.Equal(t) {
		return "", fmt.Errorf("the time %s cannot be written in RFC 3339", t)
	}
	return text, nil
}

// parseTime is the way back from formatTime; the zone of this computer has no say.
func parseTime(text string) (time.Time, error) {
	return time.ParseInLocation(time.RFC3339Nano, text, time.UTC)
}

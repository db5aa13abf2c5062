package model

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
)

// Key is the eight-byte name under which a person or a thread is stored. It is
// derived from LinkedIn's own id, so that the same archive read into a second
// database meets the same decisions there. Zero means "none".
type Key uint64

// ErrThreadID tells that a text is no thread id.
var ErrThreadID = errors.New("a thread id is a t followed by 16 hexadecimal digits")

// PersonKey is the key of the person with this id: a LinkedIn slug or member id
// where one is known, otherwise the contact's own id.
func PersonKey(id string) Key { return derive("person", id) }

// ThreadKey is the key of the conversation with this LinkedIn conversation id.
func ThreadKey(conversation string) Key { return derive("thread", conversation) }

// derive hashes an id within its realm, so that a person and a thread of the same
// text never share a key.
func derive(realm, id string) Key {
	sum := sha256.Sum256([]byte(realm + "\x00" + id))
	return Key(binary.BigEndian.Uint64(sum[:8]))
}

// ThreadID is the key as decisions and people write it: "t" and 16 hex digits.
func (k Key) ThreadID() string { return fmt.Sprintf("t%016x", uint64(k)) }

// ParseThreadID reads what ThreadID wrote; anything else is ErrThreadID.
func ParseThreadID(id string) (Key, error) {
	if len(id) != 17 || id[0] != 't' {
		return 0, ErrThreadID
	}
	n, err := strconv.ParseUint(id[1:], 16, 64)
	if err != nil {
		return 0, ErrThreadID
	}
	return Key(n), nil
}

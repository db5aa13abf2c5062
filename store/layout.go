package store

import (
	"encoding/binary"

	"cordial/model"
)

// The file, in reading order. Keys are big endian, so that order on disk is order
// on screen. Every value but a journal record is
//
//	version(1) ‖ CRC-32C of bucket, key, version and body(4) ‖ body
//
//	bucket        key                                          body
//	meta          "format"                                     format, program version, digest version
//	              "journal"                                    number of events, hash of the last
//	              "evidence"                                   counts of the buckets below, writes so far
//	              "owner"                                      the person whose export it is
//	journal       seq(8), from 1                               version(1) ‖ hash(32) ‖ event
//	journal.id    event id                                     seq(8)
//	person        person(8)                                    name ‖ the rest as last imported
//	conversation  thread(8)                                    LinkedIn's id, title, members
//	message       thread(8) ‖ time(8) ‖ sender(8) ‖ n(4)       text, subject, attachments
//	invitation    person(8) ‖ direction(1) ‖ time(8)           note
//	thread        thread(8)                                    head, fixed ‖ digest         derived
//	import        hash of the archive                          number, state, counts, its event
//	before        import(4) ‖ bucket(1) ‖ key                  what the import changed, as it was
//	draft         person(8) ‖ channel                          subject, body, template, when
//
// Bodies are CBOR maps with integer keys. Every record of evidence has the number of
// the import that wrote it last: to take the newest import back, what it made is
// deleted, and what it changed is put back from bucket before. The sender is 0 for the owner's own
// messages, so that a changed profile address of the owner changes no key; n counts
// messages of one sender in one second.
const (
	bucketMeta         = "meta"
	bucketJournal      = "journal"
	bucketJournalID    = "journal.id"
	bucketPerson       = "person"
	bucketConversation = "conversation"
	bucketMessage      = "message"
	bucketInvitation   = "invitation"
	bucketThread       = "thread"
	bucketImport       = "import"
	bucketBefore       = "before"
	bucketDraft        = "draft"
)

// The keys of bucket meta.
const (
	keyFormat   = "format"
	keyJournal  = "journal"
	keyEvidence = "evidence"
	keyOwner    = "owner"
)

// formatNow is the format this program writes, digestNow the version of the rules
// by which thread rows are derived.
const (
	formatNow = 1
	digestNow = 1
)

// buckets lists all buckets in the order of the picture.
func buckets() []string {
	return []string{
		bucketMeta, bucketJournal, bucketJournalID, bucketPerson, bucketConversation,
		bucketMessage, bucketInvitation, bucketThread, bucketImport, bucketBefore, bucketDraft,
	}
}

// key8 is a number as a key.
func key8(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// keyOf is a person or thread as a key.
func keyOf(k model.Key) []byte { return key8(uint64(k)) }

// sortable maps Unix seconds to numbers in the same order, those before 1970
// included.
func sortable(unix int64) uint64 { return uint64(unix) ^ 1<<63 }

// unsortable is the way back from sortable.
func unsortable(n uint64) int64 { return int64(n ^ 1<<63) }

// messageKey names a message.
type messageKey struct {
	thread model.Key
	at     int64     // Unix seconds
	sender model.Key // 0 for the owner
	n      uint32
}

// messageKeyLen is the length of a messageKey on disk, in bytes.
const messageKeyLen = 8 + 8 + 8 + 4

// bytes is the key on disk.
func (k messageKey) bytes() []byte {
	b := make([]byte, 0, messageKeyLen)
	b = binary.BigEndian.AppendUint64(b, uint64(k.thread))
	b = binary.BigEndian.AppendUint64(b, sortable(k.at))
	b = binary.BigEndian.AppendUint64(b, uint64(k.sender))
	return binary.BigEndian.AppendUint32(b, k.n)
}

// parseMessageKey is the way back from bytes.
func parseMessageKey(b []byte) (messageKey, bool) {
	if len(b) != messageKeyLen {
		return messageKey{}, false
	}
	return messageKey{
		thread: model.Key(binary.BigEndian.Uint64(b)),
		at:     unsortable(binary.BigEndian.Uint64(b[8:])),
		sender: model.Key(binary.BigEndian.Uint64(b[16:])),
		n:      binary.BigEndian.Uint32(b[24:]),
	}, true
}

// invitationKey names a connection request.
type invitationKey struct {
	person   model.Key
	outgoing bool
	at       int64 // Unix seconds
}

// invitationKeyLen is the length of an invitationKey on disk, in bytes.
const invitationKeyLen = 8 + 1 + 8

// bytes is the key on disk.
func (k invitationKey) bytes() []byte {
	b := make([]byte, 0, invitationKeyLen)
	b = binary.BigEndian.AppendUint64(b, uint64(k.person))
	direction := byte(0)
	if k.outgoing {
		direction = 1
	}
	return binary.BigEndian.AppendUint64(append(b, direction), sortable(k.at))
}

// parseInvitationKey is the way back from bytes.
func parseInvitationKey(b []byte) (invitationKey, bool) {
	if len(b) != invitationKeyLen || b[8] > 1 {
		return invitationKey{}, false
	}
	return invitationKey{
		person:   model.Key(binary.BigEndian.Uint64(b)),
		outgoing: b[8] == 1,
		at:       unsortable(binary.BigEndian.Uint64(b[9:])),
	}, true
}

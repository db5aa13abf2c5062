package store

import (
	"encoding/binary"

	"cordial/model"
)

// A thread's body begins with its head in fixed places, so that order and tabs
// decode nothing:
//
//	0 person(8)  8 last at(8)  16 last in(8)  24 last out(8)  32 flags(1)  33 CBOR
const headLen = 8 + 8 + 8 + 8 + 1

// The flags of a head.
const (
	flagGroup = 1 << iota
	flagLastFromMe
)

// encodeThread is a thread's value.
func (c *codec) encodeThread(t model.Thread) ([]byte, error) {
	body := make([]byte, 0, 256)
	body = binary.BigEndian.AppendUint64(body, uint64(t.Person))
	for _, at := range []int64{t.LastAt, t.LastIn, t.LastOut} {
		body = binary.BigEndian.AppendUint64(body, uint64(at))
	}
	var flags byte
	if t.Group {
		flags |= flagGroup
	}
	if t.LastFromMe {
		flags |= flagLastFromMe
	}
	rest, err := c.encode(recordOf(t))
	if err != nil {
		return nil, err
	}
	body = append(append(body, flags), rest...)
	return seal(bucketThread, keyOf(t.Key), body), nil
}

// recordOf is what stands behind the head.
func recordOf(t model.Thread) threadRecord {
	r := threadRecord{
		Title: t.Title, Snippet: t.Snippet, Subject: t.Subject, In: t.In, Out: t.Out,
		Connected: t.Connected, Invitation: t.Invitation,
		GuessKind: t.InMail.Kind, GuessAt: t.InMail.At, Answered: t.InMail.Answered,
	}
	for _, p := range t.People {
		r.People = append(r.People, refRecord(p))
	}
	return r
}

// decodeHead reads the head of a thread's body; ok is false when there is none.
func decodeHead(key model.Key, body []byte) (h model.Head, ok bool) {
	if len(body) < headLen {
		return h, false
	}
	word := func(i int) uint64 { return binary.BigEndian.Uint64(body[8*i:]) }
	flags := body[32]
	return model.Head{
		Key: key, Person: model.Key(word(0)), LastAt: int64(word(1)), LastIn: int64(word(2)), LastOut: int64(word(3)),
		Group: flags&flagGroup != 0, LastFromMe: flags&flagLastFromMe != 0,
	}, true
}

// decodeRow reads what stands behind the head of a thread's body.
func (c *codec) decodeRow(h model.Head, body []byte) (model.Thread, error) {
	var r threadRecord
	if err := c.decode(bucketThread, keyOf(h.Key), body[headLen:], &r); err != nil {
		return model.Thread{}, err
	}
	t := model.Thread{
		Head: h, ID: h.Key.ThreadID(), Title: r.Title, Snippet: r.Snippet, Subject: r.Subject, In: r.In, Out: r.Out,
		Connected: r.Connected, Invitation: r.Invitation,
		InMail: model.Guess{Kind: r.GuessKind, At: r.GuessAt, Answered: r.Answered},
	}
	for _, p := range r.People {
		t.People = append(t.People, model.PersonRef(p))
	}
	return t, nil
}

package store

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/store/linkedin"
)

// threadChange is what an archive does to one conversation.
type threadChange struct {
	conversation conversationRecord
	freshThread  bool         // the conversation was not there
	dirtyThread  bool         // the conversation's record must be written
	moved        []messageKey // messages to take from their place: puts has them anew
	puts         []put
	fresh        int // new messages
	changed      int // messages that LinkedIn now gives otherwise
}

// newly tells whether the conversation gets a new message by an import of which
// nothing is in it yet.
func (t *threadChange) newly(seq uint32) bool {
	return t.fresh > 0 && (seq == 0 || t.conversation.Import != seq)
}

// dirty tells whether anything must be written.
func (t *threadChange) dirty() bool { return t.dirtyThread || len(t.puts) > 0 }

// put is one message to write.
type put struct {
	key     messageKey
	record  messageRecord
	fresh   bool
	changed bool // LinkedIn now gives it otherwise
}

// stored is a message that is there.
type stored struct {
	key    messageKey
	record messageRecord
}

// moment is the message's second and sender.
func (s stored) moment() moment { return moment{s.key.at, s.key.sender} }

// compareThread compares a conversation of the archive with what is there.
func (in *intake) compareThread(tx *bolt.Tx, t conversing) (threadChange, error) {
	var change threadChange
	key := keyOf(t.key)
	old := tx.Bucket([]byte(bucketConversation)).Get(key)
	change.freshThread = old == nil
	var before conversationRecord
	if old != nil {
		if err := in.s.codec.decodeSealed(bucketConversation, key, old, &before); err != nil {
			return change, err
		}
	}
	there, err := in.s.codec.storedMessages(tx, t.key)
	if err != nil {
		return change, err
	}
	change.moved = t.who.renamed(there)
	for _, m := range there {
		if len(change.moved) > 0 && m.key.sender == t.who.from {
			change.puts = append(change.puts, put{key: m.key, record: m.record})
		}
	}
	newer := in.observed >= before.Observed
	for sent, group := range in.bySecond(t) {
		n := in.compareSecond(&change, messageKey{thread: t.key, at: sent.at, sender: sent.sender}, group, there, newer)
		there = there[n:]
	}
	change.conversation = in.mergeConversation(before, t, newer)
	if change.freshThread || change.fresh+change.changed > 0 {
		change.conversation.Observed = max(before.Observed, in.observed)
	}
	change.dirtyThread = change.freshThread || !sameConversation(before, change.conversation)
	return change, nil
}

// storedMessages reads the messages of a thread, in key order.
func (c *codec) storedMessages(tx *bolt.Tx, thread model.Key) ([]stored, error) {
	var list []stored
	err := eachMessage(tx, thread, func(k, v []byte) error {
		var m stored
		m.key, _ = parseMessageKey(k)
		if err := c.decodeSealed(bucketMessage, k, v, &m.record); err != nil {
			return err
		}
		list = append(list, m)
		return nil
	})
	return list, err
}

// moment is what a message key has beside thread and n.
type moment struct {
	at     int64
	sender model.Key
}

// compare orders moments as keys do.
func (m moment) compare(o moment) int {
	return cmp.Or(cmp.Compare(m.at, o.at), cmp.Compare(m.sender, o.sender))
}

// bySecond groups the messages of a conversation by second and sender, in key
// order.
func (in *intake) bySecond(t conversing) func(yield func(moment, []*linkedin.Message) bool) {
	c := &in.export.Conversations[t.index]
	list := make([]*linkedin.Message, c.Count)
	for i := range list {
		list[i] = &in.export.Messages[int(c.First)+i]
	}
	of := func(m *linkedin.Message) moment { return moment{m.At, t.who.key(in.sender(m))} }
	slices.SortStableFunc(list, func(a, b *linkedin.Message) int { return of(a).compare(of(b)) })
	return func(yield func(moment, []*linkedin.Message) bool) {
		for len(list) > 0 {
			n := 1
			for n < len(list) && of(list[n]) == of(list[0]) {
				n++
			}
			if !yield(of(list[0]), list[:n]) {
				return
			}
			list = list[n:]
		}
	}
}

// sender is the sender's part of a message key.
func (in *intake) sender(m *linkedin.Message) model.Key {
	if m.Sender == linkedin.Me {
		return 0
	}
	return in.keys[m.Sender]
}

// compareSecond matches the messages of one sender in one second with those that
// are there, as multisets: equal texts are the same message; of the rest, one that
// is left over on each side was edited; a surplus is new, and gets the next n. It
// answers how many of `there`, which begins at or before this second, it has passed.
func (in *intake) compareSecond(change *threadChange, key messageKey, group []*linkedin.Message, there []stored, newer bool) int {
	this := moment{key.at, key.sender}
	from := 0
	for from < len(there) && there[from].moment().compare(this) < 0 {
		from++
	}
	to := from
	for to < len(there) && there[to].moment() == this {
		key.n = there[to].key.n + 1
		to++
	}
	records := make([]messageRecord, len(group))
	for i, m := range group {
		records[i] = in.message(m, key)
	}
	same, surplus := match(there[from:to], records)
	for _, p := range same {
		change.update(p.old, p.in, newer)
	}
	for _, r := range surplus {
		change.puts = append(change.puts, put{key: key, record: r, fresh: true})
		change.fresh++
		key.n++
	}
	return to
}

// matched is a message that is there and the one of the archive that it is.
type matched struct {
	old stored
	in  messageRecord
}

// match pairs messages of equal text, then what is left over on each side, and
// answers the surplus of the archive.
func match(there []stored, in []messageRecord) (pairs []matched, surplus []messageRecord) {
	byText := slices.Clone(there)
	slices.SortStableFunc(byText, func(a, b stored) int { return strings.Compare(a.record.Text, b.record.Text) })
	slices.SortStableFunc(in, func(a, b messageRecord) int { return strings.Compare(a.Text, b.Text) })
	var left []stored
	for len(byText) > 0 && len(in) > 0 {
		switch c := strings.Compare(byText[0].record.Text, in[0].Text); {
		case c == 0:
			pairs = append(pairs, matched{byText[0], in[0]})
			byText, in = byText[1:], in[1:]
		case c < 0:
			left, byText = append(left, byText[0]), byText[1:]
		default:
			surplus, in = append(surplus, in[0]), in[1:]
		}
	}
	left, surplus = append(left, byText...), append(surplus, in...)
	n := min(len(left), len(surplus))
	for i := range n {
		pairs = append(pairs, matched{left[i], surplus[i]})
	}
	return pairs, surplus[n:]
}

// update merges a message of the archive into one that is there. Attachments are
// addresses that LinkedIn makes anew for every export: other ones are taken, and
// are no change of the message.
func (t *threadChange) update(old stored, in messageRecord, newer bool) {
	merged := old.record
	take := func(to *string, from string) {
		if from != "" && (newer || *to == "") {
			*to = from
		}
	}
	take(&merged.Text, in.Text)
	take(&merged.Subject, in.Subject)
	changed := merged.Text != old.record.Text || merged.Subject != old.record.Subject
	if changed {
		t.changed++
	}
	take(&merged.Name, in.Name)
	if len(in.Attachments) > 0 && (newer || len(merged.Attachments) == 0) {
		merged.Attachments = in.Attachments
	}
	if !sameMessage(merged, old.record) {
		t.puts = append(t.puts, put{key: old.key, record: merged, changed: changed})
	}
}

// sameMessage compares two messages in all fields.
func sameMessage(a, b messageRecord) bool {
	return a.Text == b.Text && a.Subject == b.Subject && a.Name == b.Name && slices.Equal(a.Attachments, b.Attachments)
}

// message is a message of the archive as it is kept under a key. A sender with an
// address is named by the person's record.
func (in *intake) message(m *linkedin.Message, key messageKey) messageRecord {
	r := messageRecord{Text: m.Text, Subject: m.Subject}
	if m.Attachments != "" {
		r.Attachments = m.AttachmentList()
	}
	if key.sender == unknownKey(key.thread) {
		r.Name = m.SenderName
	}
	return r
}

// mergeConversation is a conversation as the archive and what was there before
// together say. Members only ever come.
func (in *intake) mergeConversation(old conversationRecord, t conversing, newer bool) conversationRecord {
	c := &in.export.Conversations[t.index]
	merged := old
	merged.LinkedInID = c.ID
	if c.Title != "" && (newer || old.Title == "") {
		merged.Title = c.Title
	}
	merged.Members = slices.Clone(old.Members)
	for _, p := range c.People {
		merged.Members = append(merged.Members, t.who.key(in.keys[p]))
	}
	slices.Sort(merged.Members)
	merged.Members = slices.Compact(merged.Members)
	merged.Unknown = old.Unknown && !t.who.rename || len(merged.Members) == 0
	if c.Unknown != linkedin.Nobody && t.who.from != unknownKey(t.key) {
		merged.Unknown = true
	}
	return merged
}

// sameConversation compares two conversations in all fields.
func sameConversation(a, b conversationRecord) bool {
	return a.LinkedInID == b.LinkedInID && a.Title == b.Title && a.Unknown == b.Unknown &&
		a.Observed == b.Observed && slices.Equal(a.Members, b.Members)
}

// putMessage writes a message.
func (c *codec) putMessage(bucket *bolt.Bucket, p put) error {
	key := p.key.bytes()
	value, err := c.encodeSealed(bucketMessage, key, p.record)
	if err != nil {
		return err
	}
	return bucket.Put(key, value)
}

// putConversation writes a conversation.
func (c *codec) putConversation(tx *bolt.Tx, thread model.Key, r conversationRecord) error {
	key := binary.BigEndian.AppendUint64(nil, uint64(thread))
	value, err := c.encodeSealed(bucketConversation, key, r)
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(bucketConversation)).Put(key, value)
}

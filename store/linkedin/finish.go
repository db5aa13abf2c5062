package linkedin

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"cordial/store/linkedin/table"
)

// finish orders messages and invitations, drops repetitions, and counts.
func (b *builder) finish(src *source, opts Options) (*Export, error) {
	e := &b.out
	b.orderMessages()
	b.takeInvitations()
	e.findInMails(b.connected())
	e.count(b.problems)
	e.Problems = b.problems.Sorted(b.files)
	e.ContentHash = src.contentHash()
	var err error
	if e.ArchiveHash, err = src.archiveHash(); err != nil {
		return nil, err
	}
	e.Missing = src.missing()
	e.FirstPartOnly = src.has(KindProfile) && len(e.Missing) == len(allKinds())-1
	if e.ObservedAt = src.observed; e.ObservedAt.IsZero() {
		e.ObservedAt = e.newest(opts.Now)
	}
	return e, nil
}

// orderMessages sorts messages into reading order, drops duplicates, numbers the rest and cuts them into conversations.
func (b *builder) orderMessages() {
	e := &b.out
	slices.SortFunc(e.Messages, compareMessages)
	kept := e.Messages[:0]
	for i := range e.Messages {
		m := &e.Messages[i]
		m.N = 0
		if len(kept) > 0 {
			last := &kept[len(kept)-1]
			if sameMoment(last, m) {
				if last.Text == m.Text {
					b.problems.Add(Problem{File: b.files[m.file], Line: int(m.Line), Reason: Duplicate, Text: "the same message stands in the export before"})
					continue
				}
				m.N = last.N + 1
			}
		}
		kept = append(kept, *m)
	}
	clear(e.Messages[len(kept):])
	e.Messages = kept
	for i := range kept {
		c := &e.Conversations[kept[i].Conversation]
		if c.Count == 0 {
			c.First = int32(i)
		}
		c.Count++
	}
}

// compareMessages orders by conversation, time, sender and text, so that the order of rows in a file does not matter.
func compareMessages(x, y Message) int {
	return cmp.Or(cmp.Compare(x.Conversation, y.Conversation), cmp.Compare(x.At, y.At), cmp.Compare(x.Sender, y.Sender),
		strings.Compare(x.SenderName, y.SenderName), strings.Compare(x.Text, y.Text), cmp.Compare(x.file, y.file), cmp.Compare(x.Line, y.Line))
}

// sameMoment reports two messages that only their texts can tell apart.
func sameMoment(x, y *Message) bool {
	return x.Conversation == y.Conversation && x.At == y.At && x.Sender == y.Sender && x.SenderName == y.SenderName
}

// takeInvitations drops what the owner would have sent to himself, and repetitions, and counts people.
func (b *builder) takeInvitations() {
	e := &b.out
	for _, row := range b.asked.rows {
		if row.other == Me {
			b.asked.skip(e.Owner.Key)
			b.problems.Add(Problem{File: row.file, Line: row.line, Reason: BadInvitation, Text: "both sides are the owner"})
			continue
		}
		e.Invitations = append(e.Invitations, Invitation{
			Outgoing: row.outgoing, Person: row.other, SentAt: row.at, Note: row.note, Name: row.name,
		})
	}
	slices.SortFunc(e.Invitations, func(x, y Invitation) int {
		return cmp.Or(cmp.Compare(x.SentAt, y.SentAt), cmp.Compare(x.Person, y.Person), boolOrder(x.Outgoing, y.Outgoing),
			strings.Compare(x.Note, y.Note), strings.Compare(x.Name, y.Name))
	})
	e.Invitations = slices.CompactFunc(e.Invitations, func(x, y Invitation) bool {
		return x.SentAt == y.SentAt && x.Person == y.Person && x.Outgoing == y.Outgoing
	})
	sent, incoming := map[int32]bool{}, map[int32]bool{}
	for _, row := range e.Invitations {
		if row.Outgoing {
			sent[row.Person] = true
		} else {
			incoming[row.Person] = true
		}
	}
	counts := &e.Counts.Invitations
	for person := range sent {
		if e.People[person].Connected {
			counts.Accepted++
		}
	}
	counts.Sent, counts.Incoming = len(sent), len(incoming)
	counts.Pending = counts.Sent - counts.Accepted
	counts.Skipped = len(b.asked.skipped) + b.asked.nobody
}

func boolOrder(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return -1
	}
	return 1
}

// count fills in what can be counted at the end.
func (e *Export) count(p *table.Problems) {
	for i := range e.People {
		if e.People[i].Key != "" {
			e.Counts.People++
		}
		if e.People[i].Connected {
			e.Counts.Connections++
		}
	}
	for i := range e.Conversations {
		e.Counts.Conversations++
		if e.Conversations[i].Group() {
			e.Counts.Groups++
		}
	}
	e.Counts.Messages = len(e.Messages)
	e.Counts.Skipped = p.Count
}

// newest answers the latest instant of the records that is not after now.
func (e *Export) newest(now time.Time) time.Time {
	var latest int64
	see := func(at int64) {
		if at > latest && (now.IsZero() || at <= now.Unix()) {
			latest = at
		}
	}
	for i := range e.Messages {
		see(e.Messages[i].At)
	}
	for i := range e.Invitations {
		see(e.Invitations[i].SentAt)
	}
	for i := range e.People {
		if !e.People[i].ConnectedOn.IsZero() {
			see(e.People[i].ConnectedOn.Time().Unix())
		}
	}
	if latest == 0 {
		return time.Time{}
	}
	return time.Unix(latest, 0).UTC()
}

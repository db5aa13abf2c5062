package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// correspondence is an export with a direct talk, a group, and somebody without address.
func correspondence() export {
	return export{made: noon(), messages: []mail{
		{conversation: "a", from: me, to: "ada", at: clock(1), subject: "Hello", text: "Hi Ada"},
		{conversation: "a", from: "ada", to: me, at: clock(2), text: "Hi you", attachments: "https://example.com/cv.pdf"},
		{conversation: "g", from: "ben", to: me + ",ada", at: clock(3), title: "The fair", text: "Who comes?"},
		{conversation: "x", from: "", to: me, at: clock(4), text: "Gone"},
	}}
}

// copies is all that AllMessages answers, in the order of time.
func copies(t testing.TB, s *Store) []string {
	t.Helper()
	var list []string
	for m, err := range s.AllMessages(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		var to []string
		for _, p := range m.To {
			to = append(to, p.Name+" <"+p.URL+">")
		}
		list = append(list, fmt.Sprintf("%s %s/%s: %s <%s> to %s: %s %s %v", m.At.Format("05"), m.Conversation, m.Title,
			m.From.Name, m.From.URL, strings.Join(to, ", "), m.Subject, m.Text, m.Attachments))
	}
	slices.Sort(list)
	return list
}

func TestAllMessagesSaysEverythingBesideThem(t *testing.T) {
	s := newStore(t)
	bring(t, s, correspondence())
	owner := "Mira Me <https://www.linkedin.com/in/me>"
	ada := "Ada Person <https://www.linkedin.com/in/ada>"
	got, want := copies(t, s), []string{
		"01 a/: " + owner + " to " + ada + ": Hello Hi Ada []",
		"02 a/: " + ada + " to " + owner + ":  Hi you [https://example.com/cv.pdf]",
		"03 g/The fair: Ben Person <https://www.linkedin.com/in/ben> to " + owner + ", " + ada + ":  Who comes? []",
		"04 x/: LinkedIn Member <> to " + owner + ":  Gone []",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestAllMessagesGoesOverManyBursts leaves none out and answers none twice, also when
// others are written between two bursts.
func TestAllMessagesGoesOverManyBursts(t *testing.T) {
	s := newStore(t)
	var e export
	e.made = noon()
	const n = 2*outgoingMessages + 7
	for i := range n {
		e.messages = append(e.messages, mail{
			conversation: fmt.Sprint("c", i%50), from: fmt.Sprint("p", i%50), to: me, at: clock(i), text: fmt.Sprint("text ", i),
		})
	}
	bring(t, s, e)
	seen := map[string]bool{}
	for m, err := range s.AllMessages(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if seen[m.Text] {
			t.Fatalf("%s came twice", m.Text)
		}
		seen[m.Text] = true
		if len(seen) == outgoingMessages {
			bring(t, s, correspondence())
		}
	}
	for i := range n {
		if !seen[fmt.Sprint("text ", i)] {
			t.Fatalf("text %d is missing", i)
		}
	}
}

func TestAllMessagesEnds(t *testing.T) {
	s := newStore(t)
	if got := copies(t, s); len(got) != 0 {
		t.Errorf("an empty database has messages: %v", got)
	}
	bring(t, s, correspondence())
	n := 0
	for _, err := range s.AllMessages(t.Context()) {
		if n++; err != nil {
			t.Error(err)
		}
		break
	}
	if n != 1 {
		t.Errorf("%d messages after a break", n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range s.AllMessages(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled, it answers %v", err)
		}
	}
}

// TestAllMessagesNoticesDamage in a message, a person, a conversation, and one that is lost.
func TestAllMessagesNoticesDamage(t *testing.T) {
	for _, bucket := range []string{bucketMessage, bucketPerson, bucketConversation} {
		for _, lost := range []bool{false, true} {
			s := newStore(t)
			bring(t, s, correspondence())
			spoil(t, s, bucket, lost)
			var last error
			for _, err := range s.AllMessages(t.Context()) {
				last = err
			}
			if !errors.Is(last, model.ErrDamaged) {
				t.Errorf("%s, lost %v: %v", bucket, lost, last)
			}
		}
	}
}

// spoil changes a byte of the last record of a bucket, or takes it away.
func spoil(t testing.TB, s *Store, bucket string, lost bool) {
	t.Helper()
	err := s.write(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucket))
		k, v := b.Cursor().Last()
		if lost {
			return b.Delete(k)
		}
		v = slices.Clone(v)
		v[len(v)-1] ^= 1
		return b.Put(slices.Clone(k), v)
	})
	if err != nil {
		t.Fatal(err)
	}
}

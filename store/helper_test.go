package store

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// noon is the "now" of tests, with an offset and a fraction that must survive.
func noon() time.Time {
	return time.Date(2026, 4, 1, 12, 0, 0, 500, time.FixedZone("", 2*3600))
}

// newStore opens an empty database in a directory of the test's.
func newStore(t testing.TB) *Store {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "cordial.db"))
}

// reopen opens what is at a path.
func reopen(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path, Options{Program: "test", Wait: 2 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// contact is an event that any Book admits.
func contact(i int) model.Event {
	return model.Event{
		ID: fmt.Sprintf("event-%06d", i), At: noon().Add(time.Duration(i) * time.Second), Recorded: noon(),
		Decision: model.ContactAdded{Contact: fmt.Sprintf("c%d", i), Name: fmt.Sprintf("Contact %d", i), Company: "Müller & Söhne"},
	}
}

// contacts are n of them, from a number on.
func contacts(from, n int) []model.Event {
	events := make([]model.Event, n)
	for i := range events {
		events[i] = contact(from + i)
	}
	return events
}

// must ends the test at an error.
func must[T any](t testing.TB) func(v T, err error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// dump is everything in a database in a form to compare, but for the number of
// transactions that it took.
func dump(t testing.TB, s *Store) string {
	t.Helper()
	var b strings.Builder
	err := s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		for _, bucket := range buckets() {
			if tx.Bucket([]byte(bucket)) == nil && late(bucket) {
				continue
			}
			err := tx.Bucket([]byte(bucket)).ForEach(func(k, v []byte) error {
				if bucket == bucketMeta && string(k) == keyEvidence {
					head.Writes = 0
					fmt.Fprintf(&b, "%+v\n", head)
					return nil
				}
				fmt.Fprintf(&b, "%s %s %s\n", bucket, hex.EncodeToString(k), hex.EncodeToString(v))
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sound fails the test unless a check finds nothing.
func sound(t testing.TB, s *Store) {
	t.Helper()
	if r := must[model.CheckReport](t)(s.Check(context.Background(), false)); len(r.Faults) > 0 {
		t.Fatal(r.Faults)
	}
}

// export is a small made-up export.
type export struct {
	made        time.Time // time stamp of its files
	messages    []mail
	connections []connection
	invitations []request
	nobody      bool // the list of invitations is there and empty
}

// mail is a row of messages.csv. People are named by their slug; "me" is the owner,
// "" somebody without an address.
type mail struct {
	conversation, from, to string
	at                     time.Time
	subject, text, title   string
	attachments            string
}

// connection is a row of Connections.csv.
type connection struct{ slug, name, company, position, email, on string }

// request is a row of Invitations.csv.
type request struct {
	slug string
	out  bool
	at   string
	note string
}

// me is the owner's slug.
const me = "me"

// zip writes the export to a file.
func (e export) zip(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Basic_LinkedInDataExport.zip")
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, rows := range e.files() {
		if len(rows) == 1 && name != "messages.csv" && !(e.nobody && name == "Invitations.csv") {
			continue
		}
		f := must[interface {
			Write([]byte) (int, error)
		}](t)(w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: e.made}))
		if err := csv.NewWriter(f).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), os.WriteFile(path, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	return path
}

// files is the export as LinkedIn's tables.
func (e export) files() map[string][][]string {
	messages := [][]string{strings.Split("CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS", ",")}
	for _, m := range e.messages {
		messages = append(messages, []string{
			m.conversation, m.title, display(m.from), address(m.from), m.to, addresses(m.to),
			m.at.UTC().Format("2006-01-02 15:04:05 UTC"), m.subject, m.text, "INBOX", m.attachments,
		})
	}
	people := [][]string{strings.Split("First Name,Last Name,URL,Email Address,Company,Position,Connected On", ",")}
	for _, c := range e.connections {
		first, last, _ := strings.Cut(c.name, " ")
		people = append(people, []string{first, last, address(c.slug), c.email, c.company, c.position, c.on})
	}
	requests := [][]string{strings.Split("From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl", ",")}
	for _, r := range e.invitations {
		row := []string{display(r.slug), display(me), r.at, r.note, "INCOMING", address(r.slug), address(me)}
		if r.out {
			row = []string{display(me), display(r.slug), r.at, r.note, "OUTGOING", address(me), address(r.slug)}
		}
		requests = append(requests, row)
	}
	return map[string][][]string{"messages.csv": messages, "Connections.csv": people, "Invitations.csv": requests}
}

// display is the name that LinkedIn would show for a slug.
func display(slug string) string {
	switch slug {
	case "":
		return closedAccount
	case me:
		return "Mira Me"
	default:
		return strings.ToUpper(slug[:1]) + slug[1:] + " Person"
	}
}

// address is a slug's profile.
func address(slug string) string {
	if slug == "" {
		return ""
	}
	return "https://www.linkedin.com/in/" + slug
}

// addresses are those of slugs separated by commas.
func addresses(slugs string) string {
	var urls []string
	for slug := range strings.SplitSeq(slugs, ",") {
		if slug != "" {
			urls = append(urls, address(slug))
		}
	}
	return strings.Join(urls, ",")
}

// clock is an instant of the made-up past, so many seconds in.
func clock(seconds int) time.Time {
	return time.Date(2026, 1, 10, 8, 0, 0, 0, time.UTC).Add(time.Duration(seconds) * time.Second)
}

// options are those of an import as the owner.
func options() model.ImportOptions {
	return model.ImportOptions{Owner: address(me), Now: noon(), NewID: func(time.Time) string { return rand.Text() }}
}

// unowned are options that leave it to the export whose it is.
func unowned() model.ImportOptions {
	o := options()
	o.Owner = ""
	return o
}

// fixedID are options whose event has a given id.
func fixedID(id string) model.ImportOptions {
	o := options()
	o.NewID = func(time.Time) string { return id }
	return o
}

// bring imports an export.
func bring(t testing.TB, s *Store, e export) model.ImportReport {
	t.Helper()
	return must[model.ImportReport](t)(s.Import(context.Background(), []string{e.zip(t)}, options(), nil))
}

// texts are the messages of a conversation, oldest first, as "sender: text".
func texts(t testing.TB, s *Store, conversation string) []string {
	t.Helper()
	var list []string
	for _, m := range must[[]model.Message](t)(s.Messages(model.ThreadKey(conversation), time.Time{}, 1000)) {
		from := m.From.ID
		if m.Me {
			from = "me"
		}
		list = append(list, from+": "+m.Text)
	}
	return list
}

// thread is the row of a conversation.
func thread(t testing.TB, s *Store, conversation string) model.Thread {
	t.Helper()
	threads := must[model.ThreadSet](t)(s.Threads())
	for i := range threads.Len() {
		if threads.Head(i).Key == model.ThreadKey(conversation) {
			return threads.Row(i)
		}
	}
	t.Fatalf("no conversation %s", conversation)
	return model.Thread{}
}

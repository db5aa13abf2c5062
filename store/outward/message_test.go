package outward_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"cordial/model/who"
	"cordial/store/linkedin"
	"cordial/store/linkedin/sample"
	"cordial/store/outward"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"
)

func messagesCSV(t fataler, list []outward.Message) string {
	return written(t, func(w io.Writer) error { return outward.MessagesCSV(w, outward.All(list)) })
}

// owner is whose export is exported again.
func owner() outward.Party {
	return outward.Party{Name: sample.OwnerName, URL: sample.OwnerURL}
}

// messagesOf makes rows of what was imported, as whoever exports a database does.
func messagesOf(e *linkedin.Export) []outward.Message {
	party := func(i int32) outward.Party {
		p := &e.People[i]
		if p.Key == "" {
			return outward.Party{Name: p.Name}
		}
		return outward.Party{Name: p.Name, URL: who.ProfileURL(p.Key)}
	}
	var list []outward.Message
	for _, c := range e.Conversations {
		members := []int32{linkedin.Me}
		members = append(members, c.People...)
		if c.Unknown != linkedin.Nobody {
			members = append(members, c.Unknown)
		}
		for _, m := range e.Messages[c.First : c.First+c.Count] {
			row := outward.Message{
				Conversation: c.ID, Title: c.Title, At: time.Unix(m.At, 0), Subject: m.Subject, Text: m.Text, Attachments: m.AttachmentList(),
				Folder: map[linkedin.Folder]string{linkedin.Inbox: "INBOX", linkedin.Archived: "ARCHIVE"}[m.Folder],
			}
			for _, member := range members {
				p := owner()
				if member != linkedin.Me {
					p = party(member)
				}
				if member != m.Sender {
					row.To = append(row.To, p)
					continue
				}
				if row.From = p; m.SenderName != "" {
					row.From.Name = m.SenderName
				}
			}
			list = append(list, row)
		}
	}
	return list
}

// importedMessages reads messages.csv alone.
func importedMessages(t *testing.T, text string) *linkedin.Export {
	t.Helper()
	e, err := linkedin.Read(t.Context(), []string{saved(t, "messages.csv", text)}, linkedin.Options{OwnerURL: sample.OwnerURL}, nil)
	if err != nil {
		t.Fatal(err)
	}
	// What depends on the file and not on what it says.
	e.Files, e.ContentHash, e.Problems, e.Counts.Skipped, e.Owner.Name = nil, "", nil, nil, ""
	for i := range e.Messages {
		e.Messages[i].Line = 0
	}
	return e
}

// sampleMessages is messages.csv of a made-up export.
func sampleMessages(t testing.TB, messages int, seed uint64, era sample.Era) string {
	t.Helper()
	var buf bytes.Buffer
	if _, err := sample.Write(&buf, sample.Size{Messages: messages, Connections: messages / 10}, seed, time.Date(2026, 11, 20, 15, 0, 0, 0, time.UTC), era); err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := in.Open("messages.csv")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestMessagesRoundTrip: what is imported, exported and imported again is the same, message for message.
func TestMessagesRoundTrip(t *testing.T) {
	for _, era := range sample.Eras() {
		for seed := range uint64(3) {
			first := importedMessages(t, sampleMessages(t, 400, seed, era))
			text := messagesCSV(t, messagesOf(first))
			again := importedMessages(t, text)
			if !reflect.DeepEqual(first, again) {
				t.Errorf("%v, seed %d: %s", era, seed, difference(first, again))
			}
			if third := messagesCSV(t, messagesOf(again)); third != text {
				t.Errorf("%v, seed %d: exported again, it is another file", era, seed)
			}
		}
	}
}

// difference says where two exports part.
func difference(a, b *linkedin.Export) string {
	if !reflect.DeepEqual(a.People, b.People) {
		for i := range min(len(a.People), len(b.People)) {
			if a.People[i] != b.People[i] {
				return fmt.Sprintf("person %d: %+v and %+v", i, a.People[i], b.People[i])
			}
		}
		return fmt.Sprintf("%d and %d people", len(a.People), len(b.People))
	}
	for i := range min(len(a.Messages), len(b.Messages)) {
		if a.Messages[i] != b.Messages[i] {
			return fmt.Sprintf("message %d: %+v and %+v", i, a.Messages[i], b.Messages[i])
		}
	}
	for i := range min(len(a.Conversations), len(b.Conversations)) {
		if !reflect.DeepEqual(a.Conversations[i], b.Conversations[i]) {
			return fmt.Sprintf("conversation %d: %+v and %+v", i, a.Conversations[i], b.Conversations[i])
		}
	}
	return fmt.Sprintf("%+v %+v and %+v %+v", a.Counts, a.Owner, b.Counts, b.Owner)
}

// TestTextsRoundTrip: no text of a message is changed by going out and coming in, whatever a spreadsheet may think of it.
func TestTextsRoundTrip(t *testing.T) {
	dir := t.TempDir()
	texts := drawnText(anySigns)
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		var list []outward.Message
		for i := range rapid.IntRange(1, 8).Draw(t, "messages") {
			list = append(list, outward.Message{
				Conversation: fmt.Sprintf("2-%c==", 'a'+i%3), From: outward.Party{Name: "Anna", URL: who.ProfileURL("anna")}, To: []outward.Party{owner()},
				At: time.Date(2026, 1, 1+i, 12, 0, 0, 0, time.UTC), Subject: texts.Draw(t, "subject"), Text: texts.Draw(t, "text"), Folder: "INBOX",
			})
		}
		text := messagesCSV(t, list)
		harmless(t, text, len(list)+1)
		n++
		path := writtenFile(t, dir, fmt.Sprintf("%d/messages.csv", n), text)
		e, err := linkedin.Read(ctx(), []string{path}, linkedin.Options{OwnerURL: sample.OwnerURL}, nil)
		if err != nil || len(e.Messages) != len(list) {
			t.Fatalf("%d messages, %v, problems %v in %q", len(e.Messages), err, e.Problems, text)
		}
		got := map[int64]linkedin.Message{}
		for _, m := range e.Messages {
			got[m.At] = m
		}
		for _, m := range list {
			if back := got[m.At.Unix()]; back.Text != m.Text || back.Subject != m.Subject {
				t.Fatalf("%q and %q came back as %q and %q", m.Subject, m.Text, back.Subject, back.Text)
			}
		}
	})
}

// someMessages have all that a message can have.
func someMessages() []outward.Message {
	anna, bob := outward.Party{Name: "Doe, Anna, Ph.D.", URL: who.ProfileURL("anna")}, outward.Party{Name: "Bob", URL: who.ProfileURL("bob")}
	at := time.Date(2026, 1, 5, 10, 30, 5, 0, time.FixedZone("", 3600))
	return []outward.Message{
		{Conversation: "2-YQ==", From: owner(), To: []outward.Party{anna}, At: at, Subject: "An idea", Text: "Hello,\nworld \"here\"", Folder: "INBOX"},
		{Conversation: "2-YQ==", From: anna, To: []outward.Party{owner()}, At: at.Add(time.Hour), Text: "=HYPERLINK(\"http://x.example\")", Attachments: []string{"https://www.linkedin.com/dms/prv/1", "https://www.linkedin.com/dms/prv/2"}},
		{Conversation: "2-g", Title: "@friends", From: bob, To: []outward.Party{owner(), anna}, At: at, Text: "- one\r\n- two", Folder: "ARCHIVE"},
		{Conversation: "2-gone", From: outward.Party{Name: "LinkedIn Member"}, To: []outward.Party{owner()}, At: at},
	}
}

func TestMessagesCSV(t *testing.T) {
	text := messagesCSV(t, someMessages())
	golden.RequireEqual(t, []byte(text))
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows[0]) != 13 {
		t.Errorf("%d columns, %v", len(rows[0]), err)
	}
}

func TestMessagesJSON(t *testing.T) {
	text := written(t, func(w io.Writer) error { return outward.MessagesJSON(w, outward.All(someMessages())) })
	golden.RequireEqual(t, []byte(text))
	var read struct {
		Messages []struct {
			Conversation, Title, Subject, Text, Folder string
			From                                       outward.Party
			To                                         []outward.Party
			At                                         time.Time
			Attachments                                []string
		}
	}
	if err := json.Unmarshal([]byte(text), &read); err != nil {
		t.Fatal(err)
	}
	for i, m := range someMessages() {
		got := read.Messages[i]
		if got.Text != m.Text || got.From != m.From || !reflect.DeepEqual(got.To, m.To) || !got.At.Equal(m.At) || len(got.Attachments) != len(m.Attachments) {
			t.Errorf("%+v came back as %+v", m, got)
		}
	}
}

package store

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
	"cordial/store/internal/eventgen"
)

var update = flag.Bool("update", false, "rewrite golden files")

// specimen is one record of the file.
type specimen struct {
	bucket string
	key    []byte
	value  []byte
}

// specimens are one record of each shape that this program writes.
func specimens(t testing.TB, c *codec) []specimen {
	t.Helper()
	var list []specimen
	add := func(bucket string, key, value []byte, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, specimen{bucket, key, value})
	}
	before := make([]byte, hashLen)
	for i, spec := range model.Kinds() {
		gen := rapid.Custom(func(r *rapid.T) model.Event { return eventgen.OfKind(r, fmt.Sprintf("event-%d", i), spec) })
		body, err := c.encodeEvent(gen.Example(i))
		var value []byte
		value, before = record(before, uint64(i+1), body)
		add(bucketJournal, key8(uint64(i+1)), value, err)
	}
	p := personRecord{
		ID: "zoë", Name: "Zoë, PhD", URL: "https://www.linkedin.com/in/zo%C3%AB", Headline: "h", Company: "c", Position: "p", Email: "e@x",
		Degree: 1, OpenProfile: true, Connected: true, ConnectedOn: 20000, Observed: 1768032000,
	}
	value, err := c.encodePerson(7, p)
	add(bucketPerson, key8(7), value, err)
	value, err = c.encodePerson(8, personRecord{ID: "x", Degree: model.DegreeUnknown})
	add(bucketPerson, key8(8), value, err)
	sealed := func(bucket string, key []byte, r any) {
		t.Helper()
		value, err := c.encodeSealed(bucket, key, r)
		add(bucket, key, value, err)
	}
	sealed(bucketConversation, key8(1), conversationRecord{LinkedInID: "2-abc==", Title: "Title", Members: []model.Key{3, 1 << 63}, Unknown: true, Observed: 1768032000})
	sealed(bucketConversation, key8(2), conversationRecord{})
	message := messageKey{1, -5, 0, 2}.bytes()
	sealed(bucketMessage, message, messageRecord{Text: "text\n\xff", Subject: "subject", Attachments: []string{"https://a", "b"}, Name: "LinkedIn Member"})
	sealed(bucketMessage, messageKey{1, 1768032000, 1 << 63, 0}.bytes(), messageRecord{})
	sealed(bucketInvitation, invitationKey{7, true, 1768032000}.bytes(), invitationRecord{Note: "note"})
	sealed(bucketImport, []byte("0abc"), importRecord{State: importRunning, Name: "x.zip", Paths: []string{"/tmp/x.zip"}, tally: tally{New: 1, Changed: 2, People: 3}})
	value, err = c.encodeThread(model.Thread{
		Head: model.Head{Key: 1, Person: 7, LastAt: 5, LastIn: 4, LastOut: -5, Group: true, LastFromMe: true}, Title: "Title",
		People: []model.PersonRef{{ID: "zoë", Key: 7, Name: "Zoë, PhD"}}, Snippet: "s", Subject: "u", In: 1, Out: 2,
		Connected: true, Invitation: model.InvitationAccepted, InMail: model.Guess{Kind: model.ProbablySent, At: 6, Answered: 9},
	})
	add(bucketThread, key8(1), value, err)
	return list
}

// numbered are one record of each shape that came with the numbers of imports.
func numbered(t testing.TB, c *codec) []specimen {
	t.Helper()
	var list []specimen
	add := func(bucket string, key []byte, r any) []byte {
		t.Helper()
		value := must[[]byte](t)(c.encodeSealed(bucket, key, r))
		list = append(list, specimen{bucket, key, value})
		return value
	}
	value := must[[]byte](t)(c.encodePerson(7, personRecord{ID: "x", Name: "Zoë", Degree: model.DegreeUnknown, Observed: 1768032000, Import: 3}))
	list = append(list, specimen{bucketPerson, key8(7), value})
	add(bucketConversation, key8(1), conversationRecord{LinkedInID: "2-abc==", Members: []model.Key{3}, Import: 1 << 31})
	add(bucketMessage, messageKey{1, 5, 7, 0}.bytes(), messageRecord{Text: "text", Import: 3})
	add(bucketInvitation, invitationKey{7, false, 5}.bytes(), invitationRecord{Note: "note", Seen: 1768032000, Import: 3})
	done := importRecord{
		State: importDone, Name: "x.zip", Seq: 3, Kept: 4, Listed: 1768032000, Event: "01J", Lasting: true,
		tally: tally{New: 1, Changed: 2, People: 3, ChangedMessages: 4, Connections: 5, ChangedConnections: 6, Invitations: 7, ChangedInvitations: 8, Conversations: 9, Renamed: 10},
	}
	add(bucketImport, []byte("0abc"), done)
	done.State, done.Undo, done.UndoAt = importUndoing, "01K", noon().UTC()
	old := add(bucketImport, []byte("1abc"), done)
	key := beforeKey(4, bucketImport, []byte("1abc"))
	list = append(list, specimen{bucketBefore, key, seal(bucketBefore, key, old)})
	key = beforeKey(4, bucketPerson, key8(7))
	return append(list, specimen{bucketBefore, key, seal(bucketBefore, key, value)})
}

// said is what a record says, in words, and how this program writes the same.
func said(t testing.TB, c *codec, bucket string, key, value []byte) (says string, again []byte) {
	t.Helper()
	switch bucket {
	case bucketJournal:
		if len(value) < recordHeadLen {
			t.Fatal("too short")
		}
		e := must[model.Event](t)(c.decodeEvent(1, value[recordHeadLen:]))
		body := must[[]byte](t)(c.encodeEvent(e))
		stamp := func(at time.Time) string { return at.Format(time.RFC3339Nano) }
		says = fmt.Sprintf("%s %s %s %s %x", e.ID, stamp(e.At), stamp(e.Recorded), e.Decision.Kind(), must[[]byte](t)(c.encode(e.Decision)))
		return says, append(bytes.Clone(value[:recordHeadLen]), body...)
	case bucketPerson:
		p := must[personRecord](t)(c.decodePerson(bucket, key, value))
		return inWords(bucket, p), must[[]byte](t)(c.encodePersonAt(bucket, key, p))
	case bucketThread:
		row := must[model.Thread](t)(c.threadOf(1, value))
		return fmt.Sprintf("%+v", row), must[[]byte](t)(c.encodeThread(row))
	case bucketBefore:
		seq := must[uint32](t)(c.verifyKept(key, value))
		_, of, k, _ := parseBeforeKey(key)
		says, again := said(t, c, of, k, value[sealLen:])
		key := beforeKey(seq, of, k)
		return fmt.Sprintf("import %d: %s", seq, says), seal(bucketBefore, key, again)
	}
	r := map[string]any{
		bucketConversation: &conversationRecord{}, bucketMessage: &messageRecord{},
		bucketInvitation: &invitationRecord{}, bucketImport: &importRecord{},
	}[bucket]
	if err := c.decodeSealed(bucket, key, value, r); err != nil {
		t.Fatal(err)
	}
	return "&" + inWords(bucket, r), must[[]byte](t)(c.encodeSealed(bucket, key, r))
}

// inWords is a record as %+v has it, without the fields that came after the first
// version and are empty.
func inWords(bucket string, r any) string {
	first := map[string]int{bucketPerson: 11, bucketConversation: 5, bucketMessage: 4, bucketInvitation: 1, bucketImport: 6}
	var words []string
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if field.Anonymous {
				walk(v.Field(i))
				continue
			}
			number, _, _ := strings.Cut(field.Tag.Get("cbor"), ",")
			if n, err := strconv.Atoi(number); err == nil && n > first[bucket] && v.Field(i).IsZero() {
				continue
			}
			words = append(words, fmt.Sprintf("%s:%+v", field.Name, v.Field(i)))
		}
	}
	walk(reflect.Indirect(reflect.ValueOf(r)))
	return "{" + strings.Join(words, " ") + "}"
}

// TestGolden keeps every record that was ever written readable. A new version of a
// record gets a file of its own; the old files stay as they are. With -update, kinds
// of events that are new are added.
func TestGolden(t *testing.T) {
	c := must[*codec](t)(newCodec())
	seen := readGolden(t, c, "testdata/records-v1.golden", specimens(t, c)) + readGolden(t, c, "testdata/records-v2.golden", numbered(t, c))
	for _, k := range model.Kinds() {
		if !strings.Contains(seen, " "+k.Name+" ") {
			t.Errorf("no record of kind %s: run with -update", k.Name)
		}
	}
}

// readGolden reads the records of a golden file, and answers what they say.
func readGolden(t *testing.T, c *codec, path string, list []specimen) (seen string) {
	t.Helper()
	if *update {
		addMissing(t, c, path, list)
	}
	for line := range strings.Lines(string(must[[]byte](t)(os.ReadFile(path)))) {
		part := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 4)
		key, value := must[[]byte](t)(hex.DecodeString(part[1])), must[[]byte](t)(hex.DecodeString(part[2]))
		says, again := said(t, c, part[0], key, value)
		if fmt.Sprintf("%q", says) != part[3] {
			t.Errorf("%s %x says %q, and said %s", part[0], key, says, part[3])
		}
		if !bytes.Equal(again, value) {
			t.Errorf("%s %x is written otherwise now: if that is meant, give it a new version", part[0], key)
		}
		seen += part[0] + " " + says + "\n"
	}
	return seen
}

// addMissing adds the kinds of events that a golden file does not have yet; what it
// has stays as it is. Into an empty file it writes everything.
func addMissing(t *testing.T, c *codec, path string, list []specimen) {
	t.Helper()
	old := must[[]byte](t)(os.ReadFile(path))
	b := bytes.NewBuffer(old)
	for _, s := range list {
		says, _ := said(t, c, s.bucket, s.key, s.value)
		words := strings.Fields(says)
		if len(old) > 0 && (s.bucket != bucketJournal || bytes.Contains(old, []byte(" "+words[3]+" "))) {
			continue
		}
		fmt.Fprintf(b, "%s %x %x %q\n", s.bucket, s.key, s.value, says)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// FuzzRecordDecode hands any bytes to every reader of records: they answer or refuse,
// and what they answer is written back as it was.
func FuzzRecordDecode(f *testing.F) {
	c := must[*codec](f)(newCodec())
	for _, s := range append(specimens(f, c), numbered(f, c)...) {
		body := s.value[sealLen:]
		if s.bucket == bucketJournal {
			body = s.value[recordHeadLen:]
		}
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if e, err := c.decodeEvent(1, body); err == nil {
			if again, err := c.encodeEvent(e); err == nil {
				if e2, err := c.decodeEvent(1, again); err != nil || textOf(e) != textOf(e2) {
					t.Errorf("%s, %s, %v", textOf(e), textOf(e2), err)
				}
			}
		}
		key := key8(1)
		if p, err := c.decodePerson(bucketPerson, key, seal(bucketPerson, key, body)); err == nil {
			value := must[[]byte](t)(c.encodePerson(1, p))
			if q, err := c.decodePerson(bucketPerson, key, value); err != nil || p != q {
				t.Errorf("%+v, %+v, %v", p, q, err)
			}
		}
		if row, err := c.threadOf(1, seal(bucketThread, key, body)); err == nil {
			value := must[[]byte](t)(c.encodeThread(row))
			if again, err := c.threadOf(1, value); err != nil || fmt.Sprint(row) != fmt.Sprint(again) {
				t.Errorf("%+v, %+v, %v", row, again, err)
			}
		}
		for _, r := range []any{&conversationRecord{}, &messageRecord{}, &invitationRecord{}, &importRecord{}, &journalHead{}, &evidenceHead{}} {
			_ = c.decode(bucketImport, key, body, r)
		}
	})
}

func TestASealIsBoundToItsPlace(t *testing.T) {
	value := seal("a", []byte("k"), []byte("body"))
	if body, err := unseal("a", []byte("k"), value); err != nil || string(body) != "body" {
		t.Error(body, err)
	}
	for name, try := range map[string]func() error{
		"bucket": func() error { _, err := unseal("b", []byte("k"), value); return err },
		"key":    func() error { _, err := unseal("a", []byte("l"), value); return err },
		"short":  func() error { _, err := unseal("a", []byte("k"), value[:3]); return err },
		"none":   func() error { _, err := unseal("a", []byte("k"), nil); return err },
		"bit": func() error {
			bad := bytes.Clone(value)
			bad[len(bad)-1] ^= 1
			_, err := unseal("a", []byte("k"), bad)
			return err
		},
	} {
		oneSentence(t, try(), model.ErrDamaged)
		_ = name
	}
	later := []byte{9, 0, 0, 0, 0}
	binary.BigEndian.PutUint32(later[1:], checksum("a", []byte("k"), 9, nil))
	_, err := unseal("a", []byte("k"), later)
	oneSentence(t, err, model.ErrNewer)
}

func TestKeysSortAsTimesDo(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		key := rapid.Custom(func(r *rapid.T) messageKey {
			return messageKey{
				model.Key(rapid.Uint64().Draw(r, "thread")), rapid.Int64().Draw(r, "at"),
				model.Key(rapid.Uint64().Draw(r, "sender")), rapid.Uint32().Draw(r, "n"),
			}
		})
		a, b := key.Draw(r, "a"), key.Draw(r, "b")
		if rapid.Bool().Draw(r, "same thread") {
			b.thread = a.thread
		}
		if back, ok := parseMessageKey(a.bytes()); !ok || back != a {
			r.Fatal(back)
		}
		less := a.thread < b.thread || a.thread == b.thread && (a.at < b.at || a.at == b.at && (a.sender < b.sender || a.sender == b.sender && a.n < b.n))
		if less != (bytes.Compare(a.bytes(), b.bytes()) < 0) {
			r.Fatal(a, b)
		}
		i := invitationKey{a.thread, rapid.Bool().Draw(r, "out"), a.at}
		if back, ok := parseInvitationKey(i.bytes()); !ok || back != i {
			r.Fatal(back)
		}
	})
	if _, ok := parseMessageKey(make([]byte, 5)); ok {
		t.Error("a short key was read")
	}
	if _, ok := parseInvitationKey(bytes.Repeat([]byte{9}, invitationKeyLen)); ok {
		t.Error("a direction of 9 was read")
	}
}

func TestSnippet(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"  \n\t ":                          "",
		" one\r\n\r\n two\u00a0three ":     "one two three",
		strings.Repeat("ä", 200):           strings.Repeat("ä", 120),
		strings.Repeat("ab ", 200):         strings.TrimSpace(strings.Repeat("ab ", 40)),
		strings.Repeat("x", 120) + "  end": strings.Repeat("x", 120),
		"bad \xff byte":                    "bad \ufffd byte",
	} {
		if got := snippet(text); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}

package linkedin

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"reflect"
	"testing"
	"time"
	"unicode/utf8"
)

// fuzzHeader is the header that a body in FuzzUnclosedQuotes stands under.
const fuzzHeader = "CONVERSATION ID,FROM,SENDER PROFILE URL,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT\n"

// fromBytes reads one file of a kind out of memory, for an owner who is given.
func fromBytes(kind Kind, data []byte) (*Export, error) {
	s := &source{}
	s.add(File{Path: kind.FileName(), Kind: kind, Size: int64(len(data))}, func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(data)), nil
	})
	return fromSource(s, Options{OwnerURL: "linkedin.com/in/me"})
}

// fromSource does what Read does once the source is open.
func fromSource(s *source, opts Options) (*Export, error) {
	b := newBuilder(context.Background(), func(Progress) {})
	if err := b.readAll(s); err != nil {
		return nil, err
	}
	if err := b.resolve(opts); err != nil {
		return nil, err
	}
	return b.finish(s, opts)
}

// checkExport checks what holds of every export, however it came about.
func checkExport(t *testing.T, e *Export) {
	t.Helper()
	for i := range e.Messages {
		m := &e.Messages[i]
		if m.Sender != Me && (m.Sender < 0 || int(m.Sender) >= len(e.People)) || int(m.Conversation) >= len(e.Conversations) || m.Line < 1 {
			t.Fatalf("message %+v", m)
		}
		if !utf8.ValidString(m.Text + m.Subject + m.Attachments + m.SenderName) {
			t.Fatalf("message %+v is not UTF-8", m)
		}
		if i > 0 && compareMessages(e.Messages[i-1], *m) > 0 {
			t.Fatalf("messages %d and %d are out of order", i-1, i)
		}
	}
	count := 0
	for _, c := range e.Conversations {
		count += int(c.Count)
		if c.Count == 0 || len(c.People) == 0 && c.Unknown == Nobody {
			t.Fatalf("conversation %+v", c)
		}
	}
	if count != len(e.Messages) || e.Counts.Messages != count {
		t.Fatalf("%d messages in conversations, %d in all, %d counted", count, len(e.Messages), e.Counts.Messages)
	}
	for _, p := range e.People {
		if !utf8.ValidString(p.Name+p.Key+p.Company+p.Position+p.Email) || !p.ConnectedOn.IsZero() && !p.ConnectedOn.valid() {
			t.Fatalf("person %+v", p)
		}
	}
	for _, i := range e.Invitations {
		if i.Person < 0 || int(i.Person) >= len(e.People) {
			t.Fatalf("invitation %+v", i)
		}
	}
}

// accounted checks that every record was taken or has its reason.
func accounted(t *testing.T, e *Export) {
	t.Helper()
	rows := e.Counts.Messages
	for _, why := range []Reason{Malformed, Draft, NoConversationID, BadDate, Sponsored, Spam, Duplicate} {
		rows += e.Counts.Skipped[why]
	}
	if rows != e.Files[0].Rows {
		t.Fatalf("%d of %d records are accounted for: %v", rows, e.Files[0].Rows, e.Problems)
	}
}

func FuzzCSV(f *testing.F) {
	row := "2-a,Anna,linkedin.com/in/anna,linkedin.com/in/me,2026-02-08 10:00:00 UTC,,hi,INBOX,No\n"
	f.Add([]byte(fuzzHeader + row))
	f.Add([]byte("\uFEFF\"CONVERSATION ID\",\"DATE\",\"CONTENT\"\r\n\"a\",\"2026-02-08 10:00:00\",\"x\r\ny\"\"z\""))
	f.Add([]byte("CONVERSATION ID\tDATE\n\"a\t2026-02-08 10:00:00\nb\t2026-02-08 10:00:00\n"))
	f.Add([]byte("\xff\xfeC\x00O\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := fromBytes(KindMessages, data)
		if err != nil {
			t.Fatal(err)
		}
		checkExport(t, e)
		accounted(t, e)
		if again, err := fromBytes(KindMessages, data); err != nil || !reflect.DeepEqual(again, e) {
			t.Fatalf("read twice, two results: %v", err)
		}
	})
}

// FuzzUnclosedQuotes checks that nothing in a file can swallow a good record on a line of its own after it.
func FuzzUnclosedQuotes(f *testing.F) {
	row := "2-a,Anna,linkedin.com/in/anna,linkedin.com/in/me,2026-02-08 10:00:00 UTC,,%,INBOX,No"
	for _, text := range []string{"hi", `"hi`, `"hi ""`, "\"hi\n\n", `"hi" "`, "\"a\n\"b\n\"c", `"""`} {
		f.Add(bytes.ReplaceAll([]byte(row), []byte("%"), []byte(text)))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		last := "\n2-last,Bob,linkedin.com/in/bob,linkedin.com/in/me,2026-02-09 10:00:00 UTC,,the last record,INBOX,No\n"
		e, err := fromBytes(KindMessages, []byte(fuzzHeader+string(body)+last))
		if err != nil {
			t.Fatal(err)
		}
		checkExport(t, e)
		accounted(t, e)
		for _, m := range e.Messages {
			if m.Text == "the last record" {
				return
			}
		}
		t.Fatalf("the last record is lost: %v", e.Problems)
	})
}

func FuzzConnections(f *testing.F) {
	f.Add([]byte("Notes:\n\"x\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nA,B,linkedin.com/in/a,,C,D,08 Feb 2026\n,,,,,,08 Feb 2026"))
	f.Add([]byte("First Name;Connected On\r\nA;8-Feb-26\r\nB;\"02/08/2026\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := fromBytes(KindConnections, data)
		if err != nil {
			t.Fatal(err)
		}
		checkExport(t, e)
		if c := e.Counts; c.Connections+c.HiddenMembers > e.Files[0].Rows || c.People > c.Connections {
			t.Fatalf("%+v of %d rows", c, e.Files[0].Rows)
		}
	})
}

func FuzzInvitations(f *testing.F) {
	f.Add([]byte("From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nMe,A,\"1/29/26, 2:37 PM\",,OUTGOING,linkedin.com/in/me,linkedin.com/in/a\n"))
	f.Add([]byte("From,To,Sent At,Message,Direction\nA,Me,\"1/29/26, 2:37 PM\",\"\"\"x\",INCOMING\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := fromBytes(KindInvitations, data)
		if err != nil {
			t.Fatal(err)
		}
		checkExport(t, e)
		if c := e.Counts.Invitations; c.Accepted+c.Pending != c.Sent || c.Sent+c.Incoming > 2*len(e.Invitations) {
			t.Fatalf("%+v of %d", c, len(e.Invitations))
		}
	})
}

func FuzzProfile(f *testing.F) {
	f.Add([]byte("First Name,Last Name,Maiden Name,Headline\nOlga,\"Owner, MBA\",,\"Sells\nbridges\"\n"))
	f.Add([]byte("\uFEFFHeadline;Last Name;First Name\r\n\"x;Owner;Olga"))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := fromBytes(KindProfile, data)
		if err != nil {
			t.Fatal(err)
		}
		checkExport(t, e)
		if p := e.Profile; !utf8.ValidString(p.First+p.Last+p.Headline) || len(e.People) != 0 {
			t.Fatalf("profile %+v, people %v", p, e.People)
		}
	})
}

// FuzzDates checks that what is read as a date is one, and is read the same when it is written as a standard says.
func FuzzDates(f *testing.F) {
	for _, text := range []string{"08 Feb 2026", "8-Feb-26", "02/08/2026", "8 févr. 2026", "2026-02-08 10:00:00 UTC", "1/29/26, 2:37\u202FPM", "2026-02-08T10:00:00+01:00", "24:00", "Mai 1 20"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if on, ok := parseDay(text); ok {
			if again, fine := parseDay(on.String()); !on.valid() || !fine || again != on {
				t.Fatalf("%q is the day %v, which is %v", text, on, again)
			}
		}
		for name, parse := range map[string]func(string) (int64, bool){"DATE": parseInstant, "Sent At": parseSentAt} {
			at, ok := parse(text)
			if !ok {
				continue
			}
			standard := time.Unix(at, 0).UTC().Format("2006-01-02 15:04:05 UTC")
			if again, fine := parse(standard); !fine || again != at || !dayOf(at).valid() {
				t.Fatalf("%s %q is %s, which is %d, not %d", name, text, standard, again, at)
			}
		}
	})
}

func FuzzZip(f *testing.F) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range []string{"messages.csv", "../Connections.csv", "__MACOSX/._messages.csv"} {
		if out, err := w.Create(name); err == nil {
			_, _ = io.WriteString(out, fuzzHeader)
		}
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes())
	f.Add([]byte("PK\x05\x06" + string(make([]byte, 18))))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := &source{now: time.Unix(1_800_000_000, 0)}
		err := s.addArchive(bytes.NewReader(data), int64(len(data)))
		var e *Export
		if err == nil {
			e, err = fromSource(s, Options{OwnerURL: "linkedin.com/in/me"})
		}
		if err != nil {
			if !errors.Is(err, ErrRefused) {
				t.Fatalf("not a refusal: %v", err)
			}
			return
		}
		checkExport(t, e)
	})
}

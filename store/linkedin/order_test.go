package linkedin_test

import (
	"archive/zip"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cordial/store/linkedin"
)

// unzipped answers the tables of a sample as records, header first.
func unzipped(t *testing.T, path string) map[string][][]string {
	t.Helper()
	r, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	tables := map[string][][]string{}
	for _, f := range r.File {
		if !slices.Contains([]string{"Profile.csv", "Connections.csv", "Invitations.csv", "messages.csv"}, f.Name) {
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		table := string(text)
		if header := strings.Index(table, "First Name"); header > 0 {
			table = table[header:] // what stands before it is the preamble
		}
		if tables[f.Name], err = csv.NewReader(strings.NewReader(table)).ReadAll(); err != nil {
			t.Fatal(err)
		}
	}
	return tables
}

// shuffled writes tables with their rows and columns in another order.
func shuffled(t *testing.T, tables map[string][][]string, rnd *rand.Rand) files {
	t.Helper()
	export := files{}
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		rows := slices.Clone(tables[name])
		rnd.Shuffle(len(rows)-1, func(i, j int) { rows[i+1], rows[j+1] = rows[j+1], rows[i+1] })
		columns := rnd.Perm(len(rows[0]))
		var text strings.Builder
		w := csv.NewWriter(&text)
		for _, row := range rows {
			moved := make([]string, len(row))
			for to, from := range columns {
				moved[to] = row[from]
			}
			if err := w.Write(moved); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		export[name] = text.String()
	}
	return export
}

// essence is an export without what rightly depends on the order of rows.
func essence(e *linkedin.Export) linkedin.Export {
	copied := *e
	copied.Messages = slices.Clone(e.Messages)
	for i := range copied.Messages {
		copied.Messages[i].Line = 0
	}
	copied.Problems, copied.Files, copied.ArchiveHash, copied.ContentHash = nil, nil, "", ""
	copied.ObservedAt = copied.ObservedAt.UTC().Truncate(0)
	return copied
}

func TestOrderOfRowsAndColumnsDoesNotMatter(t *testing.T) {
	path, truth := sampled(t, sampleSize(1500), 5)
	tables := unzipped(t, path)
	rnd := rand.New(rand.NewPCG(1, 2))
	want := essence(read(t, linkedin.Options{}, folder(t, shuffled(t, tables, rnd))))
	if !reflect.DeepEqual(want.Counts, truth.Counts) {
		t.Fatalf("counts %+v, truth %+v", want.Counts, truth.Counts)
	}
	for range 3 {
		if got := essence(read(t, linkedin.Options{}, folder(t, shuffled(t, tables, rnd)))); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order made another export: %s", difference(&got, &want))
		}
	}
}

// difference names the first part in which two exports differ.
func difference(got, want *linkedin.Export) string {
	for i := range got.People {
		if i >= len(want.People) || got.People[i] != want.People[i] {
			return fmt.Sprintf("person %d: %+v, %+v", i, got.People[i], want.People[i])
		}
	}
	for i := range got.Messages {
		if i >= len(want.Messages) || got.Messages[i] != want.Messages[i] {
			return fmt.Sprintf("message %d: %+v, %+v", i, got.Messages[i], want.Messages[i])
		}
	}
	return "elsewhere"
}

func TestReadingTwiceIsTheSame(t *testing.T) {
	path, _ := sampled(t, sampleSize(800), 9)
	if one, two := read(t, linkedin.Options{}, path), read(t, linkedin.Options{}, path); !reflect.DeepEqual(one, two) {
		t.Error("two readings of one file differ")
	}
}

func TestConversationsCoverAllMessages(t *testing.T) {
	path, _ := sampled(t, sampleSize(2000), 4)
	e := read(t, linkedin.Options{}, path)
	next := int32(0)
	for i, c := range e.Conversations {
		if c.First != next || c.Count == 0 {
			t.Fatalf("conversation %d begins at %d with %d, want %d", i, c.First, c.Count, next)
		}
		for _, m := range e.Messages[c.First : c.First+c.Count] {
			if m.Conversation != int32(i) {
				t.Fatalf("message of %d in conversation %d", m.Conversation, i)
			}
			if m.Sender != linkedin.Me && m.Sender != c.Unknown && !slices.Contains(c.People, m.Sender) {
				t.Fatalf("conversation %d: %+v wrote without taking part", i, e.People[m.Sender])
			}
		}
		next += c.Count
	}
	if int(next) != len(e.Messages) {
		t.Errorf("%d of %d messages are in conversations", next, len(e.Messages))
	}
}

package sample

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model/who"
)

func anchor() time.Time { return time.Date(2026, 11, 20, 15, 4, 5, 0, time.UTC) }

func newCast(seed uint64) cast {
	return cast{seed: seed, anchor: anchor(), days: 500, cultures: cultures()}
}

func TestEverybodyHasAnAddressOfHisOwn(t *testing.T) {
	c := newCast(3)
	seen := map[string]int{}
	for _, first := range []int{0, writers, invitees} {
		for i := range 3000 {
			p := c.person(first + i)
			key, ok := who.Identity(p.url)
			if before, twice := seen[key]; !ok || twice {
				t.Fatalf("%d has the address %s, as %d has", first+i, p.url, before)
			}
			seen[key] = first + i
		}
	}
}

func TestAPersonIsAlwaysTheSame(t *testing.T) {
	c := newCast(3)
	if a, b := c.person(17), c.person(17); a != b {
		t.Errorf("%+v, then %+v", a, b)
	}
	other := newCast(4)
	if c.person(17).url == other.person(17).url {
		t.Error("another seed has the same people")
	}
}

func TestPeopleComeInManyScripts(t *testing.T) {
	c := newCast(1)
	var names, slugs strings.Builder
	for i := range 500 {
		p := c.person(i)
		names.WriteString(p.name() + "\n")
		slugs.WriteString(p.url + "\n")
		if p.given == "" || p.first == "" || p.last == "" || p.company == "" || p.position == "" || !p.connectedOn.Before(anchor()) {
			t.Fatalf("person %+v", p)
		}
	}
	for _, want := range []string{"ü", "Ł", "ø", "Шевченко", "张", "佐藤", "ليلى", "לוי", "शर्मा", "Nguyễn", ", PhD"} {
		if !strings.Contains(names.String(), want) {
			t.Errorf("no name has %s", want)
		}
	}
	if !strings.Contains(slugs.String(), "%C3%BC") || !strings.Contains(slugs.String(), "shevchenko") {
		t.Error("no address is percent-encoded, or none is spelled in Latin letters")
	}
}

func TestNamesHaveSpellingsForTheirAddresses(t *testing.T) {
	for _, c := range cultures() {
		if c.asciiFirsts != nil && (len(c.asciiFirsts) != len(c.firsts) || len(c.asciiLasts) != len(c.lasts)) {
			t.Errorf("the names of %v are not all spelled", c.firsts)
		}
		if len(c.greetings) == 0 {
			t.Errorf("%v greet nobody", c.firsts)
		}
	}
}

// tables reads the members of a sample.
func tables(t *testing.T, size Size, era Era) (map[string]string, Truth) {
	t.Helper()
	var buf bytes.Buffer
	truth, err := Write(&buf, size, 2, anchor(), era)
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		t.Fatal(err)
	}
	members := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		members[f.Name] = string(text)
	}
	return members, truth
}

func TestErasLookAsTheyDid(t *testing.T) {
	columns := map[Era]int{Era2026: 13, Era2025: 12, Era2024: 12, Era2023: 10, Era2022: 9, Era2020: 9}
	for _, era := range Eras() {
		members, truth := tables(t, Size{Connections: 30, Messages: 300, Invitations: 9}, era)
		records, err := csv.NewReader(strings.NewReader(members["messages.csv"])).ReadAll()
		if err != nil || len(records) != truth.Rows+1 || len(records[0]) != columns[era] {
			t.Errorf("%s: %d records of %d columns, %v", era, len(records), len(records[0]), err)
		}
		if quoted := strings.HasPrefix(members["messages.csv"], `"CONVERSATION ID","`); quoted != (era == Era2026) {
			t.Errorf("%s: quoted %v", era, quoted)
		}
		if preamble := strings.HasPrefix(members["Connections.csv"], "Notes:\n"); preamble != (era != Era2020) {
			t.Errorf("%s: preamble %v", era, preamble)
		}
		if url := strings.Contains(members["Connections.csv"], ",URL,"); url != (era <= Era2023) {
			t.Errorf("%s: addresses %v", era, url)
		}
		if url := strings.Contains(members["Invitations.csv"], "inviterProfileUrl"); url != (era <= Era2023) {
			t.Errorf("%s: invitations with addresses %v", era, url)
		}
	}
}

func TestNothingHappensAfterTheAnchor(t *testing.T) {
	members, _ := tables(t, Size{Connections: 50, Messages: 1000, Invitations: 30}, Era2026)
	records, err := csv.NewReader(strings.NewReader(members["messages.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(records[0], "DATE")
	for _, record := range records[1:] {
		when, err := time.Parse("2006-01-02 15:04:05 UTC", record[at])
		if err != nil || when.After(anchor()) {
			t.Fatalf("a message at %s, %v", record[at], err)
		}
	}
}

func TestTheDemoHasSomeOfEverything(t *testing.T) {
	for seed := range uint64(5) {
		var buf bytes.Buffer
		truth, err := Write(&buf, Demo(), seed, anchor(), Era2026)
		if err != nil {
			t.Fatal(err)
		}
		c := truth.Counts
		if c.People < 30 || c.People > 60 || c.Groups == 0 || c.InMails.Sent == 0 || c.InMails.Received == 0 || c.InMails.Unanswered == 0 ||
			c.Invitations.Accepted == 0 || c.Invitations.Pending == 0 || c.Invitations.Incoming == 0 || len(c.Skipped) < 2 {
			t.Errorf("seed %d: %+v", seed, c)
		}
	}
}

// full is a disk with little room.
type full struct{ room int }

var errFull = errors.New("disk full")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteSaysWhenItCannot(t *testing.T) {
	size := Size{Connections: 2000, Messages: 2000, Invitations: 300}
	var whole bytes.Buffer
	if _, err := Write(&whole, size, 1, anchor(), Era2026); err != nil {
		t.Fatal(err)
	}
	for room := 0; room < whole.Len(); room += whole.Len() / 40 {
		if _, err := Write(&full{room}, size, 1, anchor(), Era2026); !errors.Is(err, errFull) {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}

func TestQuotedSheet(t *testing.T) {
	var buf bytes.Buffer
	s := newSheet(&buf, true)
	if err := s.row([]string{"a", "", `say "hi"`, "b,\nc"}); err != nil {
		t.Fatal(err)
	}
	if err := s.flush(); err != nil || buf.String() != "\"a\",\"\",\"say \"\"hi\"\"\",\"b,\nc\"\n" {
		t.Errorf("%q, %v", buf.String(), err)
	}
}

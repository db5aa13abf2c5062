package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
)

// evidenceOf is all of the evidence in a form to compare: every byte but the journal
// and the number of transactions.
func evidenceOf(t testing.TB, s *Store) string {
	t.Helper()
	return without(bucketJournal, without(bucketMeta+" "+fmt.Sprintf("%x", keyJournal), dump(t, s)))
}

// without is a dump without the lines that begin like this.
func without(prefix, dump string) string {
	var b strings.Builder
	for line := range strings.Lines(dump) {
		if !strings.HasPrefix(line, prefix) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// lastImport is the id of the event of the import that would be undone.
func lastImport(t testing.TB, s *Store) string {
	t.Helper()
	book := must[*model.Book](t)(s.fold(must[[]model.Event](t)(s.Events(0))))
	e, ok := book.LastImport()
	if !ok {
		t.Fatal("no import counts")
	}
	return e.ID
}

// takeBack undoes the newest import.
func takeBack(t testing.TB, s *Store) {
	t.Helper()
	if err := s.TakeBack(context.Background(), lastImport(t, s), options(), nil); err != nil {
		t.Fatal(err)
	}
}

// TestTakingBack takes back the second of two imports, for each way in which an
// import changes what is there, and then the first.
func TestTakingBack(t *testing.T) {
	talk := func(them string, texts ...string) (list []mail) {
		for i, text := range texts {
			list = append(list, mail{conversation: "2-a", from: them, to: me, at: clock(i), text: text})
		}
		return append(list, mail{conversation: "2-a", from: me, to: them, at: clock(90), text: "from me"})
	}
	renamed, again := week(), week()
	renamed.connections[0].name, renamed.connections[1].company = "Anna Neu", "New AG"
	for name, c := range map[string]struct {
		first, second export
		owner         string // of the second
		unchanged     bool
	}{
		"the same again":               {first: week(), second: again, unchanged: true},
		"another name and company":     {first: week(), second: renamed},
		"more messages":                {first: export{messages: talk("anna", "one")}, second: export{messages: talk("anna", "one", "two", "three")}},
		"a message that was edited":    {first: export{messages: talk("anna", "one")}, second: export{messages: talk("anna", "uno")}},
		"an older archive":             {first: export{messages: talk("anna", "one")}, second: export{made: clock(50), messages: talk("anna", "uno", "two")}},
		"an account that was closed":   {first: export{messages: talk("anna", "one")}, second: export{messages: talk("", "one", "two")}},
		"an account that came back":    {first: export{messages: talk("", "one", "two")}, second: export{messages: talk("anna", "one", "two", "three")}},
		"an address that was changed":  {first: export{messages: talk("anna", "one")}, second: export{messages: talk("anna-new", "one", "two")}},
		"a conversation more":          {first: export{messages: talk("anna", "one")}, second: week()},
		"the owner has a new address":  {first: week(), second: again, owner: "anna"},
		"invitations that are gone":    {first: week(), second: export{messages: week().messages, invitations: week().invitations[:1]}},
		"an invitation that has words": {first: week(), second: export{invitations: []request{{"carl", true, "1/9/26, 9:00 AM", "now with words"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			empty := evidenceOf(t, s)
			if c.first.made.IsZero() {
				c.first.made = clock(1000)
			}
			if c.second.made.IsZero() {
				c.second.made = c.first.made.Add(time.Hour)
			}
			bring(t, s, c.first)
			first := evidenceOf(t, s)
			if c.unchanged {
				c.second.made = c.first.made
			}
			o := options()
			if c.owner != "" {
				o.Owner = address(c.owner)
			}
			must[model.ImportReport](t)(s.Import(t.Context(), []string{c.second.zip(t)}, o, nil))
			if c.unchanged {
				if evidenceOf(t, s) != first {
					t.Error("the same archive changed something")
				}
				return
			}
			if evidenceOf(t, s) == first {
				t.Fatal("the test proves nothing")
			}
			sound(t, s)
			takeBack(t, s)
			if got := evidenceOf(t, s); got != first {
				t.Errorf("is\n%s\nand was\n%s", got, first)
			}
			sound(t, s)
			takeBack(t, s)
			if got := evidenceOf(t, s); got != empty {
				t.Errorf("left behind:\n%s", got)
			}
			sound(t, s)
		})
	}
}

// TestAnyImportsCanBeTakenBack imports any archives, one after the other, lets some be
// cancelled, some be killed and then finished or abandoned, and takes some back. The
// evidence is always that of the imports that count.
func TestAnyImportsCanBeTakenBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		s := must[*Store](t)(Open(filepath.Join(t.TempDir(), "cordial.db"), Options{Wait: 2 * time.Second}))
		stack := []string{evidenceOf(t, s)} // after each import that counts
		same := func(when string) {
			if got, want := evidenceOf(t, s), stack[len(stack)-1]; got != want {
				r.Fatalf("%s: is\n%s\nand should be\n%s", when, got, want)
			}
		}
		ids := 0
		for range rapid.IntRange(1, 3).Draw(r, "imports") {
			archive, o := drawExport(r).zip(t), options()
			ids++
			id := fmt.Sprintf("import-%d", ids)
			o.NewID = func(time.Time) string { return id }
			looks := rapid.IntRange(0, 40).Draw(r, "looks")
			if rapid.Bool().Draw(r, "cancelled") {
				_, err := s.Import(stopping{context.Background(), &looks}, []string{archive}, o, nil)
				if errors.Is(err, context.Canceled) {
					same("cancelled")
				} else if err != nil {
					r.Fatal(err)
				}
			} else if killed(t, looks, func(ctx context.Context) error {
				_, err := s.Import(ctx, []string{archive}, o, nil)
				return err
			}) && rapid.Bool().Draw(r, "abandoned") {
				if err := s.Abandon(context.Background(), nil); err != nil {
					r.Fatal(err)
				}
				same("abandoned")
			}
			must[model.ImportReport](t)(s.Import(context.Background(), []string{archive}, o, nil))
			if got := evidenceOf(t, s); got != stack[len(stack)-1] {
				stack = append(stack, got)
			}
			for len(stack) > 1 && rapid.IntRange(0, 3).Draw(r, "take back") == 0 {
				stack = stack[:len(stack)-1]
				ids++
				o.NewID = func(time.Time) string { return fmt.Sprintf("undo-%d", ids) }
				killed(t, rapid.IntRange(0, 20).Draw(r, "undo looks"), func(ctx context.Context) error {
					return s.TakeBack(ctx, lastImport(t, s), o, nil)
				})
				if _, _, half, _ := s.findImport(func(r importRecord) bool { return r.State == importUndoing }); half || evidenceOf(t, s) != stack[len(stack)-1] {
					takeBack(t, s)
				}
				same("taken back")
			}
		}
		sound(t, s)
		for len(stack) > 1 {
			stack = stack[:len(stack)-1]
			takeBack(t, s)
			same("taken back at the end")
		}
		sound(t, s)
	})
}

// drawExport makes up an archive of a small world in which names, addresses, texts and
// whose export it is change.
func drawExport(r *rapid.T) export {
	e := export{made: clock(rapid.IntRange(1000, 9000).Draw(r, "made"))}
	slug := func(name string) string {
		return rapid.SampledFrom([]string{name, name, name, "", name + "-new"}).Draw(r, "address")
	}
	for _, c := range []struct{ id, them string }{{"2-a", "anna"}, {"2-b", "bert"}, {"2-c", "carl"}} {
		them := slug(c.them)
		for i := range rapid.IntRange(0, 4).Draw(r, "messages") {
			m := mail{conversation: c.id, from: them, to: me, at: clock(i / 2)}
			m.text = rapid.SampledFrom([]string{"", "one", "two", "three"}).Draw(r, "text")
			m.attachments = rapid.SampledFrom([]string{"", "", "https://a.example/1"}).Draw(r, "attachment")
			if i%3 == 2 {
				m.from, m.to, m.subject = me, them, rapid.SampledFrom([]string{"", "An offer"}).Draw(r, "subject")
			}
			e.messages = append(e.messages, m)
		}
		if rapid.Bool().Draw(r, "invited") {
			e.invitations = append(e.invitations, request{c.them, true, "1/9/26, 9:00 AM", rapid.SampledFrom([]string{"", "Hello"}).Draw(r, "note")})
		}
		if rapid.Bool().Draw(r, "connected") {
			name := rapid.SampledFrom([]string{"Alt", "Neu"}).Draw(r, "name")
			e.connections = append(e.connections, connection{c.them, display(c.them) + " " + name, "", "", "", "05 Jan 2026"})
		}
	}
	e.messages = append(e.messages, mail{conversation: "2-z", from: me, to: "zoe", at: clock(0), text: "always"})
	return e
}

// TestAnImportAfterATakenBackOneIsLikeTheFirst imports, takes back and imports again.
func TestAnImportAfterATakenBackOneIsLikeTheFirst(t *testing.T) {
	s := newStore(t)
	path := week().zip(t)
	first := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, fixedID("first"), nil))
	want := evidenceOf(t, s)
	takeBack(t, s)
	again := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, fixedID("other"), nil))
	if fmt.Sprint(first) != fmt.Sprint(again) {
		t.Errorf("%+v, and the first time %+v", again, first)
	}
	// The record of the import names its event, which is another one.
	if got := without(bucketImport, evidenceOf(t, s)); got != without(bucketImport, want) {
		t.Errorf("is\n%s\nand was\n%s", got, want)
	}
	sound(t, s)
}

package store

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// later is week an hour later, with another name, a message more and others' words.
func later() export {
	e := week()
	e.made = e.made.Add(time.Hour)
	e.connections[0].name, e.messages[1].text = "Anna Neu", "edited"
	e.messages = append(e.messages, mail{conversation: "2-b", from: "bert", to: me, at: clock(99), text: "more"})
	return e
}

// refused fails the test unless an error is a Refusal that says this and what helps.
func refused(t *testing.T, err error, says string) {
	t.Helper()
	var r *model.Refusal
	if !errors.As(err, &r) || !strings.Contains(r.Reason, says) || r.Help == "" {
		t.Errorf("%v, want a refusal: %s", err, says)
	}
}

func TestOnlyTheNewestImportIsTakenBack(t *testing.T) {
	s := newStore(t)
	must[model.ImportReport](t)(s.Import(t.Context(), []string{week().zip(t)}, fixedID("first"), nil))
	must[model.ImportReport](t)(s.Import(t.Context(), []string{later().zip(t)}, fixedID("second"), nil))
	before := dump(t, s)
	for _, id := range []string{"first", "", "nobody's"} {
		refused(t, s.TakeBack(t.Context(), id, options(), nil), "only the newest")
	}
	if dump(t, s) != before {
		t.Error("a refusal wrote something")
	}
	for _, id := range []string{"second", "first"} {
		if err := s.TakeBack(t.Context(), id, fixedID("undo "+id), nil); err != nil {
			t.Fatal(err)
		}
		refused(t, s.TakeBack(t.Context(), id, options(), nil), "only the newest")
	}
	events := must[[]model.Event](t)(s.Events(0))
	last := events[len(events)-1]
	if want := (model.EventReverted{Event: "first"}); len(events) != 4 || last.Decision != want || last.ID != "undo first" || !last.At.Equal(noon()) {
		t.Errorf("%+v", events)
	}
	if err := s.Abandon(t.Context(), nil); err != nil {
		t.Error(err)
	}
}

func TestTakingBackLeavesDecisionsMadeMeanwhile(t *testing.T) {
	s, _ := filled(t)
	id := lastImport(t, s)
	if err := s.TakeBack(t.Context(), id, fixedID("undo"), nil); err != nil {
		t.Fatal(err)
	}
	events := must[[]model.Event](t)(s.Events(0))
	if len(events) != 302 || events[300].ID != contact(299).ID || events[301].ID != "undo" {
		t.Errorf("%d events, the last %s", len(events), events[len(events)-1].ID)
	}
	sound(t, s)
}

func TestAnIDThatIsTakenUndoesNothing(t *testing.T) {
	s, _ := filled(t)
	before := evidenceOf(t, s)
	if err := s.TakeBack(t.Context(), lastImport(t, s), fixedID(contact(3).ID), nil); err == nil {
		t.Error("an event took another's id")
	}
	if evidenceOf(t, s) != before {
		t.Error("it was begun all the same")
	}
}

// unnumbered makes a database look as a program left it that did not number imports.
func unnumbered(t *testing.T, s *Store, state string) {
	t.Helper()
	c := s.codec
	tamper(t, s, func(tx *bolt.Tx) error {
		head, err := c.evidenceHead(tx)
		head.Seq, head.Listed, head.Before = 0, 0, 0
		err = errors.Join(err, c.putMeta(tx, keyEvidence, head), tx.DeleteBucket([]byte(bucketBefore)))
		owner, _, failed := c.owner(tx)
		owner.Import = 0
		err = errors.Join(err, failed, c.putOwner(tx, owner))
		each := func(bucket string, anew func(k, v []byte) ([]byte, error)) {
			b := tx.Bucket([]byte(bucket))
			var puts []pair
			err = errors.Join(err, b.ForEach(func(k, v []byte) error {
				value, err := anew(k, v)
				puts = append(puts, pair{bytes.Clone(k), value})
				return err
			}))
			for _, p := range puts {
				err = errors.Join(err, b.Put(p.k, p.v))
			}
		}
		each(bucketPerson, func(k, v []byte) ([]byte, error) {
			r, err := c.decodePerson(bucketPerson, k, v)
			r.Import = 0
			value, failed := c.encodePerson(keyFrom(k), r)
			return value, errors.Join(err, failed)
		})
		each(bucketConversation, func(k, v []byte) ([]byte, error) {
			var r conversationRecord
			err := c.decodeSealed(bucketConversation, k, v, &r)
			r.Import = 0
			value, failed := c.encodeSealed(bucketConversation, k, r)
			return value, errors.Join(err, failed)
		})
		each(bucketMessage, func(k, v []byte) ([]byte, error) {
			var r messageRecord
			err := c.decodeSealed(bucketMessage, k, v, &r)
			r.Import = 0
			value, failed := c.encodeSealed(bucketMessage, k, r)
			return value, errors.Join(err, failed)
		})
		each(bucketInvitation, func(k, v []byte) ([]byte, error) {
			var r invitationRecord
			err := c.decodeSealed(bucketInvitation, k, v, &r)
			value, failed := c.encodeSealed(bucketInvitation, k, invitationRecord{Note: r.Note})
			return value, errors.Join(err, failed)
		})
		each(bucketImport, func(k, v []byte) ([]byte, error) {
			var r importRecord
			err := c.decodeSealed(bucketImport, k, v, &r)
			old := importRecord{State: state, Name: r.Name, tally: tally{New: r.New, Changed: r.Changed, People: r.People}}
			if state == importRunning {
				old.Paths = []string{"/somewhere/old.zip"}
			}
			value, failed := c.encodeSealed(bucketImport, k, old)
			return value, errors.Join(err, failed)
		})
		return err
	})
}

// TestImportsOfAnOlderProgram opens a database of a program that did not number
// imports: all can be read, it cannot be taken back, and an import into it can.
func TestImportsOfAnOlderProgram(t *testing.T) {
	s := newStore(t)
	bring(t, s, week())
	says := must[string](t)(answersOfEvidence(s))
	unnumbered(t, s, importDone)
	s = reopen(t, s.Path())
	sound(t, s)
	if got := must[string](t)(answersOfEvidence(s)); got != says {
		t.Errorf("says\n%s\nand said\n%s", got, says)
	}
	refused(t, s.TakeBack(t.Context(), lastImport(t, s), options(), nil), "before imports could be undone")
	before := evidenceOf(t, s)
	bring(t, s, later())
	sound(t, s)
	takeBack(t, s)
	if got := evidenceOf(t, s); got != before {
		t.Errorf("is\n%s\nand was\n%s", got, before)
	}
	if _, _, err := s.Compact(); err != nil {
		t.Error(err)
	}
	sound(t, s)
}

// TestAnImportThatAnOlderProgramBegan goes on with an import of a program that did not
// number them: cancelled it is as it was, finished it stays, and it cannot be
// abandoned.
func TestAnImportThatAnOlderProgramBegan(t *testing.T) {
	s := newStore(t)
	path := later().zip(t)
	bring(t, s, week())
	must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, fixedID("second"), nil))
	says := must[string](t)(answersOfEvidence(s))
	takeBack(t, s)
	// What the older program had done by then is nothing, but it says that it is at it.
	unnumbered(t, s, importDone)
	tamper(t, s, func(tx *bolt.Tx) error {
		head, err := s.codec.evidenceHead(tx)
		archive := must[model.PreparedImport](t)(copyOf(t, s).Prepare(t.Context(), []string{path}, options(), nil)).(*prepared).in.archive()
		return errors.Join(err, s.codec.putImport(tx, &head, archive, importRecord{State: importRunning, Paths: []string{path}}), s.codec.putMeta(tx, keyEvidence, head))
	})
	before := dump(t, s)
	refused(t, s.Abandon(t.Context(), nil), "older version")
	for looks := 12; looks < 20; looks++ {
		left := looks
		again := copyOf(t, s)
		if _, err := again.Import(stopping{t.Context(), &left}, []string{path}, fixedID("on"), nil); err == nil {
			continue
		}
		if dump(t, again) != before {
			t.Fatalf("cancelled after %d looks it is not as it was", looks)
		}
	}
	killed(t, 12, func(ctx context.Context) error {
		_, err := s.Import(ctx, []string{path}, fixedID("on"), nil)
		return err
	})
	must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, fixedID("on"), nil))
	if got := must[string](t)(answersOfEvidence(s)); got != says {
		t.Errorf("says\n%s\nand should say\n%s", got, says)
	}
	sound(t, s)
	refused(t, s.TakeBack(t.Context(), "on", options(), nil), "not all that the import")
}

// TestAnUnfinishedImportStandsInTheWayOfUndo kills an import after one that is done.
func TestAnUnfinishedImportStandsInTheWayOfUndo(t *testing.T) {
	s := newStore(t)
	path := later().zip(t)
	must[model.ImportReport](t)(s.Import(t.Context(), []string{week().zip(t)}, fixedID("first"), nil))
	before := evidenceOf(t, s)
	for looks := 0; len(must[[]string](t)(s.Unfinished())) == 0; looks++ {
		killed(t, looks, func(ctx context.Context) error {
			_, err := s.Import(ctx, []string{path}, fixedID("second"), nil)
			return err
		})
	}
	refused(t, s.TakeBack(t.Context(), "first", options(), nil), "was interrupted after it")
	if err := s.Abandon(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if evidenceOf(t, s) != before {
		t.Error("abandoning leaves something")
	}
	if paths := must[[]string](t)(s.Unfinished()); paths != nil {
		t.Error(paths)
	}
	takeBack(t, s)
	sound(t, s)
}

// TestAnImportOfAnotherDatabaseLeavesTheJournalAlone undoes what came with a journal:
// what was imported here stays, also when it is the same archive.
func TestAnImportOfAnotherDatabaseLeavesTheJournalAlone(t *testing.T) {
	there := newStore(t)
	must[model.ImportReport](t)(there.Import(t.Context(), []string{week().zip(t)}, fixedID("there"), nil))
	came := must[[]model.Event](t)(there.Events(0))
	empty, same := newStore(t), newStore(t)
	must[model.ImportReport](t)(same.Import(t.Context(), []string{week().zip(t)}, fixedID("here"), nil))
	for after, s := range []*Store{empty, same} {
		if err := s.Append(uint64(after), came); err != nil {
			t.Fatal(err)
		}
		before := evidenceOf(t, s)
		if err := s.TakeBack(t.Context(), "there", fixedID("undo there"), nil); err != nil {
			t.Fatal(err)
		}
		if evidenceOf(t, s) != before {
			t.Error("evidence went that another database had brought")
		}
		events := must[[]model.Event](t)(s.Events(0))
		if last := events[len(events)-1]; last.ID != "undo there" || last.Decision != (model.EventReverted{Event: "there"}) {
			t.Errorf("%+v", last)
		}
		sound(t, s)
	}
	if err := same.TakeBack(t.Context(), "here", fixedID("undo here"), nil); err != nil {
		t.Fatal(err)
	}
	if n := must[model.ThreadSet](t)(same.Threads()).Len(); n != 0 {
		t.Errorf("%d conversations are left", n)
	}
}

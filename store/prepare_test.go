package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

// prepare reads and compares an export.
func prepare(t testing.TB, s *Store, e export) model.PreparedImport {
	t.Helper()
	return must[model.PreparedImport](t)(s.Prepare(t.Context(), []string{e.zip(t)}, options(), nil))
}

func TestApplyingWhatWasPreparedIsImporting(t *testing.T) {
	path, _ := sampleZip(t, sample.Size{Connections: 120, Messages: 1500, Invitations: 40}, 3)
	o := fixedID("the-import")
	o.Owner = ""
	whole, s := newStore(t), newStore(t)
	want := must[model.ImportReport](t)(whole.Import(t.Context(), []string{path}, o, nil))
	for range 2 { // into an empty database, and into one that knows it all
		empty := dump(t, s)
		p := must[model.PreparedImport](t)(s.Prepare(t.Context(), []string{path}, o, nil))
		if dump(t, s) != empty {
			t.Fatal("preparing wrote something")
		}
		dry := o
		dry.DryRun = true
		if got := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, dry, nil)); fmt.Sprint(got) != fmt.Sprint(p.Report()) {
			t.Errorf("a dry run says %+v, and preparing %+v", got, p.Report())
		}
		would := want
		would.DryRun = true
		if fmt.Sprint(p.Report()) != fmt.Sprint(would) {
			t.Errorf("prepared %+v, want %+v", p.Report(), would)
		}
		if got := must[model.ImportReport](t)(p.Apply(t.Context(), nil)); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("applied %+v, want %+v", got, want)
		}
		if dump(t, s) != dump(t, whole) {
			t.Error("applied to something else")
		}
		want = must[model.ImportReport](t)(whole.Import(t.Context(), []string{path}, o, nil))
	}
}

// TestOthersMayWriteBeforeWhatWasPreparedIsApplied imports something else between
// Prepare and Apply: the result is that of importing one after the other.
func TestOthersMayWriteBeforeWhatWasPreparedIsApplied(t *testing.T) {
	late := week()
	late.made = week().made.Add(time.Hour)
	late.connections[0].name, late.messages[1].text = "Anna Neu", "edited"
	closed := export{made: clock(1), messages: []mail{
		{conversation: "2-a", from: "", to: me, at: clock(60), text: "Hello"},
		{conversation: "2-a", from: me, to: "", at: clock(0), text: "Hello Anna"},
		{conversation: "2-b", from: me, to: "bert", at: clock(11), text: "else"},
	}}
	for name, between := range map[string]export{"newer": late, "with a closed account": closed, "the same": week()} {
		t.Run(name, func(t *testing.T) {
			s, turns := newStore(t), newStore(t)
			path := []string{week().zip(t)}
			p := must[model.PreparedImport](t)(s.Prepare(t.Context(), path, options(), nil))
			bring(t, reopen(t, s.Path()), between)
			got := must[model.ImportReport](t)(p.Apply(t.Context(), nil))
			bring(t, turns, between)
			want := must[model.ImportReport](t)(turns.Import(t.Context(), path, options(), nil))
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%+v, want %+v", got, want)
			}
			if got, want := must[string](t)(answersOfEvidence(s)), must[string](t)(answersOfEvidence(turns)); got != want {
				t.Errorf("is\n%s\nand should be\n%s", got, want)
			}
			sound(t, s)
		})
	}
}

// TestAnImportMayBeTakenBackBeforeWhatWasPreparedIsApplied prepares an archive in
// which somebody who is there has closed their account, and takes back the import that
// said who they are.
func TestAnImportMayBeTakenBackBeforeWhatWasPreparedIsApplied(t *testing.T) {
	s, alone := newStore(t), newStore(t)
	closed := export{made: clock(90 * 86400), messages: []mail{
		{conversation: "2-a", from: "", to: me, at: clock(60), text: "Hello"},
		{conversation: "2-b", from: me, to: "bert", at: clock(11), text: "else"},
	}}
	owned := export{made: clock(1), messages: []mail{{conversation: "2-z", from: me, to: "zoe", at: clock(0), text: "whose it is"}}}
	bring(t, s, owned)
	bring(t, s, week())
	p := prepare(t, s, closed)
	takeBack(t, s)
	must[model.ImportReport](t)(p.Apply(t.Context(), nil))
	bring(t, alone, owned)
	bring(t, alone, closed)
	if got, want := must[string](t)(answersOfEvidence(s)), must[string](t)(answersOfEvidence(alone)); got != want {
		t.Errorf("is\n%s\nand should be\n%s", got, want)
	}
	sound(t, s)
}

func TestAStrangersArchiveIsRefusedThoughItWasPreparedBefore(t *testing.T) {
	s := newStore(t)
	mine, _ := sampleZip(t, sample.Size{Connections: 20, Messages: 60, Invitations: 5}, 1)
	theirs := week().zip(t)
	p := must[model.PreparedImport](t)(s.Prepare(t.Context(), []string{theirs}, unowned(), nil))
	must[model.ImportReport](t)(s.Import(t.Context(), []string{mine}, unowned(), nil))
	before := dump(t, s)
	var refused *model.Refusal
	if _, err := p.Apply(t.Context(), nil); !errors.As(err, &refused) || dump(t, s) != before {
		t.Error(err)
	}
}

func TestApplyingTwiceWritesNothingTheSecondTime(t *testing.T) {
	s := newStore(t)
	p := prepare(t, s, week())
	must[model.ImportReport](t)(p.Apply(t.Context(), nil))
	before := dump(t, s)
	if r := must[model.ImportReport](t)(p.Apply(t.Context(), nil)); r.Messages.New != 0 || dump(t, s) != before {
		t.Errorf("%+v", r)
	}
}

func TestApplyWaitsForNoOtherImport(t *testing.T) {
	s := newStore(t)
	p := prepare(t, s, week())
	release, err := s.own("an import")
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if _, err := p.Apply(t.Context(), nil); !errors.Is(err, model.ErrBusy) {
		t.Error(err)
	}
	if err := s.TakeBack(t.Context(), "x", options(), nil); !errors.Is(err, model.ErrBusy) {
		t.Error(err)
	}
	if err := s.Abandon(t.Context(), nil); !errors.Is(err, model.ErrBusy) {
		t.Error(err)
	}
}

// TestTheReportCountsByFile imports a week and then another, in which somebody has
// another name, somebody another company, a message other words, an invitation words,
// and everything more of it.
func TestTheReportCountsByFile(t *testing.T) {
	s := newStore(t)
	files := func(r model.ImportReport) map[string][2]int {
		counts := map[string][2]int{}
		for _, f := range r.Files {
			counts[f.Name] = [2]int{f.New, f.Changed}
		}
		return counts
	}
	first := bring(t, s, week())
	want := map[string][2]int{"Connections.csv": {2, 0}, "Invitations.csv": {3, 0}, "messages.csv": {4, 0}}
	if got := files(first); fmt.Sprint(got) != fmt.Sprint(want) || first.NewConversations != 3 || first.RenamedCount != 0 {
		t.Errorf("%v, %d conversations, %d renamed", got, first.NewConversations, first.RenamedCount)
	}
	e := week()
	e.made = e.made.Add(time.Hour)
	e.connections[0].name, e.connections[1].company = "Anna Neu", "New AG"
	e.connections = append(e.connections, connection{"emil", "Emil Eng", "", "", "", "12 Jan 2026"})
	e.messages[1].text = "edited"
	e.messages = append(e.messages,
		mail{conversation: "2-a", from: "anna", to: me, at: clock(70), text: "more"},
		mail{conversation: "2-a", from: "anna", to: me, at: clock(71), text: "and more"},
		mail{conversation: "2-n", from: "nora", to: me, at: clock(72), text: "new"})
	e.invitations[1].note = "With words"
	e.invitations = append(e.invitations, request{"fred", true, "1/9/26, 9:00 AM", ""})
	p := prepare(t, s, e)
	for _, r := range []model.ImportReport{p.Report(), must[model.ImportReport](t)(p.Apply(t.Context(), nil))} {
		want := map[string][2]int{"Connections.csv": {1, 2}, "Invitations.csv": {1, 1}, "messages.csv": {3, 1}}
		if got := files(r); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%v, want %v", got, want)
		}
		if r.NewConversations != 2 || r.Changed != 3 || r.Messages.New != 3 {
			t.Errorf("%+v", r)
		}
		if want := []model.Rename{{ID: "anna", Was: "Anna Alt", Now: "Anna Neu"}}; !slices.Equal(r.Renamed, want) || r.RenamedCount != 1 {
			t.Errorf("%+v", r.Renamed)
		}
	}
}

// TestAKilledImportCountsOn kills an import at every transaction: the report of the
// one that finishes it is that of one that was not killed.
func TestAKilledImportCountsOn(t *testing.T) {
	t.Parallel()
	first, second := many(1100, false).zip(t), many(1100, true).zip(t)
	empty, known := newStore(t), newStore(t)
	must[model.ImportReport](t)(known.Import(t.Context(), []string{first}, fixedID("before"), nil))
	for path, s := range map[string]*Store{first: empty, second: known} {
		want := must[model.ImportReport](t)(copyOf(t, s).Import(t.Context(), []string{path}, fixedID("it"), nil))
		want.Renamed = nil // what was written by the one that was killed is only counted
		for looks := 0; ; looks++ {
			again := copyOf(t, s)
			p := must[model.PreparedImport](t)(again.Prepare(t.Context(), []string{path}, fixedID("it"), nil))
			if !killed(t, looks, func(ctx context.Context) error {
				_, err := p.Apply(ctx, nil)
				return err
			}) {
				break
			}
			got := must[model.ImportReport](t)(again.Import(t.Context(), []string{path}, fixedID("it"), nil))
			if got.Renamed = nil; fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("after %d looks %+v, want %+v", looks, got, want)
			}
		}
	}
}

func TestProgressNamesPhases(t *testing.T) {
	s := newStore(t)
	path, _ := sampleZip(t, sample.Size{Connections: 60, Messages: 500, Invitations: 20}, 3)
	var phases []model.ImportPhase
	rows := map[string]int{}
	see := func(p model.Progress) {
		if p.Step == "" || p.Done < 0 || p.Total > 0 && p.Done > p.Total {
			t.Errorf("%+v", p)
		}
		if n := len(phases); n == 0 || phases[n-1] != p.Phase {
			phases = append(phases, p.Phase)
		}
		if (p.File != "") != (p.Phase == model.Reading) {
			t.Errorf("%+v", p)
		}
		rows[p.File] = max(rows[p.File], p.Rows)
	}
	r := must[model.ImportReport](t)(s.Import(t.Context(), []string{path}, unowned(), see))
	if err := s.TakeBack(t.Context(), lastImport(t, s), options(), see); err != nil {
		t.Fatal(err)
	}
	if want := []model.ImportPhase{model.Reading, model.Comparing, model.Writing, model.TakingBack}; !slices.Equal(phases, want) {
		t.Errorf("%v", phases)
	}
	for _, f := range r.Files {
		if f.Status == "read" && rows[f.Name] != f.Rows {
			t.Errorf("%s has %d rows, and %d were told", f.Name, f.Rows, rows[f.Name])
		}
	}
}

package store

import (
	"context"
	"time"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/store/linkedin"
)

// intake is one import under way.
//
//	read the archive ─► plan: compare with what is there ─► report
//	                      └► write: people, invitations, threads in key order, a
//	                         short transaction each batch ─► rows of threads whose
//	                         people changed ─► mark done, add export.imported
//
// Everything written is computed from the archive and from what is there, so that an
// import whose program was killed is finished by running it again. Everything written
// has the import's number, and what it changes is kept, so that a cancelled one leaves
// no trace and the newest one can be undone, see undoing.
type intake struct {
	s        *Store
	ctx      context.Context
	options  model.ImportOptions
	progress func(model.Progress)
	paths    []string
	export   *linkedin.Export
	observed int64 // Unix seconds: how new the archive is
	newest   int64 // Unix seconds: its newest message

	keys    []model.Key  // of export.People, by index
	people  []incoming   // in key order
	threads []conversing // in key order

	head    evidenceHead // when comparing began
	owner   model.Person // when the archive was read
	plan    plan
	batches int          // written so far
	done    importRecord // what earlier, interrupted runs did, and this one so far
}

// incoming is somebody in the archive.
type incoming struct {
	key    model.Key
	record personRecord
}

// conversing is a conversation in the archive.
type conversing struct {
	key   model.Key
	index int // in export.Conversations
	who   standIn
}

// Prepare reads LinkedIn exports (zip, folder or single CSVs) and compares them with
// what is there. It writes nothing.
func (s *Store) Prepare(ctx context.Context, paths []string, o model.ImportOptions, progress func(model.Progress)) (model.PreparedImport, error) {
	in := s.intake(ctx, paths, o, progress)
	if err := in.prepare(); err != nil {
		return nil, err
	}
	report, err := in.report(true)
	if err != nil {
		return nil, err
	}
	return &prepared{in, report}, nil
}

// prepared is a model.PreparedImport.
type prepared struct {
	in     *intake
	report model.ImportReport
}

// Report is what the import would do.
func (p *prepared) Report() model.ImportReport { return p.report }

// Apply writes what was prepared. ErrBusy means that another program imports.
func (p *prepared) Apply(ctx context.Context, progress func(model.Progress)) (model.ImportReport, error) {
	in := p.in
	release, err := in.s.alone("an import", in.options.Now)
	if err != nil {
		return model.ImportReport{}, err
	}
	defer release()
	in.ctx, in.progress = ctx, progressOr(progress)
	if err := in.s.settle(ctx, in.archive(), in.progress); err != nil {
		return model.ImportReport{}, err
	}
	if err := in.again(); err != nil {
		return model.ImportReport{}, err
	}
	return in.apply()
}

// Import reads LinkedIn exports (zip, folder or single CSVs) into the database. It
// is idempotent: what is there already is not written again. After an interruption
// the same call finishes what was begun, with the same result. ErrBusy means that
// another program imports.
func (s *Store) Import(ctx context.Context, paths []string, o model.ImportOptions, progress func(model.Progress)) (model.ImportReport, error) {
	in := s.intake(ctx, paths, o, progress)
	if !o.DryRun {
		release, err := s.alone("an import", o.Now)
		if err != nil {
			return model.ImportReport{}, err
		}
		defer release()
	}
	if err := in.read(); err != nil {
		return model.ImportReport{}, err
	}
	if !o.DryRun {
		if err := s.settle(ctx, in.archive(), in.progress); err != nil {
			return model.ImportReport{}, err
		}
	}
	if err := in.compare(); err != nil {
		return model.ImportReport{}, err
	}
	if o.DryRun {
		return in.report(true)
	}
	return in.apply()
}

// intake begins an import.
func (s *Store) intake(ctx context.Context, paths []string, o model.ImportOptions, progress func(model.Progress)) *intake {
	return &intake{s: s, ctx: ctx, options: o, progress: progressOr(progress), paths: paths}
}

// progressOr is a listener, though there may be none.
func progressOr(progress func(model.Progress)) func(model.Progress) {
	if progress == nil {
		return func(model.Progress) {}
	}
	return progress
}

// alone makes sure that no other program imports.
func (s *Store) alone(what string, now time.Time) (release func(), err error) {
	return s.own(what + ", begun " + now.Format("2006-01-02 15:04") + ",")
}

// prepare reads the archive and compares it with what is there.
func (in *intake) prepare() error {
	if err := in.read(); err != nil {
		return err
	}
	return in.compare()
}

// again prepares anew if something was written since. Whose export it is may have
// turned out meanwhile, so that the archive is read anew, too, when the owner is
// another one.
func (in *intake) again() error {
	var now evidenceHead
	owner, _, err := in.s.Owner()
	if err == nil {
		err = in.s.readEvidence(func(_ *bolt.Tx, head evidenceHead) error {
			now = head
			return nil
		})
	}
	switch {
	case err != nil || now == in.head:
		return err
	case owner.URL != in.owner.URL:
		return in.prepare()
	}
	in.arrange()
	return in.compare()
}

// apply writes what was prepared.
func (in *intake) apply() (model.ImportReport, error) {
	if err := in.write(); err != nil {
		return model.ImportReport{}, err
	}
	return in.report(false)
}

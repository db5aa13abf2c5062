package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/model/who"
	"cordial/store/linkedin"
)

// intake is one import under way.
//
//	read the archive ─► plan: compare with what is there ─► report
//	                      └► write: people, invitations, threads in key order, a
//	                         short transaction each batch ─► rows of threads whose
//	                         people changed ─► mark done, add export.imported
//
// Everything written is computed from the archive and from what is there, so that
// an interrupted import is finished by running it again.
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
	release, err := in.s.alone(in.options)
	if err != nil {
		return model.ImportReport{}, err
	}
	defer release()
	in.ctx, in.progress = ctx, progressOr(progress)
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
		release, err := s.alone(o)
		if err != nil {
			return model.ImportReport{}, err
		}
		defer release()
	}
	if err := in.prepare(); err != nil {
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
func (s *Store) alone(o model.ImportOptions) (release func(), err error) {
	return s.own("an import, begun " + o.Now.Format("2006-01-02 15:04") + ",")
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
	case owner != in.owner:
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

// read reads the archive, and makes sure that it is the same member's as before.
func (in *intake) read() error {
	owner, known, err := in.s.Owner()
	if err != nil {
		return err
	}
	in.owner = owner
	url := in.options.Owner
	if url == "" && known {
		url = owner.URL
	}
	if in.export, err = in.parse(url); err != nil {
		return err
	}
	if url != "" && !in.export.Owner.Seen && in.names() {
		return in.stranger(owner)
	}
	if !in.export.ObservedAt.IsZero() {
		in.observed = in.export.ObservedAt.Unix()
	}
	in.arrange()
	return nil
}

// stranger refuses an archive in which its owner occurs nowhere: every message would
// be turned round.
func (in *intake) stranger(known model.Person) error {
	if in.options.Owner != "" {
		return &model.Refusal{
			Reason: fmt.Sprintf("the export names %s nowhere, so it cannot be theirs", in.options.Owner),
			Help:   "leave --owner out, or give the address that the export's owner had when it was made",
		}
	}
	found, err := in.parse("")
	var unsure *linkedin.OwnerUnsureError
	if errors.As(err, &unsure) {
		return &model.Refusal{
			Reason: fmt.Sprintf("the export names %s nowhere, whose database this is", known.ID),
			Help:   "choose another database with --db, or, if your address has changed, give the new one with --owner",
		}
	}
	if err != nil {
		return err
	}
	return &model.Refusal{
		Reason: fmt.Sprintf("the export is %s's, and the database is %s's", found.Owner.Key, known.ID),
		Help:   "choose another database with --db, or, if your address has changed, say so with --owner " + who.ProfileURL(found.Owner.Key),
	}
}

// names tells whether the archive names its owner anywhere.
func (in *intake) names() bool { return len(in.export.Messages)+len(in.export.Invitations) > 0 }

// parse reads the archive with an owner, empty to find out.
func (in *intake) parse(owner string) (*linkedin.Export, error) {
	options := linkedin.Options{OwnerURL: owner, Now: in.options.Now}
	return linkedin.Read(in.ctx, in.paths, options, func(p linkedin.Progress) {
		in.progress(model.Progress{Step: "reading " + p.File, Phase: model.Reading, File: p.File, Rows: p.Rows, Done: p.Read, Total: p.Size})
	})
}

// arrange gives everybody a key and puts people and threads into the order of the
// database.
func (in *intake) arrange() {
	e := in.export
	in.threads = make([]conversing, len(e.Conversations))
	for i := range e.Conversations {
		in.threads[i] = conversing{key: model.ThreadKey(e.Conversations[i].ID), index: i}
	}
	unknown := map[int32]model.Key{} // person → conversation
	for _, t := range in.threads {
		if u := e.Conversations[t.index].Unknown; u != linkedin.Nobody {
			unknown[u] = t.key
		}
	}
	in.keys = make([]model.Key, len(e.People))
	in.people = make([]incoming, 0, len(e.People))
	for i := range e.People {
		key, record := identify(&e.People[i], unknown[int32(i)])
		record.Observed = in.observed
		in.keys[i] = key
		in.people = append(in.people, incoming{key, record})
	}
	for _, t := range in.threads {
		c := &e.Conversations[t.index]
		if len(c.People) == 0 && c.Unknown == linkedin.Nobody { // nobody but the owner
			in.people = append(in.people, incoming{unknownKey(t.key), personRecord{
				ID: unknownID(t.key), Name: closedAccount, Degree: model.DegreeUnknown, Observed: in.observed,
			}})
		}
	}
	slices.SortFunc(in.people, func(a, b incoming) int { return cmp.Compare(a.key, b.key) })
	slices.SortFunc(in.threads, func(a, b conversing) int { return cmp.Compare(a.key, b.key) })
	for i := range e.Messages {
		in.newest = max(in.newest, e.Messages[i].At)
	}
}

// archive names what is imported: the hash of its contents, the same for a zip, a
// re-packed zip and the unpacked folder.
func (in *intake) archive() string { return in.export.ContentHash }

// name is how people call it.
func (in *intake) name() string {
	if len(in.paths) == 0 {
		return ""
	}
	return filepath.Base(in.paths[0])
}

// importRecord is what the import bucket says of an archive.
type importRecord struct {
	State string   `cbor:"1,keyasint"`
	Name  string   `cbor:"2,keyasint,omitempty"`
	Paths []string `cbor:"3,keyasint,omitempty"` // while running
	tally
}

// The states of an import.
const (
	importRunning = "running"
	importDone    = "done"
)

// importRecord reads what is known of an archive; State is empty for a new one.
func (c *codec) importRecord(tx *bolt.Tx, head evidenceHead, archive string) (importRecord, error) {
	var r importRecord
	key := []byte(archive)
	value, err := lookup(tx, bucketImport, head.Imports, key)
	if value == nil || err != nil {
		return r, err
	}
	return r, c.decodeSealed(bucketImport, key, value, &r)
}

// putImport writes what is known of an archive.
func (c *codec) putImport(tx *bolt.Tx, head *evidenceHead, archive string, r importRecord) error {
	key := []byte(archive)
	if tx.Bucket([]byte(bucketImport)).Get(key) == nil {
		head.Imports++
	}
	value, err := c.encodeSealed(bucketImport, key, r)
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(bucketImport)).Put(key, value)
}

// Unfinished answers the paths of an import that was interrupted: importing them
// again finishes it. It is empty when there is none.
func (s *Store) Unfinished() (paths []string, err error) {
	err = s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		return scan(tx, bucketImport, head.Imports, func(k, v []byte) error {
			var r importRecord
			err := s.codec.decodeSealed(bucketImport, k, v, &r)
			if r.State == importRunning && paths == nil {
				paths = r.Paths
			}
			return err
		})
	})
	return paths, err
}

package store

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"cordial/model"
	"cordial/model/who"
	"cordial/store/linkedin"
)

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

package store

import (
	"slices"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
	"cordial/store/linkedin"
)

// batchSize is how many records one transaction of an import writes, or one burst
// of its comparison reads: few enough that another program's save waits a few
// hundredths of a second, enough that syncing costs little.
const batchSize = 1000

// plan is what an import finds to do.
type plan struct {
	found       tally
	renames     []model.Rename // the first of them
	people      []incoming
	threads     []conversing
	invitations []invitationPut
	touched     map[model.Key]struct{} // people whose thread rows must be derived anew
	owner       bool                   // the owner's record must be written
	listed      bool                   // this is the newest archive that lists invitations
	past        importRecord           // what earlier runs left
}

// empty tells whether there is nothing to write.
func (p *plan) empty() bool {
	return len(p.people)+len(p.threads)+len(p.invitations) == 0 && !p.owner && !p.listed
}

// invitationPut is one invitation to write.
type invitationPut struct {
	key     invitationKey
	record  invitationRecord
	fresh   bool
	changed bool // LinkedIn now says otherwise
}

// mergeInvitation is an invitation as the archive and what was there before together
// say: a note comes, and does not change.
func mergeInvitation(old invitationRecord, p invitationPut) invitationPut {
	merged := old
	if old.Note == "" {
		merged.Note = p.record.Note
	}
	merged.Seen = max(old.Seen, p.record.Seen)
	return invitationPut{key: p.key, record: merged, changed: merged.Note != old.Note}
}

// lists tells whether the archive has a list of invitations, though an empty one.
func (in *intake) lists() bool {
	return slices.ContainsFunc(in.export.Files, func(f linkedin.File) bool {
		return f.Kind == linkedin.KindInvitations && f.State == linkedin.FileRead
	})
}

// compare compares the archive with what is there, a burst at a time.
func (in *intake) compare() error {
	in.plan = plan{touched: map[model.Key]struct{}{}}
	err := in.s.readEvidence(func(tx *bolt.Tx, head evidenceHead) (err error) {
		in.head = head
		in.plan.listed = in.lists() && in.observed > head.Listed
		if in.plan.past, err = in.s.codec.importRecord(tx, head, in.archive()); err != nil {
			return err
		}
		_, in.plan.owner, err = in.ownerRecord(tx)
		return err
	})
	if err != nil {
		return err
	}
	if err := in.recognise(); err != nil {
		return err
	}
	if err := inBursts(in, "comparing people", in.people, nil, in.comparePeople); err != nil {
		return err
	}
	if err := in.compareInvitations(); err != nil {
		return err
	}
	size := func(t conversing) int { return int(in.export.Conversations[t.index].Count) }
	return inBursts(in, "comparing messages", in.threads, size, in.compareThreads)
}

// inBursts hands a list to a function that reads, so much of it at a time that
// writers need not wait long. size is the records behind one item; nil is one.
func inBursts[T any](in *intake, step string, list []T, size func(T) int, do func(*bolt.Tx, []T) error) error {
	for done := 0; done < len(list); {
		if err := in.ctx.Err(); err != nil {
			return err
		}
		end := done
		for n := 0; end < len(list) && n < batchSize; end++ {
			if n++; size != nil {
				n += size(list[end])
			}
		}
		err := in.s.read(func(tx *bolt.Tx) error { return do(tx, list[done:end]) })
		if err != nil {
			return err
		}
		done = end
		in.progress(model.Progress{Step: step, Phase: model.Comparing, Done: int64(done), Total: int64(len(list))})
	}
	return nil
}

// comparePeople adds people to the plan.
func (in *intake) comparePeople(tx *bolt.Tx, people []incoming) error {
	for _, p := range people {
		change, err := in.s.codec.comparePerson(tx, p)
		if err != nil {
			return err
		}
		in.plan.found.person(p, change)
		if change.renamed() && len(in.plan.renames) < renamesListed {
			in.plan.renames = append(in.plan.renames, model.Rename{ID: change.record.ID, Was: change.was, Now: change.record.Name})
		}
		if change.dirty {
			in.plan.people = append(in.plan.people, p)
		}
		if change.redigest {
			in.plan.touched[p.key] = struct{}{}
		}
	}
	return nil
}

// compareThreads adds conversations to the plan.
func (in *intake) compareThreads(tx *bolt.Tx, threads []conversing) error {
	for _, t := range threads {
		change, err := in.compareThread(tx, t)
		if err != nil {
			return err
		}
		for _, p := range change.puts {
			in.plan.found.message(p)
		}
		if change.newly(in.plan.past.resumes()) {
			in.plan.found.Conversations++
		}
		if change.dirty() {
			in.plan.threads = append(in.plan.threads, t)
		}
	}
	return nil
}

// compareInvitations adds invitations to the plan.
func (in *intake) compareInvitations() error {
	list := make([]int, len(in.export.Invitations))
	for i := range list {
		list[i] = i
	}
	return inBursts(in, "comparing invitations", list, nil, func(tx *bolt.Tx, part []int) error {
		bucket := tx.Bucket([]byte(bucketInvitation))
		for _, i := range part {
			v := &in.export.Invitations[i]
			key := invitationKey{in.keys[v.Person], v.Outgoing, v.SentAt}
			p := invitationPut{key: key, record: invitationRecord{Note: v.Note, Seen: in.observed}, fresh: true}
			if value := bucket.Get(key.bytes()); value != nil {
				var old invitationRecord
				if err := in.s.codec.decodeSealed(bucketInvitation, key.bytes(), value, &old); err != nil {
					return err
				}
				if p = mergeInvitation(old, p); p.record == old {
					continue
				}
			} else {
				in.plan.touched[key.person] = struct{}{}
			}
			in.plan.found.invitation(p)
			in.plan.invitations = append(in.plan.invitations, p)
		}
		return nil
	})
}

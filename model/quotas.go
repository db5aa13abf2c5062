package model

import (
	"time"

	"cordial/model/day"
	"cordial/model/quota"
)

// Quotas is where invitations, notes and messages stand against what LinkedIn
// limits. requests are all: see Requests. exported is when the export says that
// messages were sent; older ones than a week do not matter. Messages recorded by hand
// count where no export can have them. The zone of now decides what today is.
func (b *Book) Quotas(requests []Request, exported []time.Time, now time.Time) []quota.Meter {
	var a quota.Activity
	for _, r := range requests {
		if !r.Outgoing || r.On == 0 {
			continue
		}
		sent := quota.Sending{At: r.At, On: r.On}
		a.Invitations = append(a.Invitations, sent)
		if r.Note != "" {
			a.Notes = append(a.Notes, sent)
		}
	}
	for _, list := range [][]time.Time{exported, b.SentByHand(b.exportedUntil())} {
		for _, at := range list {
			a.Messages = append(a.Messages, quota.Sending{At: at, On: day.Of(at, now.Location())})
		}
	}
	settings, hits := b.quotaSettings(now)
	return quota.Measure(a, settings, hits, b.Paid(now), now)
}

// exportedUntil is the newest message of all imports, zero before the first.
func (b *Book) exportedUntil() time.Time {
	var newest time.Time
	for _, place := range b.imports {
		if d := b.events[place].Decision.(ExportImported); !b.dead[place] && d.Newest.After(newest) {
			newest = d.Newest
		}
	}
	return newest
}

// quotaSettings is what the user said of the quotas, and when LinkedIn's limits were
// hit last by now.
func (b *Book) quotaSettings(now time.Time) (map[quota.ID]quota.Setting, map[quota.ID]time.Time) {
	settings, hits := map[quota.ID]quota.Setting{}, map[quota.ID]time.Time{}
	for _, place := range b.settings {
		if b.dead[place] {
			continue
		}
		e := b.events[place]
		switch d := e.Decision.(type) {
		case QuotaSet:
			settings[d.Quota] = quota.Setting{Limit: d.Limit, Off: d.Off}
		case LimitHit:
			if !e.At.After(now) && e.At.After(hits[d.Quota]) {
				hits[d.Quota] = e.At
			}
		}
	}
	return settings, hits
}

// SetQuota gives a quota a limit of the user's own, or switches it off; with
// neither, the default counts again.
func (b *Book) SetQuota(d QuotaSet, at time.Time) ([]Draft, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	settings, _ := b.quotaSettings(at)
	was := settings[d.Quota]
	same := (was.Limit == nil) == (d.Limit == nil) && (d.Limit == nil || *d.Limit == *was.Limit) && was.Off == d.Off
	if same {
		return nil, refuse("", "", "the quota %s is set like that already", d.Quota)
	}
	return []Draft{{At: at, Decision: d}}, nil
}

// HitLimit records that LinkedIn said its limit is reached, which locks the quota,
// and those that count the same, for seven days.
func (b *Book) HitLimit(id quota.ID, at, now time.Time) ([]Draft, error) {
	d := LimitHit{Quota: id}
	if err := d.check(); err != nil {
		return nil, err
	}
	if at.After(now) {
		return nil, notYet("the limit", at)
	}
	return []Draft{{At: at, Decision: d}}, nil
}

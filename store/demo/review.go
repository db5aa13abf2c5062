package demo

import (
	"time"

	"cordial/model"
)

// leaveForReview is what the latest export has something to say about: an invitation
// that was accepted, a reminder that a reply has cleared, and a conversation that came
// back from the archive.
func (d *diary) leaveForReview(c *cast) error {
	since := d.now.Add(-sinceLastExport).Unix()
	wrote := func(t model.Thread) bool { return known(t) && !t.LastFromMe && t.LastIn > since && t.In+t.Out > 1 }
	for _, t := range c.take(1, wrote) {
		set := time.Unix(t.LastIn, 0).In(d.now.Location()).Add(-time.Hour)
		d.remind(c, []model.Thread{t}, set, set.AddDate(0, 0, 4), "", true)
	}
	d.mark(c, model.MarkArchived, c.take(1, wrote), d.now.Add(-sinceLastExport))
	for _, t := range c.take(1, func(t model.Thread) bool { return known(t) && t.Connected }) {
		p, err := c.person(t)
		if err != nil {
			return err
		}
		at := p.ConnectedOn.Add(-4).Start(d.now.Location()).Add(12 * time.Hour)
		d.do(at, func(b *model.Book) ([]model.Draft, error) { return b.Invite(p, model.InviteSent, "", at) })
	}
	return nil
}

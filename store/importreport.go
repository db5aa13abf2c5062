package store

import (
	"cordial/model"
	"cordial/model/credit"
	"cordial/store/linkedin"
)

// report puts what was found and done into the model's words.
func (in *intake) report() (model.ImportReport, error) {
	e, counts := in.export, in.export.Counts
	fresh, changed := in.plan.freshMessages, in.plan.changed+in.plan.changedPeople
	if in.plan.past.State == importRunning { // the run that was interrupted is part of this import
		fresh += in.plan.past.New
		changed += in.plan.past.Changed
	}
	r := model.ImportReport{
		Owner: e.Owner.Key, Connections: counts.Connections, People: counts.People,
		Conversations: counts.Conversations, Groups: counts.Groups,
		Messages: model.MessageCounts{
			Imported: counts.Messages, New: fresh, Known: counts.Messages - fresh, Skipped: skipped(counts.Skipped),
		},
		Invitations:   model.InvitationCounts(counts.Invitations),
		InMails:       model.InMailCounts(counts.InMails),
		Changed:       changed,
		FirstPartOnly: e.FirstPartOnly,
		DryRun:        in.options.DryRun,
	}
	if in.newest != 0 {
		r.Newest = at(in.newest)
	}
	for _, p := range e.Problems {
		r.Problems = append(r.Problems, model.Problem{File: p.File, Line: p.Line, Reason: p.Text})
	}
	for _, n := range counts.Skipped {
		r.ProblemCount += n
	}
	for _, f := range e.Files {
		r.Files = append(r.Files, model.FileReport{Name: f.Name, Rows: f.Rows, Status: status(f)})
	}
	var err error
	r.Proposals, err = in.proposals()
	return r, err
}

// skipped puts the reasons into the model's fields.
func skipped(count map[linkedin.Reason]int) model.SkippedCounts {
	return model.SkippedCounts{
		Draft: count[linkedin.Draft], Spam: count[linkedin.Spam], Sponsored: count[linkedin.Sponsored],
		BadDate: count[linkedin.BadDate], NoConversationID: count[linkedin.NoConversationID],
		Duplicate: count[linkedin.Duplicate], Malformed: count[linkedin.Malformed],
	}
}

// status is what became of a file in one word.
func status(f linkedin.File) string {
	if f.State == linkedin.FileRead && f.Rows == 0 {
		return "empty"
	}
	return string(f.State)
}

// proposals counts the recorded InMails without an answer to people who have
// written since, in a direct conversation: whether that was the answer is for the
// user to say.
func (in *intake) proposals() (int, error) {
	events, err := in.s.Events(0)
	if err != nil {
		return 0, err
	}
	book, err := in.s.fold(events)
	if err != nil {
		return 0, err
	}
	waiting := map[model.Key]int64{} // person → when the latest unanswered InMail was sent
	for _, person := range book.TouchedPeople() {
		for _, m := range book.InMailsTo(person, in.options.Now) {
			if m.State == credit.InMailOpen || m.State == credit.InMailLapsed {
				waiting[person] = m.At.Unix()
			}
		}
	}
	if len(waiting) == 0 {
		return 0, nil
	}
	return in.countAnswers(waiting)
}

// countAnswers counts those who have written since, in the database or, before it
// is written, in the archive.
func (in *intake) countAnswers(waiting map[model.Key]int64) (int, error) {
	answered := map[model.Key]struct{}{}
	see := func(person model.Key, lastIn int64) {
		if sent, ok := waiting[person]; ok && lastIn > sent {
			answered[person] = struct{}{}
		}
	}
	threads, err := in.s.Threads()
	if err != nil {
		return 0, err
	}
	for i := range threads.Len() {
		if h := threads.Head(i); !h.Group {
			see(h.Person, h.LastIn)
		}
	}
	for i := range in.export.Conversations {
		c := &in.export.Conversations[i]
		if len(c.People) != 1 {
			continue
		}
		for _, m := range in.export.Messages[c.First : c.First+c.Count] {
			if m.Sender == c.People[0] {
				see(in.keys[m.Sender], m.At)
			}
		}
	}
	return len(answered), nil
}

package store

import (
	"cordial/model"
	"cordial/store/linkedin"
)

// report puts what was found and done, or, dry, would be done, into the model's words.
func (in *intake) report(dry bool) (model.ImportReport, error) {
	e, counts := in.export, in.export.Counts
	found := in.plan.found
	if in.plan.past.State == importRunning { // the run that was interrupted is part of this import
		found = found.plus(in.plan.past.tally)
	}
	r := model.ImportReport{
		Owner: e.Owner.Key, Connections: counts.Connections, People: counts.People,
		Conversations: counts.Conversations, Groups: counts.Groups,
		Messages: model.MessageCounts{
			Imported: counts.Messages, New: found.New, Known: counts.Messages - found.New, Skipped: skipped(counts.Skipped),
		},
		Invitations:      model.InvitationCounts(counts.Invitations),
		InMails:          model.InMailCounts(counts.InMails),
		Changed:          found.Changed,
		Renamed:          in.plan.renames,
		RenamedCount:     found.Renamed,
		NewConversations: found.Conversations,
		Files:            found.files(e.Files),
		FirstPartOnly:    e.FirstPartOnly,
		DryRun:           dry,
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

// proposals counts the people whose messages seem to answer a recorded InMail, in the
// database or, before it is written, in the archive: whether they do is for the user
// to say.
func (in *intake) proposals() (int, error) {
	events, err := in.s.Events(0)
	if err != nil {
		return 0, err
	}
	book, err := in.s.fold(events)
	if err != nil {
		return 0, err
	}
	lastIn := map[model.Key]int64{} // of everybody who was sent an InMail
	for _, person := range book.TouchedPeople() {
		if len(book.InMailsTo(person, in.options.Now)) > 0 {
			lastIn[person] = 0
		}
	}
	if len(lastIn) == 0 {
		return 0, nil
	}
	if err := in.lastAnswers(lastIn); err != nil {
		return 0, err
	}
	n := 0
	for person, at := range lastIn {
		if _, answered := book.AnsweredBy(person, at, in.options.Now); answered {
			n++
		}
	}
	return n, nil
}

// lastAnswers fills in when people wrote last in a direct conversation.
func (in *intake) lastAnswers(lastIn map[model.Key]int64) error {
	see := func(person model.Key, at int64) {
		if last, asked := lastIn[person]; asked && at > last {
			lastIn[person] = at
		}
	}
	threads, err := in.s.Threads()
	if err != nil {
		return err
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
	return nil
}

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
	r.Proposals, err = in.proposals(dry)
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

package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/contactlist"
)

// JSONReport is a report as "cordial import --json" prints it.
func JSONReport(report any) ([]byte, error) {
	text, err := json.MarshalIndent(report, "", "  ")
	return append(text, '\n'), err
}

// TextReport is the report of LinkedIn's export for people to read, with every
// problem that is listed.
func TextReport(name string, r model.ImportReport, at time.Time) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "Import of %s, %s\n\n", clean.Line(name), at.Format("2 January 2006 15:04"))
	for _, f := range r.Files {
		fmt.Fprintf(&b, "%-24s %9d rows  %7d new  %7d changed  %s\n", clean.Line(f.Name), f.Rows, f.New, f.Changed, f.Status)
	}
	k := r.Messages.Skipped
	fmt.Fprintf(&b, `
Owner             %s
People            %d, of whom %d connections
Conversations     %d, of which %d groups
Messages          %d new, %d known
Left out          %d: %d sponsored, %d drafts, %d spam, %d repeated, %d without date, %d without conversation, %d malformed
Invitations       %d sent, %d accepted, %d pending, %d received, %d left out
Probable InMails  %d sent, %d answered in time, %d without answer, %d received
Changed           %d
To review         %d
`, clean.Line(r.Owner), r.People, r.Connections, r.Conversations, r.Groups, r.Messages.New, r.Messages.Known,
		k.Total(), k.Sponsored, k.Draft, k.Spam, k.Duplicate, k.BadDate, k.NoConversationID, k.Malformed,
		r.Invitations.Sent, r.Invitations.Accepted, r.Invitations.Pending, r.Invitations.Incoming, r.Invitations.Skipped,
		r.InMails.Sent, r.InMails.AnsweredInWindow, r.InMails.Unanswered, r.InMails.Received, r.Changed, r.Proposals)
	if len(r.Renamed) > 0 {
		fmt.Fprintf(&b, "\nNew names: %d\n", r.RenamedCount)
		for _, one := range r.Renamed {
			fmt.Fprintf(&b, "%s: %s, now %s\n", clean.Line(one.ID), clean.Line(one.Was), clean.Line(one.Now))
		}
	}
	problemLines(&b, r.Problems, r.ProblemCount)
	return []byte(b.String())
}

// TextListReport is the same for lists of people.
func TextListReport(r contactlist.Report, at time.Time) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "Import of lists of people, %s\n\n", at.Format("2 January 2006 15:04"))
	for _, f := range r.Files {
		fmt.Fprintf(&b, "%-24s %9d records  %7d contacts  %7d repeated  %7d refused\n", clean.Line(f.File), f.Records, f.Contacts, f.Duplicates, f.Refused)
	}
	fmt.Fprintf(&b, "\nPeople  %d new, %d completed, %d known\nLabels  %d\nNotes   %d\n", r.Added, r.Completed, r.Known, r.Labels, r.Notes)
	problemLines(&b, r.Problems, r.ProblemCount)
	return []byte(b.String())
}

// problemLines lists problems.
func problemLines(b *strings.Builder, list []model.Problem, all int) {
	if all == 0 {
		return
	}
	fmt.Fprintf(b, "\nProblems: %d\n", all)
	for _, p := range list {
		where := clean.Line(p.File)
		if p.Line > 0 {
			where = fmt.Sprintf("%s:%d", where, p.Line)
		}
		fmt.Fprintf(b, "%s: %s\n", where, clean.Line(p.Reason))
	}
	if all > len(list) {
		fmt.Fprintf(b, "and %d more\n", all-len(list))
	}
}

// mostNames is how many names are tried for a new file.
const mostNames = 1000

// SaveNew writes a new file, readable by its owner alone, and answers where. A file of
// that name stays: another one gets a number.
func SaveNew(dir, name string, text []byte) (string, error) {
	ending := filepath.Ext(name)
	for n := 1; n <= mostNames; n++ {
		path := filepath.Join(dir, name)
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ending), n, ending))
		}
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(text)
		return path, errors.Join(err, f.Close())
	}
	return "", fmt.Errorf("there are too many files called %s", name)
}

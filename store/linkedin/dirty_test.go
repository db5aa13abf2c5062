package linkedin_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/store/linkedin"

	"github.com/charmbracelet/x/exp/golden"
)

// TestDirtyExport reads a folder in which every file went through several hands and shows all that came of it.
func TestDirtyExport(t *testing.T) {
	e := read(t, linkedin.Options{}, "testdata/dirty")
	golden.RequireEqual(t, []byte(described(e)))
}

// described writes an export as text.
func described(e *linkedin.Export) string {
	var out strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n", args...) }
	say("owner %s, %s, by %s", e.Owner.Key, e.Owner.Name, e.Owner.How)
	say("profile %q", e.Profile)
	c := e.Counts
	say("%d connections, %d hidden, %d people, %d conversations, %d groups, %d messages", c.Connections, c.HiddenMembers, c.People, c.Conversations, c.Groups, c.Messages)
	for _, why := range slices.Sorted(maps.Keys(c.Skipped)) {
		say("skipped %s %d", why, c.Skipped[why])
	}
	say("invitations %+v\nInMails %+v", c.Invitations, c.InMails)
	for i := range e.People {
		p := &e.People[i]
		say("person %d: %q %q connected=%v %s unknown=%v %q %q %q", i, p.Key, p.Name, p.Connected, p.ConnectedOn, p.Unknown, p.Company, p.Position, p.Email)
	}
	for _, c := range e.Conversations {
		say("conversation %s %q with %v, unknown %d", c.ID, c.Title, c.People, c.Unknown)
		for _, m := range e.Messages[c.First : c.First+c.Count] {
			say("  %s from %d %q %q line %d, %d files", time.Unix(m.At, 0).UTC().Format(time.DateTime), m.Sender, m.Subject, m.Text, m.Line, len(m.AttachmentList()))
		}
	}
	for _, i := range e.Invitations {
		say("invitation outgoing=%v %d %s %q", i.Outgoing, i.Person, time.Unix(i.SentAt, 0).UTC().Format(time.DateTime), i.Note)
	}
	for _, m := range e.InMails {
		say("InMail in %d, sent=%v, in window=%v: %s", m.Conversation, m.Sent, m.InWindow(), m.Why())
	}
	for _, p := range e.Problems {
		say("problem %s", p)
	}
	for _, f := range e.Files {
		say("file %s %s %d rows %s", f.Path, f.State, f.Rows, f.Why)
	}
	return out.String()
}

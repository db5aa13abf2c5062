package lists_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"cordial/model"
	"cordial/store/lists"
)

// read reads a list that must be readable.
func read(t testing.TB, text string, opts ...lists.Options) *lists.List {
	t.Helper()
	list, err := lists.ReadFrom(t.Context(), strings.NewReader(text), "list", append(opts, lists.Options{})[0])
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return list
}

// only answers the one contact of a list.
func only(t testing.TB, list *lists.List) lists.Contact {
	t.Helper()
	if len(list.Contacts) != 1 {
		t.Fatalf("%d contacts, problems %v", len(list.Contacts), list.Problems)
	}
	return list.Contacts[0]
}

// names answers the names in a list, in order.
func names(list *lists.List) []string {
	got := make([]string, len(list.Contacts))
	for i, c := range list.Contacts {
		got[i] = c.Name
	}
	return got
}

// described writes a list as text.
func described(l *lists.List) string {
	var out strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n", args...) }
	c := l.Counts
	if l.Encoding != "" {
		say("read as %s", l.Encoding)
	}
	say("%s: %d records, %d contacts, %d duplicates, %d refused, %d with a profile, %d with e-mail", l.Format, c.Records, c.Contacts,
		c.Duplicates, c.Refused, c.Profiles, c.Emails)
	for _, why := range slices.Sorted(maps.Keys(c.Skipped)) {
		say("skipped %s %d", why, c.Skipped[why])
	}
	for _, column := range l.Columns {
		if column.Field != "" {
			say("column %q is %s", column.Name, column.Field)
		}
	}
	for _, c := range l.Contacts {
		say("line %d: %q (first %q, last %q)", c.Line, c.Name, c.First, c.Last)
		if c.Key != "" {
			say("  key %s %v, %s", c.Key, c.OtherKeys, c.URL)
		}
		if len(c.Emails) > 0 {
			say("  e-mail %q", c.Emails)
		}
		say("  %q at %q, headline %q, in %q", c.Position, c.Company, c.Headline, c.Location)
		if c.Degree != model.DegreeUnknown || c.OpenProfile != nil {
			say("  degree %d, %s", c.Degree, openProfile(c.OpenProfile))
		}
		if len(c.Labels) > 0 || c.Notes != "" {
			say("  labels %q, notes %q", c.Labels, c.Notes)
		}
	}
	for _, p := range l.Problems {
		say("problem %s [%s]", p, p.Reason)
	}
	return out.String()
}

func openProfile(flag *bool) string {
	if flag == nil {
		return "Open Profile not known"
	}
	return fmt.Sprintf("Open Profile %v", *flag)
}

package lists

import (
	"context"
	"strings"

	"cordial/model"
	"cordial/model/who"
	"cordial/store/linkedin/table"
)

// gatherer collects the contacts of one file, each person once.
type gatherer struct {
	ctx      context.Context
	list     List
	problems *table.Problems
	file     string
	byKey    map[string]int32 // place in list.Contacts by identity key
	byMail   map[string]int32 // the same by e-mail address and name
}

func newGatherer(ctx context.Context, file string) *gatherer {
	return &gatherer{ctx: ctx, file: file, problems: table.NewProblems(), byKey: map[string]int32{}, byMail: map[string]int32{}}
}

// goOn tells after n records whether there may be another: the error is ErrTooMany, or the context's.
func (g *gatherer) goOn(n int) error {
	if n > maxRecords {
		return ErrTooMany
	}
	if n%often != often-1 {
		return nil
	}
	return g.ctx.Err()
}

// note says what is wrong with a record or a cell.
func (g *gatherer) note(line int, reason Reason, text string) {
	g.problems.Add(Problem{File: g.file, Line: line, Reason: reason, Text: text})
}

// refuse counts a record that is not taken.
func (g *gatherer) refuse(line int, reason Reason, text string) {
	g.list.Counts.Records++
	g.list.Counts.Refused++
	g.note(line, reason, text)
}

// take keeps a contact, or lays it on the record of the same person before it.
func (g *gatherer) take(c Contact, found profiles) {
	c.Key, c.OtherKeys = found.best()
	if c.Key != "" {
		c.URL = who.ProfileURL(c.Key)
	} else if found.bad != "" {
		g.note(c.Line, BadURL, "no profile's address: "+table.Quote(found.bad)+"; the contact is taken without it")
	}
	if c.Name == "" {
		c.Name = strings.TrimSpace(c.First + " " + c.Last)
	}
	if c.Name == "" && c.Key == "" && len(c.Emails) == 0 {
		g.refuse(c.Line, Nobody, "it has neither a name nor an address")
		return
	}
	g.list.Counts.Records++
	c.Labels = g.valid(c.Labels, c.Line)
	i, known := g.known(&c)
	if known {
		g.list.Counts.Duplicates++
		there := &g.list.Contacts[i]
		if g.list.Format == FormatLinkedInNotes { // which has a row for each note
			there.Notes, c.Notes = joined("\n\n", there.Notes, c.Notes), ""
		}
		there.lay(c)
	} else {
		i = int32(len(g.list.Contacts))
		g.list.Contacts = append(g.list.Contacts, c)
	}
	g.remember(i, &c)
}

// valid keeps the labels that the model takes, each once whatever its case.
func (g *gatherer) valid(labels []string, line int) []string {
	var list []string
	for _, label := range labels {
		if err := model.CheckLabel(label); err != nil {
			g.note(line, BadLabel, "the contact is taken without a label: "+err.Error())
		} else {
			list = appendFold(list, label)
		}
	}
	return list
}

// known finds the contact of the same person: by identity key, or by e-mail address and name where not both have a key.
// Two profiles, or two of our own contacts, are never one person here, whatever else is equal.
func (g *gatherer) known(c *Contact) (int32, bool) {
	for _, key := range c.keys() {
		if i, ok := g.byKey[key]; ok {
			return i, true
		}
	}
	for _, email := range c.Emails {
		i, ok := g.byMail[mailbox(email, c.Name)]
		if !ok {
			continue
		}
		there := &g.list.Contacts[i]
		if (c.Key == "" || there.Key == "") && (c.ID == there.ID || c.ID == "" || there.ID == "") {
			return i, true
		}
	}
	return 0, false
}

// remember notes by what of a record its contact is found again.
func (g *gatherer) remember(i int32, c *Contact) {
	for _, key := range c.keys() {
		g.byKey[key] = i
	}
	for _, email := range c.Emails {
		g.byMail[mailbox(email, c.Name)] = i
	}
}

// keys are all identity keys of a contact.
func (c *Contact) keys() []string {
	if c.Key == "" {
		return c.OtherKeys
	}
	return append([]string{c.Key}, c.OtherKeys...)
}

// mailbox is an address with the name beside it: info@ is shared by many.
func mailbox(email, name string) string {
	return strings.ToLower(email + "\x00" + strings.Join(strings.Fields(name), " "))
}

// lay fills what is empty from a later record of the same person.
func (c *Contact) lay(later Contact) {
	if c.Name == "" {
		c.Name, c.First, c.Last = later.Name, later.First, later.Last
	}
	if c.Key == "" {
		c.Key, c.URL = later.Key, later.URL
	}
	for _, key := range later.keys() {
		if key != c.Key {
			c.OtherKeys = appendOnce(c.OtherKeys, key)
		}
	}
	for _, text := range []struct {
		to   *string
		from string
	}{
		{&c.Company, later.Company},
		{&c.Position, later.Position},
		{&c.Headline, later.Headline},
		{&c.Location, later.Location},
		{&c.Notes, later.Notes},
	} {
		if *text.to == "" {
			*text.to = text.from
		}
	}
	if c.Degree == model.DegreeUnknown {
		c.Degree = later.Degree
	}
	if c.OpenProfile == nil {
		c.OpenProfile = later.OpenProfile
	}
	for _, email := range later.Emails {
		c.Emails = appendFold(c.Emails, email)
	}
	for _, label := range later.Labels {
		c.Labels = appendFold(c.Labels, label)
	}
}

// finish counts and sorts.
func (g *gatherer) finish() *List {
	for i := range g.list.Contacts {
		if g.list.Contacts[i].Key != "" {
			g.list.Counts.Profiles++
		}
		if len(g.list.Contacts[i].Emails) > 0 {
			g.list.Counts.Emails++
		}
	}
	g.list.Counts.Contacts = len(g.list.Contacts)
	g.list.Counts.Skipped = g.problems.Count
	g.list.Problems = g.problems.Sorted([]string{g.file})
	return &g.list
}

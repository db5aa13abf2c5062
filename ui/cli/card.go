package cli

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
	"cordial/model/triage"
	"cordial/model/when"
	"cordial/ui/theme"
)

// cardView is what is known of somebody.
type cardView struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	URL         string   `json:"url"`
	Headline    string   `json:"headline"`
	Company     string   `json:"company"`
	Position    string   `json:"position"`
	Email       string   `json:"email"`
	Degree      *int     `json:"degree"` // null when it is not known
	OpenProfile bool     `json:"open_profile"`
	Role        string   `json:"role"` // "c-level", "recruiter" or "other", as the user or the headline says
	Connected   bool     `json:"connected"`
	ConnectedOn *day.Day `json:"connected_on"`

	LinkedInSays map[string]string `json:"linkedin_says,omitempty"` // by field, where you say otherwise
	AlsoKnownAs  []aliasView       `json:"also_known_as,omitempty"` // who was merged into them

	says []model.Said
}

// aliasView is somebody who became part of somebody else.
type aliasView struct {
	ID       string  `json:"id"`
	Name     string  `json:"name"`
	URL      string  `json:"url"`
	MergedAt *string `json:"merged_at"`

	at time.Time
}

// fullCard is a card with what LinkedIn says otherwise, and with who was merged.
func (s *session) fullCard(p model.Person) (*cardView, error) {
	c := card(p)
	found, _, err := model.Found(s.book.Keys(p.Key), s.store.Person)
	if err != nil {
		return nil, err
	}
	if c.says = s.book.LinkedInSays(p.Key, found); len(c.says) > 0 {
		c.LinkedInSays = map[string]string{}
	}
	for i := range c.says {
		c.says[i].Says = clean.Line(c.says[i].Says)
		c.LinkedInSays[c.says[i].Field] = c.says[i].Says
	}
	for _, m := range s.book.Merges() {
		if m.Root == s.book.Root(p.Key) {
			c.AlsoKnownAs = append(c.AlsoKnownAs, aliasView{
				ID: m.From.ID, Name: shown(m.From.Name, m.From.ID), URL: clean.Line(m.From.URL), MergedAt: s.instant(m.At), at: m.At,
			})
		}
	}
	return c, nil
}

// card is what is known of somebody, cleaned.
func card(p model.Person) *cardView {
	c := &cardView{
		ID: p.ID, Name: shown(p.Name, p.ID), URL: clean.Line(p.URL), Headline: clean.Line(p.Headline),
		Company: clean.Line(p.Company), Position: clean.Line(p.Position), Email: clean.Line(p.Email),
		OpenProfile: p.OpenProfile, Role: string(p.Role()), Connected: p.Connected || p.Degree == 1,
	}
	if p.Degree != model.DegreeUnknown {
		degree := int(p.Degree)
		c.Degree = &degree
	}
	if p.Connected && p.ConnectedOn != 0 {
		c.ConnectedOn = &p.ConnectedOn
	}
	return c
}

// printCard prints what is known of a subject, and where it stands.
func (s *session) printCard(v showView, l triage.Line) {
	s.print("%s  %s", s.paint(theme.Title, v.Name), s.paint(theme.Dim, clean.Line(v.ID)))
	g := grid{}
	row := func(head, text string) {
		if text != "" {
			g.add(dim("  "+head), plain(text))
		}
	}
	if c := v.Card; c != nil {
		row("headline", c.Headline)
		row("works", strings.Join(filled(c.Position, c.Company), ", "))
		row("distance", distanceWords(c, s.app))
		row("profile", c.URL)
		row("email", c.Email)
		for _, said := range c.says {
			g.add(dim("  LinkedIn says"), dim(fmt.Sprintf("%s %s", strings.ReplaceAll(said.Field, "_", " "), said.Says)))
		}
		for _, alias := range c.AlsoKnownAs {
			known := cmp.Or(strings.TrimPrefix(alias.URL, "https://www."), alias.Name)
			row("also known as", fmt.Sprintf("%s, merged %s", known, when.Format(alias.at.In(s.now.Location()))))
		}
	}
	row("labels", strings.Join(v.Labels, ", "))
	row("state", strings.Join(stateWords(v), ", "))
	if r := l.State.Reminder; r != nil && l.Reminding() {
		row("reminder", strings.Join(filled(when.Describe(r.Due, s.now), clean.Line(r.Text)), ": "))
	}
	if v.InMail != nil {
		row("InMail", fmt.Sprintf("%s, sent %s ago", v.InMail.State, plural(v.InMail.Day, "day", "days")))
	}
	if v.Invitation != nil {
		row("invitation", *v.Invitation)
	}
	s.printGrid(g)
}

// filled is the texts that are not empty.
func filled(texts ...string) []string {
	var list []string
	for _, text := range texts {
		if text != "" {
			list = append(list, text)
		}
	}
	return list
}

// distanceWords says how near somebody is.
func distanceWords(c *cardView, a *app) string {
	var words []string
	if c.Degree != nil {
		words = append(words, model.Degree(*c.Degree).String())
	}
	if c.ConnectedOn != nil {
		words = append(words, "connected on "+a.date(*c.ConnectedOn))
	}
	if c.OpenProfile {
		words = append(words, "Open Profile")
	}
	return strings.Join(words, ", ")
}

// stateWords lists the marks of a conversation.
func stateWords(v showView) []string {
	words := []string{string(v.State)}
	for _, mark := range []struct {
		on   bool
		word string
	}{{v.Unread, "unread"}, {v.Starred, "starred"}, {v.Muted, "muted"}} {
		if mark.on {
			words = append(words, mark.word)
		}
	}
	return words
}

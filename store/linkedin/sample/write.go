package sample

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"

	"cordial/store/linkedin"
)

// Size is how much an export holds.
type Size struct {
	Connections int
	Messages    int // that a reader takes; advertisements, drafts, spam and repetitions come on top
	Invitations int
}

// Demo is a small, lively size: about forty people.
func Demo() Size { return Size{Connections: 30, Messages: 200, Invitations: 12} }

// Truth is what a reader has to find.
type Truth struct {
	OwnerURL  string
	OwnerName string
	Counts    linkedin.Counts
	Rows      int // records of messages.csv, skipped ones included
}

// Write writes a zip as LinkedIn would have made it at the anchor instant. The same arguments make the same bytes; the
// memory needed does not grow with the number of messages. Errors are the writer's.
func Write(w io.Writer, size Size, seed uint64, anchor time.Time, era Era) (Truth, error) {
	anchor = anchor.UTC().Truncate(time.Second)
	g := &generator{
		rnd: rand.New(rand.NewPCG(seed, 0)), size: size, era: era, anchor: anchor,
		cast:  cast{seed: seed, anchor: anchor, days: min(2900, 90+size.Messages/8), cultures: cultures()},
		truth: Truth{OwnerURL: OwnerURL, OwnerName: OwnerName},
	}
	g.invited, g.inviters = map[string]bool{}, map[string]bool{}
	g.truth.Counts.Skipped = map[linkedin.Reason]int{}
	out := zip.NewWriter(w)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, file := range g.files() {
		if err := g.file(out, file); err != nil {
			return Truth{}, fmt.Errorf("write %s: %w", file.name, err)
		}
	}
	if err := out.Close(); err != nil {
		return Truth{}, fmt.Errorf("finish the sample: %w", err)
	}
	return g.truth, nil
}

// generator holds what one export needs while it is written.
type generator struct {
	rnd               *rand.Rand
	size              Size
	era               Era
	anchor            time.Time
	cast              cast
	truth             Truth
	sheet             sheet
	thread            thread
	friends           int // conversations begun with connections
	invited, inviters map[string]bool
	met               []bool              // connections that occur in messages, where only messages have addresses
	known             map[string][]string // days of connections by name, where these have no addresses
}

// file is one member of the zip.
type file struct {
	name     string
	quoteAll bool
	write    func() error
	text     string // instead of write
}

func (g *generator) files() []file {
	header := strings.Join(g.era.messageColumns(), ",") + "\n"
	return []file{
		{name: "Profile.csv", write: g.profile},
		{name: "Connections.csv", write: g.connections},
		{name: "Invitations.csv", write: g.invitations},
		{name: "messages.csv", write: g.messages, quoteAll: g.era == Era2026},
		{name: "Skills.csv", text: "Name\nForecasting\nNegotiation\n"},
		{name: "Positions.csv", text: "Company Name,Title,Description,Location,Started On,Finished On\nPolder Pumps,Analyst,,Utrecht,Jan 2015,\n"},
		{name: "guide_messages.csv", text: header + "2-guide,,Coach,,Mira Solheim,,2026-01-01 10:00:00 UTC,,How can I help?,INBOX,,No,No\n"},
		{name: "coach_messages.csv", text: header},
		{name: "LearningCoachMessages.csv", text: "No conversations found\n"},
		{name: "Jobs/Saved Jobs.csv", text: "Saved Date,Job Url,Job Title,Company Name\n"},
	}
}

func (g *generator) file(out *zip.Writer, f file) error {
	w, err := out.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: g.anchor})
	if err != nil {
		return err
	}
	if f.write == nil {
		_, err = io.WriteString(w, f.text)
		return err
	}
	if f.name == "Connections.csv" {
		if _, err := io.WriteString(w, g.era.preamble()); err != nil {
			return err
		}
	}
	g.sheet = newSheet(w, f.quoteAll)
	if err := f.write(); err != nil {
		return err
	}
	return g.sheet.flush()
}

func (g *generator) profile() error {
	if err := g.sheet.row(strings.Split("First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers", ",")); err != nil {
		return err
	}
	return g.sheet.row([]string{ownerFirst, ownerLast, "", "", "", "Partnerships, without the spreadsheets", "", "Software Development", "", "Bergen, Norway", "", "", ""})
}

func (g *generator) connections() error {
	if err := g.sheet.row(g.era.connectionColumns()); err != nil {
		return err
	}
	g.met = make([]bool, g.size.Connections)
	g.known = map[string][]string{}
	for i := range g.size.Connections {
		p := g.cast.person(i)
		cells := []string{p.first, p.last, p.url, p.email, p.company, p.position, p.connectedOn.Format("02 Jan 2006")}
		if !g.era.addresses() {
			cells = append(cells[:2], cells[3:]...)
			g.known[p.name()] = append(g.known[p.name()], p.connectedOn.Format(time.DateOnly))
		}
		if err := g.sheet.row(cells); err != nil {
			return err
		}
		if i%200 == 20 {
			g.truth.Counts.HiddenMembers++
			hidden := make([]string, len(cells))
			hidden[len(hidden)-1] = cells[len(cells)-1]
			if err := g.sheet.row(hidden); err != nil {
				return err
			}
		}
	}
	g.truth.Counts.Connections = g.size.Connections
	if g.era.addresses() {
		g.truth.Counts.People += g.size.Connections
	}
	return nil
}

// invitations come in three sorts in turn: accepted ones, pending ones, and those that others sent.
func (g *generator) invitations() error {
	if err := g.sheet.row(g.era.invitationColumns()); err != nil {
		return err
	}
	counts := &g.truth.Counts.Invitations
	for i := range g.size.Invitations {
		p := g.cast.person(invitees + i)
		at := g.anchor.Add(-time.Duration(i+1)*11*time.Hour - time.Duration(g.rnd.IntN(36000))*time.Second)
		outgoing := i%3 != 2
		if accepted := i%3 == 0 && i/3 < g.size.Connections; accepted {
			p = g.cast.person(i / 3)
			at = p.connectedOn.Add(-time.Duration(g.rnd.IntN(20*24)) * time.Hour)
			if g.era.addresses() {
				counts.Accepted++
			}
		} else if g.era.addresses() {
			g.truth.Counts.People++
		}
		g.countInvitation(&p, outgoing)
		if err := g.invitation(&p, at, outgoing); err != nil {
			return err
		}
	}
	counts.Pending = counts.Sent - counts.Accepted
	return nil
}

// countInvitation counts whom an invitation is to or from; without addresses, one name is one person, and the one
// connection of a name is whom it was for.
func (g *generator) countInvitation(p *person, outgoing bool) {
	who := p.url
	if !g.era.addresses() {
		who = p.name()
	}
	counts := &g.truth.Counts.Invitations
	switch {
	case outgoing && !g.invited[who]:
		g.invited[who] = true
		counts.Sent++
		if len(g.known[who]) == 1 {
			counts.Accepted++
		}
	case !outgoing && !g.inviters[who]:
		g.inviters[who] = true
		counts.Incoming++
	}
}

func (g *generator) invitation(p *person, at time.Time, outgoing bool) error {
	from, to, fromURL, toURL, direction := OwnerName, p.name(), OwnerURL, p.url, "OUTGOING"
	if !outgoing {
		from, to, fromURL, toURL, direction = to, from, toURL, fromURL, "INCOMING"
	}
	cells := []string{from, to, at.Format("1/2/06, 3:04 PM"), fill(pick(g.rnd, notes()), p), direction}
	if g.era.addresses() {
		cells = append(cells, fromURL, toURL)
	}
	return g.sheet.row(cells)
}

// fill puts names into a text.
func fill(text string, p *person) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return strings.NewReplacer("{them}", p.given, "{me}", ownerFirst, "{company}", p.company).Replace(text)
}

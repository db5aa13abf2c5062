package sample

import (
	"encoding/base64"
	"fmt"
	"math"
	"strings"
	"time"

	"cordial/store/linkedin"
)

// thread is the conversation being written, newest message first as LinkedIn does.
type thread struct {
	id     string
	title  string
	folder string
	others []person // empty: a closed account
	closed bool     // the other side has no address
	cells  []string
	wrote  map[int]bool // numbers of the others who have written
}

// line is one message.
type line struct {
	sender  int // index into others, or mine
	at      time.Time
	subject string
	text    string
	files   string
	draft   bool
	// nameless leaves the sender's address out, as every twenty-fifth row of real exports does.
	nameless bool
}

const mine = -1

// messages writes conversations until as many messages are written as asked for.
func (g *generator) messages() error {
	if err := g.sheet.row(g.era.messageColumns()); err != nil {
		return err
	}
	for number := 0; g.truth.Counts.Messages < g.size.Messages; number++ {
		share := float64(g.truth.Counts.Messages) / float64(g.size.Messages)
		back := share * share * float64(g.cast.days) * 24 * 3600
		last := g.anchor.Add(-time.Duration(back)*time.Second - time.Duration(1+g.rnd.IntN(7200))*time.Second)
		if err := g.conversation(number, last); err != nil {
			return err
		}
	}
	return nil
}

// conversation writes one of some sort; the first few are of every sort, so that small samples have them all.
func (g *generator) conversation(number int, last time.Time) error {
	g.thread = thread{id: g.threadID(), folder: "INBOX", cells: g.thread.cells, wrote: map[int]bool{}}
	sort := g.rnd.IntN(100)
	if number < 12 {
		sort = []int{0, 80, 1, 88, 2, 92, 96, 81, 98, 97, 83, 99}[number]
	}
	left := g.size.Messages - g.truth.Counts.Messages
	switch {
	case g.size.Connections == 0 && (sort < 80 || sort >= 95 && sort < 97):
		return g.sentInMail(number, last, left)
	case sort < 76:
		return g.direct(last, left)
	case sort < 80:
		return g.subjectAmongFriends(last, left)
	case sort < 87:
		return g.sentInMail(number, last, left)
	case sort < 91:
		return g.receivedInMail(number, last)
	case sort < 95:
		return g.closedAccount(last, left)
	case sort < 97:
		return g.group(last, left)
	case sort < 98:
		return g.advertisement(last)
	}
	return g.spam(number, last)
}

func (g *generator) threadID() string {
	a, b := g.rnd.Uint64(), g.rnd.Uint64()
	raw := fmt.Sprintf("%08x-%04x-4%03x-8%03x-%012x_0%02d", uint32(a), uint16(a>>32), a>>52, b>>52, b&(1<<48-1), a%100)
	return "2-" + base64.StdEncoding.EncodeToString([]byte(raw))
}

// length draws how long a conversation is: most are short, a few go on for years.
func (g *generator) length(left int) int {
	return min(left, 400, int(2*math.Pow(1-g.rnd.Float64(), -1/1.25)))
}

// friend answers the next connection to talk to, so that a second conversation with anybody comes late.
func (g *generator) friend() int {
	g.friends++
	return (g.friends - 1) % g.size.Connections
}

// direct is a conversation with a connection.
func (g *generator) direct(last time.Time, left int) error {
	p := g.cast.person(g.friend())
	g.thread.others = []person{p}
	if g.rnd.IntN(8) == 0 {
		g.thread.folder = "ARCHIVE"
	}
	lines := g.dialogue(&p, last, g.length(left))
	if g.era.drafts() && g.rnd.IntN(40) == 0 {
		lines = append([]line{{sender: mine, at: last.Add(time.Minute), text: "Hi, just a", draft: true}}, lines...)
	}
	return g.write(lines)
}

// dialogue answers lines of a script, newest first, going back in time from last.
func (g *generator) dialogue(p *person, last time.Time, count int) []line {
	play := pick(g.rnd, scripts())
	lines := make([]line, count)
	at := last
	for i := count - 1; i >= 0; i-- {
		fromMe := (i%2 == 0) == play.ownerFirst
		text := ""
		switch {
		case i == 0 && !fromMe && g.rnd.IntN(2) == 0:
			text = pick(g.rnd, p.culture.greetings)
		case i < len(play.lines):
			text = play.lines[i]
		default:
			text = pick(g.rnd, fillers())
		}
		next := line{sender: 0, at: at, text: fill(text, p)}
		if fromMe {
			next.sender = mine
		}
		if g.rnd.IntN(33) == 0 {
			next.files = fmt.Sprintf("https://www.linkedin.com/dms/prv/vid/%08x/file", g.rnd.Uint32())
		}
		next.nameless = i > 0 && g.era.addresses() && g.rnd.IntN(25) == 0
		lines[count-1-i] = next
		at = at.Add(-g.pause())
	}
	return lines
}

// pause draws the time between two messages: minutes mostly, sometimes weeks.
func (g *generator) pause() time.Duration {
	return time.Duration(30+math.Exp(g.rnd.Float64()*13)) * time.Second
}

// subjectAmongFriends looks like an InMail and is none, unless the connection came later.
func (g *generator) subjectAmongFriends(last time.Time, left int) error {
	p := g.cast.person(g.friend())
	g.thread.others = []person{p}
	lines := g.dialogue(&p, last, min(left, 3))
	first := &lines[len(lines)-1]
	first.subject = "About " + p.company
	if first.at.UTC().Format(time.DateOnly) < p.connectedOn.Format(time.DateOnly) {
		g.countInMail(&p, lines)
	}
	return g.write(lines)
}

// sentInMail goes to a stranger, who answers soon, late, or never.
func (g *generator) sentInMail(number int, last time.Time, left int) error {
	p := g.cast.person(writers + number)
	g.thread.others = []person{p}
	mail := pick(g.rnd, pitches())
	opening := line{sender: mine, at: last.AddDate(0, 0, -g.rnd.IntN(60)), subject: fill(mail.subject, &p), text: fill(mail.text, &p)}
	lines := []line{opening}
	if left > 1 && g.rnd.IntN(10) < 4 {
		days := 1 + g.rnd.IntN(40)
		if g.rnd.IntN(8) == 0 {
			days = 91 + g.rnd.IntN(60)
		}
		lines[0].at = last.AddDate(0, 0, -days)
		lines = append([]line{{at: last, text: pick(g.rnd, answers())}}, lines...)
	}
	g.countInMail(&p, lines)
	return g.write(lines)
}

// countInMail adds lines that begin with an InMail to the truth, unless somebody of that name was a connection by then.
func (g *generator) countInMail(p *person, lines []line) {
	first, counts := lines[len(lines)-1], &g.truth.Counts.InMails
	for _, day := range g.known[p.name()] {
		if day <= first.at.UTC().Format(time.DateOnly) {
			return
		}
	}
	if first.sender != mine {
		counts.Received++
		return
	}
	counts.Sent++
	for i := len(lines) - 2; i >= 0; i-- {
		if lines[i].sender == mine {
			continue
		}
		day := 24 * time.Hour
		if lines[i].at.Truncate(day).Sub(first.at.Truncate(day)) <= linkedin.AnswerWindow*day {
			counts.AnsweredInWindow++
		}
		return
	}
	counts.Unanswered++
}

// receivedInMail comes from a stranger.
func (g *generator) receivedInMail(number int, last time.Time) error {
	p := g.cast.person(writers + number)
	g.thread.others = []person{p}
	mail := pick(g.rnd, offers())
	lines := []line{{at: last, subject: fill(mail.subject, &p), text: fill(mail.text, &p)}}
	g.countInMail(&p, lines)
	return g.write(lines)
}

// closedAccount is a conversation with somebody who has left: no name, no address.
func (g *generator) closedAccount(last time.Time, left int) error {
	p := g.cast.person(writers - 1)
	p.first, p.last, p.url, p.given = "LinkedIn", "Member", "", "there"
	g.thread.others, g.thread.closed = []person{p}, true
	return g.write(g.dialogue(&p, last, min(left, 2+g.rnd.IntN(4))))
}

// group is a conversation of several connections.
func (g *generator) group(last time.Time, left int) error {
	g.thread.title = pick(g.rnd, []string{"Lyon fair", "Book club, 2nd try", "Warehouse move", ""})
	have := map[int]bool{}
	for range 2 + g.rnd.IntN(4) {
		if number := g.rnd.IntN(g.size.Connections); !have[number] {
			have[number] = true
			g.thread.others = append(g.thread.others, g.cast.person(number))
		}
	}
	lines := g.dialogue(&g.thread.others[0], last, min(left, 4+g.rnd.IntN(12)))
	for i := range lines {
		lines[i].sender = g.rnd.IntN(len(g.thread.others)+1) - 1
		lines[i].nameless = false
	}
	return g.write(lines)
}

// advertisement is skipped by its title or by its markup.
func (g *generator) advertisement(last time.Time) error {
	p := person{first: "Beacon", last: "Cloud"}
	g.thread.others, g.thread.closed = []person{p}, true
	text := pick(g.rnd, advertisements())
	if g.rnd.IntN(2) == 0 {
		g.thread.title, text = "Sponsored Conversation", "Take our two-minute survey and win a cloud."
	}
	return g.skipped(line{at: last, text: text}, linkedin.Sponsored)
}

func (g *generator) spam(number int, last time.Time) error {
	g.thread.others, g.thread.folder = []person{g.cast.person(writers + number)}, "SPAM"
	return g.skipped(line{at: last, text: "Earn 9,000 a week from home!!!"}, linkedin.Spam)
}

// skipped writes a row that a reader leaves out.
func (g *generator) skipped(l line, why linkedin.Reason) error {
	g.truth.Counts.Skipped[why]++
	return g.row(l)
}

// write writes lines, newest first, and counts the conversation.
func (g *generator) write(lines []line) error {
	for i, l := range lines {
		if l.draft {
			if err := g.skipped(l, linkedin.Draft); err != nil {
				return err
			}
			continue
		}
		if err := g.row(l); err != nil {
			return err
		}
		g.truth.Counts.Messages++
		if l.sender != mine {
			g.thread.wrote[l.sender] = true
		}
		if i == 0 && g.rnd.IntN(500) == 0 {
			if err := g.skipped(l, linkedin.Duplicate); err != nil {
				return err
			}
		}
	}
	g.countConversation()
	return nil
}

// countConversation counts people by the addresses the rows showed.
func (g *generator) countConversation() {
	counts := &g.truth.Counts
	counts.Conversations++
	seen := len(g.thread.others)
	if g.thread.closed {
		seen = 0
	} else if !g.era.addresses() {
		seen = len(g.thread.wrote)
	}
	if seen > 1 {
		counts.Groups++
	}
	if g.thread.closed {
		return
	}
	for i := range g.thread.others {
		number := g.thread.others[i].number
		switch {
		case g.era.addresses():
			if number >= writers {
				counts.People++
			}
		case !g.thread.wrote[i]:
		case number >= writers:
			counts.People++
		case !g.met[number]:
			g.met[number] = true
			counts.People++
		}
	}
}

// row writes one message.
func (g *generator) row(l line) error {
	g.truth.Rows++
	from, fromURL := OwnerName, OwnerURL
	if l.sender != mine {
		from, fromURL = g.thread.others[l.sender].name(), g.thread.others[l.sender].url
	}
	if l.nameless {
		fromURL = ""
	}
	var to, toURLs []string
	if l.sender != mine {
		to, toURLs = append(to, OwnerName), append(toURLs, OwnerURL)
	}
	for i := range g.thread.others {
		if p := &g.thread.others[i]; i != l.sender {
			to = append(to, p.name())
			if p.url != "" {
				toURLs = append(toURLs, p.url)
			}
		}
	}
	yes := func(is bool) string {
		if is {
			return "Yes"
		}
		return "No"
	}
	cells := append(g.thread.cells[:0], g.thread.id, g.thread.title, from, fromURL, strings.Join(to, ", "))
	if g.era.addresses() {
		cells = append(cells, strings.Join(toURLs, g.era.recipientSeparator()))
	}
	cells = append(cells, l.at.Format("2006-01-02 15:04:05")+" UTC", l.subject, l.text, g.thread.folder)
	switch g.era {
	case Era2026:
		cells = append(cells, l.files, yes(l.draft), "No")
	case Era2025:
		cells = append(cells, l.files, yes(l.draft))
	case Era2024:
		cells = append(cells, yes(l.draft), "No")
	case Era2023, Era2022, Era2020:
	}
	g.thread.cells = cells
	return g.sheet.row(cells)
}

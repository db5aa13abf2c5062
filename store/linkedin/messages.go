package linkedin

import (
	"strings"

	"cordial/store/linkedin/table"
)

// messageColumns are the columns of messages.csv by their places in the header, -1 for those this era lacks.
type messageColumns struct {
	id, title, from, sender, to, recipients, at, subject, text, folder, attachments, draft, threadDraft int
}

func messagesLayout() table.Layout {
	return layout([]string{"Conversation ID", "Date"}, func(h table.Header, r *table.Row) bool {
		_, ok := parseInstant(r.Cell(h.At("Date")))
		return ok
	})
}

// threads gathers conversations while messages are read.
type threads struct {
	list     []Conversation
	byID     map[string]int32
	titled   []int64             // when list[i].Title was seen
	members  map[uint64]struct{} // pairs of conversation and person
	calls    map[uint64]struct{} // pairs of sender and name number: by which names an address wrote
	to       map[uint64]int64    // pairs of conversation and name number, of rows that give no recipient's address
	nameless []nameless
	rows     []Message
	// addressed says that some row gives a recipient's address, as none did before 2023: who only got messages shows.
	addressed bool
}

// nameless is what a row without its sender's address says about who wrote it.
type nameless struct {
	row        int32
	name       int32 // number of FROM
	recipients []int32
}

func newThreads() *threads {
	return &threads{
		byID: map[string]int32{}, members: map[uint64]struct{}{}, calls: map[uint64]struct{}{}, to: map[uint64]int64{},
	}
}

func pair(a, b int32) uint64 { return uint64(uint32(a))<<32 | uint64(uint32(b)) }

// messages reads messages.csv.
func (b *builder) messages(t *table.Table) error {
	c := messageColumns{
		id: t.At("Conversation ID"), title: t.At("Conversation Title"), from: t.At("From"),
		sender: t.At("Sender Profile URL"), to: t.At("To"), recipients: t.At("Recipient Profile URLs"), at: t.At("Date"),
		subject: t.At("Subject"), text: t.At("Content"), folder: t.At("Folder"), attachments: t.At("Attachments"),
		draft: t.At("Is Message Draft"), threadDraft: t.At("Is Conversation Draft"),
	}
	b.expect(b.member.size)
	return b.eachRow(t, func(r *table.Row) {
		if c.mend(r, t.Width(), t.Sep) {
			b.problem(r.Line, OpenQuote, "a quotation mark is opened and never closed; the message is read as far as that can be told")
		}
		b.message(r, c)
	})
}

// expect makes room for about as many messages as a file of that size has.
func (b *builder) expect(size int64) {
	const shortRow, most = 240, 1 << 20
	if room := min(size/shortRow, most); b.threads.rows == nil && room > 0 {
		b.threads.rows = make([]Message, 0, room)
	}
}

// message takes one row or says why not; the first reason that applies counts.
func (b *builder) message(r *table.Row, c messageColumns) {
	if r.Broken {
		b.problem(r.Line, Malformed, "a quotation mark is opened and never closed")
		return
	}
	if len(r.Cells) <= c.at {
		b.problem(r.Line, Malformed, "the row ends before the date")
		return
	}
	id := strings.TrimSpace(r.Cell(c.id))
	at, readable := parseInstant(r.Cell(c.at))
	sender := b.people.peek(r.Cell(c.sender))
	switch {
	case yes(r.Cell(c.draft)) || yes(r.Cell(c.threadDraft)):
		b.problem(r.Line, Draft, "a draft, never sent")
	case id == "":
		b.problem(r.Line, NoConversationID, "it belongs to no conversation")
	case !readable:
		b.problem(r.Line, BadDate, "no readable date: "+quote(r.Cell(c.at)))
	case sponsored(r.Cell(c.title), r.Cell(c.text), sender):
		b.problem(r.Line, Sponsored, "an advertisement")
	case isSpam(r.Cell(c.folder)):
		b.problem(r.Line, Spam, "in the spam folder")
	default:
		b.takeMessage(r, c, id, at)
	}
}

// sponsored tells an advertisement by its title or, where no member is named as its sender, by campaign markup. The
// same markup with a sender is a person's InMail.
func sponsored(title, text string, sender bool) bool {
	if strings.EqualFold(strings.TrimSpace(title), "sponsored conversation") {
		return true
	}
	if sender {
		return false
	}
	for _, mark := range []string{"spinmail-", "%FIRSTNAME%", "%LASTNAME%", "%COMPANYNAME%", "%JOBTITLE%", "%INDUSTRY%"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// takeMessage keeps a row and whom it names.
func (b *builder) takeMessage(r *table.Row, c messageColumns, id string, at int64) {
	t := b.threads
	thread := t.of(id)
	t.entitle(thread, strings.TrimSpace(r.Cell(c.title)), at)
	from := b.names.of(r.Cell(c.from))
	sender := b.people.of(r.Cell(c.sender))
	var recipients []int32
	b.people.addresses(r.Cell(c.recipients), func(i int32) {
		recipients = append(recipients, i)
		t.joins(thread, i)
		t.addressed = true
	})
	m := Message{
		At: at, Conversation: thread, Sender: sender, Line: int32(r.Line), file: uint16(len(b.files) - 1),
		Subject: b.texts.keep(strings.TrimSpace(r.Cell(c.subject))), Text: b.texts.keep(r.Cell(c.text)),
		Attachments: b.texts.keep(strings.TrimSpace(r.Cell(c.attachments))), Folder: folder(r.Cell(c.folder)),
	}
	if sender != Nobody {
		t.joins(thread, sender)
		t.calls[pair(sender, from)] = struct{}{}
		b.people.named(sender, b.names.list[from], fromSender, at)
	} else {
		m.Sender = unresolved
		m.SenderName = b.names.list[from]
		t.nameless = append(t.nameless, nameless{row: int32(len(t.rows)), name: from, recipients: recipients})
	}
	b.recipient(thread, recipients, r.Cell(c.to), at)
	t.rows = append(t.rows, m)
}

// recipient uses TO, where it can name one person only, for a name; it is never split, because names contain commas.
func (b *builder) recipient(thread int32, recipients []int32, to string, at int64) {
	name := b.names.of(to)
	switch {
	case b.names.list[name] == "", strings.Contains(b.names.folded[name], closedAccount) && len(recipients) > 0:
	case len(recipients) == 0:
		both := pair(thread, name)
		b.threads.to[both] = max(b.threads.to[both], at)
	case len(recipients) == 1:
		b.people.named(recipients[0], b.names.list[name], fromRecipient, at)
	}
}

// of answers the conversation of an id, new or known.
func (t *threads) of(id string) int32 {
	if i, ok := t.byID[id]; ok {
		return i
	}
	i := int32(len(t.list))
	id = strings.Clone(id)
	t.byID[id] = i
	t.list = append(t.list, Conversation{ID: id, Unknown: Nobody})
	t.titled = append(t.titled, 0)
	return i
}

// entitle keeps the latest title of a conversation.
func (t *threads) entitle(thread int32, title string, at int64) {
	if c := &t.list[thread]; title != "" && (c.Title == "" || at > t.titled[thread] || at == t.titled[thread] && title < c.Title) {
		c.Title, t.titled[thread] = strings.Clone(title), at
	}
}

// joins notes that a person takes part in a conversation.
func (t *threads) joins(thread, person int32) {
	both := pair(thread, person)
	if _, ok := t.members[both]; !ok {
		t.members[both] = struct{}{}
		t.list[thread].People = append(t.list[thread].People, person)
	}
}

func yes(cell string) bool {
	switch strings.ToLower(strings.TrimSpace(cell)) {
	case "yes", "true", "1":
		return true
	}
	return false
}

func folder(cell string) Folder {
	switch strings.ToUpper(strings.TrimSpace(cell)) {
	case "INBOX":
		return Inbox
	case "ARCHIVE", "ARCHIVED":
		return Archived
	}
	return NoFolder
}

func isSpam(cell string) bool { return strings.EqualFold(strings.TrimSpace(cell), "spam") }

func isFolder(cell string) bool { return folder(cell) != NoFolder || isSpam(cell) }

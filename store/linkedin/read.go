package linkedin

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"cordial/store/linkedin/table"
)

// Options are what a caller may know better than the export.
type Options struct {
	// OwnerURL is the owner's profile address, any shape; empty finds the owner in the export.
	OwnerURL string
	// Now bounds which time stamps of files are plausible; zero trusts all.
	Now time.Time
}

// Progress says how far a file has been read. It comes every few thousand rows and at the end of each file.
type Progress struct {
	File string
	Kind Kind
	Rows int   // records so far
	Read int64 // bytes so far, unpacked
	Size int64 // bytes in all, as far as the archive tells
	Done bool
}

// Read reads one export: a zip, a folder, or single CSV files that belong together. Several archives are several
// exports (see Exports). The progress function may be nil; it is called on the caller's goroutine.
//
// Errors are sentences for the user: nothing to import (ErrNothing), an unsafe or damaged archive (ErrRefused), an
// owner that cannot be told (*OwnerUnsureError), the context's error, or the disk's.
func Read(ctx context.Context, paths []string, opts Options, progress func(Progress)) (*Export, error) {
	src, err := openSource(paths, opts.Now)
	if err != nil {
		return nil, err
	}
	defer src.close()
	if progress == nil {
		progress = func(Progress) {}
	}
	b := newBuilder(ctx, progress)
	if err := b.readAll(src); err != nil {
		return nil, err
	}
	if err := b.resolve(opts); err != nil {
		return nil, err
	}
	return b.finish(src, opts)
}

// builder gathers rows while files are read.
type builder struct {
	ctx      context.Context
	progress func(Progress)
	out      Export
	problems *table.Problems
	people   *people
	cards    []Person // rows of Connections.csv
	names    *names
	texts    *arena
	threads  *threads
	asked    *requests
	member   *member // being read
	files    []string
}

func newBuilder(ctx context.Context, progress func(Progress)) *builder {
	return &builder{
		ctx: ctx, progress: progress, problems: table.NewProblems(), people: newPeople(),
		names: newNames(), texts: newArena(), threads: newThreads(), asked: newRequests(),
	}
}

// readAll reads every member of a known kind.
func (b *builder) readAll(src *source) error {
	for _, f := range src.files {
		if f.State == FileRefused {
			b.problems.Add(Problem{File: f.Name, Reason: FileIgnored, Text: f.Why})
		}
	}
	for _, m := range src.members {
		b.member = m
		b.files = append(b.files, m.name)
		if err := b.readMember(m); err != nil {
			return err
		}
	}
	b.out.Files = src.files
	return nil
}

// readMember reads one file. A file that is not what its name says is a problem, not the end.
func (b *builder) readMember(m *member) error {
	in, err := m.open()
	if err != nil {
		return fmt.Errorf("%s: %w", m.name, err)
	}
	defer func() { _ = in.Close() }()
	m.read = newMeter(in, m.limit)
	err = b.readKind(m)
	if errors.Is(err, table.ErrNoHeader) {
		m.refuse(err.Error())
		b.problem(0, FileIgnored, err.Error())
		err = nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", m.name, err)
	}
	if err := m.read.drain(); err != nil {
		return fmt.Errorf("%s: %w", m.name, err)
	}
	m.done()
	b.report(true)
	return nil
}

// readKind finds the header and hands the rows to the reader of their kind.
func (b *builder) readKind(m *member) error {
	kinds := map[Kind]struct {
		layout table.Layout
		rows   func(*table.Table) error
	}{
		KindProfile:     {profileLayout(), b.profile},
		KindConnections: {connectionsLayout(), b.connections},
		KindInvitations: {invitationsLayout(), b.invitations},
		KindMessages:    {messagesLayout(), b.messages},
	}
	t, err := table.New(asSaved(m.read), kinds[m.kind].layout)
	if err != nil {
		return err
	}
	return kinds[m.kind].rows(t)
}

// asSaved answers a file as UTF-8, which originals are. Where a spreadsheet has saved it again, with CRLF, it may be in an
// older encoding; bytes that are no UTF-8 in any other file are damage.
func asSaved(in io.Reader) io.Reader {
	text := table.UTF8Text(in)
	if head, _ := text.Peek(table.Peek); bytes.Contains(head, []byte("\r\n")) && table.Western(head) {
		return table.FromWestern(text)
	}
	return text
}

// layout is the header with all the wanted columns, and how a record under it looks. Apostrophes that keep a spreadsheet
// from calculating are taken off where one may have put them: LinkedIn's own headers end in LF alone.
func layout(wanted []string, record func(table.Header, *table.Row) bool) table.Layout {
	return table.Layout{
		Fits:    func(h table.Header) bool { return h.HasAll(wanted...) },
		Record:  record,
		Guarded: func(h table.Header) bool { return h.CRLF },
	}
}

// eachRow hands every record to take, looking now and then whether the caller still wants them.
func (b *builder) eachRow(t *table.Table, take func(*table.Row)) error {
	const often = 2048
	for b.member.rows = 0; ; b.member.rows++ {
		if b.member.rows%often == often-1 {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			b.report(false)
		}
		r, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if b.member.rows >= maxRows {
			return fmt.Errorf("%w: it has more than %d rows", ErrRefused, maxRows)
		}
		take(&r)
	}
}

func (b *builder) report(done bool) {
	m := b.member
	b.progress(Progress{File: m.name, Kind: m.kind, Rows: m.rows, Read: m.read.n, Size: m.size, Done: done})
}

func (b *builder) problem(line int, reason Reason, text string) {
	b.problems.Add(Problem{File: b.member.name, Line: line, Reason: reason, Text: text})
}

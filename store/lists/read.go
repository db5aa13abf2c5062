package lists

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"

	"cordial/store/linkedin/table"
)

// maxBytes is the largest file that is read, far above any list.
const maxBytes = 512 << 20

// maxRecords is how many records a list may have: more people than anybody can write to, and than memory should hold.
const maxRecords = 250_000

// often is after how many records it is asked whether the caller still wants them.
const often = 2048

var (
	// ErrUnknown says that a file is no list that can be read without a mapping.
	ErrUnknown = errors.New("no list of people was recognised")
	// ErrTooLarge says that a file is larger than any list.
	ErrTooLarge = fmt.Errorf("it is larger than %d MiB", maxBytes>>20)
	// ErrTooMany says that a list has more records than are read.
	ErrTooMany = fmt.Errorf("it has more than %d records; make a list of those you want to write to", maxRecords)
)

// Options are what a caller may know better than the file.
type Options struct {
	// Map says which columns of a table hold which field; nil goes by their names.
	Map Mapping
}

// Recognise tells the format by the first bytes of a file, FormatNone when it is none that can be read without a
// mapping. A few kilobytes are enough; all columns must be in them.
func Recognise(head []byte) Format {
	text, _ := decodedText(bytes.NewReader(head))
	head, _ = text.Peek(table.Peek)
	return recognise(head)
}

// RecogniseFile is Recognise for a file; errors are the disk's. A folder is no list.
func RecogniseFile(path string) (Format, error) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return FormatNone, err
	}
	f, err := os.Open(path)
	if err != nil {
		return FormatNone, err
	}
	defer func() { _ = f.Close() }()
	text, _ := decodedText(f)
	head, _ := text.Peek(table.Peek)
	return recognise(head), nil
}

// recognise is Recognise for what is UTF-8 already.
func recognise(head []byte) Format {
	if isVCard(head) {
		return FormatVCard
	}
	h, _ := table.FindHeader(head, func(h table.Header) bool { return formatOf(h) != FormatNone })
	return formatOf(h)
}

// Read reads the list in a file.
//
// Errors are sentences for the user: a file that is no known list (ErrUnknown), a mapping that does not fit it
// (ErrMapping), a file too large (ErrTooLarge, ErrTooMany), the context's error, or the disk's.
func Read(ctx context.Context, path string, opts Options) (*List, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return ReadFrom(ctx, f, filepath.Base(path), opts)
}

// ReadFrom is Read for an open file; name is what problems call it.
func ReadFrom(ctx context.Context, src io.Reader, name string, opts Options) (*List, error) {
	in := &meter{src: src, left: maxBytes, sum: sha256.New()}
	g := newGatherer(ctx, name)
	err := g.read(in, opts)
	if in.err != nil {
		err = in.err
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	g.list.Hash = hex.EncodeToString(in.sum.Sum(nil))
	return g.finish(), nil
}

// read finds out what it is and reads it to the end.
func (g *gatherer) read(in io.Reader, opts Options) (err error) {
	text, encoding := decodedText(in)
	g.list.Encoding = encoding
	head, _ := text.Peek(table.Peek)
	if isVCard(head) {
		g.list.Format = FormatVCard
		err = g.cards(text)
	} else {
		err = g.sheet(text, opts)
	}
	if err == nil {
		_, err = io.Copy(io.Discard, text)
	}
	return err
}

// isVCard tells a vCard by its first line.
func isVCard(head []byte) bool {
	const begin = "BEGIN:VCARD"
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) >= len(begin) && strings.EqualFold(string(head[:len(begin)]), begin)
}

// decodedText answers a file as UTF-8, and what it was read as when it was not Unicode.
func decodedText(in io.Reader) (text *bufio.Reader, encoding string) {
	text = table.UTF8Text(in)
	if head, _ := text.Peek(table.Peek); western(head) {
		return table.FromWestern(text), "Windows-1252"
	}
	return text, ""
}

// western is table.Western for a card, too, whose lines may be folded inside of a letter.
func western(head []byte) bool {
	if isVCard(head) {
		head = bytes.ReplaceAll(bytes.ReplaceAll(head, []byte("\r"), nil), []byte("\n "), nil)
	}
	return table.Western(head)
}

// meter limits and hashes what is read, and remembers what went wrong with it.
type meter struct {
	src  io.Reader
	left int64
	sum  hash.Hash
	err  error // of the source, nil at its end
}

// Read reads on.
func (m *meter) Read(p []byte) (int, error) {
	n, err := m.src.Read(p)
	if m.left -= int64(n); m.left < 0 {
		n, err = 0, ErrTooLarge
	}
	_, _ = m.sum.Write(p[:n])
	if err != nil && !errors.Is(err, io.EOF) {
		m.err = err
	}
	return n, err
}

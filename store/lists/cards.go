package lists

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"

	"cordial/store/linkedin/table"

	"github.com/emersion/go-vcard"
)

// maxProperty is the size in bytes beyond which a property of a card is passed over: it is a photo or a key.
const maxProperty = 64 << 10

// maxCard is the size in bytes beyond which a card is taken for one that is never closed.
const maxCard = table.MaxRecord

// cardReader cuts a file into cards before the library sees them, because that one gives up a file at the first card
// that is not whole, and reads lines of any length.
type cardReader struct {
	in    *bufio.Reader
	line  int // number of the line that is read next
	begun int // line of a BEGIN that was read too early, 0 for none
	shields
}

// rawCard is one card.
type rawCard struct {
	lines []string // between BEGIN and END, as prepare leaves them
	line  int      // of its BEGIN, or of what stands outside of a card
	why   string   // why it cannot be read; nothing when it can
}

// cards reads a file of vCards.
func (g *gatherer) cards(text *bufio.Reader) error {
	in := &cardReader{in: text, line: 1, shields: newShields()}
	whole := bufio.NewReader(nil) // one for all cards
	for n := 0; ; n++ {
		if err := g.goOn(n); err != nil {
			return err
		}
		raw, err := in.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if raw.why != "" {
			g.refuse(raw.line, Malformed, raw.why)
			continue
		}
		g.card(raw, in.shields, whole)
	}
}

// card decodes one card and takes it.
func (g *gatherer) card(raw rawCard, escapes shields, in *bufio.Reader) {
	in.Reset(strings.NewReader("BEGIN:VCARD\n" + strings.Join(raw.lines, "\n") + "\nEND:VCARD\n"))
	decoded, err := vcard.NewDecoder(in).Decode()
	if err != nil {
		g.refuse(raw.line, Malformed, "the card cannot be read: "+err.Error())
		return
	}
	g.person(card{decoded, escapes}, raw.line)
}

// next answers the next card, io.EOF after the last.
func (r *cardReader) next() (rawCard, error) {
	c := rawCard{line: r.begun}
	inside, size := r.begun > 0, 0
	r.begun = 0
	for {
		from := r.line
		property, err := r.property()
		if errors.Is(err, io.EOF) && (inside || c.why != "") {
			return c.unclosed(inside), nil
		}
		if err != nil {
			return rawCard{}, err
		}
		word := strings.TrimSpace(property)
		begin, end := strings.EqualFold(word, "BEGIN:VCARD"), strings.EqualFold(word, "END:VCARD")
		switch {
		case begin && (inside || c.why != ""):
			r.begun = from
			return c.unclosed(inside), nil
		case begin:
			c.line, inside = from, true
		case end && inside:
			return c, nil
		case !inside && word != "" && c.why == "":
			c.line, c.why = from, "it stands outside of a card"
		case inside:
			if size += len(property); size > maxCard {
				c.lines, c.why, inside = nil, "the card is never closed", false
				continue
			}
			c.lines = append(c.lines, r.prepare(property))
		}
	}
}

// unclosed is a card that another one, or the end of the file, cut off; or what stood outside of a card.
func (c rawCard) unclosed(inside bool) rawCard {
	if inside {
		c.why = "the card is never closed"
	}
	return c
}

// property reads one line with those that continue it, io.EOF after the last. One that is too long is empty.
func (r *cardReader) property() (string, error) {
	line, whole, err := r.physical()
	if err != nil {
		return "", err
	}
	for {
		next, _ := r.in.Peek(len("BEGIN:VCARD"))
		soft := bytes.HasSuffix(line, []byte("=")) && quotedPrintable(line) && !edge(next)
		if len(next) == 0 || !soft && next[0] != ' ' && next[0] != '\t' {
			break
		}
		if soft {
			line = line[:len(line)-1]
		} else {
			_, _ = r.in.Discard(1)
		}
		more, fits, err := r.physical()
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		whole = whole && fits && len(line)+len(more) <= maxProperty
		if whole {
			line = append(line, more...)
		}
	}
	if !whole {
		return "", nil
	}
	return string(line), nil
}

// physical reads one line without its end; whole is false when it is too long to be kept.
func (r *cardReader) physical() (line []byte, whole bool, err error) {
	whole = true
	for {
		part, err := r.in.ReadSlice('\n')
		if whole = whole && len(line)+len(part) <= maxProperty; whole {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if errors.Is(err, io.EOF) && len(line) == 0 && whole {
			return nil, false, io.EOF
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, false, err
		}
		r.line++
		return bytes.TrimRight(line, "\r\n"), whole, nil
	}
}

// quotedPrintable tells a property of the old vCard 2.1 whose value goes on behind a "=" at the end of the line.
func quotedPrintable(line []byte) bool {
	head, _, found := bytes.Cut(line, []byte(":"))
	return found && bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
}

// edge tells the first or the last line of a card, which continues nothing.
func edge(next []byte) bool {
	next = bytes.ToUpper(next)
	return bytes.HasPrefix(next, []byte("BEGIN:VCARD")) || bytes.HasPrefix(next, []byte("END:VCARD"))
}

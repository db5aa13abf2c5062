package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"cordial/model"
)

// longestLine is the longest line that is read, in bytes.
const longestLine = 16 << 20

// LineError says why a journal was refused.
type LineError struct {
	Line int   // from 1
	Err  error // the reason
}

// Error names the line and the reason.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap is the reason.
func (e *LineError) Unwrap() error { return e.Err }

// Read reads a journal; event i stands on line i+1. All that is wrong with a line by
// itself is a *LineError, and then there are no events. Whether the events fit
// together is not judged here: see model.Book.
func Read(r io.Reader) ([]model.Event, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), longestLine)
	specs := kinds()
	var events []model.Event
	n, blank := 0, 0 // lines so far; the first empty one
	for lines.Scan() {
		line := lines.Bytes()
		if n++; n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			if blank == 0 {
				blank = n
			}
			continue
		}
		if blank != 0 {
			return nil, &LineError{blank, errors.New("the line is empty")}
		}
		e, err := decode(line, specs)
		if err != nil {
			return nil, &LineError{n, err}
		}
		events = append(events, e)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, &LineError{n + 1, fmt.Errorf("the line is longer than %d MB", longestLine>>20)}
	} else if err != nil {
		return nil, fmt.Errorf("reading the journal: %w", err)
	}
	return events, nil
}

// incoming is one line as it is read. Pointers tell what is missing.
type incoming struct {
	V        *int            `json:"v"`
	ID       *string         `json:"id"`
	At       *string         `json:"at"`
	Recorded *string         `json:"recorded"`
	Step     *string         `json:"step"`
	Kind     *string         `json:"kind"`
	Data     json.RawMessage `json:"data"`
}

// kinds lists the kinds by name.
func kinds() map[string]model.KindSpec {
	specs := map[string]model.KindSpec{}
	for _, k := range model.Kinds() {
		specs[k.Name] = k
	}
	return specs
}

// decode reads one line.
func decode(line []byte, specs map[string]model.KindSpec) (model.Event, error) {
	var e model.Event
	if !utf8.Valid(line) {
		return e, errors.New("the line is not UTF-8")
	}
	if _, err := fields(line); err != nil {
		return e, err
	}
	var in incoming
	if err := strict(line, &in); err != nil {
		return e, err
	}
	if in.V == nil {
		return e, errors.New("v is missing")
	}
	if *in.V != version {
		return e, fmt.Errorf("v is %d; this program reads version %d", *in.V, version)
	}
	for _, f := range []struct {
		name  string
		value *string
	}{{"id", in.ID}, {"at", in.At}, {"kind", in.Kind}} {
		if f.value == nil || *f.value == "" {
			return e, fmt.Errorf("%s is missing", f.name)
		}
	}
	e.ID = *in.ID
	if in.Step != nil {
		if e.Step = *in.Step; e.Step == "" {
			return e, errors.New("step is empty; leave it out")
		}
	}
	for name, id := range map[string]string{"id": e.ID, "step": e.Step} {
		if len(id) > 64 {
			return e, fmt.Errorf("%s is %d bytes long; 64 is the most", name, len(id))
		}
	}
	var err error
	if e.At, err = parse("at", *in.At); err != nil {
		return e, err
	}
	e.Recorded = e.At
	if in.Recorded != nil {
		if e.Recorded, err = parse("recorded", *in.Recorded); err != nil {
			return e, err
		}
	}
	spec, ok := specs[*in.Kind]
	if !ok {
		return e, fmt.Errorf("the kind %q is not known", *in.Kind)
	}
	e.Decision, err = data(in.Data, spec)
	return e, err
}

// data reads the fields of a kind.
func data(raw json.RawMessage, spec model.KindSpec) (model.Decision, error) {
	if raw == nil {
		return nil, errors.New("data is missing")
	}
	there, err := fields(raw)
	if err != nil {
		return nil, fmt.Errorf("data: %w", err)
	}
	for _, name := range spec.Required {
		if !there[name] {
			return nil, fmt.Errorf("data: %s is missing", name)
		}
	}
	d := spec.New()
	if err := strict(raw, d); err != nil {
		return nil, fmt.Errorf("data: %w", err)
	}
	return spec.Value(d), nil
}

// parse reads an instant and keeps its offset, whatever the zone of this computer.
func parse(name, text string) (time.Time, error) {
	var t time.Time
	err := t.UnmarshalText([]byte(text))
	loose := len(text) < len("2026-01-05T09:30:00Z") || text[len("2026-01-05T09")] != ':' || strings.Contains(text, ",")
	if err != nil || loose { // the library takes an hour of one digit and a decimal comma
		return t, fmt.Errorf("%s is %q; it is an instant like 2026-01-05T09:30:00Z", name, text)
	}
	_, offset := t.Zone()
	if offset == 0 {
		return t.UTC(), nil
	}
	return t.In(time.FixedZone("", offset)), nil
}

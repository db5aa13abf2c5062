package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"cordial/model"
)

// version is the v of every line.
const version = 1

// outgoing is one line as it is written; the order of fields is the format's.
type outgoing struct {
	V        int            `json:"v"`
	ID       string         `json:"id"`
	At       string         `json:"at"`
	Recorded string         `json:"recorded"`
	Step     string         `json:"step,omitempty"`
	Kind     string         `json:"kind"`
	Data     model.Decision `json:"data"`
}

// Write writes events as JSON Lines. Errors are the writer's, or tell which event
// cannot be written: its instants must be within the years 0 to 9999.
func Write(w io.Writer, events []model.Event) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for i, e := range events {
		line, err := encode(e)
		if err != nil {
			return fmt.Errorf("event %d of the journal: %w", i+1, err)
		}
		if _, err := out.Write(line); err != nil {
			return fmt.Errorf("writing the journal: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the journal: %w", err)
	}
	return nil
}

// encode is one line, LF included.
func encode(e model.Event) ([]byte, error) {
	line := outgoing{V: version, ID: e.ID, Step: e.Step, Kind: e.Decision.Kind(), Data: e.Decision}
	recorded := e.Recorded
	if recorded.IsZero() {
		recorded = e.At
	}
	var err error
	if line.At, err = instant(e.At); err != nil {
		return nil, err
	}
	if line.Recorded, err = instant(recorded); err != nil {
		return nil, err
	}
	b, err := marshal(line)
	if err != nil || !bytes.Contains(b, []byte(`\ufffd`)) {
		return b, err
	}
	// Bytes that are no UTF-8 are written as an escape, but read as the replacement
	// character, which is written as itself. Reading once settles it.
	again, err := decode(bytes.TrimSuffix(b, []byte("\n")), kinds())
	if err != nil {
		return nil, err
	}
	line.ID, line.Step, line.Data = again.ID, again.Step, again.Decision
	return marshal(line)
}

// marshal is a line in JSON, with < and > as they are.
func marshal(line outgoing) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// instant writes a time with its offset.
func instant(t time.Time) (string, error) {
	b, err := t.MarshalText()
	if err != nil {
		return "", fmt.Errorf("the time %s cannot be written: %w", t, err)
	}
	return string(b), nil
}

package outward

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// Rows is what an export is made of, one after another, so that not all of it is in memory. The first error ends it and
// is the export's.
type Rows[T any] = iter.Seq2[T, error]

// All makes rows of a slice.
func All[T any](list []T) Rows[T] {
	return func(yield func(T, error) bool) {
		for _, row := range list {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// writeAll writes every row to a buffered w and answers the first error of the rows or of w.
func writeAll[T any](w io.Writer, what string, rows Rows[T], write func(*bufio.Writer, T) error) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for row, err := range rows {
		if err == nil {
			err = write(out, row)
		}
		if err != nil {
			return fmt.Errorf("export the %s: %w", what, err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("export the %s: %w", what, err)
	}
	return nil
}

// writeJSON writes one document with one list in it, each row on a line of its own.
func writeJSON[T any](w io.Writer, what string, rows Rows[T]) error {
	var line bytes.Buffer
	in := json.NewEncoder(&line)
	in.SetEscapeHTML(false)
	before := fmt.Sprintf("{%q:[", what)
	end := before + "]}\n"
	err := writeAll(w, what, rows, func(out *bufio.Writer, row T) error {
		line.Reset()
		if err := in.Encode(row); err != nil {
			return err
		}
		_, _ = out.WriteString(before + "\n")
		_, err := out.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
		before, end = ",", "\n]}\n"
		return err
	})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, end); err != nil {
		return fmt.Errorf("export the %s: %w", what, err)
	}
	return nil
}

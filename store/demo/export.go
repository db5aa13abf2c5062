package demo

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"cordial/store/linkedin/sample"
)

// seed is the sample that looks best.
const seed = 2

// sinceLastExport is how old the first export is: what has come since is unread.
const sinceLastExport = 3 * 24 * time.Hour

// export is a zip, and when it was made.
type export struct {
	path string
	at   time.Time
}

// writeExports writes the same member's export twice: as it was some days ago, and
// as it is now.
func writeExports(dir string, now time.Time) ([]export, error) {
	var today bytes.Buffer
	if _, err := sample.Write(&today, sample.Demo(), seed, now, sample.Era2026); err != nil {
		return nil, err
	}
	earlier := now.Add(-sinceLastExport)
	past, err := asOf(today.Bytes(), earlier)
	if err != nil {
		return nil, fmt.Errorf("going back in the sample: %w", err)
	}
	exports := []export{
		{filepath.Join(dir, "export-before.zip"), earlier},
		{filepath.Join(dir, "export-today.zip"), now},
	}
	return exports, errors.Join(
		os.WriteFile(exports[0].path, past, 0o600),
		os.WriteFile(exports[1].path, today.Bytes(), 0o600),
	)
}

// asOf is an export without the messages that came after an instant.
func asOf(archive []byte, end time.Time) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, f := range in.File {
		if f.Name != "messages.csv" {
			if err := out.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: end})
		if err != nil {
			return nil, err
		}
		if err := messagesAsOf(w, f, end); err != nil {
			return nil, err
		}
	}
	err = out.Close()
	return buf.Bytes(), err
}

// messagesAsOf copies the rows of messages.csv up to an instant.
func messagesAsOf(w io.Writer, f *zip.File, end time.Time) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // it was only read
	in, out := csv.NewReader(r), csv.NewWriter(w)
	header, err := in.Read()
	if err != nil {
		return err
	}
	column := slices.Index(header, "DATE")
	if err := out.Write(header); err != nil {
		return err
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			out.Flush()
			return out.Error()
		}
		if err != nil {
			return err
		}
		at, err := time.Parse("2006-01-02 15:04:05 MST", row[column])
		if err != nil {
			return err
		}
		if at.After(end) {
			continue
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
}

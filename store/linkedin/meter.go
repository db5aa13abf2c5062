package linkedin

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
)

// meter counts and hashes what is read of one file, and stops at a limit whatever an archive's directory promised.
type meter struct {
	src   io.Reader
	limit int64
	n     int64
	sum   hash.Hash
}

func newMeter(src io.Reader, limit int64) *meter {
	return &meter{src: src, limit: limit, sum: sha256.New()}
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.src.Read(p)
	m.n += int64(n)
	_, _ = m.sum.Write(p[:n])
	if m.n > m.limit {
		return n, fmt.Errorf("%w: it holds more than %d MiB", ErrRefused, m.limit>>20)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return n, fmt.Errorf("%w: it is damaged (%w); download the export again", ErrRefused, err)
	}
	return n, err
}

// drain reads what is left, so that the hash is of the whole file and a zip's checksum is verified.
func (m *meter) drain() error {
	_, err := io.Copy(io.Discard, m)
	return err
}

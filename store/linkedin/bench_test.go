package linkedin_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cordial/store/linkedin"
	"cordial/store/linkedin/sample"
)

// sampled writes a sample of 2026 and answers where.
func sampled(t testing.TB, size sample.Size, seed uint64) (string, sample.Truth) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	truth, err := sample.Write(f, size, seed, time.Date(2026, 11, 20, 15, 0, 0, 0, time.UTC), sample.Era2026)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path, truth
}

// BenchmarkRead100k reads a fifth of the largest export the reader is built for.
func BenchmarkRead100k(b *testing.B) {
	path, truth := sampled(b, sample.Size{Connections: 6000, Messages: 100_000, Invitations: 600}, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := linkedin.Read(context.Background(), []string{path}, linkedin.Options{}, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(truth.Rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func sampleSize(messages int) sample.Size {
	return sample.Size{Connections: messages / 20, Messages: messages, Invitations: messages / 100}
}

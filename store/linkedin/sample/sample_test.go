package sample_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"cordial/store/linkedin"
	"cordial/store/linkedin/sample"
)

func anchor() time.Time { return time.Date(2026, 11, 20, 15, 4, 5, 0, time.UTC) }

// written writes a sample into a new file.
func written(t testing.TB, size sample.Size, seed uint64, era sample.Era) (string, sample.Truth) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	truth, err := sample.Write(f, size, seed, anchor(), era)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path, truth
}

func TestReaderFindsTheTruth(t *testing.T) {
	sizes := []sample.Size{
		sample.Demo(),
		{},
		{Connections: 50},
		{Messages: 40},
		{Invitations: 30},
		{Connections: 3, Messages: 12, Invitations: 2},
		{Connections: 400, Messages: 3000, Invitations: 90},
	}
	for _, era := range sample.Eras() {
		for i, size := range sizes {
			seed := uint64(i*10) + uint64(era)
			t.Run(fmt.Sprintf("%s/%d-%d-%d", era, size.Connections, size.Messages, size.Invitations), func(t *testing.T) {
				path, truth := written(t, size, seed, era)
				e, err := linkedin.Read(t.Context(), []string{path}, linkedin.Options{Now: anchor()}, nil)
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(e.Counts, truth.Counts) {
					t.Errorf("seed %d:\nread  %+v\ntruth %+v", seed, e.Counts, truth.Counts)
				}
				named := size.Messages > 0 || size.Invitations > 0 && era <= sample.Era2023
				if named && e.Owner.Key != "mira-solheim" {
					t.Errorf("owner %+v", e.Owner)
				}
			})
		}
	}
}

func TestSameSeedSameBytes(t *testing.T) {
	size := sample.Size{Connections: 30, Messages: 200, Invitations: 10}
	var one, two, other bytes.Buffer
	for buf, seed := range map[*bytes.Buffer]uint64{&one: 7, &two: 7, &other: 8} {
		if _, err := sample.Write(buf, size, seed, anchor(), sample.Era2026); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("one seed made two exports")
	}
	if bytes.Equal(one.Bytes(), other.Bytes()) {
		t.Error("two seeds made one export")
	}
}

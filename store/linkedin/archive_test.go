package linkedin_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/store/linkedin"
)

// entry is one entry of a crafted zip.
type entry struct {
	header zip.FileHeader
	text   string
	raw    bool // text is what the archive holds, whatever the header says
}

func named(name, text string) entry {
	return entry{header: zip.FileHeader{Name: name, Method: zip.Deflate}, text: text}
}

// crafted writes a zip entry by entry.
func crafted(t testing.TB, entries ...entry) string {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, e := range entries {
		create := w.CreateHeader
		if e.raw {
			create = w.CreateRaw
		}
		f, err := create(&e.header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(e.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return saved(t, "export.zip", buf.Bytes())
}

// anna is Connections.csv with one connection.
func anna() string { return connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2026\n" }

func TestZipNames(t *testing.T) {
	for _, name := range []string{
		"Connections.csv", "connections.csv", "CONNECTIONS.CSV", "Connections_34875879.csv", "Connections-1.csv", "Connections (1).csv",
		"Basic_LinkedInDataExport_02-08-2026/Connections.csv", "\x9abersicht/Connections.csv", "日本/Connections.csv", "a b/c/d/Connections.csv",
	} {
		if e := read(t, linkedin.Options{}, crafted(t, named(name, anna()))); e.Counts.Connections != 1 {
			t.Errorf("%s was not read", name)
		}
	}
	for _, name := range []string{"MyConnections.csv", "Connections.txt", "Connections.csv.exe", "__MACOSX/Connections.csv", "__MACOSX/._Connections.csv", "x/._Connections.csv"} {
		_, err := linkedin.Read(t.Context(), []string{crafted(t, named(name, anna()))}, linkedin.Options{}, nil)
		if !errors.Is(err, linkedin.ErrNothing) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestZipIsToldByItsContents(t *testing.T) {
	zipped, err := os.ReadFile(crafted(t, named("Connections.csv", anna())))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"Basic_LinkedInDataExport_02-08-2026.zip", "Complete_LinkedInDataExport_02-08-2026 (1).zip", "Initial_LinkedInDataExport_02-08-2026.zip.zip",
		"EXPORT.ZIP", "download", "Connections.csv",
	} {
		if e := read(t, linkedin.Options{}, saved(t, name, zipped)); e.Counts.Connections != 1 || e.ArchiveHash == "" {
			t.Errorf("%s was not read", name)
		}
	}
}

func TestZipUnsafeEntriesAreIgnored(t *testing.T) {
	link := named("messages.csv", "/etc/passwd")
	link.header.SetMode(fs.ModeSymlink | 0o777)
	secret := named("messages.csv", "x")
	secret.header.Flags = 1
	huge := entry{header: zip.FileHeader{Name: "messages.csv", Method: zip.Deflate, UncompressedSize64: 600 << 20, CompressedSize64: 4 << 20}, text: strings.Repeat("x", 4<<20), raw: true}
	bomb := entry{header: zip.FileHeader{Name: "messages.csv", Method: zip.Deflate, UncompressedSize64: 300 << 20, CompressedSize64: 1 << 20}, text: strings.Repeat("x", 1<<20), raw: true}
	tests := map[string]entry{
		"up":        named("../messages.csv", messageHeader),
		"up inside": named("a/../../messages.csv", messageHeader),
		"absolute":  named("/messages.csv", messageHeader),
		"backslash": named(`..\messages.csv`, messageHeader),
		"drive":     named(`C:\messages.csv`, messageHeader),
		"drive, /":  named("C:/messages.csv", messageHeader),
		"symlink":   link,
		"encrypted": secret,
		"too large": huge,
		"bomb":      bomb,
	}
	for name, bad := range tests {
		t.Run(name, func(t *testing.T) {
			e := read(t, linkedin.Options{}, crafted(t, named("Connections.csv", anna()), bad))
			if e.Counts.Connections != 1 || e.Counts.Skipped[linkedin.FileIgnored] != 1 || len(e.Problems) != 1 {
				t.Errorf("counts %+v, problems %v", e.Counts, e.Problems)
			}
			if _, err := linkedin.Read(t.Context(), []string{crafted(t, bad)}, linkedin.Options{}, nil); !errors.Is(err, linkedin.ErrNothing) {
				t.Errorf("alone: %v", err)
			}
		})
	}
}

// wantRefused checks that nothing is imported, with one sentence.
func wantRefused(t *testing.T, path, about string) {
	t.Helper()
	_, err := linkedin.Read(t.Context(), []string{path}, linkedin.Options{}, nil)
	if !errors.Is(err, linkedin.ErrRefused) || !strings.Contains(err.Error(), about) || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v, want a refusal about %q", err, about)
	}
}

func TestZipDuplicateNamesAreRefused(t *testing.T) {
	wantRefused(t, crafted(t, named("Connections.csv", anna()), named("Connections.csv", anna())), "Connections.csv")
}

func TestZipDuplicatesOfUnusedNamesDoNotMatter(t *testing.T) {
	if e := read(t, linkedin.Options{}, crafted(t, named("Connections.csv", anna()), named("Skills.csv", "a"), named("Skills.csv", "b"))); e.Counts.Connections != 1 {
		t.Errorf("counts %+v", e.Counts)
	}
}

func TestZipWithTooManyEntriesIsRefused(t *testing.T) {
	entries := []entry{named("Connections.csv", anna())}
	for i := range 2000 {
		entries = append(entries, named(fmt.Sprintf("%d.csv", i), ""))
	}
	wantRefused(t, crafted(t, entries...), "2001 entries")
}

func TestZipTooLargeInAllIsRefused(t *testing.T) {
	var entries []entry
	for i := range 3 {
		entries = append(entries, entry{header: zip.FileHeader{Name: fmt.Sprintf("messages_%d.csv", i), Method: zip.Deflate, UncompressedSize64: 400 << 20, CompressedSize64: 3 << 20}, text: strings.Repeat("x", 3<<20), raw: true})
	}
	wantRefused(t, crafted(t, entries...), "1024 MiB")
}

func TestZipThatLiesAboutSizesIsRefused(t *testing.T) {
	text := []byte(anna())
	liar := entry{header: zip.FileHeader{Name: "Connections.csv", Method: zip.Store, UncompressedSize64: 50, CompressedSize64: uint64(len(text)), CRC32: crc32.ChecksumIEEE(text)}, text: string(text), raw: true}
	wantRefused(t, crafted(t, liar), "damaged")
}

func TestZipWithAWrongChecksumIsRefused(t *testing.T) {
	text := []byte(anna())
	liar := entry{header: zip.FileHeader{Name: "Connections.csv", Method: zip.Store, UncompressedSize64: uint64(len(text)), CompressedSize64: uint64(len(text)), CRC32: 1}, text: string(text), raw: true}
	wantRefused(t, crafted(t, liar), "damaged")
}

func TestZipOfAnUnknownMethodIsRefused(t *testing.T) {
	odd := entry{header: zip.FileHeader{Name: "Connections.csv", Method: 99, UncompressedSize64: 5, CompressedSize64: 5}, text: "12345", raw: true}
	wantRefused(t, crafted(t, odd), "Connections.csv")
}

func TestZipCutShortIsRefused(t *testing.T) {
	whole, err := os.ReadFile(packed(t, small()))
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{4, 100, len(whole) / 2, len(whole) - 1} {
		wantRefused(t, saved(t, "cut.zip", whole[:size]), "download the export again")
	}
}

func TestZipBehindOtherBytesIsRefused(t *testing.T) {
	zipped, err := os.ReadFile(packed(t, files{"messages.csv": messageHeader}))
	if err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(crafted(t, named("Connections.csv", anna())))
	if err != nil {
		t.Fatal(err)
	}
	for _, before := range []string{"#!/bin/sh\n", "PK, it says", "PK\x03\x04" + strings.Repeat("\x00", 40), string(other), string(zipped)} {
		wantRefused(t, saved(t, "export.ZIP", append([]byte(before), zipped...)), "download the export again")
	}
}

func TestZipWithACommentIsRead(t *testing.T) {
	for _, comment := range []string{"made by hand", "PK\x05\x06", "signed PK\x05\x06 by hand"} {
		var buf bytes.Buffer
		w := zip.NewWriter(&buf)
		f, err := w.Create("Connections.csv")
		if err == nil {
			_, err = f.Write([]byte(anna()))
		}
		if err = errors.Join(err, w.SetComment(comment), w.Close()); err != nil {
			t.Fatal(err)
		}
		if e := read(t, linkedin.Options{}, saved(t, "x.zip", buf.Bytes())); e.Counts.Connections != 1 {
			t.Errorf("comment %q: %+v", comment, e.Counts)
		}
	}
}

func TestZipWhoseEntriesAreLargerThanItIsRefused(t *testing.T) {
	for _, packed := range []uint64{1 << 20, 1 << 60, 1<<64 - 1} {
		lie := entry{header: zip.FileHeader{Name: "messages.csv", Method: zip.Store, UncompressedSize64: 1 << 20, CompressedSize64: packed}, text: "x", raw: true}
		wantRefused(t, crafted(t, lie, named("Connections.csv", anna())), "larger than the whole")
	}
}

func TestZipInAZipIsNamed(t *testing.T) {
	_, err := linkedin.Read(t.Context(), []string{crafted(t, named("Basic_LinkedInDataExport.zip", "PK"))}, linkedin.Options{}, nil)
	if !errors.Is(err, linkedin.ErrNothing) || !strings.Contains(err.Error(), "unpack it") {
		t.Errorf("%v", err)
	}
}

func TestZipUnusedMembersAreNotRead(t *testing.T) {
	broken := entry{header: zip.FileHeader{Name: "Ad_Targeting.csv", Method: 99, UncompressedSize64: 1 << 40, CompressedSize64: 1}, text: "x", raw: true}
	e := read(t, linkedin.Options{}, crafted(t, named("Connections.csv", anna()), broken))
	if e.Counts.Connections != 1 || len(e.Problems) != 0 {
		t.Errorf("counts %+v, problems %v", e.Counts, e.Problems)
	}
	if i := slices.IndexFunc(e.Files, func(f linkedin.File) bool { return f.Name == "Ad_Targeting.csv" }); e.Files[i].State != linkedin.FileUnused {
		t.Errorf("files %+v", e.Files)
	}
}

func TestFirstPartOnly(t *testing.T) {
	e := read(t, linkedin.Options{}, packed(t, files{"Profile.csv": small()["Profile.csv"], "Skills.csv": "Name\n"}))
	if !e.FirstPartOnly || e.Profile.First != "Olga" || e.Profile.Headline != "Sells bridges" || len(e.Missing) != 3 {
		t.Errorf("first part %v, profile %+v, missing %v", e.FirstPartOnly, e.Profile, e.Missing)
	}
	if e := read(t, linkedin.Options{}, packed(t, small())); e.FirstPartOnly || len(e.Missing) != 0 {
		t.Errorf("first part %v, missing %v", e.FirstPartOnly, e.Missing)
	}
	if e := read(t, linkedin.Options{}, packed(t, files{"Connections.csv": anna()})); e.FirstPartOnly {
		t.Error("without a profile it is not the first part")
	}
}

func TestNothingToImport(t *testing.T) {
	chat := saved(t, "guide_messages.csv", []byte(messageHeader+fromAnna(day(1), "x")))
	for name, path := range map[string]string{
		"empty folder": t.TempDir(), "empty zip": crafted(t), "another zip": crafted(t, named("a.txt", "x")), "empty file": saved(t, "x.csv", nil),
		"another list": saved(t, "people.csv", []byte("Name,E-mail\nAnna,a@example.com\n")), "an assistant's chat": chat,
	} {
		_, err := linkedin.Read(t.Context(), []string{path}, linkedin.Options{}, nil)
		if !errors.Is(err, linkedin.ErrNothing) {
			t.Errorf("%s: %v", name, err)
		}
		if ours, err := linkedin.Recognise(path); ours || err != nil {
			t.Errorf("%s recognised: %v, %v", name, ours, err)
		}
	}
	if _, err := linkedin.Read(t.Context(), []string{chat}, linkedin.Options{}, nil); !strings.Contains(err.Error(), "assistant") {
		t.Errorf("the chat is refused without saying why: %v", err)
	}
	if _, err := linkedin.Recognise(filepath.Join(t.TempDir(), "none.zip")); !errors.Is(err, fs.ErrNotExist) || strings.Count(err.Error(), "none.zip") != 1 {
		t.Errorf("a missing file: %v", err)
	}
}

func TestSingleFiles(t *testing.T) {
	export := small()
	dir := folder(t, export)
	var paths []string
	for name := range export {
		paths = append(paths, filepath.Join(dir, name))
	}
	whole, parts := read(t, linkedin.Options{}, dir), read(t, linkedin.Options{}, paths...)
	if whole.Counts.Messages != parts.Counts.Messages || whole.Counts.Connections != parts.Counts.Connections || whole.ContentHash != parts.ContentHash {
		t.Errorf("folder %+v, files %+v", whole.Counts, parts.Counts)
	}
}

func TestSingleFileByItsHeader(t *testing.T) {
	for name, text := range small() {
		path := saved(t, "renamed "+strings.ToUpper(name)+".bak", []byte(text))
		if ours, err := linkedin.Recognise(path); !ours || err != nil {
			t.Errorf("%s: %v, %v", path, ours, err)
		}
	}
}

func TestFolderLinksAreIgnored(t *testing.T) {
	dir, secret := t.TempDir(), saved(t, "Connections.csv", []byte(anna()))
	if err := os.Symlink(secret, filepath.Join(dir, "Connections.csv")); err != nil {
		t.Skip("no links here")
	}
	if _, err := linkedin.Read(t.Context(), []string{dir}, linkedin.Options{}, nil); !errors.Is(err, linkedin.ErrNothing) {
		t.Errorf("got %v", err)
	}
}

func TestFolderInAFolder(t *testing.T) {
	e := read(t, linkedin.Options{}, folder(t, files{"export/Connections.csv": anna(), "export/deep/Connections.csv": "x", "__MACOSX/Connections.csv": "x"}))
	if e.Counts.Connections != 1 || len(e.Problems) != 0 {
		t.Errorf("counts %+v, problems %v", e.Counts, e.Problems)
	}
}

func TestContentHashSurvivesRepacking(t *testing.T) {
	export := small()
	again := files{"__MACOSX/._messages.csv": "x", "top/.DS_Store": "x", "top/Skills.csv": "Name\n"}
	for name, text := range export {
		again["top/"+name] = text
	}
	first, second, unpacked := read(t, linkedin.Options{}, packed(t, export)), read(t, linkedin.Options{}, packed(t, again)), read(t, linkedin.Options{}, folder(t, export))
	if first.ContentHash != second.ContentHash || first.ContentHash != unpacked.ContentHash {
		t.Error("the same files have several hashes")
	}
	if first.ArchiveHash == "" || first.ArchiveHash == second.ArchiveHash || unpacked.ArchiveHash != "" {
		t.Errorf("archive hashes %q, %q, %q", first.ArchiveHash, second.ArchiveHash, unpacked.ArchiveHash)
	}
	export["messages.csv"] += fromAnna(day(1), "new")
	if third := read(t, linkedin.Options{}, packed(t, export)); third.ContentHash == first.ContentHash {
		t.Error("other files have the same hash")
	}
}

func TestObservedAt(t *testing.T) {
	now := time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	stamped := func(at time.Time) string {
		e := named("Connections.csv", anna())
		e.header.Modified = at
		return crafted(t, e)
	}
	made := time.Date(2026, 3, 4, 5, 6, 8, 0, time.UTC)
	for name, test := range map[string]struct{ stamp, want time.Time }{
		"stamp": {made, made}, "future": {now.AddDate(3, 0, 0), time.Date(2026, 2, 8, 0, 0, 0, 0, time.UTC)},
		"none": {time.Time{}, time.Date(2026, 2, 8, 0, 0, 0, 0, time.UTC)},
	} {
		if e := read(t, linkedin.Options{Now: now}, stamped(test.stamp)); !e.ObservedAt.Equal(test.want) {
			t.Errorf("%s: observed at %v, want %v", name, e.ObservedAt, test.want)
		}
	}
}

func TestExports(t *testing.T) {
	zipped, dir := packed(t, small()), folder(t, small())
	one, two := saved(t, "messages.csv", nil), saved(t, "Connections.csv", nil)
	got := linkedin.Exports([]string{one, zipped, two, dir, zipped})
	want := [][]string{{one, two}, {zipped}, {dir}, {zipped}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCancelledReading(t *testing.T) {
	path, _ := sampled(t, sampleSize(5000), 3)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := linkedin.Read(ctx, []string{path}, linkedin.Options{}, func(p linkedin.Progress) {
		if p.Kind == linkedin.KindMessages {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestProgress(t *testing.T) {
	path, truth := sampled(t, sampleSize(5000), 3)
	var last linkedin.Progress
	done := map[linkedin.Kind]bool{}
	e, err := linkedin.Read(t.Context(), []string{path}, linkedin.Options{}, func(p linkedin.Progress) {
		if p.File == last.File && (p.Rows < last.Rows || p.Read < last.Read) || p.Read > p.Size {
			t.Errorf("%+v after %+v", p, last)
		}
		if p.Done {
			done[p.Kind] = true
		}
		if last = p; p.Done && p.Read != p.Size {
			t.Errorf("done at %+v", p)
		}
	})
	if err != nil || len(done) != 4 {
		t.Fatalf("done %v, %v", done, err)
	}
	for _, f := range e.Files {
		if f.Name == "messages.csv" && f.Rows != truth.Rows {
			t.Errorf("%d rows, want %d", f.Rows, truth.Rows)
		}
	}
}

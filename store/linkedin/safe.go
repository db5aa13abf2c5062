package linkedin

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"cordial/store/linkedin/table"
)

// whole refuses a zip whose directory tells of less than the file holds, or of more. A directory stands at the end of a
// zip, so that something put before it, a program or another zip, would go unnoticed.
func whole(f io.ReaderAt, size int64, entries []*zip.File) error {
	var packed uint64
	for _, entry := range entries {
		if packed += entry.CompressedSize64; packed > uint64(size) || entry.CompressedSize64 > uint64(size) {
			return fmt.Errorf("%w: its entries are larger than the whole; download the export again", ErrRefused)
		}
	}
	if !endsWithItsDirectory(f, size) {
		return fmt.Errorf("%w: something stands before it in the file, perhaps another zip; download the export again", ErrRefused)
	}
	return nil
}

// endsWithItsDirectory tells whether the directory ends where the record of it begins, the last in a zip. If it does
// not, that record counts from another place than the beginning of the file. Zips over 4 GiB leave this open.
func endsWithItsDirectory(f io.ReaderAt, size int64) bool {
	const recordSize, sizeAt, offsetAt, commentAt, longest, elsewhere = 22, 12, 16, 20, 1 << 16, 1<<32 - 1
	from := max(0, size-recordSize-longest)
	tail := make([]byte, size-from)
	n, _ := f.ReadAt(tail, from)
	at := n
	for {
		if at = bytes.LastIndex(tail[:at], []byte("PK\x05\x06")); at < 0 {
			return false
		}
		if end := at + recordSize; end <= n && end+int(binary.LittleEndian.Uint16(tail[at+commentAt:])) <= n {
			break // else the words stand in a comment
		}
	}
	length, offset := binary.LittleEndian.Uint32(tail[at+sizeAt:]), binary.LittleEndian.Uint32(tail[at+offsetAt:])
	return length == elsewhere || offset == elsewhere || int64(length)+int64(offset) == from+int64(at)
}

// unsafeEntry says what is wrong with an entry, nothing if it may be read.
func unsafeEntry(entry *zip.File) string {
	const encrypted = 1
	switch {
	case strings.ContainsAny(entry.Name, `\:`), path.IsAbs(entry.Name), !fs.ValidPath(table.Tidy(entry.Name)):
		return "its name leads outside the archive"
	case !entry.Mode().IsRegular():
		return "it is a link or a device, not a file"
	case entry.Flags&encrypted != 0:
		return "it is encrypted; unpack the archive with its password and import the folder"
	case entry.UncompressedSize64 > maxMember:
		return fmt.Sprintf("it unpacks to more than %d MiB", maxMember>>20)
	case entry.UncompressedSize64 > smallMember && entry.UncompressedSize64/maxRatio > entry.CompressedSize64:
		return fmt.Sprintf("it unpacks to more than %d times its size", maxRatio)
	}
	return ""
}

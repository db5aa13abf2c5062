package store

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"cordial/model"
)

// A bbolt file begins with two headers, a page each, written in turn: the one with
// the higher transaction number counts. What follows the page's own 16 bytes:
//
//	0 magic(4)  4 version(4)  8 page size(4)  12 flags(4)  16 root(8)  24 sequence(8)
//	32 freelist(8)  40 high-water mark(8)  48 transaction(8)  56 FNV-1a of all that(8)
const (
	pageHeaderLen = 16
	metaLen       = 64
	metaMagic     = 0xED0CDAED
	metaVersion   = 2
	noFreelist    = ^uint64(0)
	minPageSize   = 1 << 10
	maxPageSize   = 1 << 24
)

// header is one of the two.
type header struct {
	magic, version, pageSize    uint32
	root, freelist, highWater   uint64
	transaction, sum, sumShould uint64
}

// readHeader reads the header that begins at an offset.
func readHeader(f io.ReaderAt, offset int64) (header, error) {
	var b [metaLen]byte
	if _, err := f.ReadAt(b[:], offset+pageHeaderLen); err != nil {
		return header{}, err
	}
	n := binary.NativeEndian
	hash := fnv.New64a()
	hash.Write(b[:56])
	return header{
		magic: n.Uint32(b[0:]), version: n.Uint32(b[4:]), pageSize: n.Uint32(b[8:]),
		root: n.Uint64(b[16:]), freelist: n.Uint64(b[32:]), highWater: n.Uint64(b[40:]),
		transaction: n.Uint64(b[48:]), sum: n.Uint64(b[56:]), sumShould: hash.Sum64(),
	}, nil
}

// whole tells whether the header is what was written.
func (h header) whole() bool {
	return h.magic == metaMagic && h.sum == h.sumShould &&
		h.pageSize >= minPageSize && h.pageSize <= maxPageSize && h.pageSize&(h.pageSize-1) == 0
}

// preflight examines a file before bbolt maps it: bbolt takes an empty file for a
// new database, falls back a transaction without a word when a header is damaged,
// and is killed by the system when the file is shorter than its headers say. With
// oneHeader, one whole header is enough.
func preflight(f *os.File, oneHeader bool) error {
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("examining the database: %w", err)
	}
	if !info.Mode().IsRegular() {
		return notOurs(f.Name(), "it is no regular file")
	}
	if info.Size() == 0 {
		return &fault{model.ErrDamaged, fmt.Sprintf("%s is empty: it was cut off; restore a backup, or remove it to begin anew", f.Name())}
	}
	headers, pageSize, err := bothHeaders(f)
	if err != nil {
		return err
	}
	newest, err := chooseHeader(headers, oneHeader)
	if err != nil {
		return err
	}
	if newest.version != metaVersion {
		return newer("its file format is %d", newest.version)
	}
	if need := newest.highWater * pageSize; newest.highWater > 1<<50 || uint64(info.Size()) < need {
		return &fault{model.ErrDamaged, fmt.Sprintf("%s is cut off: it has %d of at least %d bytes; restore a backup", f.Name(), info.Size(), need)}
	}
	if newest.root >= newest.highWater || newest.freelist >= newest.highWater && newest.freelist != noFreelist {
		return damaged("its header points outside the file")
	}
	return nil
}

// bothHeaders reads the two headers. The second is a page after the first, and the
// page size stands in the headers: if the first is not whole, every size is tried.
func bothHeaders(f *os.File) (h [2]header, pageSize uint64, err error) {
	if h[0], err = readHeader(f, 0); err != nil {
		return h, 0, notOurs(f.Name(), "it is too short for one")
	}
	if h[0].whole() {
		if h[1], err = readHeader(f, int64(h[0].pageSize)); err != nil {
			return h, 0, &fault{model.ErrDamaged, f.Name() + " is cut off within its headers; restore a backup"}
		}
		return h, uint64(h[0].pageSize), nil
	}
	for size := int64(minPageSize); size <= maxPageSize; size *= 2 {
		if h[1], err = readHeader(f, size); err != nil {
			break
		}
		if h[1].whole() && int64(h[1].pageSize) == size {
			return h, uint64(size), nil
		}
	}
	if h[0].magic == metaMagic || h[1].magic == metaMagic {
		return h, 0, damaged("neither of its headers is whole")
	}
	return h, 0, notOurs(f.Name(), "it is another kind of file")
}

// chooseHeader is the header that counts. bbolt writes them in turn, so that their
// transactions are neighbours; if they are not, or one is not whole, the last
// change may be missing, which must not pass in silence.
func chooseHeader(h [2]header, oneHeader bool) (header, error) {
	newest, oldest := h[0], h[1]
	if !newest.whole() || oldest.whole() && oldest.transaction > newest.transaction {
		newest, oldest = oldest, newest
	}
	if oneHeader {
		return newest, nil
	}
	if !oldest.whole() {
		return newest, damaged("one of its two headers is not whole, so its last change may be missing")
	}
	if oldest.pageSize != newest.pageSize || oldest.transaction+1 != newest.transaction {
		return newest, damaged("its two headers do not fit together, so its last change may be missing")
	}
	return newest, nil
}

package store

import (
	"encoding/binary"
	"hash/crc32"
)

// sealLen is the length of what stands before the body of a sealed value: version
// and checksum.
const sealLen = 1 + 4

// sealVersion is the version of all sealed values. A value of another shape gets
// another version, and its reader keeps knowing this one.
const sealVersion = 1

// seal makes a value of a body. The checksum binds it to its bucket and key, so
// that a record in another's place is found like a flipped bit.
func seal(bucket string, key, body []byte) []byte {
	value := make([]byte, sealLen, sealLen+len(body))
	value[0] = sealVersion
	binary.BigEndian.PutUint32(value[1:], checksum(bucket, key, sealVersion, body))
	return append(value, body...)
}

// unseal is the way back. It answers the body, which shares memory with the value,
// and a fault when the value is not what was written, or of a version this program
// does not know.
func unseal(bucket string, key, value []byte) (body []byte, err error) {
	if len(value) < sealLen {
		return nil, damagedIn(bucket, key)
	}
	version, body := value[0], value[sealLen:]
	if binary.BigEndian.Uint32(value[1:]) != checksum(bucket, key, version, body) {
		return nil, damagedIn(bucket, key)
	}
	if version != sealVersion {
		return nil, newer("it has %s records of version %d", bucket, version)
	}
	return body, nil
}

// checksum is the CRC-32C of bucket, key, version and body. It finds every flip of
// up to three bits, and any other damage but once in four billion times.
func checksum(bucket string, key []byte, version byte, body []byte) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli) // made once, inside the library
	sum := crc32.Update(0, table, []byte(bucket))
	sum = crc32.Update(sum, table, []byte{0, version})
	sum = crc32.Update(sum, table, key)
	return crc32.Update(sum, table, body)
}

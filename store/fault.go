package store

import (
	"fmt"

	"cordial/model"
)

// fault is an error in one sentence for the user; kind is what it wraps.
type fault struct {
	kind error
	text string
}

// Error is the sentence.
func (f *fault) Error() string { return f.text }

// Unwrap is the kind: one of the errors of model.
func (f *fault) Unwrap() error { return f.kind }

// damaged says that the file does not hold what was written.
func damaged(format string, args ...any) error {
	return &fault{model.ErrDamaged, "the database is damaged: " + fmt.Sprintf(format, args...) + "; see: cordial check"}
}

// damagedIn says that a record of a bucket is not what was written.
func damagedIn(bucket string, key []byte) error {
	return damaged("a record of its %s bucket (key %x) is not what was written", bucket, key)
}

// newer says that a later program wrote something.
func newer(format string, args ...any) error {
	return &fault{model.ErrNewer, "the database is newer than this program: " + fmt.Sprintf(format, args...) + "; install the newer version"}
}

// notOurs says that something else is in the place of the database.
func notOurs(path, what string) error {
	return &fault{model.ErrNotOurs, fmt.Sprintf("%s is no database of Cordial's: %s", path, what)}
}

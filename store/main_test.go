//go:build unix

package store

import (
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain runs the tests, or, in a child process, what a test asked for.
func TestMain(m *testing.M) {
	if job := os.Getenv("CORDIAL_TEST_CHILD"); job != "" {
		os.Exit(child(job))
	}
	goleak.VerifyTestMain(m)
}

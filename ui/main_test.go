package ui_test

import (
	"testing"

	"go.uber.org/goleak"
)

// TestMain finds goroutines that outlive the tests; teatest's own waits for a signal for ever.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/charmbracelet/x/exp/teatest.NewTestModel.func2"))
}

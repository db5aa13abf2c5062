package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"cordial/model"
	"cordial/model/when"
)

func TestExitCode(t *testing.T) {
	wrapped := func(err error) error { return fmt.Errorf("opening: %w", fmt.Errorf("again: %w", err)) }
	tests := []struct {
		err  error
		code int
	}{
		{nil, ExitDone},
		{errors.New("anything"), ExitFailed},
		{failed("said"), ExitFailed},
		{usage("said"), ExitUsage},
		{&model.InputError{Reason: "degree is 4"}, ExitUsage},
		{&when.Error{Text: "x", Reason: "y"}, ExitUsage},
		{notFound("said"), ExitNotFound},
		{&model.Refusal{Reason: "no"}, ExitRefused},
		{&coded{code: ExitSkipped}, ExitSkipped},
		{model.ErrBusy, ExitDatabase},
		{model.ErrDamaged, ExitDatabase},
		{model.ErrNewer, ExitDatabase},
		{model.ErrNotOurs, ExitDatabase},
		{model.ErrMoved, ExitFailed},
		{context.Canceled, ExitInterrupted},
		{context.DeadlineExceeded, ExitFailed},
	}
	for _, tt := range tests {
		if got := exitCode(tt.err); got != tt.code {
			t.Errorf("%v leaves with %d, want %d", tt.err, got, tt.code)
		}
		if tt.err != nil {
			if got := exitCode(wrapped(tt.err)); got != tt.code {
				t.Errorf("%v, wrapped, leaves with %d, want %d", tt.err, got, tt.code)
			}
		}
	}
}

func TestSentence(t *testing.T) {
	tests := []struct {
		err  error
		want string
	}{
		{errors.New("the disk is full"), "cordial: the disk is full"},
		{&coded{code: ExitSkipped}, ""},
		{fmt.Errorf("import: %w", context.Canceled), "cordial: interrupted"},
		{notFound("%q:\n  a\n  b", "x\x1b[2J"), "cordial: \"x\\x1b[2J\":\n  a\n  b"},
		{fmt.Errorf("reading %s: no", "evil\x1b]0;title\x07\u202e.zip"), "cordial: reading evil\ufffd]0;title\ufffd.zip: no"},
	}
	for _, tt := range tests {
		if got := strings.TrimSuffix(sentence(tt.err), "\n"); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.err, got, tt.want)
		}
	}
}

// TestErrorsAreTold runs into every kind of trouble that a store can answer.
func TestErrorsAreTold(t *testing.T) {
	for err, code := range map[error]int{
		model.ErrBusy: ExitDatabase, model.ErrDamaged: ExitDatabase, model.ErrNewer: ExitDatabase,
		model.ErrNotOurs: ExitDatabase, errors.New("the disk is full"): ExitFailed,
	} {
		o := try(t, &fakeStore{failed: fmt.Errorf("saving: %w", err)}, nil, "contact", "add", "Ada")
		if o.code != code || o.out != "" || o.err != "cordial: saving: "+err.Error()+"\n" {
			t.Errorf("%v: exit code %d, stdout %q, stderr %q", err, o.code, o.out, o.err)
		}
	}
}

// TestFaultsAreTold checks a database that is not well.
func TestFaultsAreTold(t *testing.T) {
	s := &fakeStore{check: model.CheckReport{Events: 3, Faults: []string{"row 1\x1b[2J"}, Repaired: []string{"row 2"}}}
	o := try(t, s, nil, "check")
	if o.code != ExitDatabase || !strings.Contains(o.out, "wrong: row 1\ufffd[2J") || !strings.Contains(o.out, "repaired: row 2") {
		t.Errorf("exit code %d, %q", o.code, o.out)
	}
	if !strings.Contains(o.err, "1 thing is wrong in the database; rebuild what can be with: cordial check --repair") {
		t.Errorf("said %q", o.err)
	}
	if o = try(t, s, nil, "check", "--repair"); !strings.Contains(o.err, "put back a copy") {
		t.Errorf("after a repair it said %q", o.err)
	}
	if o = try(t, s, nil, "check", "--json"); o.code != ExitDatabase || !strings.Contains(o.out, `"repaired"`) {
		t.Errorf("exit code %d, %q", o.code, o.out)
	}
}

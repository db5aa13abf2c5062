package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// worked is a history with the figures that its rules give on some days.
type worked struct {
	Case    string            `json:"case"`
	Journal []json.RawMessage `json:"journal"`
	Expect  []struct {
		On      string          `json:"on"`
		Seat    string          `json:"seat"`
		Balance int             `json:"balance"`
		Totals  *map[string]int `json:"totals"`
		Lots    *[]any          `json:"lots"`
	} `json:"expect"`
}

// workedCases runs the worked cases of the ledger through the commands: the
// journal is imported, and credits is asked about every day.
func workedCases(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "model", "credit", "testdata", "ledger-cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []worked
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 34 {
		t.Fatalf("%d cases", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "cordial.db")
			var journal bytes.Buffer
			for _, line := range c.Journal {
				if err := json.Compact(&journal, line); err != nil {
					t.Fatal(err)
				}
				journal.WriteByte('\n')
			}
			command(t, db, journal.String(), "journal", "import", "-")
			for _, want := range c.Expect {
				var got struct {
					Balance int            `json:"balance"`
					On      string         `json:"on"`
					Totals  map[string]int `json:"totals"`
					Lots    []any          `json:"lots"`
				}
				out := command(t, db, "", "credits", "--seat", want.Seat, "--on", want.On, "--json")
				if err := json.Unmarshal([]byte(out), &got); err != nil {
					t.Fatal(err)
				}
				at := fmt.Sprintf("%s on %s", want.Seat, want.On)
				if got.On != want.On || got.Balance != want.Balance {
					t.Errorf("%s: balance %d on %s, want %d", at, got.Balance, got.On, want.Balance)
				}
				if want.Totals != nil && !reflect.DeepEqual(got.Totals, *want.Totals) {
					t.Errorf("%s: totals\n got %v\nwant %v", at, got.Totals, *want.Totals)
				}
				if want.Lots != nil && !reflect.DeepEqual(got.Lots, *want.Lots) {
					t.Errorf("%s: lots\n got %v\nwant %v", at, got.Lots, *want.Lots)
				}
				if len(got.Totals) != 11 {
					t.Errorf("%s: %d totals, want all 11", at, len(got.Totals))
				}
			}
		})
	}
}

// command runs one command line that must succeed, and answers what it printed.
func command(t *testing.T, db, stdin string, args ...string) string {
	t.Helper()
	var out, say bytes.Buffer
	cmd := exec.CommandContext(t.Context(), "cordial", append([]string{"--db", db, "--now", "2030-01-01T12:00:00Z"}, args...)...)
	cmd.Env = append(os.Environ(), "TZ=UTC")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &say
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %v: %s", args, err, &say)
	}
	return out.String()
}

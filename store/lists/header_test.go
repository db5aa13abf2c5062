package lists_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cordial/store/lists"
)

// file writes a file and answers its path.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestColumnsOfAnyTable are its header, with what the names mean and a sample of each.
func TestColumnsOfAnyTable(t *testing.T) {
	for text, want := range map[string]string{
		"Wer,Profil,E-Mail,Alter\nAnna,,a@k.example,\nBen,linkedin.com/in/ben,,7\n": "Wer::Anna|Profil::linkedin.com/in/ben|E-Mail:email:a@k.example|Alter::7",
		"Wer;Wo\n\"An\nna\";Acme\n":   "Wer::An\nna|Wo::Acme",
		"Wer;Stra\xdfe\nJ\xfcrgen;\n": "Wer::Jürgen|Straße::",
		"Wer,Wo":                      "Wer::|Wo::",
	} {
		columns, samples, err := lists.Columns(file(t, text))
		var got []string
		for i, c := range columns {
			got = append(got, c.Name+":"+string(c.Field)+":"+samples[i])
		}
		if err != nil || strings.Join(got, "|") != want {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

// TestColumnsOfNothing says so, and an unreadable file is the disk's affair.
func TestColumnsOfNothing(t *testing.T) {
	if _, _, err := lists.Columns(file(t, "")); !errors.Is(err, lists.ErrUnknown) {
		t.Errorf("of an empty file: %v", err)
	}
	if _, _, err := lists.Columns(filepath.Join(t.TempDir(), "gone.csv")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("of no file: %v", err)
	}
}

package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestProfileURL(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://www.linkedin.com/in/maria", "https://www.linkedin.com/in/maria"},
		{"http://de.linkedin.com/in/maria", "http://de.linkedin.com/in/maria"},
		{"linkedin.com/in/maria", "https://linkedin.com/in/maria"},
		{"https://LinkedIn.com/in/maria", "https://LinkedIn.com/in/maria"},
		{"https://evil.com/linkedin.com", ""},
		{"https://notlinkedin.com/in/maria", ""},
		{"https://linkedin.com.evil.org/in/maria", ""},
		{"https://user@www.linkedin.com/in/maria", ""},
		{"javascript:alert(1)//linkedin.com", ""},
		{"file:///linkedin.com/in/maria", ""},
		{"ftp://linkedin.com/in/maria", ""},
		{"--help", ""},
		{"", ""},
	}
	for _, tt := range tests {
		got, err := profileURL(tt.in)
		if got != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%q became %q, %v; want %q", tt.in, got, err, tt.want)
		}
	}
}

// The terminal gets the text in a sequence of its own; in tmux once more, wrapped for
// the terminal outside. Whether it took it is not known.
func TestClipboardsAskTheTerminal(t *testing.T) {
	for _, tmux := range []string{"", "/tmp/tmux,1,0"} {
		t.Setenv("TMUX", tmux)
		t.Setenv("PATH", "") // no clipboard program of the system
		name := filepath.Join(t.TempDir(), "terminal")
		file, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := clipboards(file)("hello"); !errors.Is(err, errTerminalOnly) {
			t.Errorf("copying: %v", err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
		if err := clipboards(file)("hello"); err == nil || errors.Is(err, errTerminalOnly) {
			t.Errorf("without a terminal: %v", err)
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(got), "\x1b]52;c;aGVsbG8=") || strings.Contains(string(got), "\x1bPtmux;") != (tmux != "") {
			t.Errorf("with TMUX=%q the terminal got %q", tmux, got)
		}
	}
}

package cli

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestZoneName(t *testing.T) {
	link := func(target string) func(string) (string, error) {
		return func(name string) (string, error) {
			if target == "" || name != "/etc/localtime" {
				return "", errors.New("no link")
			}
			return target, nil
		}
	}
	tests := []struct{ tz, link, want string }{
		{"Europe/Berlin", "", "Europe/Berlin"},
		{":Europe/Berlin", "/usr/share/zoneinfo/Asia/Tokyo", "Europe/Berlin"},
		{"", "/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"},
		{"", "../var/db/timezone/zoneinfo/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"},
		{"CET-1CEST,M3.5.0,M10.5.0/3", "/usr/share/zoneinfo/Europe/Paris", "Europe/Paris"},
		{"/usr/share/zoneinfo/Europe/Rome", "", "UTC"},
		{"Local", "", "UTC"},
		{"", "", "UTC"},
		{"", "/some/where/else", "UTC"},
		{"", "/usr/share/zoneinfo/Mars/Olympus", "UTC"},
	}
	for _, tt := range tests {
		if got := zoneName(tt.tz, link(tt.link)); got != tt.want {
			t.Errorf("TZ %q, link %q: %q, want %q", tt.tz, tt.link, got, tt.want)
		}
	}
}

func TestDefaultDB(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has a place of its own")
	}
	for want, environ := range map[string][]string{
		"/home/a/.local/share/cordial/cordial.db": {"HOME=/home/a"},
		"/data/cordial/cordial.db":                {"HOME=/home/a", "XDG_DATA_HOME=/other", "XDG_DATA_HOME=/data"},
		"/home/b/.local/share/cordial/cordial.db": {"XDG_DATA_HOME=relative", "HOME=/home/b"}, // XDG: to be ignored
	} {
		if got := (Streams{Environ: environ}).defaultDB(); got != filepath.FromSlash(want) {
			t.Errorf("%v: %q, want %q", environ, got, want)
		}
	}
}

func TestParseInstant(t *testing.T) {
	zone := time.FixedZone("", 2*60*60)
	for text, want := range map[string]string{
		"2026-04-01T09:30:00Z":      "2026-04-01T11:30:00+02:00",
		"2026-04-01T09:30:00-05:00": "2026-04-01T16:30:00+02:00",
		"2026-04-01T09:30:15":       "2026-04-01T09:30:15+02:00",
		"2026-04-01 09:30:15":       "2026-04-01T09:30:15+02:00",
		"2026-04-01 09:30":          "2026-04-01T09:30:00+02:00",
		"2026-04-01T09:30":          "2026-04-01T09:30:00+02:00",
		"2026-04-01":                "2026-04-01T12:00:00+02:00",
		"yesterday":                 "",
		"2026-13-01":                "",
		"":                          "",
	} {
		got, err := parseInstant(text, zone)
		if want == "" {
			if exitCode(err) != ExitUsage {
				t.Errorf("%q: %v, want a usage error", text, err)
			}
			continue
		}
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%q: %s, %v; want %s", text, got.Format(time.RFC3339), err, want)
		}
	}
}

// TestInterruptible stops waiting for input that never comes.
func TestInterruptible(t *testing.T) {
	silent, write := io.Pipe()
	defer write.Close() //nolint:errcheck // nobody writes
	ctx, cancel := context.WithCancel(t.Context())
	read := make(chan error)
	go func() {
		_, err := interruptible{ctx, silent}.Read(make([]byte, 8))
		read <- err
	}()
	cancel()
	if err := <-read; !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := (interruptible{ctx, strings.NewReader("late")}).Read(make([]byte, 8)); !errors.Is(err, context.Canceled) {
		t.Errorf("read on after the end: %v", err)
	}
	text, err := io.ReadAll(interruptible{t.Context(), strings.NewReader("all of it")})
	if err != nil || string(text) != "all of it" {
		t.Errorf("%q, %v", text, err)
	}
}

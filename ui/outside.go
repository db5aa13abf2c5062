package ui

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"

	"github.com/atotto/clipboard"
	"github.com/aymanbagabas/go-osc52/v2"
	"github.com/cli/browser"
)

// clipboards copies by the terminal (OSC 52, which works over ssh but never
// answers) and by the system. It fails only when neither can be tried.
func clipboards(out *os.File) func(string) error {
	return func(text string) error {
		sequence := osc52.New(text)
		if os.Getenv("TMUX") != "" {
			sequence = sequence.Tmux()
		}
		_, osc := sequence.WriteTo(out)
		if clipboard.Unsupported {
			return osc
		}
		if err := clipboard.WriteAll(text); err != nil && osc != nil {
			return fmt.Errorf("copying: %w", err)
		}
		return nil
	}
}

// browse opens a profile in the system's browser. What the browser says goes
// nowhere: it would be drawn over the screen.
func browse(address string) error {
	browser.Stdout, browser.Stderr = quiet{}, quiet{}
	if err := browser.OpenURL(address); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return errors.New("no browser was found")
		}
		return fmt.Errorf("opening the browser: %w", err)
	}
	return nil
}

// quiet swallows what is written to it.
type quiet struct{}

func (quiet) Write(p []byte) (int, error) { return len(p), nil }

// profileURL is an address as a browser may be given it: a page of LinkedIn's, and
// nothing else that an export could smuggle in.
func profileURL(address string) (string, error) {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.User != nil {
		return "", errors.New("this is no web address")
	}
	host := strings.ToLower(u.Hostname())
	if host != "linkedin.com" && !strings.HasSuffix(host, ".linkedin.com") {
		return "", errors.New("this is no address of LinkedIn's")
	}
	return u.String(), nil
}

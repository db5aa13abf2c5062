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

// errTerminalOnly: the system has no clipboard, and whether the terminal has copied
// what it was asked to, it does not say.
var errTerminalOnly = errors.New("the system has no clipboard; the terminal was asked to copy")

// clipboards copies by the terminal (OSC 52, which works over ssh but never
// answers) and by the system. It answers errTerminalOnly when only the terminal could
// be asked. In tmux both are: tmux itself, and through it the terminal outside; by its
// configuration it takes one, both or neither.
func clipboards(out *os.File) func(string) error {
	return func(text string) error {
		sequence := osc52.New(text)
		_, osc := sequence.WriteTo(out)
		if os.Getenv("TMUX") != "" {
			_, through := sequence.Tmux().WriteTo(out)
			osc = errors.Join(osc, through)
		}
		err := errTerminalOnly
		if !clipboard.Unsupported {
			err = clipboard.WriteAll(text)
		}
		switch {
		case err == nil:
			return nil
		case osc != nil:
			return fmt.Errorf("copying: %w", osc)
		default:
			return errTerminalOnly
		}
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

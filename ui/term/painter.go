package term

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// Painter draws frames on the terminal's alternate screen: at once, only the lines
// that differ, and nothing while nothing changes. A terminal that is slow, or
// stopped, holds nobody up: of the frames that it has no time for, the last one
// counts. It stands in for Bubble Tea's renderer, which draws by a clock, 120 times
// a second at most and when there is nothing to draw as well.
type Painter struct {
	out  io.Writer
	wake chan struct{}
	stop chan struct{}
	done chan struct{}

	slot sync.Mutex // guards what follows
	next string     // the frame to show
	anew bool       // all of it is to be drawn

	pen  sync.Mutex // is held while drawing
	ours bool       // the terminal shows our screen
	last []string   // its lines
}

// enterScreen takes the terminal over: a screen of our own, without a cursor,
// on which pastes and changes of focus are told from keys. resetScreen undoes it.
const enterScreen = ansi.SetModeAltScreenSaveCursor + ansi.EraseEntireScreen + ansi.ResetModeTextCursorEnable +
	ansi.SetModeBracketedPaste + ansi.SetModeFocusEvent

// NewPainter is a painter on a terminal, which should be a SyncWriter. Nothing is
// drawn before Resume.
func NewPainter(out io.Writer) *Painter {
	p := &Painter{out: out, wake: make(chan struct{}, 1), stop: make(chan struct{}), done: make(chan struct{})}
	go p.run()
	return p
}

// Show has a frame drawn: lines with "\n" between. It never waits.
func (p *Painter) Show(frame string) {
	p.slot.Lock()
	p.next = frame
	p.slot.Unlock()
	p.rouse()
}

// Clear has all of the next frame drawn afresh: after a resize, or when something
// else has written on the screen.
func (p *Painter) Clear() {
	p.slot.Lock()
	p.anew = true
	p.slot.Unlock()
	p.rouse()
}

// Resume takes the terminal over and draws the frame shown last.
func (p *Painter) Resume() {
	p.pen.Lock()
	p.ours, p.last = true, nil
	_, _ = io.WriteString(p.out, enterScreen) // a terminal that is gone is told by SIGHUP
	p.pen.Unlock()
	p.Clear()
}

// Pause gives the terminal back: to the shell, or to another program.
func (p *Painter) Pause() {
	p.pen.Lock()
	defer p.pen.Unlock()
	if p.ours {
		_, _ = io.WriteString(p.out, resetScreen) // nobody is left to tell
	}
	p.ours = false
}

// Close gives the terminal back for good.
func (p *Painter) Close() {
	close(p.stop)
	<-p.done
	p.Pause()
}

// rouse wakes the painter, unless it has been woken already.
func (p *Painter) rouse() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// run draws whenever it is woken. It can write, or wait, and nothing else that
// could fail.
func (p *Painter) run() {
	defer close(p.done)
	for {
		select {
		case <-p.stop:
			return
		case <-p.wake:
			p.draw()
		}
	}
}

// draw brings the screen to the frame shown last.
func (p *Painter) draw() {
	p.pen.Lock()
	defer p.pen.Unlock()
	if !p.ours {
		return
	}
	p.slot.Lock()
	frame, anew := p.next, p.anew
	p.anew = false
	p.slot.Unlock()
	lines := strings.Split(frame, "\n")
	if anew || len(lines) != len(p.last) {
		p.last = nil
	}
	if text := difference(p.last, lines); text != "" {
		_, _ = io.WriteString(writer{p.out}, text) // a terminal that is gone is told by SIGHUP
	}
	p.last = lines
}

// writer hides WriteString, so that a SyncWriter brackets what is written.
type writer struct{ io.Writer }

// difference is what draws the lines on a screen that shows last; nil is an unknown
// screen, which is erased first.
func difference(last, lines []string) string {
	var b strings.Builder
	if last == nil {
		b.WriteString(ansi.EraseEntireScreen)
	}
	for i, l := range lines {
		if last == nil || l != last[i] {
			fmt.Fprintf(&b, "\x1b[%dH%s", i+1, l)
		}
	}
	return b.String()
}

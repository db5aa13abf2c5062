package term

import (
	"fmt"
	"runtime/debug"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// frameEvery is the least time between two frames. A key that comes after a pause
// is answered at once; under a burst of messages the screen follows at this pace.
const frameEvery = 4 * time.Millisecond

// painter is a model around another one that it paints: after a message at once,
// or a little later if the last frame is hardly out. It also tells the model its
// size, and when the terminal was elsewhere meanwhile.
type painter struct {
	model  tea.Model
	screen *screen

	w, h    int
	entries int       // how often the terminal had been taken when the model last heard
	painted time.Time // when the last frame was asked for
	stale   bool      // the model has changed since
	due     bool      // a paintMsg is on its way
	fault   *Panic    // nil while all is well
	now     func() time.Time
}

// Panic is what the model, or a command of its, panicked with. The program ended in
// order for it.
type Panic struct {
	Value any
	Stack []byte // where, as debug.Stack tells
}

// Error says what the panic said.
func (p *Panic) Error() string { return fmt.Sprintf("the program failed: %v", p.Value) }

// paintMsg asks for the frame that had to wait.
type paintMsg struct{}

// resizedMsg tells that the terminal may have another size.
type resizedMsg struct{}

func newPainter(model tea.Model, s *screen) *painter {
	return &painter{model: model, screen: s, entries: 1, now: time.Now}
}

// Init begins, with the first frame in the terminal's size.
func (p *painter) Init() tea.Cmd {
	return p.orderly(func() tea.Cmd {
		begun := p.model.Init()
		return tea.Batch(p.screen.write, p.screen.resized, begun, p.refresh())
	})
}

// Update hands a message on to the model and paints what has become of it.
func (p *painter) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	return p, p.orderly(func() tea.Cmd {
		switch m := msg.(type) {
		case *Panic:
			return p.failed(m)
		case paintMsg:
			p.due = false
			return p.paint()
		case resizedMsg:
			return tea.Batch(p.screen.resized, p.refresh())
		case tea.WindowSizeMsg: // some terminals (Windows) tell by a message
			return p.refresh()
		}
		if msg == tea.ClearScreen() {
			p.screen.redraw()
		}
		cmd := p.tell(msg)
		return tea.Batch(cmd, p.refresh())
	})
}

// View is empty: Bubble Tea draws nothing.
func (p *painter) View() string { return "" }

// refresh tells the model what is new about the terminal, and paints.
func (p *painter) refresh() tea.Cmd {
	var resized, resumed tea.Cmd
	if w, h := p.screen.size(); w != p.w || h != p.h {
		p.w, p.h = w, h
		resized = p.tell(tea.WindowSizeMsg{Width: w, Height: h})
	}
	if n := p.screen.taken(); n != p.entries {
		p.entries = n
		resumed = p.tell(tea.ResumeMsg{})
	}
	p.stale = true
	return tea.Batch(resized, resumed, p.paint())
}

func (p *painter) tell(msg tea.Msg) (cmd tea.Cmd) {
	p.model, cmd = p.model.Update(msg)
	return cmd
}

// paint shows a frame if there is anything new, and if the last one is old enough.
func (p *painter) paint() tea.Cmd {
	now := p.now()
	wait := frameEvery - now.Sub(p.painted)
	switch {
	case !p.stale || p.due && wait > 0 || p.fault != nil:
		return nil
	case wait > 0:
		p.due = true
		return tea.Tick(wait, func(time.Time) tea.Msg { return paintMsg{} })
	}
	p.painted, p.stale = now, false
	p.screen.show(frame{view: p.model.View(), w: p.w, h: p.h})
	return nil
}

// orderly does something that may panic, now or later in the command that it answers.
func (p *painter) orderly(do func() tea.Cmd) (cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			cmd = p.failed(&Panic{r, debug.Stack()})
		}
	}()
	return orderlyCmd(do())
}

// orderlyCmd is a command that answers a panic of its own as a message, and so do
// the commands that it answers. Bubble Tea would print it on the screen.
func orderlyCmd(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = &Panic{r, debug.Stack()}
			}
		}()
		msg = cmd()
		if cmds, ok := msg.(tea.BatchMsg); ok {
			batch := make(tea.BatchMsg, len(cmds))
			for i, c := range cmds {
				batch[i] = orderlyCmd(c)
			}
			return batch
		}
		return msg
	}
}

// failed ends the program for a panic: the model is asked to save and to quit, and
// not asked what it looks like any more. One that can't is quit all the same.
func (p *painter) failed(why *Panic) tea.Cmd {
	if p.fault != nil {
		return tea.Quit
	}
	p.fault = why
	saved := p.orderly(func() tea.Cmd { return p.tell(Terminated{}) })
	return tea.Batch(saved, tea.Tick(grace, func(time.Time) tea.Msg { return tea.Quit() }))
}

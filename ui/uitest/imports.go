package uitest

import (
	"context"
	"slices"

	"cordial/model"
	"cordial/ui/port"
)

// Imports says what becomes of imports into a Memory, and what became of them. Without
// it, nothing is found in any archive.
type Imports struct {
	// Report is what Prepare finds and Apply brings.
	Report model.ImportReport
	// Brings is done to the store by Apply: Put evidence there. nil brings nothing.
	Brings func()
	// Reads are told while preparing, Writes while applying and TakesBack while taking
	// back; Memory tells nothing by itself.
	Reads, Writes, TakesBack []port.Progress
	// During, when it is not nil, is called after each of them: what the user does
	// meanwhile.
	During func(port.Progress)
	// Hold, when it is not nil, is waited for by Apply once its Writes are told, and
	// HoldPrepare by Prepare once its Reads are: send to it or close it. A context that
	// ends goes before.
	Hold, HoldPrepare chan struct{}
	// Errors that Prepare, Apply, TakeBack and Abandon answer, nil to work.
	FailPrepare, FailApply, FailTakeBack, FailAbandon error
	// Left is what Unfinished answers; Abandon and an import of it clear it.
	Left []string

	Prepared  [][]string // paths, of every Prepare
	Applied   [][]string // paths, of every Apply that worked
	Cancelled [][]string // paths, of every Apply whose context ended
	TakenBack []string   // ids of the events of imports that were taken back
	Abandoned int        // counts the unfinished imports that were taken back
}

// preparation is an import into a Memory that was prepared.
type preparation struct {
	m       *Memory
	paths   []string
	options port.ImportOptions
}

// Prepare answers what Imports has.
func (m *Memory) Prepare(ctx context.Context, paths []string, o port.ImportOptions, progress func(port.Progress)) (port.Prepared, error) {
	i := &m.Imports
	i.Prepared = append(i.Prepared, slices.Clone(paths))
	if err := i.tell(ctx, i.Reads, i.HoldPrepare, progress); err != nil {
		return nil, err
	}
	if i.FailPrepare != nil {
		return nil, i.FailPrepare
	}
	return &preparation{m, slices.Clone(paths), o}, nil
}

// Report is what the import would do.
func (p *preparation) Report() model.ImportReport {
	r := p.m.Imports.Report
	r.DryRun = true
	return r
}

// Apply does what Imports says, and adds export.imported to the journal.
func (p *preparation) Apply(ctx context.Context, progress func(port.Progress)) (model.ImportReport, error) {
	i := &p.m.Imports
	if err := i.tell(ctx, i.Writes, i.Hold, progress); err != nil {
		i.Cancelled = append(i.Cancelled, p.paths)
		return model.ImportReport{}, err
	}
	if i.FailApply != nil {
		return model.ImportReport{}, i.FailApply
	}
	if i.Brings != nil {
		i.Brings()
	}
	i.Applied = append(i.Applied, p.paths)
	if slices.Equal(i.Left, p.paths) {
		i.Left = nil
	}
	d := model.ExportImported{Archive: "in memory", Messages: i.Report.Messages.New, People: i.Report.People, Newest: i.Report.Newest}
	if len(p.paths) > 0 {
		d.Name = p.paths[0]
	}
	p.m.decide(p.options, d)
	p.m.evidence++
	return i.Report, nil
}

// Import is Prepare and Apply at once.
func (m *Memory) Import(ctx context.Context, paths []string, o port.ImportOptions, progress func(port.Progress)) (model.ImportReport, error) {
	p, err := m.Prepare(ctx, paths, o, progress)
	if err != nil {
		return model.ImportReport{}, err
	}
	if o.DryRun {
		return p.Report(), nil
	}
	return p.Apply(ctx, progress)
}

// Unfinished is what Imports says is left.
func (m *Memory) Unfinished() ([]string, error) { return m.Imports.Left, m.FailRead }

// Abandon forgets what is left.
func (m *Memory) Abandon(ctx context.Context, progress func(port.Progress)) error {
	i := &m.Imports
	if err := i.tell(ctx, i.TakesBack, nil, progress); err != nil {
		return err
	}
	if i.FailAbandon != nil {
		return i.FailAbandon
	}
	if len(i.Left) > 0 {
		i.Left, i.Abandoned = nil, i.Abandoned+1
		m.evidence++
	}
	return nil
}

// TakeBack takes every import back whose event is in the journal, by event.reverted.
// The evidence that Brings put there stays.
func (m *Memory) TakeBack(ctx context.Context, event string, o port.ImportOptions, progress func(port.Progress)) error {
	i := &m.Imports
	if err := i.tell(ctx, i.TakesBack, nil, progress); err != nil {
		return err
	}
	if i.FailTakeBack != nil {
		return i.FailTakeBack
	}
	if !slices.ContainsFunc(m.events, func(e model.Event) bool { return e.ID == event }) {
		return &model.Refusal{Reason: "there is no such import", Help: "look at the journal"}
	}
	i.TakenBack = append(i.TakenBack, event)
	m.decide(o, model.EventReverted{Event: event})
	m.evidence++
	return nil
}

// decide adds an event to the journal.
func (m *Memory) decide(o port.ImportOptions, d model.Decision) {
	m.events = append(m.events, model.Event{ID: o.NewID(o.Now), At: o.Now, Recorded: o.Now, Decision: d})
}

// tell tells some progress and waits for hold, unless it is nil.
func (i *Imports) tell(ctx context.Context, list []port.Progress, hold chan struct{}, progress func(port.Progress)) error {
	for _, p := range list {
		if progress != nil {
			progress(p)
		}
		if i.During != nil {
			i.During(p)
		}
	}
	if hold == nil {
		return ctx.Err()
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-hold:
		return nil
	}
}

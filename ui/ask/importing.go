package ask

// GoToImport shows the screen that imports and exports.
type GoToImport struct {
	Export bool   // its other half
	Text   string // typed into the field for the path
}

// ListFolder reads a folder for the field in which a path is typed.
type ListFolder struct{ Folder string } // as typed, with its separator

// ReadExport reads exports or lists and compares them with what is there. Nothing is
// written by it.
type ReadExport struct {
	Text    string   // typed; empty: Paths
	Paths   []string // chosen
	Owner   string   // profile address of whose export it is, empty: find out
	Mapping string   // which columns of a list hold what, empty: find out
	Apply   bool     // write it at once: the user has seen it, or asked to finish it
}

// SayOwner asks whose export it is that was read last.
type SayOwner struct{}

// ApplyImport writes what was read and shown.
type ApplyImport struct{}

// StopImport stops what is under way without a trace, or forgets what was read.
type StopImport struct{}

// TakeBackImport undoes an import.
type TakeBackImport struct{ Event string } // id of its event

// AbandonImport takes an import back that was interrupted.
type AbandonImport struct{}

// SaveReport writes the report of the import in front into a file.
type SaveReport struct{ JSON bool }

// WriteExport writes an export for another program into a file.
type WriteExport struct {
	What   string // "contacts", "reminders", "messages" or "statement"
	Format string // "csv", "json", "vcard", "ics" or "hledger"
	Path   string // as typed
	Over   bool   // what is there may go
}

// LeaveImport ends the program and takes an import under way back first.
type LeaveImport struct{}

// LeaveAfterImport ends the program once the import under way is through.
type LeaveAfterImport struct{}

func (GoToImport) request()       {}
func (ListFolder) request()       {}
func (ReadExport) request()       {}
func (SayOwner) request()         {}
func (ApplyImport) request()      {}
func (StopImport) request()       {}
func (TakeBackImport) request()   {}
func (AbandonImport) request()    {}
func (SaveReport) request()       {}
func (WriteExport) request()      {}
func (LeaveImport) request()      {}
func (LeaveAfterImport) request() {}

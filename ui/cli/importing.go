package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/port"
	"cordial/ui/theme"
)

// fewProblems is how many problems the summary lists one by one.
const fewProblems = 5

// importCmd reads LinkedIn's export.
func (a *app) importCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import PATH... | --abandon",
		Short: "Read a LinkedIn export (a zip, a folder or single CSV files) or lists of people",
		Long: "Read a LinkedIn export: a zip, a folder or single CSV files. Reading the same export twice changes\n" +
			"nothing, and an older one erases nothing. On a terminal it first shows what is new and asks.\n" +
			"Ctrl+C stops it without a trace. One that was killed is finished by running it again, or taken back\n" +
			"by --abandon.\n" +
			"It ends with exit code 5 when rows were left out.\n\n" +
			"Lists of people are read, too: of Google Contacts, Apollo, Evaboot, PhantomBuster, Kondo, HubSpot and\n" +
			"Salesforce, vCard, what \"cordial export contacts\" wrote, and any CSV with --map. They add people, labels\n" +
			"and notes, and what is not known yet of people who are here; they change nothing else.",
		Example: "  cordial import Complete_LinkedInDataExport.zip --dry-run\n" +
			"  cordial import prospects.csv --map \"name=Full Name,url=LinkedIn,email=Work Mail,labels=Tags\"",
	}
	var o port.ImportOptions
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, "show what would be new, known and skipped, and write nothing")
	cmd.Flags().StringVar(&o.Owner, "owner", "", "profile `URL` of the member whose export it is, when it does not tell")
	mapping := cmd.Flags().String("map", "", "read lists of people by these `COLUMNS`: name=Column,url=Column,email=Column,...")
	abandon := cmd.Flags().Bool("abandon", false, "take an interrupted import back instead of finishing it")
	asJSON := jsonFlag(cmd)
	some := minArgs(1, "the PATH of a zip, a folder or a CSV file")
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if *abandon {
			return noArgs(cmd, args)
		}
		return some(cmd, args)
	}
	cmd.RunE = a.with(func(s *session, args []string) error {
		if *abandon {
			return s.abandonImport()
		}
		lists, err := s.listsAmong(args, *mapping)
		if err != nil {
			return err
		}
		if len(lists) > 0 {
			return s.importLists(lists, listOptions{mapping: *mapping, dryRun: o.DryRun, asJSON: *asJSON})
		}
		return s.importExport(args, o, *asJSON)
	})
	return cmd
}

// importExport imports LinkedIn's own export.
func (s *session) importExport(paths []string, o port.ImportOptions, asJSON bool) error {
	o.Now, o.NewID = s.now, s.newID
	s.sayUnfinished(s.store, paths)
	bring := s.importAtOnce
	if !o.DryRun && !asJSON && s.asks() {
		bring = s.importAsking
	}
	report, ok, err := bring(paths, o)
	if errors.Is(err, context.Canceled) {
		s.say("The import was stopped: nothing of it is left.")
	} else if err != nil {
		s.sayHalfWay(s.store, paths)
	}
	if err != nil || !ok {
		return s.unsure(err)
	}
	if err := s.printImport(report, asJSON); err != nil {
		return err
	}
	if report.Messages.Skipped.Total()+report.Invitations.Skipped+report.ProblemCount > 0 {
		return &coded{code: ExitSkipped}
	}
	return nil
}

// importAtOnce imports, or looks what an import would do, without a question.
func (s *session) importAtOnce(paths []string, o port.ImportOptions) (report model.ImportReport, ok bool, err error) {
	tell, clear := s.progress()
	defer clear()
	report, err = s.store.Import(s.cmd.Context(), paths, o, tell)
	return report, true, err
}

// importAsking shows what an import would do, and asks. The export is read once: what
// is shown before the question is what is written after it. ok is false when the user
// says no.
func (s *session) importAsking(paths []string, o port.ImportOptions) (report model.ImportReport, ok bool, err error) {
	tell, clear := s.progress()
	prepared, err := s.store.Prepare(s.cmd.Context(), paths, o, tell)
	clear()
	if err != nil {
		return report, false, err
	}
	if err := s.printImport(prepared.Report(), false); err != nil {
		return report, false, err
	}
	if ok, err = s.ask("Write this into the database?"); err != nil || !ok {
		return report, false, err
	}
	tell, clear = s.progress()
	defer clear()
	report, err = prepared.Apply(s.cmd.Context(), tell)
	return report, true, err
}

// unsure is why an import failed, with the option that helps when the export does not
// say whose it is.
func (s *session) unsure(err error) error {
	if s.OwnerUnsure != nil {
		if _, unsure := s.OwnerUnsure(err); unsure {
			return usage("%s, with --owner URL", err)
		}
	}
	return err
}

// abandonImport takes an interrupted import back.
func (s *session) abandonImport() error {
	paths, err := s.store.Unfinished()
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		s.say("No import was interrupted: there is nothing to take back.")
		return nil
	}
	tell, clear := s.progress()
	err = s.store.Abandon(s.cmd.Context(), tell)
	clear()
	if err == nil {
		s.say("Took the interrupted import of %s back: nothing of it is left.", clean.Line(strings.Join(paths, ", ")))
	}
	return err
}

// ask asks a question on the terminal; only a yes is one.
func (s *session) ask(question string) (bool, error) {
	s.flush()
	s.tell(question + " [y/N] ")
	line, err := bufio.NewReader(s.In).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		s.tell("\n")
		return false, err
	}
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "y", "yes":
		return true, nil
	default:
		s.say("Nothing was written.")
		return false, nil
	}
}

// printImport prints what an import did.
func (s *session) printImport(r model.ImportReport, asJSON bool) error {
	for i := range r.Problems {
		r.Problems[i].File = clean.Line(r.Problems[i].File)
		r.Problems[i].Reason = clean.Line(r.Problems[i].Reason)
	}
	if asJSON {
		return s.printJSON(jsonReport(r))
	}
	if r.FirstPartOnly {
		s.print("This is only the first part of the export: your profile. LinkedIn mails the complete archive within about a day; import that one.")
		return nil
	}
	done := "Imported"
	if r.DryRun {
		done = "Nothing is written yet. This would import"
	}
	s.print("%s the export of %s.", done, clean.Line(r.Owner))
	m := r.Messages
	g := grid{}
	g.add(dim("  messages"), plain(fmt.Sprintf("%d new, %d known, in %s (%s)", m.New, m.Known,
		plural(r.Conversations, "conversation", "conversations"), plural(r.Groups, "group", "groups"))))
	g.add(dim("  people"), plain(fmt.Sprintf("%d, of whom %s", r.People, plural(r.Connections, "connection", "connections"))))
	i := r.Invitations
	g.add(dim("  invitations"), plain(fmt.Sprintf("%d sent (%d accepted, %d pending), %d received", i.Sent, i.Accepted, i.Pending, i.Incoming)))
	n := r.InMails
	g.add(dim("  probable InMails"), plain(fmt.Sprintf("%d sent (%d answered in time, %d without answer), %d received", n.Sent, n.AnsweredInWindow, n.Unanswered, n.Received)))
	if r.Changed > 0 {
		g.add(dim("  changed"), plain(plural(r.Changed, "record that LinkedIn now gives otherwise", "records that LinkedIn now gives otherwise")))
	}
	if words := skippedWords(r); words != "" {
		g.add(dim("  left out"), plain(words))
	}
	s.printGrid(g)
	s.printProblems(r)
	return s.sayProposals(r)
}

// jsonReport is the report as --json prints it: lists are lists, though empty ones.
func jsonReport(r model.ImportReport) model.ImportReport {
	if r.Problems == nil {
		r.Problems = []model.Problem{}
	}
	if r.Renamed == nil {
		r.Renamed = []model.Rename{}
	}
	if r.Files == nil {
		r.Files = []model.FileReport{}
	}
	return r
}

// skippedWords lists what was left out, by reason.
func skippedWords(r model.ImportReport) string {
	k := r.Messages.Skipped
	var words []string
	for _, reason := range []struct {
		n    int
		word string
	}{
		{k.Malformed, "malformed"},
		{k.Draft, "draft"},
		{k.NoConversationID, "without conversation"},
		{k.BadDate, "without date"},
		{k.Sponsored, "sponsored"},
		{k.Spam, "spam"},
		{k.Duplicate, "duplicate"},
		{r.Invitations.Skipped, "invitation"},
	} {
		if reason.n > 0 {
			words = append(words, fmt.Sprintf("%d %s", reason.n, reason.word))
		}
	}
	return strings.Join(words, ", ")
}

// printProblems lists the first problems.
func (s *session) printProblems(r model.ImportReport) {
	for i, p := range r.Problems {
		if i == fewProblems {
			s.print("  %s", s.paint(theme.Dim, fmt.Sprintf("and %d more; see them with --json", r.ProblemCount-fewProblems)))
			return
		}
		where := p.File
		if p.Line > 0 {
			where = fmt.Sprintf("%s:%d", p.File, p.Line)
		}
		s.print("  %s %s", s.paint(theme.Due, where+":"), p.Reason)
	}
}

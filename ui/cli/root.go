package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cordial/ui/port"
	"cordial/ui/theme"
)

// The headings of the help.
const (
	groupRead    = "read"
	groupTriage  = "triage"
	groupReach   = "reach"
	groupCredits = "credits"
	groupData    = "data"
)

// root is the tree of all commands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "cordial",
		Short: "A keyboard-driven LinkedIn outreach inbox for the terminal",
		Long: "Cordial is an inbox for the people you write to on LinkedIn. It works from the export\n" +
			"that you download there, never logs in and never sends anything.\n\n" +
			"Without a command it opens the inbox.",
		Args:              a.noSuchCommand,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.prepare() },
		RunE:              func(cmd *cobra.Command, _ []string) error { return a.inbox(cmd) },
		Version:           a.Deps.Version.Number,
	}
	root.SuggestionsMinimumDistance = 2
	root.SetVersionTemplate("cordial {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage("%s; see: %s --help", err, cmd.CommandPath())
	})
	flags := root.PersistentFlags()
	flags.StringVar(&a.flags.db, "db", "", "database `FILE` (default: CORDIAL_DB, or cordial.db in the data directory)")
	flags.StringVar(&a.flags.color, "color", "auto", "colours: auto, always or never")
	flags.StringVar(&a.flags.now, "now", "", "pretend it is `INSTANT` (default: CORDIAL_NOW, or the clock)")
	flags.BoolVar(&a.flags.yes, "yes", false, "answer yes to every question")
	complete(root, "color", "auto", "always", "never")
	root.AddGroup(
		&cobra.Group{ID: groupRead, Title: "Look:"},
		&cobra.Group{ID: groupTriage, Title: "Work through the inbox:"},
		&cobra.Group{ID: groupReach, Title: "Write to people:"},
		&cobra.Group{ID: groupCredits, Title: "InMails and credits:"},
		&cobra.Group{ID: groupData, Title: "The data:"},
	)
	a.addCommands(root)
	root.SetHelpCommand(a.helpCmd())
	for _, cmd := range root.Commands() {
		cmd.SuggestionsMinimumDistance = 2
	}
	return root
}

// addCommands hangs every command under its heading.
func (a *app) addCommands(root *cobra.Command) {
	for _, part := range []struct {
		group    string
		commands []*cobra.Command
	}{
		{groupRead, []*cobra.Command{a.listCmd(), a.showCmd(), a.dueCmd(), a.labelsCmd()}},
		{groupTriage, append(a.markCmds(), a.labelCmd(), a.remindCmd(), a.doneCmd(), a.noteCmd())},
		{groupReach, []*cobra.Command{a.checkSendCmd(), a.inviteCmd(), a.invitationsCmd(), a.reviewCmd(), a.messageCmd(), a.quotaCmd(), a.templateCmd()}},
		{groupCredits, []*cobra.Command{
			a.inmailCmd(), a.creditsCmd(), a.statementCmd(), a.forecastCmd(), a.seatCmd(),
		}},
		{groupData, []*cobra.Command{
			a.importCmd(), a.exportCmd(), a.contactCmd(), a.undoCmd(), a.redoCmd(), a.historyCmd(), a.journalCmd(), a.checkCmd(), a.backupCmd(), a.restoreCmd(), a.compactCmd(),
		}},
		{"", []*cobra.Command{a.demoCmd(), a.keysCmd(), a.manCmd(), a.versionCmd()}},
	} {
		for _, cmd := range part.commands {
			cmd.GroupID = part.group
			root.AddCommand(cmd)
		}
	}
}

// prepare reads the global flags and what stands in for them.
func (a *app) prepare() error {
	if a.flags.db == "" {
		a.flags.db = a.env("CORDIAL_DB")
	}
	if a.flags.db == "" {
		a.flags.db = a.defaultDB()
	}
	if a.flags.now == "" {
		a.flags.now = a.env("CORDIAL_NOW")
	}
	a.began = a.Clock()
	a.now = a.began.Truncate(time.Second)
	if a.flags.now != "" {
		now, err := parseInstant(a.flags.now, a.began.Location())
		if err != nil {
			return err
		}
		if year := now.Year(); year < 1970 || year > 9000 {
			return usage("--now is in the year %d; choose one from 1970 on", year)
		}
		a.now = now
	}
	return a.prepareLook()
}

// prepareLook decides about colours: the flag, then NO_COLOR, then the terminal.
func (a *app) prepareLook() error {
	a.theme = theme.Detect(a.Environ)
	print := a.OutTTY && a.env("NO_COLOR") == "" && a.env("TERM") != "dumb"
	switch a.flags.color {
	case "auto":
	case "never":
		a.theme.Profile, print = theme.None, false
	case "always":
		a.theme.Profile, print = max(a.theme.Profile, theme.Colors16), true
	default:
		return usage("--color is auto, always or never, not %q", a.flags.color)
	}
	if print {
		a.look = theme.New(a.theme)
	}
	return nil
}

// paint gives a text the look of a role, where there are colours.
func (a *app) paint(r theme.Role, text string) string {
	if a.look == nil {
		return text
	}
	return a.look.Paint(r, text)
}

// parseInstant reads an instant as --now takes it. A day means its noon.
func parseInstant(text string, zone *time.Location) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t.In(zone), nil
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, text, zone); err == nil {
			return t, nil
		}
	}
	if t, err := time.ParseInLocation("2006-01-02", text, zone); err == nil {
		return t.Add(12 * time.Hour), nil
	}
	return time.Time{}, usage("--now cannot be %q; write an instant such as 2026-04-01T09:30:00Z or 2026-04-01", text)
}

// noSuchCommand refuses what is no command, naming those that are nearly so.
func (a *app) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usage("there is no command %q; did you mean: %s %s", args[0], cmd.CommandPath(), strings.Join(near, ", "))
	}
	return usage("there is no command %q; see: %s --help", args[0], cmd.CommandPath())
}

// helpCmd explains a command.
func (a *app) helpCmd() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "Explain a command", ValidArgsFunction: completeCommands,
		RunE: func(cmd *cobra.Command, args []string) error {
			asked, rest, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return a.noSuchCommand(asked, rest)
			}
			return asked.Help()
		},
	}
}

// completeCommands completes the name of a command.
func completeCommands(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	asked, _, err := cmd.Root().Find(args)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []cobra.Completion
	for _, sub := range asked.Commands() {
		if sub.IsAvailableCommand() && strings.HasPrefix(sub.Name(), typed) {
			names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// group is a command that only holds others.
func (a *app) group(use, short string, commands ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short, Args: a.noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var names []string
			for _, sub := range cmd.Commands() {
				names = append(names, sub.Name())
			}
			return usage("%s needs one of: %s", cmd.CommandPath(), strings.Join(names, ", "))
		},
	}
	cmd.AddCommand(commands...)
	return cmd
}

// inbox opens the full-screen program.
func (a *app) inbox(cmd *cobra.Command) error {
	if !a.Screen {
		a.sayCommands(cmd)
		return usage("the inbox needs a terminal; these commands do without one")
	}
	store, err := a.openStore()
	if err != nil {
		return err
	}
	a.sayUnfinished(store, nil)
	return a.Inbox(cmd.Context(), a.start(store, a.flags.db, false))
}

// sayCommands lists the commands by their headings.
func (a *app) sayCommands(root *cobra.Command) {
	a.say("%s\n", root.Short)
	for _, group := range root.Groups() {
		var names []string
		for _, cmd := range root.Commands() {
			if cmd.GroupID == group.ID {
				names = append(names, cmd.Name())
			}
		}
		a.say("%s\n  %s", group.Title, strings.Join(names, ", "))
	}
	a.say("\nSee: cordial --help")
}

// start is what the inbox is started with.
func (a *app) start(store port.Store, path string, demo bool) Inbox {
	return Inbox{
		Store: store, Clock: a.clock, NewID: a.NewID, Zone: a.Zone, World: world(),
		Path: path, Theme: a.theme, Demo: demo,
	}
}

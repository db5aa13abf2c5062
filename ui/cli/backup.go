package cli

import (
	"context"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"cordial/model/clean"
)

// keeper is a store that can be copied and made smaller. Not every store can.
type keeper interface {
	Backup(ctx context.Context, path string) error
	Compact() (before, after int64, err error)
}

// keeper opens the database for what is done to the file as a whole.
func (a *app) keeper() (keeper, error) {
	s, err := a.openStore()
	if err != nil {
		return nil, err
	}
	k, ok := s.(keeper)
	if !ok {
		return nil, &coded{code: ExitFailed, text: "this database is kept in memory; there is no file to copy"}
	}
	return k, nil
}

// backupCmd copies the database.
func (a *app) backupCmd() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Copy the database to a new file, and check the copy",
		Long: "Copy the database to a new file, readable by you alone, and check the copy. Nothing that was deleted\n" +
			"is in it. Copying the file itself while a program writes makes a damaged copy; this does not.",
		Args: exactArgs(1, "the FILE to write"),
		RunE: func(cmd *cobra.Command, args []string) error {
			k, err := a.keeper()
			if err != nil {
				return err
			}
			if err := k.Backup(cmd.Context(), args[0]); err != nil {
				return err
			}
			a.say("copied to %s", clean.Line(args[0]))
			return nil
		},
	}
}

// restoreCmd puts a backup in the database's place.
func (a *app) restoreCmd() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: "Put a backup in the place of the database",
		Long: "Check a backup and put it in the place of the database. The file that was there is kept beside it.",
		Args: exactArgs(1, "the FILE that backup wrote"),
		RunE: func(cmd *cobra.Command, args []string) error {
			kept, err := a.Restore(cmd.Context(), a.flags.db, args[0])
			if err != nil {
				return err
			}
			a.say("restored from %s", clean.Line(args[0]))
			if kept != "" {
				a.say("the database as it was is kept as %s", clean.Line(kept))
			}
			return nil
		},
	}
}

// compactCmd makes the file smaller.
func (a *app) compactCmd() *cobra.Command {
	return &cobra.Command{
		Use: "compact", Short: "Write the database anew, without the room of what is gone",
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			k, err := a.keeper()
			if err != nil {
				return err
			}
			before, after, err := k.Compact()
			if err != nil {
				return err
			}
			a.say("%s before, %s now", humanize.Bytes(uint64(before)), humanize.Bytes(uint64(after)))
			return nil
		},
	}
}

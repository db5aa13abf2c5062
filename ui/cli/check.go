package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/clean"
	"cordial/ui/theme"
)

// checkCmd compares the database with itself.
func (a *app) checkCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "check", Short: "Compare the database with itself",
		Long: "Verify every checksum and the journal's chain, and compare what is derived with what it is derived\n" +
			"from. It ends with exit code 6 when something is wrong. A damaged journal is never repaired.",
		Args: noArgs,
	}
	repair := cmd.Flags().Bool("repair", false, "rebuild what is derived and differs")
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		store, err := a.openStore()
		if *repair && errors.Is(err, model.ErrDamaged) {
			store, err = a.OpenDamaged(a.flags.db)
		}
		if err != nil {
			return err
		}
		r, err := store.Check(cmd.Context(), *repair)
		if err != nil {
			return err
		}
		a.sayUnfinished(store, nil)
		r.Faults, r.Repaired = cleaned(r.Faults), cleaned(r.Repaired)
		if *asJSON {
			err = a.printJSON(r)
		} else {
			a.print("%d events, %d messages, %d conversations, %d people", r.Events, r.Messages, r.Threads, r.People)
			for _, text := range r.Repaired {
				a.print("%s %s", a.paint(theme.Good, "repaired:"), text)
			}
			for _, text := range r.Faults {
				a.print("%s %s", a.paint(theme.Danger, "wrong:"), text)
			}
		}
		if len(r.Faults) > 0 && err == nil {
			return &coded{code: ExitDatabase, text: fmt.Sprintf("%s in the database; %s", plural(len(r.Faults), "thing is wrong", "things are wrong"), whatNext(*repair))}
		}
		return err
	}
	return cmd
}

// whatNext is what to do about a database that is not well.
func whatNext(repaired bool) string {
	if repaired {
		return "put back a copy, or start anew from the export and a journal export"
	}
	return "rebuild what can be with: cordial check --repair"
}

// cleaned is texts that may quote the file.
func cleaned(texts []string) []string {
	list := make([]string, len(texts))
	for i, text := range texts {
		list[i] = clean.Line(text)
	}
	return list
}

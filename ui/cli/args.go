package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// noArgs refuses words that a command does not take.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%s takes no %q; see: %s --help", cmd.CommandPath(), args[0], cmd.CommandPath())
	}
	return nil
}

// exactArgs asks for n words, which what names.
func exactArgs(n int, what string) cobra.PositionalArgs { return argRange(n, n, what) }

// minArgs asks for n words or more.
func minArgs(n int, what string) cobra.PositionalArgs { return argRange(n, -1, what) }

// argRange asks for least to most words, which what names; -1 is any number.
func argRange(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage("%s needs %s; see: %s --help", cmd.CommandPath(), what, cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return usage("%s takes %s and no %q; see: %s --help", cmd.CommandPath(), what, args[most], cmd.CommandPath())
		}
		return nil
	}
}

// complete makes the shell complete a flag from a list.
func complete(cmd *cobra.Command, flag string, words ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag was not declared before
	}
}

// join lists words for a sentence.
func join(words []string) string { return strings.Join(words, ", ") }

// screenful is how many rows a terminal is shown when nobody says.
const screenful = 50

// limitFlag adds --limit to a command that lists.
func limitFlag(cmd *cobra.Command) *int {
	return cmd.Flags().Int("limit", 0, fmt.Sprintf("at most `N` (default: %d on a terminal, all elsewhere; 0 is all)", screenful))
}

// limit is how many rows to list, 0 for all.
func (a *app) limit(cmd *cobra.Command, asked int, asJSON bool) (int, error) {
	if asked < 0 {
		return 0, usage("--limit is 0 or more, not %d", asked)
	}
	if !cmd.Flags().Changed("limit") && a.OutTTY && !asJSON {
		return screenful, nil
	}
	return asked, nil
}

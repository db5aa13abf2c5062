package cli

import (
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

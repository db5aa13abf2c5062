package cli

import (
	"fmt"
	"strings"

	mcobra "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"

	"cordial/keymap"
)

// demoCmd runs the inbox on made-up people.
func (a *app) demoCmd() *cobra.Command {
	return &cobra.Command{
		Use: "demo", Short: "Open the inbox on made-up people; nothing is kept", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !a.Screen {
				return usage("the demo needs a terminal")
			}
			store, done, err := a.Demo(cmd.Context(), a.now)
			if err != nil {
				return err
			}
			defer done()
			return a.Inbox(cmd.Context(), a.start(store, "", true))
		},
	}
}

// keyView is a key binding as --json prints it.
type keyView struct {
	Scope  keymap.Scope  `json:"scope"`
	Keys   []string      `json:"keys"`
	Action keymap.Action `json:"action"`
	Title  string        `json:"title"`
	Help   string        `json:"help"`
}

// keysCmd lists the keys of the inbox.
func (a *app) keysCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "keys", Short: "List the keys of the inbox", Args: noArgs}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		views := []keyView{}
		g := grid{}
		for _, b := range keymap.Default().Bindings() {
			views = append(views, keyView{b.Scope, append([]string{}, b.Keys...), b.Action, b.Title, b.Help})
			g.add(dim(string(b.Scope)), strong(strings.Join(b.Keys, ", ")), plain(string(b.Action)), dim(b.Help))
		}
		if *asJSON {
			return a.printJSON(map[string]any{"keys": views})
		}
		a.printGrid(g)
		return nil
	}
	return cmd
}

// manCmd prints the manual page.
func (a *app) manCmd() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "Print the manual page: cordial man | man -l -", Args: noArgs, Hidden: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			page, err := mcobra.NewManPage(1, cmd.Root())
			if err != nil {
				return fmt.Errorf("writing the manual page: %w", err)
			}
			a.print("%s", strings.TrimSuffix(page.Build(roff.NewDocument()), "\n"))
			return nil
		},
	}
}

// versionCmd says which build this is.
func (a *app) versionCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "version", Short: "Print the version", Args: noArgs}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		v := a.Deps.Version
		if *asJSON {
			return a.printJSON(map[string]string{"version": v.Number, "revision": v.Revision, "go": v.Go})
		}
		a.print("cordial %s", strings.Join(filled(v.Number, v.Revision, v.Go), " "))
		return nil
	}
	return cmd
}

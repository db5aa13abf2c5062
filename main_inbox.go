package main

import (
	"context"
	"errors"

	"cordial/ui"
	"cordial/ui/cli"
)

// runInbox runs the full-screen program.
func runInbox(ctx context.Context, i cli.Inbox) error {
	err := ui.Run(ctx, ui.Deps{
		Store: i.Store, Clock: i.Clock, NewID: i.NewID, World: i.World, Zone: i.Zone,
		Options: ui.Options{Demo: i.Demo, Theme: i.Theme, DBPath: i.Path},
	})
	var interrupted *ui.Interrupted
	if errors.As(err, &interrupted) {
		return context.Canceled
	}
	return err
}

package store

import (
	"context"

	"cordial/model"
)

// Abandon takes an unfinished import back instead of finishing it.
func (s *Store) Abandon(context.Context, func(model.Progress)) error {
	return &model.Refusal{Reason: "an unfinished import cannot be taken back yet", Help: "finish it by importing it again"}
}

// TakeBack undoes the newest import that counts.
func (s *Store) TakeBack(context.Context, string, model.ImportOptions, func(model.Progress)) error {
	return &model.Refusal{Reason: "an import cannot be undone yet", Help: "restore a backup that was made before it"}
}

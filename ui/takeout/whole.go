package takeout

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// WriteWhole writes a file whole or not at all, readable by its owner alone.
func WriteWhole(path string, write func(io.Writer) error) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".cordial-*.tmp") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) //nolint:errcheck // it is gone when all went well
	if err := errors.Join(write(temp), temp.Sync(), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

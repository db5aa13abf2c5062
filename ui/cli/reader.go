package cli

import (
	"context"
	"io"
)

// interruptible is a reader that gives up when its context ends: nobody may sit
// before a program that waits for input and does not hear ctrl+c.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

// Read reads, or answers why the context ended.
func (i interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	type chunk struct {
		n   int
		err error
	}
	own := make([]byte, len(p)) // p is not ours any more once we have given up
	read := make(chan chunk, 1)
	go func() { // can only read or block
		n, err := i.r.Read(own)
		read <- chunk{n, err}
	}()
	select {
	case <-i.ctx.Done():
		return 0, i.ctx.Err()
	case c := <-read:
		return copy(p, own[:c.n]), c.err
	}
}

package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model/clean"
	"cordial/ui/takeout"
)

// The formats of exports.
const (
	formatCSV     = "csv"
	formatJSON    = "json"
	formatVCard   = "vcard"
	formatICS     = "ics"
	formatHledger = "hledger"
)

// exportCmd holds what can be written for other programs.
func (a *app) exportCmd() *cobra.Command {
	return a.group("export", "Write contacts, reminders, messages or the statement for other programs",
		a.exportContactsCmd(), a.exportRemindersCmd(), a.exportMessagesCmd(), a.exportStatementCmd())
}

// exportFlags say how and where to write.
type exportFlags struct {
	format, output *string
	formats        []string // the first is the usual one
}

// flagsOfExport adds the flags that every export has.
func flagsOfExport(cmd *cobra.Command, formats ...string) exportFlags {
	f := exportFlags{
		formats: formats,
		format: cmd.Flags().String("format", "", fmt.Sprintf("the `FORMAT`: %s (default: by the FILE's ending, or %s)",
			strings.Join(formats, " or "), formats[0])),
		output: cmd.Flags().StringP("output", "o", "", "write to a new `FILE` instead of stdout"),
	}
	complete(cmd, "format", formats...)
	return f
}

// chosen is the format that was asked for, or that the file's ending says.
func (f exportFlags) chosen(cmd *cobra.Command) (string, error) {
	format := strings.ToLower(*f.format)
	if format == "" {
		format = f.formats[0]
		if said := formatOfFile(*f.output); slices.Contains(f.formats, said) {
			format = said
		}
	}
	if !slices.Contains(f.formats, format) {
		return "", usage("%s writes %s, not %q", cmd.CommandPath(), strings.Join(f.formats, " or "), format)
	}
	return format, nil
}

// formatOfFile is the format that a file's ending says, empty for another.
func formatOfFile(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return formatCSV
	case ".json":
		return formatJSON
	case ".vcf":
		return formatVCard
	case ".ics":
		return formatICS
	case ".journal", ".hledger", ".ledger":
		return formatHledger
	default:
		return ""
	}
}

// export writes an export to stdout, or to a file whole or not at all.
func (s *session) export(f exportFlags, write func(w io.Writer, format string) error) error {
	format, err := f.chosen(s.cmd)
	if err != nil {
		return err
	}
	if *f.output == "" || *f.output == "-" {
		s.flush()
		if !s.OutTTY {
			return write(s.Out, format)
		}
		w := &cleaner{to: s.Out}
		return errors.Join(write(w, format), w.end())
	}
	if err := s.writeFile(*f.output, func(w io.Writer) error { return write(w, format) }); err != nil {
		return err
	}
	s.say("wrote %s", *f.output)
	return nil
}

// writeFile writes a file whole or not at all; one that is there only with --yes.
func (s *session) writeFile(path string, write func(io.Writer) error) error {
	err := takeout.Target{Path: path, Over: s.flags.yes, Database: s.flags.db}.Write(write)
	if errors.Is(err, takeout.ErrThere) {
		return failed("%s is there already; name another file, or replace it with --yes", path)
	}
	return err
}

// cleaner takes out what a terminal could take for a command, line by line.
type cleaner struct {
	to   io.Writer
	rest []byte // a line that has not ended yet
}

// Write writes the lines that have ended.
func (c *cleaner) Write(p []byte) (int, error) {
	c.rest = append(c.rest, p...)
	end := bytes.LastIndexByte(c.rest, '\n')
	if end < 0 {
		return len(p), nil
	}
	var out strings.Builder
	for line := range bytes.Lines(c.rest[:end+1]) {
		out.WriteString(clean.Block(string(bytes.TrimRight(line, "\r\n"))) + "\n")
	}
	c.rest = append(c.rest[:0], c.rest[end+1:]...)
	_, err := io.WriteString(c.to, out.String())
	return len(p), err
}

// end writes what is left.
func (c *cleaner) end() error {
	_, err := io.WriteString(c.to, clean.Block(string(c.rest)))
	return err
}

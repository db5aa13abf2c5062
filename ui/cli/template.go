package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/template"
	"cordial/ui/theme"
)

// templateCmd holds what can be done to templates.
func (a *app) templateCmd() *cobra.Command {
	return a.group("template", "Texts that are written once and sent often",
		a.templateListCmd(), a.templateShowCmd(), a.templateAddCmd(), a.templateEditCmd(), a.templateRemoveCmd(),
		a.templateExpandCmd())
}

// templateView is a template as --json prints it.
type templateView struct {
	ID        string          `json:"id"`
	Name      string          `json:"name"`
	Channel   channel.Channel `json:"channel"`
	Subject   string          `json:"subject"`
	Body      string          `json:"body"`
	Variables []string        `json:"variables"` // in the order of the text
	Edited    *string         `json:"edited"`
}

// templateOf is a template as --json prints it.
func (s *session) templateOf(t model.Template) templateView {
	return templateView{
		ID: t.ID, Name: clean.Line(t.Name), Channel: t.Channel, Subject: clean.Line(t.Subject), Body: clean.Block(t.Body),
		Variables: listOf(template.Uses(t.Subject + "\n" + t.Body)), Edited: s.instant(t.Edited),
	}
}

// templateListCmd lists the templates.
func (a *app) templateListCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List the templates", Args: noArgs}
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		views := []templateView{}
		g := grid{}
		for _, t := range s.book.Templates() {
			v := s.templateOf(t)
			views = append(views, v)
			g.add(strong(v.Name), dim(string(v.Channel)), plain(clean.Line(join(filled(v.Subject, v.Body)))))
		}
		if *asJSON {
			return s.printJSON(map[string]any{"templates": views})
		}
		if len(views) == 0 {
			s.say("There is no template yet; write one with: cordial template add NAME --channel inmail --body TEXT")
		}
		s.printGrid(g)
		return nil
	})
	return cmd
}

// templateShowCmd shows a template.
func (a *app) templateShowCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "show NAME", Short: "Show a template", Args: exactArgs(1, "the NAME of a template"), ValidArgsFunction: a.templateArg,
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		t, err := s.template(args[0])
		if err != nil {
			return err
		}
		v := s.templateOf(t)
		if *asJSON {
			return s.printJSON(v)
		}
		s.print("%s  %s", s.paint(theme.Title, v.Name), s.paint(theme.Dim, string(v.Channel)))
		s.printText(v.Subject, v.Body)
		return nil
	})
	return cmd
}

// printText prints a text as it is sent.
func (s *session) printText(subject, body string) {
	if subject != "" {
		s.print("Subject: %s\n", subject)
	}
	s.print("%s", body)
}

// template is the template of that name.
func (s *session) template(name string) (model.Template, error) {
	if t, ok := s.book.FindTemplate(name); ok {
		return t, nil
	}
	var names []string
	for _, t := range s.book.Templates() {
		names = append(names, clean.Line(t.Name))
	}
	if len(names) == 0 {
		return model.Template{}, notFound("there is no template %q, and no other; write one with: cordial template add", name)
	}
	return model.Template{}, notFound("there is no template %q; there is: %s", name, join(names))
}

// textFlags are what a template says.
type textFlags struct {
	cmd                          *cobra.Command
	name, channel, subject, body *string
}

// addTextFlags adds the flags of a template's text.
func addTextFlags(cmd *cobra.Command) textFlags {
	f := textFlags{
		cmd: cmd, channel: cmd.Flags().String("channel", "", "where it is sent: inmail, message or invitation"),
		subject: cmd.Flags().String("subject", "", "the `SUBJECT` of an InMail"),
		body:    cmd.Flags().String("body", "", textUsage),
	}
	complete(cmd, "channel", string(channel.InMail), string(channel.Message), string(channel.Invitation))
	return f
}

// over is a template's text with what was given in its place.
func (f textFlags) over(s *session, text model.TemplateText) (model.TemplateText, error) {
	if f.cmd.Flags().Changed("channel") {
		text.Channel = channel.Channel(strings.ToLower(*f.channel))
	}
	if f.cmd.Flags().Changed("subject") {
		text.Subject = *f.subject
	}
	if f.cmd.Flags().Changed("body") {
		body, err := s.readText(*f.body)
		if err != nil {
			return text, err
		}
		text.Body = body
	}
	return text, nil
}

// textUsage explains the flags that readText reads.
const textUsage = "the `TEXT`; - reads it from stdin"

// mostText is the most bytes that are read as a text: many times what LinkedIn takes.
const mostText = 1 << 20

// readText is a text, or what stdin holds ("-"), without the line break at its end.
func (s *session) readText(text string) (string, error) {
	if text != "-" {
		return text, nil
	}
	read, err := io.ReadAll(io.LimitReader(s.In, mostText+1))
	if err != nil {
		return "", fmt.Errorf("reading the text: %w", err)
	}
	if len(read) > mostText {
		return "", usage("that is no text to send: it is longer than %d bytes", mostText)
	}
	return strings.TrimRight(strings.ReplaceAll(string(read), "\r\n", "\n"), "\n"), nil
}

// templateAddCmd writes a template.
func (a *app) templateAddCmd() *cobra.Command {
	var variables strings.Builder
	for _, v := range template.Variables() {
		fmt.Fprintf(&variables, "\n  {%s}%s%s", v.Name, strings.Repeat(" ", max(1, 15-len(v.Name))), v.Says)
	}
	cmd := &cobra.Command{
		Use: "add NAME --channel CHANNEL --body TEXT", Short: "Write a template",
		Long: "Write a template. In its subject and body, these stand for what is known of people:\n" + variables.String() +
			"\n\n{{ and }} stand for braces themselves.",
		Example: "  cordial template add intro --channel inmail --subject \"{company}\" --body \"Hi {first_name}, …\"\n" +
			"  cordial template add note --channel invitation --body - < note.txt",
		Args: exactArgs(1, "the NAME of the template"),
	}
	f := addTextFlags(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		if *f.channel == "" {
			return usage("where is it sent? say it with --channel: inmail, message or invitation")
		}
		text, err := f.over(s, model.TemplateText{Name: args[0]})
		if err != nil {
			return err
		}
		return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.AddTemplate(s.newID(s.now), text, s.now) })
	})
	return cmd
}

// templateEditCmd gives a template another text.
func (a *app) templateEditCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "edit NAME", Short: "Give a template another text, name or channel",
		Args: exactArgs(1, "the NAME of a template"), ValidArgsFunction: a.templateArg,
	}
	f := addTextFlags(cmd)
	f.name = cmd.Flags().String("name", "", "another `NAME`")
	cmd.RunE = a.with(func(s *session, args []string) error {
		t, err := s.template(args[0])
		if err != nil {
			return err
		}
		text, err := f.over(s, t.TemplateText)
		if err != nil {
			return err
		}
		if cmd.Flags().Changed("name") {
			text.Name = *f.name
		}
		return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.EditTemplate(t.ID, text, s.now) })
	})
	return cmd
}

// templateRemoveCmd takes a template off the list.
func (a *app) templateRemoveCmd() *cobra.Command {
	return &cobra.Command{
		Use: "remove NAME", Short: "Take a template off the list; what was written from it stays",
		Args: exactArgs(1, "the NAME of a template"), ValidArgsFunction: a.templateArg,
		RunE: a.with(func(s *session, args []string) error {
			t, err := s.template(args[0])
			if err != nil {
				return err
			}
			return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.RemoveTemplate(t.ID, s.now) })
		}),
	}
}

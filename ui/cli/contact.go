package cli

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/model/who"
)

// contactCmd holds what can be done to people by hand.
func (a *app) contactCmd() *cobra.Command {
	return a.group("contact", "Add people by hand, say what is known of them, and who of them are one",
		a.contactAddCmd(), a.contactEditCmd(), a.contactMergesCmd(), a.contactMergeCmd(), a.contactUnmergeCmd(),
		a.contactApartCmd(), a.contactRemoveCmd(), a.contactRestoreCmd())
}

// contactAddCmd makes somebody known.
func (a *app) contactAddCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "add NAME", Short: "Add somebody whom no export names yet",
		Example: "  cordial contact add \"Carl Berg\" --url https://www.linkedin.com/in/carl-berg --degree 3",
		Args:    exactArgs(1, "the NAME"),
	}
	var d model.ContactAdded
	flags := cmd.Flags()
	flags.StringVar(&d.Contact, "id", "", "the `ID` (default: made from the profile or the name)")
	flags.StringVar(&d.URL, "url", "", "the `URL` of the LinkedIn profile")
	flags.StringVar(&d.Headline, "headline", "", "the `HEADLINE`")
	flags.StringVar(&d.Company, "company", "", "the `COMPANY`")
	flags.StringVar(&d.Position, "position", "", "the `POSITION`")
	flags.StringVar(&d.Email, "email", "", "the `ADDRESS`")
	degree := degreeFlag(cmd)
	open := flags.Bool("open-profile", false, "it is an Open Profile: InMails are free")
	cmd.RunE = a.with(func(s *session, args []string) error {
		d.Name = args[0]
		var err error
		if d.Degree, err = parseDegree(cmd, *degree); err != nil {
			return err
		}
		if flags.Changed("open-profile") {
			d.OpenProfile = open
		}
		id := d.Contact
		events, err := s.do(func(b *model.Book) ([]model.Draft, error) {
			added := d
			if err := identify(b, &added, id); err != nil {
				return nil, err
			}
			return b.AddContact(added, s.now)
		})
		if err != nil {
			return err
		}
		added := events[0].Decision.(model.ContactAdded)
		s.say("added %s as %s", shown(added.Name, added.Contact), added.Contact)
		return nil
	})
	return cmd
}

// degreeFlag adds --degree.
func degreeFlag(cmd *cobra.Command) *string {
	degree := cmd.Flags().String("degree", "", "the distance on LinkedIn: 1, 2, 3, or out (of network)")
	complete(cmd, "degree", "1", "2", "3", "out")
	return degree
}

// parseDegree reads --degree, nil where it was not given.
func parseDegree(cmd *cobra.Command, text string) (*int, error) {
	if !cmd.Flags().Changed("degree") {
		return nil, nil
	}
	if text == "out" {
		text = "0"
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil, usage("--degree is 1, 2, 3, or out for out of network, not %q", text)
	}
	return &n, nil
}

// identify gives a new contact an id, unless one was typed, and refuses whoever has
// been added before.
func identify(b *model.Book, d *model.ContactAdded, typed string) error {
	slug, ok := who.Identity(d.URL)
	if d.URL != "" && !ok {
		return usage("%q is no profile address; it looks like https://www.linkedin.com/in/NAME", d.URL)
	}
	slug = norm.NFC.String(slug)
	if ok {
		d.URL = who.ProfileURL(slug)
		if id, known := b.ContactID(model.PersonKey(slug)); known {
			if p, ok := b.Contact(id); ok && b.Removed(p.Key) {
				return b.Present(p)
			}
			return &model.Refusal{Reason: fmt.Sprintf("that profile is here already, as %s", id)}
		}
	}
	switch {
	case typed != "":
		d.Contact = typed
	case ok && len(slug) <= 64:
		d.Contact = slug
	default:
		d.Contact = contactlist.FreeID(b, fold(d.Name))
	}
	return nil
}

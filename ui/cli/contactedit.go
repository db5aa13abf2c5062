package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/role"
)

// byHeadline leaves it to the headline what somebody is.
const byHeadline = "auto"

// contactEditCmd says what is known of somebody.
func (a *app) contactEditCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "edit PERSON", Short: "Say what is known of somebody; it goes before what the export says",
		Long: "Say what is known of somebody; it goes before what the export says. Degree, Open Profile and role\n" +
			"decide what writing to them costs and what check-send advises. An empty text takes a field away.",
		Example: "  cordial contact edit \"Carl Berg\" --degree 3 --open-profile yes\n" +
			"  cordial contact edit carl-berg --company Hallstatt --position CTO --role c-level\n" +
			"  cordial contact edit carl-berg --as-linkedin company",
		Args: exactArgs(1, "a PERSON"), ValidArgsFunction: a.personThen(),
	}
	texts := map[string]*string{}
	for flag, usage := range map[string]string{
		"name": "the `NAME`", "headline": "the `HEADLINE`", "company": "the `COMPANY`", "position": "the `POSITION`", "email": "the `ADDRESS`",
	} {
		texts[flag] = cmd.Flags().String(flag, "", usage)
	}
	degree := degreeFlag(cmd)
	open := cmd.Flags().String("open-profile", "", "whether InMails to them are free: yes or no")
	complete(cmd, "open-profile", "yes", "no")
	roles := []string{string(role.IsCLevel), string(role.IsRecruiter), string(role.IsOther), byHeadline}
	what := cmd.Flags().String("role", "", "what they are: "+strings.Join(roles[:3], ", ")+", or auto to go by the headline")
	complete(cmd, "role", roles...)
	asLinkedIn := cmd.Flags().StringSlice("as-linkedin", nil, "take back what you said of `FIELDS`, such as company,email: what LinkedIn says counts again")
	complete(cmd, "as-linkedin", model.ContactFields()...)
	cmd.RunE = a.with(func(s *session, args []string) error {
		given := func(flag, text string) *string {
			if !cmd.Flags().Changed(flag) {
				return nil
			}
			return &text
		}
		d := model.ContactEdited{
			Name: given("name", *texts["name"]), Headline: given("headline", *texts["headline"]),
			Company: given("company", *texts["company"]), Position: given("position", *texts["position"]),
			Email: given("email", *texts["email"]),
		}
		var err error
		if d.Degree, err = parseDegree(cmd, *degree); err != nil {
			return err
		}
		if d.OpenProfile, err = parseYes("open-profile", given("open-profile", *open)); err != nil {
			return err
		}
		if r := given("role", *what); r != nil {
			d.Role = new(role.Role(strings.TrimSuffix(*r, byHeadline)))
		}
		if d == (model.ContactEdited{}) && len(*asLinkedIn) == 0 {
			return usage("say what to change, such as --degree 2; see: %s --help", cmd.CommandPath())
		}
		sub, err := s.findPerson(args[0])
		if err != nil {
			return err
		}
		return s.decide(func(b *model.Book) ([]model.Draft, error) { return editContact(b, sub.Person, d, *asLinkedIn, s.now) })
	})
	return cmd
}

// editContact says what is known of somebody, and takes back what was said of fields.
func editContact(b *model.Book, p model.Person, d model.ContactEdited, asLinkedIn []string, at time.Time) ([]model.Draft, error) {
	var drafts []model.Draft
	if len(asLinkedIn) > 0 {
		fields := strings.Split(strings.ReplaceAll(strings.Join(asLinkedIn, ","), "-", "_"), ",")
		back, err := b.AsLinkedIn(p, fields, at)
		if err != nil {
			return nil, err
		}
		drafts = back
	}
	if d == (model.ContactEdited{}) {
		return drafts, nil
	}
	edited, err := b.EditContact(p, d, at)
	return append(drafts, edited...), err
}

// parseYes reads yes or no, nil where it was not given.
func parseYes(flag string, text *string) (*bool, error) {
	if text == nil {
		return nil, nil
	}
	switch strings.ToLower(*text) {
	case "yes", "y", "true":
		return new(true), nil
	case "no", "n", "false":
		return new(false), nil
	default:
		return nil, usage("--%s is yes or no, not %q", flag, *text)
	}
}

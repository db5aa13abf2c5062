package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/quota"
	"cordial/ui/theme"
)

// meterView is where a quota stands, as --json prints it.
type meterView struct {
	Quota       quota.ID `json:"quota"`
	Name        string   `json:"name"`
	Count       int      `json:"count"`
	Limit       *int     `json:"limit"` // null: there is none
	Left        *int     `json:"left"`
	Default     *int     `json:"default"`
	Source      string   `json:"source"` // of the limit: "article", "reported" or "yours"
	Basis       string   `json:"basis"`
	LockedUntil *string  `json:"locked_until"` // LinkedIn said that its limit is reached
}

// quotaCmd shows what LinkedIn limits.
func (a *app) quotaCmd() *cobra.Command {
	cmd := a.group("quota", "Show what is used of what LinkedIn limits: invitations, notes, messages", a.quotaSetCmd(), a.quotaHitCmd())
	cmd.Long = "Show what is used of what LinkedIn limits without saying how much: invitations, their notes, and\n" +
		"messages. The meters warn, and LinkedIn decides; every limit says where it comes from and can be set\n" +
		"otherwise or switched off."
	asJSON := jsonFlag(cmd)
	cmd.RunE = a.with(func(s *session, _ []string) error {
		meters, err := s.meters()
		if err != nil {
			return err
		}
		if *asJSON {
			return s.printJSON(map[string]any{"quotas": s.meterViews(meters)})
		}
		s.printMeters(meters)
		return nil
	})
	return cmd
}

// meterViews is meters as --json prints them.
func (s *session) meterViews(meters []quota.Meter) []meterView {
	views := []meterView{}
	for _, m := range meters {
		v := meterView{
			Quota: m.ID, Name: m.Name, Count: m.Count, Limit: limitOf(m.Limit), Default: limitOf(m.Default),
			Source: m.Source.Words(), Basis: m.Basis, LockedUntil: s.instant(m.LockedUntil),
		}
		if !m.Off {
			v.Left = new(m.Left())
		}
		views = append(views, v)
	}
	return views
}

// limitOf is the number of a limit, nil where there is none.
func limitOf(l quota.Limit) *int {
	if l.Off {
		return nil
	}
	return &l.Number
}

// printMeters prints meters for people.
func (s *session) printMeters(meters []quota.Meter) {
	g := grid{}
	for _, m := range meters {
		used := cell{text: usedWords(m), role: theme.Text, right: true}
		if m.Over(0) > 0 || m.Locked() {
			used.role = theme.Due
		}
		words := m.Basis
		if m.Locked() {
			words = "LinkedIn said that its limit is reached; it ends " + s.moment(m.LockedUntil.In(s.now.Location()))
		}
		g.add(strong(string(m.ID)), plain(m.Name), used, dim(m.Source.Words()), cell{text: words, role: theme.Dim, whole: true})
	}
	s.printGrid(g)
}

// usedWords is what is used of a quota.
func usedWords(m quota.Meter) string {
	if m.Off {
		return fmt.Sprint(m.Count)
	}
	return fmt.Sprintf("%d of %d", m.Count, m.Number)
}

// quotaIDs names the quotas, for the shell.
func quotaIDs() []cobra.Completion {
	var ids []cobra.Completion
	for _, q := range quota.All() {
		ids = append(ids, cobra.CompletionWithDesc(string(q.ID), q.Name))
	}
	return ids
}

// quotaThen completes a quota, then one of the words.
func quotaThen(words ...string) completion {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		switch len(args) {
		case 0:
			return quotaIDs(), cobra.ShellCompDirectiveNoFileComp
		case 1:
			return words, cobra.ShellCompDirectiveNoFileComp
		default:
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
	}
}

// Words that stand for a limit.
const (
	limitOff     = "off"
	limitDefault = "default"
)

// quotaSetCmd gives a quota another limit.
func (a *app) quotaSetCmd() *cobra.Command {
	return &cobra.Command{
		Use: "set QUOTA LIMIT|off|default", Short: "Set the limit of a quota, switch it off, or go back to the default",
		Example: "  cordial quota set invitations-week 80",
		Args:    exactArgs(2, "a QUOTA and a number, off or default"), ValidArgsFunction: quotaThen(limitOff, limitDefault),
		RunE: a.with(func(s *session, args []string) error {
			d := model.QuotaSet{Quota: quota.ID(strings.ToLower(args[0]))}
			switch word := strings.ToLower(args[1]); word {
			case limitOff:
				d.Off = true
			case limitDefault:
			default:
				n, err := strconv.Atoi(word)
				if err != nil {
					return usage("a limit is a number, off or default, not %q", args[1])
				}
				d.Limit = &n
			}
			return s.decide(func(b *model.Book) ([]model.Draft, error) { return b.SetQuota(d, s.now) })
		}),
	}
}

// quotaHitCmd records that LinkedIn's limit is reached.
func (a *app) quotaHitCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use: "hit QUOTA", Short: "Record that LinkedIn said its limit is reached, which locks it for seven days",
		Args: exactArgs(1, "a QUOTA"), ValidArgsFunction: quotaThen(),
	}
	at := atFlag(cmd)
	cmd.RunE = a.with(func(s *session, args []string) error {
		t, err := s.at(*at, s.now.Location())
		if err != nil {
			return err
		}
		id := quota.ID(strings.ToLower(args[0]))
		if err := s.decide(func(b *model.Book) ([]model.Draft, error) { return b.HitLimit(id, t, s.now) }); err != nil {
			return err
		}
		meters, err := s.meters()
		if err != nil {
			return err
		}
		for _, m := range meters {
			if m.ID == id && m.Locked() {
				s.say("It ends %s.", s.moment(m.LockedUntil.In(s.now.Location())))
			}
		}
		return nil
	})
	return cmd
}

package lists

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"cordial/model"
	"cordial/model/day"
	"cordial/model/who"
	"cordial/store/linkedin/table"

	"github.com/emersion/go-vcard"
)

// Properties of a card that this program adds, because no standard one says it.
const (
	CardHeadline    = "X-LINKEDIN-HEADLINE"
	CardDegree      = "X-LINKEDIN-DEGREE"
	CardOpenProfile = "X-LINKEDIN-OPEN-PROFILE"
	CardConnectedOn = "X-LINKEDIN-CONNECTED-ON"
	CardID          = "X-CORDIAL-ID"
)

// card is a decoded card whose values are still shielded.
type card struct {
	vcard.Card
	shields
}

// person takes a card of a person.
func (g *gatherer) person(c card, line int) {
	if kind := c.kind(); kind != "" && kind != string(vcard.KindIndividual) {
		g.refuse(line, NotPerson, "the card of a "+kind+", not of a person")
		return
	}
	contact := Contact{
		Name: c.text(vcard.FieldFormattedName), Company: c.part(vcard.FieldOrganization, 0),
		Position: cmp.Or(c.text(vcard.FieldTitle), c.text(vcard.FieldRole)), Headline: c.text(CardHeadline),
		Notes: strings.Join(c.texts(vcard.FieldNote), "\n\n"), OpenProfile: yesNo(c.text(CardOpenProfile)), Line: line,
		Location: joined(", ", c.part(vcard.FieldAddress, 3), c.part(vcard.FieldAddress, 4), c.part(vcard.FieldAddress, 6)),
	}
	c.name(&contact)
	contact.ID = c.text(CardID)
	contact.ConnectedOn, _ = day.Parse(c.text(CardConnectedOn))
	var ok bool
	if contact.Degree, ok = degree(c.text(CardDegree)); !ok {
		g.note(line, BadDegree, table.Quote(c.text(CardDegree))+" is no degree of connection; the contact is taken without it")
		contact.Degree = model.DegreeUnknown
	}
	for _, email := range c.texts(vcard.FieldEmail) {
		g.email(&contact, email)
	}
	for _, field := range c.Card[vcard.FieldCategories] {
		for label := range strings.SplitSeq(field.Value, ",") {
			if label = strings.TrimSpace(c.unshield(label)); label != "" && !everybody(label) {
				contact.Labels = append(contact.Labels, label)
			}
		}
	}
	g.take(contact, c.profiles())
}

// kind tells what a card is of, in lower case; nothing for a person, as a rule.
func (c card) kind() string {
	if strings.EqualFold(c.text("X-ABSHOWAS"), "COMPANY") {
		return "company"
	}
	return strings.ToLower(cmp.Or(c.text(vcard.FieldKind), c.text("X-ADDRESSBOOKSERVER-KIND")))
}

// name reads N. A card that has the whole name in one part of it does not tell first and last name apart.
func (c card) name(contact *Contact) {
	last, first := c.part(vcard.FieldName, 0), c.part(vcard.FieldName, 1)
	if contact.Name == "" {
		contact.Name = joined(" ", first, c.part(vcard.FieldName, 2), last)
	}
	if first != contact.Name && last != contact.Name {
		contact.First, contact.Last = first, last
	}
}

// profiles finds LinkedIn's addresses. In a property that is said to be LinkedIn's a bare name will do.
func (c card) profiles() profiles {
	var p profiles
	for _, property := range []string{"SOCIALPROFILE", "X-SOCIALPROFILE", "X-LINKEDIN", "X-SOCIAL-LINKEDIN", vcard.FieldURL, vcard.FieldIMPP} {
		for _, field := range c.Card[property] {
			value := strings.TrimSpace(c.unshield(field.Value))
			said := strings.Contains(property, "LINKEDIN") || field.Params.HasType("linkedin") ||
				strings.EqualFold(field.Params.Get("SERVICE-TYPE"), "linkedin")
			if key, ok := who.Typed(cmp.Or(field.Params.Get("X-USER"), value)); ok && said {
				value = who.ProfileURL(key)
			}
			p.add(value)
		}
	}
	return p
}

// text answers the preferred value of a property.
func (c card) text(property string) string {
	if list := c.texts(property); len(list) > 0 {
		return list[0]
	}
	return ""
}

// texts answers all values of a property that are not empty, the preferred ones first.
func (c card) texts(property string) []string {
	fields := slices.Clone(c.Card[property])
	slices.SortStableFunc(fields, func(x, y *vcard.Field) int { return preference(x) - preference(y) })
	var list []string
	for _, field := range fields {
		if value := strings.TrimSpace(c.unshield(field.Value)); value != "" {
			list = append(list, value)
		}
	}
	return list
}

// part answers a part of the first value of a property that has several.
func (c card) part(property string, n int) string {
	parts := strings.Split(c.Value(property), ";")
	if n >= len(parts) {
		return ""
	}
	return strings.TrimSpace(c.unshield(parts[n]))
}

// preference answers 1 for the most preferred value and 101 for one that says nothing about it.
func preference(field *vcard.Field) int {
	if n, err := strconv.Atoi(field.Params.Get(vcard.ParamPreferred)); err == nil && n >= 1 && n <= 100 {
		return n
	}
	if field.Params.HasType("pref") {
		return 1
	}
	return 101
}

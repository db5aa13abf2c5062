package outward

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"time"

	"cordial/model"
	"cordial/store/lists"
)

// ContactsVCard writes contacts as vCard 4.0 (RFC 6350), one card each with a UID that stays the same as long as the
// contact does. The profile stands in SOCIALPROFILE (RFC 9554), in X-SOCIALPROFILE for Apple's address book, and in URL
// for everybody else. What no property is for (headline, degree, Open Profile) stands in ones of our own.
func ContactsVCard(w io.Writer, contacts Rows[Contact]) error {
	return writeAll(w, "contacts", contacts, func(out *bufio.Writer, c Contact) error {
		for _, p := range c.properties() {
			if err := property(out, p.name, p.value); err != nil {
				return err
			}
		}
		return nil
	})
}

// namedValue is a property of a card or a calendar.
type namedValue struct{ name, value string }

// properties are those of a contact's card.
func (c Contact) properties() []namedValue {
	name := cmp.Or(strings.TrimSpace(c.Name), c.Email, c.ID)
	list := []namedValue{
		{"BEGIN", "VCARD"},
		{"VERSION", "4.0"},
		{"UID", "urn:uuid:" + cardID(c.ID)},
		{"FN", escaped(name)},
		// Which part of a name is the family's, LinkedIn does not say; a guess would be wrong for half of the world.
		{"N", ";" + escaped(name) + ";;;"},
	}
	add := func(name, value string) {
		if value != "" {
			list = append(list, namedValue{name, value})
		}
	}
	add("ORG", escaped(c.Company))
	add("TITLE", escaped(c.Position))
	add("EMAIL", escaped(c.Email))
	add("SOCIALPROFILE;SERVICE-TYPE=LinkedIn", address(c.URL))
	add("X-SOCIALPROFILE;TYPE=linkedin", address(c.URL))
	add("URL", address(c.URL))
	categories := make([]string, len(c.Labels))
	for i, label := range c.Labels {
		categories[i] = escaped(label)
	}
	add("CATEGORIES", strings.Join(categories, ","))
	for _, n := range c.Notes {
		add("NOTE", escaped(n.Text))
	}
	add(lists.CardHeadline, escaped(c.Headline))
	if c.Degree != model.DegreeUnknown {
		add(lists.CardDegree, degree(c.Degree))
	}
	add(lists.CardOpenProfile, yes(c.OpenProfile))
	add(lists.CardConnectedOn, connectedOn(c.Person))
	add(lists.CardID, escaped(c.ID))
	if !c.Changed.IsZero() {
		add("REV", instant(c.Changed))
	}
	add("END", "VCARD")
	return list
}

// instant is a time as vCard and iCalendar write it.
func instant(at time.Time) string { return at.UTC().Format("20060102T150405Z") }

// cardID makes a UUID of a contact's id, always the same one (RFC 9562, version 8).
func cardID(id string) string {
	sum := sha256.Sum256([]byte("cordial\x00contact\x00" + id))
	b := sum[:16]
	b[6], b[8] = b[6]&0x0f|0x80, b[8]&0x3f|0x80
	digits := hex.EncodeToString(b)
	return strings.Join([]string{digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]}, "-")
}

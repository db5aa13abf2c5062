package lists

import (
	"strings"
	"unicode"
)

// Field is what a column says of a person; its words are those of a mapping.
type Field string

// The fields of a contact.
const (
	FieldName        Field = "name"
	FieldFirst       Field = "first"
	FieldMiddle      Field = "middle"
	FieldLast        Field = "last"
	FieldURL         Field = "url" // of the profile on LinkedIn
	FieldEmail       Field = "email"
	FieldCompany     Field = "company"
	FieldPosition    Field = "position"
	FieldHeadline    Field = "headline"
	FieldDegree      Field = "degree"
	FieldOpenProfile Field = "open_profile"
	FieldLabels      Field = "labels"
	FieldNotes       Field = "notes"
	FieldLocation    Field = "location"
)

// Fields that no mapping names: a part of the location, and what only exports of this program have.
const (
	place       Field = "place"
	connectedOn Field = "connected_on"
	contactID   Field = "id"
)

// Fields lists the fields that a mapping may name.
func Fields() []Field {
	return []Field{
		FieldName, FieldFirst, FieldMiddle, FieldLast, FieldURL, FieldEmail, FieldCompany, FieldPosition, FieldHeadline,
		FieldDegree, FieldOpenProfile, FieldLabels, FieldNotes, FieldLocation,
	}
}

// aliases lists, for each field, the column names that mean it, squashed; the better ones first. One table serves all
// formats, because no name means two things.
func aliases() map[Field][]string {
	return map[Field][]string{
		FieldName:   {"name", "fullname", "displayname", "contactname", "contactfullname", "leadname", "fileas"},
		FieldFirst:  {"firstname", "givenname", "contactfirstname", "connectionfirstname", "forename"},
		FieldMiddle: {"middlename", "additionalname"},
		FieldLast:   {"lastname", "familyname", "surname", "contactlastname", "connectionlastname"},
		FieldURL: {
			// The public address, before those of Sales Navigator and internal ids.
			"linkedinurlpublic", "defaultprofileurl", "personlinkedinurl", "contactlinkedinurl", "connectionprofileurl", "linkedinprofileurl",
			"linkedinurl", "linkedinprofile", "linkedin", "hslinkedinurl", "linkedinbio", "linkedinc", "linkedinurlc",
			"profileurl", "profilelink", "url", "linkedinurluniqueid", "contactlinkedinuid", "vmid", "salesnavigatorurl",
			"salesnavurl", "profiles", "sites", "website#value", "customfield#value", "website",
		},
		FieldEmail: {
			"email", "emailaddress", "email#value", "email#address", "email#", "primaryemail", "workemail", "contactemail",
			"professionalemail", "emails", "secondaryemail", "tertiaryemail", "personalemail", "mail",
		},
		FieldCompany: {
			"company", "companyname", "currentcompany", "organizationname", "organization#name", "organization",
			"contactcompany", "companyaccount", "associatedcompany", "accountname", "companies", "linkedincompanyname", "employer",
		},
		FieldPosition: {
			"position", "title", "jobtitle", "currentjob", "currenttitle", "currentjobtitle", "currentposition",
			"organizationtitle", "organization#title", "linkedinjobtitle", "contactjobtitle", "role",
		},
		FieldHeadline:    {"headline", "profileheadline", "contactheadline", "linkedinheadline"},
		FieldDegree:      {"degree", "connectiondegree", "memberdistance", "distance", "connectionlevel"},
		FieldOpenProfile: {"openprofile", "isopenprofile", "isopenlink", "openlink"},
		FieldLabels:      {"labels", "label", "kondolabels", "groupmembership", "tags", "tag", "lists", "categories"},
		FieldNotes:       {"notes", "note", "kondonote"},
		FieldLocation:    {"location", "contactlocation", "geolocation", "linkedinlocation"},
		place:            {"city", "state", "country"},
		connectedOn:      {"connectedon"},
		contactID:        {"contactid"},
	}
}

// squash folds a column's name to letters and digits in lower case, every number to one "#": "E-mail 1 - Value" becomes
// "email#value", and First Name, first_name and firstName are one.
func squash(name string) string {
	var out strings.Builder
	number := false
	for _, r := range name {
		switch {
		case unicode.IsDigit(r):
			if !number {
				out.WriteByte('#')
			}
			number = true
			continue
		case unicode.IsLetter(r):
			out.WriteRune(unicode.ToLower(r))
		}
		number = false
	}
	return out.String()
}

package lists

import (
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Mapping says which columns hold which field, by their names in the file. Fields without an entry are found by the
// usual names. Several columns for a field are tried in order; for url, email and labels all of them count.
type Mapping map[Field][]string

// ErrMapping says that a mapping cannot be read or does not fit the file.
var ErrMapping = errors.New("the mapping does not fit")

// ParseMapping reads "name=Full Name,url=LinkedIn,email=Work Mail,email=Private Mail". A pair with a comma in it stands
// in quotation marks. The error is ErrMapping, with what is wrong.
func ParseMapping(text string) (Mapping, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	in := csv.NewReader(strings.NewReader(text))
	in.TrimLeadingSpace = true
	pairs, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("%w: %q is not field=Column,field=Column", ErrMapping, text)
	}
	m := Mapping{}
	for _, pair := range pairs {
		name, column, found := strings.Cut(pair, "=")
		field := Field(strings.ToLower(strings.TrimSpace(name)))
		column = strings.TrimSpace(column)
		switch {
		case !found || column == "":
			return nil, fmt.Errorf("%w: %q is not field=Column", ErrMapping, pair)
		case !slices.Contains(Fields(), field):
			return nil, fmt.Errorf("%w: there is no field %q; the fields are %s", ErrMapping, field, fieldNames())
		}
		m[field] = append(m[field], column)
	}
	return m, nil
}

// missing lists the columns of the mapping that a header does not have.
func (m Mapping) missing(has func(string) bool) []string {
	var names []string
	for _, f := range Fields() {
		for _, name := range m[f] {
			if !has(name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// fieldNames lists the fields for an error message.
func fieldNames() string {
	var names []string
	for _, f := range Fields() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// Package who names people: it turns every shape of a LinkedIn profile address into one identity key, and a name as
// LinkedIn shows it into one that two can be compared by.
package who

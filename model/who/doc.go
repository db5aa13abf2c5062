// Package who names people: it turns every shape of a LinkedIn profile address into one identity key.
package who

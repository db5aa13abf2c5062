// Package template puts names and companies into texts that are written once and
// sent often.
//
//	Hi {first_name}, how is {company}?   ──►   Hi Maria, how is Acme?
//
// {{ and }} stand for braces themselves. Everything else in braces must be one of
// [Variables]: what is misspelt is an error, and never sent.
package template

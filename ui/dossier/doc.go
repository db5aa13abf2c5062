// Package dossier gathers what is known of one conversation, evidence and
// decisions together, as a card of facts and as a timeline.
package dossier

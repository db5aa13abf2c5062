// Package triage tells which conversations need the user today: which tab each
// is in, in what order, and the words for why.
package triage

// Package dark tells Lip Gloss that the terminal is dark before Bubble Tea's own
// initialisation asks the terminal and waits up to five seconds for an answer.
package dark

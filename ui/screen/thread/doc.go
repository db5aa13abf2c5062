// Package thread shows one conversation: everything that happened in it, oldest
// first, beside the card of the person.
package thread

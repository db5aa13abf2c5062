// Package sample writes made-up LinkedIn exports of any size, the same bytes for the same seed, and says what a reader
// has to find in them. Nobody in them exists.
package sample

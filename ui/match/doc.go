// Package match finds names by a few typed letters, whatever their case and
// accents: "muller" finds "Jürgen Müller". It wraps fzf's matcher.
package match

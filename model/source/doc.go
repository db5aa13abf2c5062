// Package source names where a number or a choice comes from, so that a screen can
// say how far to trust it.
package source

// Package channel knows the ways to write to somebody on LinkedIn and how long a
// text may be in each.
package channel

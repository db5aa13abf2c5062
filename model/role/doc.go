// Package role reads from a headline or a position whether somebody is C-level or a
// recruiter, which decides by which way they are best written to.
package role

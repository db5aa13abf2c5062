// Package intake is what comes before an import and after it, for screen and command
// line alike: what was typed as a path, which files are exports and which are lists,
// taking lists into the journal, how far an import has come, and its report as a file.
package intake

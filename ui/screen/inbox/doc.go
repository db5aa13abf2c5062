// Package inbox is the list of conversations in tabs, with a preview of the one
// under the cursor.
package inbox

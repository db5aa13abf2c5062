// Package drafts lists the letters that are being written, and shows the one under
// the cursor.
package drafts

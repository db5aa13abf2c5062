// Package ask is the closed set of requests that screens and dialogs make of
// the App: plain data that says what to do, never how.
package ask

// Package cli is Cordial line by line: the commands of a shell over the same rules,
// and the same interfaces to the store, as the inbox. What it prints on stdout is
// data, what it says on stderr is for people, and its exit code is one of the Exit
// constants.
package cli

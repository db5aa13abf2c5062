// Package store keeps evidence and decisions in one bbolt file and answers them
// as the model's values.
//
//	            ┌ journal ── hash-chained, append-only, read whole ──► model.Book (in memory)
//	one file ───┤ evidence ─ people, conversations, messages, invitations
//	            └ threads ── one digest a conversation, derived from the evidence
//
// Decisions are not projected to disk. The journal is small and precious: it is
// read whole when the program starts, its chain is verified on the way, and what it
// folds to lives in memory. So a save writes the event and nothing else, and the
// only derived rows in the file are digests of evidence, which check recomputes.
//
// Evidence is replaceable, and so is an import of it: every record has the number of
// the import that wrote it last, and what an import changes is kept as it was. So a
// cancelled import leaves no trace, and the newest one can be undone.
//
// A process holds the file's lock for a burst of work, not for its lifetime: every
// method opens the file, works and closes it. Before bbolt maps the file it is
// examined (preflight), because bbolt itself takes an empty file for a new database
// and dies of a truncated one; and every value carries a checksum of its own,
// because bbolt has none.
package store

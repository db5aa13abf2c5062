// Package review shows what imports show and nobody has recorded, with its evidence, and
// asks for a yes or a no.
//
//	┌─ the list, by kind ───────────┬─ what is under the cursor ───┐
//	│ PROBABLE INMAILS  2           │ who and what                 │
//	│▌  Ada    10 Feb  -1 credit    │ what it does to the credits  │
//	│ ? Bo      3 Mar  free         │ why, and what speaks against │
//	│ ACCEPTED INVITATIONS  1       │ the messages in question     │
//	└───────────────────────────────┴──────────────────────────────┘
package review

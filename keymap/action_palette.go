package keymap

// Whatever has a name, and the people behind it.
const (
	Palette     Action = "palette"
	ArchiveRead Action = "archive.read"

	GoMerges  Action = "go.merges"
	Remove    Action = "person.remove"
	MergeWith Action = "person.merge"
	Merge     Action = "merge.do"
	MergeAll  Action = "merge.likely"
	MergeSwap Action = "merge.swap"
	Apart     Action = "merge.apart"
	Unmerge   Action = "merge.undo"
)

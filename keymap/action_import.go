package keymap

// Bringing in what others wrote, and handing out what is here.
const (
	GoImport   Action = "go.import"
	GoExport   Action = "go.export"
	Complete   Action = "path.complete"
	ImportPart Action = "import.part"
	Problems   Action = "import.problems"
	Renamed    Action = "import.renamed"
	ReportSave Action = "report.save"
	ReportJSON Action = "report.json"
	OwnerSay   Action = "import.owner"
	NextColumn Action = "column.next"
	PrevColumn Action = "column.previous"
)

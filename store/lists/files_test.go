package lists_test

import (
	"os"
	"path/filepath"
	"testing"

	"cordial/store/lists"

	"github.com/charmbracelet/x/exp/golden"
)

// TestFiles reads one file of every format and shows all that came of it.
func TestFiles(t *testing.T) {
	want := map[string]lists.Format{
		"google-2024.csv": lists.FormatGoogle, "google-2022.csv": lists.FormatGoogle, "apollo.csv": lists.FormatApollo,
		"evaboot.csv": lists.FormatEvaboot, "phantombuster.csv": lists.FormatPhantomBuster, "kondo.csv": lists.FormatKondo,
		"hubspot.csv": lists.FormatHubSpot, "salesforce.csv": lists.FormatSalesforce, "Contacts.csv": lists.FormatLinkedInContacts,
		"ImportedContacts.csv": lists.FormatLinkedInContacts, "Notes.csv": lists.FormatLinkedInNotes, "google-3.0.vcf": lists.FormatVCard, "apple.vcf": lists.FormatVCard,
		"outlook-2.1.vcf": lists.FormatVCard,
	}
	for name, format := range want {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("testdata", "files", name)
			if got, err := lists.RecogniseFile(path); err != nil || got != format {
				t.Errorf("recognised as %v, %v", got, err)
			}
			list, err := lists.Read(t.Context(), path, lists.Options{})
			if err != nil {
				t.Fatal(err)
			}
			golden.RequireEqual(t, []byte(described(list)))
		})
	}
	files, err := os.ReadDir("testdata/files")
	if err != nil || len(files) != len(want) {
		t.Errorf("%d files, %d tried, %v", len(files), len(want), err)
	}
}

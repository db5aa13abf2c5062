package ui_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/store"
	"cordial/ui/port"
	"cordial/ui/uitest"
)

// export writes a small export of LinkedIn's and answers its folder.
func export(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	const me = "https://www.linkedin.com/in/pavel-novak"
	var csv strings.Builder
	csv.WriteString("CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n")
	for i, name := range []string{"Maria Rossi", "Aiko Nakamura", "Diego Garcia"} {
		url := "https://www.linkedin.com/in/" + strings.ToLower(strings.ReplaceAll(name, " ", "-"))
		at := uitest.Start().Add(-time.Duration(i+1) * time.Hour).UTC()
		fmt.Fprintf(&csv, "c%d,,Pavel Novak,%s,%s,%s,%s UTC,,Hello %s,INBOX\n", i, me, name, url, at.Add(-time.Hour).Format(time.DateTime), name)
		fmt.Fprintf(&csv, "c%d,,%s,%s,Pavel Novak,%s,%s UTC,,Answer of %s,INBOX\n", i, name, url, me, at.Format(time.DateTime), name)
	}
	if err := os.WriteFile(filepath.Join(dir, "messages.csv"), []byte(csv.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// open opens the database, as every program does for itself.
func open(t *testing.T, path string) port.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{World: model.World{Zone: time.LoadLocation}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The whole way on a real database: import, triage, a second program beside the
// first, and a new start.
func TestOnARealDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cordial.db")
	s := uitest.OpenStore(t, open(t, path)).Sees("Welcome to Cordial.")
	other := open(t, path)
	_, err := other.Import(context.Background(), []string{export(t)}, port.ImportOptions{
		Now: s.Now(), NewID: func(time.Time) string { return "the-import" }, Owner: "https://www.linkedin.com/in/pavel-novak",
	}, func(port.Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	s.Wait(3*time.Second).Sees("[1 Inbox 3]", "Maria Rossi", "Answer of Diego Garcia", "export of 18 Nov")
	s.Press("e").Sees("Archived Maria Rossi").Press("l").Type("Berlin").Press("enter").Sees("4 Berlin 1")
	s.Press("j").Press("h").Type("2d").Press("enter").Sees("[1 Inbox 1]")

	stamp, err := other.Stamp()
	if err != nil {
		t.Fatal(err)
	}
	theirs := model.Event{ID: "theirs", At: s.Now(), Recorded: s.Now(), Decision: model.LabelCreated{Label: "Theirs"}}
	if err := other.Append(stamp.Journal, []model.Event{theirs}); err != nil {
		t.Fatal(err)
	}
	// Ours goes out before theirs was seen, and comes after it.
	s.Press("s").Sees("Starred Aiko Nakamura", "Theirs 0").SeesNot("not saved")
	s.Press("q").Ended()
	uitest.OpenStore(t, open(t, path)).Sees("[1 Inbox 1]", "4 Berlin 1", "5 Theirs 0", "★").
		Press("enter").Sees("Hello Aiko Nakamura", "Answer of Aiko Nakamura").Press("esc").
		TurnDay().TurnDay().Sees("[1 Inbox 2]", "Diego Garcia")

	report, err := other.Check(context.Background(), false)
	if err != nil || len(report.Faults) > 0 {
		t.Errorf("the check found %v, %v", report.Faults, err)
	}
}

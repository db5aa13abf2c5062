package ui_test

import (
	"errors"
	"fmt"
	"maps"
	"testing"
	"time"

	"cordial/model"
	"cordial/ui/uitest"
)

// reach comes to a stage of an import and draws it then.
type reach map[string]func(s *uitest.Scenario, golden func())

// stagesBefore are those in which nothing is in question and nothing written.
func stagesBefore() reach {
	return reach{
		"choosing": func(s *uitest.Scenario, golden func()) { s.Press("g x"); golden() },
		"typing":   func(s *uitest.Scenario, golden func()) { s.Press("g x").Type("~/m"); golden() },
		"nowhere":  func(s *uitest.Scenario, golden func()) { s.Press("g x").Type("~/gone/x.zip"); golden() },
		"reading":  func(s *uitest.Scenario, golden func()) { meanwhile(s, model.Reading, 4, golden); chosen(s) },
		"comparing": func(s *uitest.Scenario, golden func()) {
			meanwhile(s, model.Comparing, 1, golden)
			chosen(s)
		},
		"preview":  func(s *uitest.Scenario, golden func()) { chosen(s); golden() },
		"problems": func(s *uitest.Scenario, golden func()) { chosen(s).Press("v j ctrl+d"); golden() },
		"renamed":  func(s *uitest.Scenario, golden func()) { chosen(s).Press("m j"); golden() },
		"nothing-new": func(s *uitest.Scenario, golden func()) {
			s.Memory.Imports.Report = model.ImportReport{
				Owner: "pavel-novak", Messages: model.MessageCounts{Known: 48_210},
				Files: []model.FileReport{{Name: "messages.csv", Rows: 48_210, Status: "read"}},
			}
			chosen(s)
			golden()
		},
		"first-part": func(s *uitest.Scenario, golden func()) {
			s.Memory.Imports.Report = model.ImportReport{FirstPartOnly: true, Files: []model.FileReport{{Name: "Profile.csv", Rows: 1, Status: "read"}}}
			s.Memory.Imports.Reads = nil
			chosen(s)
			golden()
		},
	}
}

// stagesAfter are the others.
func stagesAfter() reach {
	return reach{
		"asking": func(s *uitest.Scenario, golden func()) { s.Memory.Imports.FailPrepare = errUnsure; chosen(s); golden() },
		"asking-address": func(s *uitest.Scenario, golden func()) {
			s.Memory.Imports.FailPrepare = errUnsure
			chosen(s).Press("o").Type("linkedin.com/in/pav")
			golden()
		},
		"failed": func(s *uitest.Scenario, golden func()) {
			s.Memory.Imports.FailPrepare = errors.New("refused: it is encrypted; unpack the archive with its password and import the folder")
			chosen(s)
			golden()
		},
		"refused": func(s *uitest.Scenario, golden func()) {
			s.Memory.Imports.FailPrepare = &model.Refusal{Reason: "the export is zoe's, and the database is pavel-novak's", Help: "choose another database with --db"}
			chosen(s)
			golden()
		},
		"writing": func(s *uitest.Scenario, golden func()) {
			meanwhile(s, model.Writing, 2, golden)
			chosen(s).Press("enter")
		},
		"stopping": func(s *uitest.Scenario, golden func()) {
			meanwhile(s, model.Writing, 2, func() { s.Press("esc"); golden() })
			chosen(s).Press("enter")
		},
		"behind": func(s *uitest.Scenario, golden func()) {
			meanwhile(s, model.Writing, 2, func() { s.Press("g i"); golden() })
			chosen(s).Press("enter")
		},
		"done": func(s *uitest.Scenario, golden func()) { chosen(s).Press("enter"); golden() },
		"undo": func(s *uitest.Scenario, golden func()) { chosen(s).Press("enter enter z"); golden() },
		"taking-back": func(s *uitest.Scenario, golden func()) {
			meanwhile(s, model.TakingBack, 1, func() { s.Press("g x"); golden() })
			chosen(s).Press("enter enter z").Wait(time.Second).Press("y")
		},
		"list":      func(s *uitest.Scenario, golden func()) { s.Press("g x down enter"); golden() },
		"list-done": func(s *uitest.Scenario, golden func()) { s.Press("g x down enter enter"); golden() },
		"mapping": func(s *uitest.Scenario, golden func()) {
			s.Press("g x").Type("~/mine/any.csv").Press("enter l")
			golden()
		},
		"export": func(s *uitest.Scenario, golden func()) { s.Press("g X down"); golden() },
		"interrupted": func(s *uitest.Scenario, golden func()) {
			s.Memory.Imports.Left = []string{"/home/pavel/export.zip"}
			s.Reopen()
			golden()
		},
	}
}

// TestImportStages draws every stage, at every class of size.
func TestImportStages(t *testing.T) {
	stages := stagesBefore()
	maps.Copy(stages, stagesAfter())
	for name, do := range stages {
		for _, size := range sizes() {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				drawn := false
				s := onMachine(t, uitest.Busy).Size(size[0], size[1])
				do(s, func() { s.Golden(); drawn = true })
				if !drawn {
					t.Error("the stage was never come to")
				}
			})
		}
	}
	for _, size := range sizes() {
		t.Run(fmt.Sprintf("nothing-found-%dx%d", size[0], size[1]), func(t *testing.T) {
			uitest.Open(t, uitest.Empty).Size(size[0], size[1]).Press("enter").Golden()
		})
	}
}

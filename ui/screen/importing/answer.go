package importing

import (
	"strings"

	"cordial/keymap"
	"cordial/ui/ask"
	"cordial/ui/listing"
	"cordial/ui/widget"
)

// accept does what enter means in the stage.
func (s *Screen) accept() ask.Request {
	r := s.world.Run
	switch r.Stage {
	case Choosing:
		return s.take()
	case Asking:
		return s.answerOwner()
	case Mapping:
		return s.readMapped()
	case Preview:
		return ask.ApplyImport{}
	case Done:
		return ask.Batch{ask.StopImport{}, ask.Back{}}
	default: // Failed: choose again
		return ask.StopImport{}
	}
}

// answerOwner says whose export it is.
func (s *Screen) answerOwner() ask.Request {
	r := s.world.Run
	if s.view == typing {
		return ask.ReadExport{Paths: r.Paths, Owner: strings.TrimSpace(s.owner.Value())}
	}
	if at := s.people.Cursor; at < len(r.Candidates) {
		return ask.ReadExport{Paths: r.Paths, Owner: r.Candidates[at].URL}
	}
	s.view = typing
	return nil
}

// sayOwner opens the field for the address of whose export it is.
func (s *Screen) sayOwner() ask.Request {
	if s.world.Run.Stage == Failed {
		return ask.SayOwner{}
	}
	s.view = typing
	return nil
}

// cancel does what esc means: it leads one step back, and never leaves a trace.
func (s *Screen) cancel() ask.Request {
	r := s.world.Run
	switch {
	case s.view == typing && len(r.Candidates) > 0, s.view == problems, s.view == renamed:
		s.view = usual
		return nil
	case r.Stage == Choosing:
		return ask.Back{}
	case r.Stage == Writing:
		return ask.Question{
			Title: "Stop the import?", Text: "What was written so far is taken back, and nothing of it is left.",
			YesText: "yes, stop and take back", NoText: "no, go on", LaterText: "go on, and to the inbox",
			Yes: ask.StopImport{}, Later: ask.Back{},
		}
	case r.Stage == TakingBack:
		return ask.Back{}
	case r.Stage == Done:
		return ask.Batch{ask.StopImport{}, ask.Back{}}
	default:
		return ask.StopImport{}
	}
}

// Off is why an action is not possible now; empty when it is.
func (s *Screen) Off(a keymap.Action) string {
	if s.out {
		return s.offExport(a)
	}
	r := s.world.Run
	list, all := r.problems()
	told := r.Stage == Preview || r.Stage == Writing || r.Stage == Done
	switch a {
	case keymap.Accept:
		return s.offAccept()
	case keymap.Complete:
		if r.Stage == Asking {
			return "Only paths are completed"
		}
	case keymap.ImportPart:
		if r.Stage == Asking {
			return "Say first whose export it is, or esc"
		}
	case keymap.Problems:
		switch {
		case !told:
			return "There is no report yet"
		case all == 0 || len(list) == 0:
			return "No record was left out for a reason of its own"
		}
	case keymap.Renamed:
		switch {
		case !told:
			return "There is no report yet"
		case len(r.Report.Renamed) == 0 || r.Lists != nil:
			return "Nobody has a new name"
		}
	case keymap.ReportSave, keymap.ReportJSON:
		if !told {
			return "There is no report yet"
		}
	case keymap.OwnerSay:
		switch {
		case r.Stage != Asking && (r.Stage != Failed || !r.wantsOwner()):
			return "Whose export it is, is not in question"
		case s.view == typing:
			return "Type the address of your profile"
		}
	case keymap.NextColumn, keymap.PrevColumn:
		if r.Stage != Mapping || len(r.Columns) == 0 {
			return "There is no column to choose"
		}
	default:
		if _, moves := listing.Do(widget.List{}, a); moves && s.front() == nil {
			return "There is no list here"
		}
	}
	return ""
}

// offAccept is why enter is not possible now.
func (s *Screen) offAccept() string {
	r := s.world.Run
	switch {
	case s.view == problems || s.view == renamed:
		return "esc leads back to the summary first"
	case r.Stage == Choosing && strings.TrimSpace(s.path.Value()) == "" && !s.chosen:
		return "Type or paste a path first"
	case r.Stage == Reading:
		return "It is still being read: nothing is written until you confirm"
	case r.Stage == Writing:
		return "It is being written; the inbox can be used meanwhile"
	case r.Stage == TakingBack:
		return "It is being taken back; the inbox can be used meanwhile"
	case r.Stage == Asking && s.view == typing && strings.TrimSpace(s.owner.Value()) == "":
		return "Type the address of your profile first"
	case r.Stage == Mapping && !s.mapped():
		return "Say at least which column holds the name, the profile or the e-mail"
	case r.Stage == Preview && r.Report.FirstPartOnly && r.Lists == nil:
		return "This part has nothing for the inbox: the complete archive follows by mail"
	case r.Stage == Preview && r.Lists != nil && !r.Brings():
		return "There is nothing new on it"
	}
	return ""
}

// plural counts things in words.
func plural(n int, one, many string) string { return comma(n) + " " + noun(n, one, many) }

// noun is the form of a word for a number.
func noun(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

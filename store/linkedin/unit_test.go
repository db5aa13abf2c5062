package linkedin

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func TestKindOf(t *testing.T) {
	tests := map[string]Kind{
		"messages.csv": KindMessages, "Messages.CSV": KindMessages, "a/b/messages.csv": KindMessages, "messages_123.csv": KindMessages,
		"messages-123.csv": KindMessages, "messages (2).csv": KindMessages, "messages_1 (2).csv": KindMessages, "Connections.csv": KindConnections,
		"Invitations_7.csv": KindInvitations, "Profile.csv": KindProfile, "Profile_8.csv": KindProfile,
		"guide_messages.csv": KindOther, "coach_messages.csv": KindOther, "learning_coach_messages.csv": KindOther, "LearningCoachMessages.csv": KindOther,
		"learning_role_play_messages.csv": KindOther, "Profile Summary.csv": KindOther, "messages": KindOther, "messages.csv.zip": KindOther,
		"messages_a.csv": KindOther, "messages123.csv": KindOther, "Company Follows.csv": KindOther, ".csv": KindOther, "": KindOther, "_12.csv": KindOther,
	}
	for name, want := range tests {
		if got := kindOf(name); got != want {
			t.Errorf("kindOf(%q) = %q, want %q", name, got, want)
		}
	}
	for _, kind := range allKinds() {
		if kindOf(kind.FileName()) != kind {
			t.Errorf("%s is not the name of %s", kind.FileName(), kind)
		}
	}
	if KindOther.FileName() != "" {
		t.Error("other files have no name of their own")
	}
}

func TestJunk(t *testing.T) {
	for name, want := range map[string]bool{
		"__MACOSX/messages.csv": true, "a/__MACOSX/b": true, ".DS_Store": true, "a/.DS_Store": true, "._messages.csv": true, "a/._b": true,
		"messages.csv": false, "a.DS_Store": false, "MACOSX/b": false, "a/_b": false,
	} {
		if junk(name) != want {
			t.Errorf("junk(%q) = %v", name, !want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, spellings := range [][]string{
		{"Anna K", " anna  k ", "ANNA\tK", "Anna\u00A0K"},
		{"Jürgen", "Ju\u0308rgen", "JÜRGEN"},
		{"", " ", "\n"},
	} {
		for _, spelling := range spellings {
			if fold(spelling) != fold(spellings[0]) {
				t.Errorf("%q and %q are two names", spelling, spellings[0])
			}
		}
	}
	if fold("Jurgen") == fold("Jürgen") || fold("Anna, PhD") == fold("Anna") {
		t.Error("two names are one")
	}
}

func TestNames(t *testing.T) {
	n := newNames()
	anna := n.of(" Anna ")
	if n.of("") != 0 || anna == 0 || n.of(" Anna ") != anna || n.of("anna") == anna {
		t.Errorf("numbers %v", n.number)
	}
	if n.list[anna] != "Anna" || n.folded[anna] != "anna" || n.folded[n.of("anna")] != "anna" {
		t.Errorf("names %q, folded %q", n.list, n.folded)
	}
}

func TestMeter(t *testing.T) {
	m := newMeter(strings.NewReader("0123456789"), 10)
	if err := m.drain(); err != nil || m.n != 10 {
		t.Errorf("%d bytes, %v", m.n, err)
	}
	m = newMeter(strings.NewReader("0123456789"), 9)
	if err := m.drain(); !errors.Is(err, ErrRefused) {
		t.Errorf("beyond the limit: %v", err)
	}
	m = newMeter(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("0123"))), 9)
	if err := m.drain(); !errors.Is(err, ErrRefused) || !errors.Is(err, iotest.ErrTimeout) {
		t.Errorf("a broken source: %v", err)
	}
	one, two := newMeter(strings.NewReader("ab"), 9), newMeter(iotest.OneByteReader(strings.NewReader("ab")), 9)
	if one.drain() != nil || two.drain() != nil || !bytes.Equal(one.sum.Sum(nil), two.sum.Sum(nil)) {
		t.Error("the hash depends on how the file is read")
	}
}

func TestStreamingLimitHoldsWhateverTheDirectorySays(t *testing.T) {
	s := &source{}
	s.add(File{Path: "Connections.csv", Kind: KindConnections, Size: 1}, func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader("First Name,Connected On\n" + strings.Repeat("a,\n", 1000))), nil
	})
	s.members[0].limit = 100
	if _, err := fromSource(s, Options{}); !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "Connections.csv") {
		t.Errorf("got %v", err)
	}
}

func TestSourceErrorsNameTheFile(t *testing.T) {
	gone := errors.New("gone")
	s := &source{}
	s.add(File{Path: "messages.csv", Kind: KindMessages}, func() (io.ReadCloser, error) { return nil, gone })
	if _, err := fromSource(s, Options{}); !errors.Is(err, gone) || !strings.HasPrefix(err.Error(), "messages.csv: ") {
		t.Errorf("got %v", err)
	}
}

func TestAddresses(t *testing.T) {
	p := newPeople()
	var keys []string
	p.addresses(" linkedin.com/in/a,;linkedin.com/in/b;x, linkedin.com/in/a\nlinkedin.com/in/c?x=1,2", func(i int32) { keys = append(keys, p.list[i].Key) })
	if want := []string{"a", "b", "a", "c"}; !slices.Equal(keys, want) {
		t.Errorf("got %v, want %v", keys, want)
	}
}

func TestSponsored(t *testing.T) {
	tests := []struct {
		title, text string
		sender      bool
		want        bool
	}{
		{"", "hi", false, false},
		{"Sponsored Conversation", "hi", true, true},
		{" sponsored CONVERSATION ", "hi", false, true},
		{"Sponsored", "hi", false, false},
		{"", `<p class="spinmail-quill-editor__spin-break">`, false, true},
		{"", `<p class="spinmail-quill-editor__spin-break">`, true, false},
		{"", "Hi %FIRSTNAME%!", false, true},
		{"", "Hi %FIRSTNAME%!", true, false},
		{"", "100% FIRSTNAME", false, false},
	}
	for _, test := range tests {
		if got := sponsored(test.title, test.text, test.sender); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

func TestFolders(t *testing.T) {
	for cell, want := range map[string]Folder{"INBOX": Inbox, " inbox ": Inbox, "ARCHIVE": Archived, "Archived": Archived, "": NoFolder, "SPAM": NoFolder, "Other": NoFolder} {
		if got := folder(cell); got != want {
			t.Errorf("folder(%q) = %d", cell, got)
		}
	}
	if !isSpam(" Spam") || isSpam("") || !isFolder("SPAM") || isFolder("hello") {
		t.Error("folders are mixed up")
	}
}

func TestYes(t *testing.T) {
	for cell, want := range map[string]bool{"Yes": true, "yes": true, " TRUE ": true, "1": true, "No": false, "": false, "0": false, "2": false, "y": false} {
		if yes(cell) != want {
			t.Errorf("yes(%q) = %v", cell, !want)
		}
	}
}

func TestObserve(t *testing.T) {
	at := func(year int) time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }
	s := &source{now: at(2026)}
	for _, year := range []int{2020, 1980, 2024, 2030, 2022} {
		s.observe(at(year))
	}
	if !s.observed.Equal(at(2024)) {
		t.Errorf("observed %v", s.observed)
	}
	s.observe(at(2026).AddDate(0, 0, 1))
	if s.observed.Year() != 2026 {
		t.Error("a day ahead is a clock that runs fast, no more")
	}
}

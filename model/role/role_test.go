package role_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cordial/model/role"
)

func TestCLevel(t *testing.T) {
	for text, want := range map[string]bool{
		"CEO":                     true,
		"Founder & CEO at Acme":   true,
		"CTO | Speaker | Dad":     true,
		"co-founder, Globex":      true,
		"Cofounder":               true,
		"Chief Executive Officer": true,
		"Chief Information and Security Officer @ X": true,
		"President and COO":                          true,
		"Managing Director DACH":                     true,
		"Geschäftsführerin bei Müller":               true,
		"Founder (ex-Google)":                        true,
		"C-Level Executive":                          true,
		"I help people. CFO of Initech":              true,
		"":                                           false,
		"Vice President Sales":                       false,
		"Senior Vice-President":                      false,
		"Executive Assistant to the CEO":             false,
		"Assistant to CFO":                           false,
		"Former CTO":                                 false,
		"ex-CEO, now gardening":                      false,
		"Office of the CEO":                          false,
		"Chief of Staff":                             false,
		"Chief Engineer":                             false,
		"Police Officer":                             false,
		"Product Owner":                              false,
		"CRO Specialist":                             false,
		"Ceonomics analyst":                          false,
		"Working with founders":                      false,
		"Director of Engineering":                    false,
	} {
		if got := role.CLevel(text); got != want {
			t.Errorf("%q: C-level %t, want %t", text, got, want)
		}
	}
}

func TestRecruiter(t *testing.T) {
	for text, want := range map[string]bool{
		"Senior Technical Recruiter":                 true,
		"Talent Acquisition Partner":                 true,
		"Head of Recruiting, EMEA":                   true,
		"IT-Recruiterin":                             true,
		"Headhunter":                                 true,
		"Partner, Executive-Search":                  true,
		"Chargée de recrutement":                     true,
		"Lead Sourcer @ Globex":                      true,
		"Recruitment Consultant":                     true,
		"":                                           false,
		"Software Engineer":                          false,
		"Former Recruiter":                           false,
		"HR software developer":                      false,
		"Tools for recruiters":                       false,
		"Talented developer, partner of a great cat": false,
	} {
		if got := role.Recruiter(text); got != want {
			t.Errorf("%q: recruiter %t, want %t", text, got, want)
		}
	}
}

func TestAnyOfTheTextsCounts(t *testing.T) {
	if !role.CLevel("Dreamer", "CEO") || !role.Recruiter("", "Recruiter") {
		t.Error("the second text was not read")
	}
	if role.CLevel() || role.Recruiter() {
		t.Error("nobody is somebody")
	}
}

func TestOf(t *testing.T) {
	for text, want := range map[string]role.Role{
		"CEO": role.IsCLevel, "Recruiter": role.IsRecruiter, "Founder of an executive search firm": role.IsCLevel,
		"Gardener": role.IsOther, "": role.IsOther,
	} {
		if got := role.Of("", text); got != want || !got.Known() {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if role.Role("").Known() || role.Role("boss").Known() {
		t.Error("an unknown role is known")
	}
}

// A title is found wherever it stands, in any case of its letters, whatever is
// written around it.
func TestFoundAmongOtherWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		around := func() string {
			words := rapid.SliceOfN(rapid.SampledFrom([]string{"Berlin", "|", "Dr.", "@", "growth", "日本", "🎿", "2026", "—", "and", "of"}), 0, 6)
			return strings.Join(words.Draw(t, "around"), " ")
		}
		title := rapid.SampledFrom([]string{"CEO", "ceo", "Founder", "Chief Happy Cat Officer", "managing director"}).Draw(t, "title")
		if text := around() + " " + title + ", " + around(); !role.CLevel(text) || role.Recruiter(text) {
			t.Fatalf("no chief in %q", text)
		}
		if text := around() + " Talent-Acquisition, " + around(); !role.Recruiter(text) || role.CLevel(text) {
			t.Fatalf("no recruiter in %q", text)
		}
	})
}

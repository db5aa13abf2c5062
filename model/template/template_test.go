package template_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cordial/model/template"
)

func maria() template.Person {
	return template.Person{Name: "Dr. Maria Rossi, PhD", Company: "Acme", Position: "Head of Platform", Headline: "eBPF"}
}

func pavel() template.Person {
	return template.Person{Name: "Pavel Ivanov", Company: "Globex", Position: "CTO"}
}

func TestExpand(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string
		missing    []string
	}{
		{name: "nothing to expand", text: "Hi there", want: "Hi there"},
		{name: "empty", text: "", want: ""},
		{name: "theirs", text: "Hi {first_name} {last_name} of {company}: {position}, {headline}", want: "Hi Maria Rossi of Acme: Head of Platform, eBPF"},
		{name: "whole name", text: "{name}", want: "Maria Rossi"},
		{name: "mine", text: "Best, {my_first_name} ({my_last_name}, {my_name}, {my_company}, {my_position})", want: "Best, Pavel (Ivanov, Pavel Ivanov, Globex, CTO)"},
		{name: "twice", text: "{first_name}, {first_name}!", want: "Maria, Maria!"},
		{name: "braces", text: "{{x}} {{ }}", want: "{x} { }"},
		{name: "a variable in braces", text: "{{{first_name}}}", want: "{Maria}"},
		{name: "lines", text: "Hi\n{first_name}\n", want: "Hi\nMaria\n"},
		{name: "side by side", text: "{first_name}{last_name}", want: "MariaRossi"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, missing, err := template.Expand(c.text, maria(), pavel())
			if err != nil || got != c.want || !slices.Equal(missing, c.missing) {
				t.Errorf("%q, missing %v, %v; want %q, %v", got, missing, err, c.want, c.missing)
			}
		})
	}
}

func TestMissingIsNamedAndStaysToBeSeen(t *testing.T) {
	got, missing, err := template.Expand("Hi {first_name}, {company} and {company}, {my_position}, {last_name}",
		template.Person{Name: "Cher", Company: " \n"}, template.Person{})
	if err != nil || got != "Hi Cher, {company} and {company}, {my_position}, {last_name}" {
		t.Errorf("%q, %v", got, err)
	}
	if want := []string{"company", "my_position", "last_name"}; !slices.Equal(missing, want) {
		t.Errorf("missing %v, want %v", missing, want)
	}
}

func TestSyntaxErrors(t *testing.T) {
	for text, want := range map[string]string{
		"{first_name":          "line 1: a { is never closed; write {{ for the sign itself",
		"a\nb }":               "line 2: a } closes nothing; write }} for the sign itself",
		"{first_name}}":        "line 1: a } closes nothing; write }} for the sign itself",
		"{{first_name}":        "line 1: a } closes nothing; write }} for the sign itself",
		"{first\nname}":        "line 1: a { is never closed; write {{ for the sign itself",
		"{first_{name}}":       "line 1: a { is never closed; write {{ for the sign itself",
		"\n\n{FirstName}":      "line 3: {FirstName} is not known; you may mean {first_name}",
		"{first-name}":         "line 1: {first-name} is not known; you may mean {first_name}",
		"{ company }":          "line 1: { company } is not known; you may mean {company}",
		"{}":                   "line 1: {} is not known; there are {first_name}, {last_name}",
		"{firm}":               "line 1: {firm} is not known; there are {first_name}, {last_name}",
		"a {{ b {company} } c": "line 1: a } closes nothing; write }} for the sign itself",
	} {
		err := template.Check(text)
		var syntax *template.SyntaxError
		if !errors.As(err, &syntax) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
		if got, missing, again := template.Expand(text, maria(), pavel()); again == nil || got != "" || missing != nil {
			t.Errorf("%q expanded to %q", text, got)
		}
		if uses := template.Uses(text); uses != nil {
			t.Errorf("%q uses %v", text, uses)
		}
	}
}

func TestUses(t *testing.T) {
	if got := template.Uses("{{x}} {company} {first_name} {company}"); !slices.Equal(got, []string{"company", "first_name"}) {
		t.Error(got)
	}
}

// Every variable of the table works and says what it is.
func TestVariables(t *testing.T) {
	for _, v := range template.Variables() {
		got, missing, err := template.Expand("{"+v.Name+"}", maria(), pavel())
		if err != nil || len(missing) > 0 || got == "" || v.Says == "" {
			t.Errorf("%s: %q, %v, %v", v.Name, got, missing, err)
		}
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string][2]string{ // first, last
		"Maria Rossi":                  {"Maria", "Rossi"},
		"  Maria   Rossi ":             {"Maria", "Rossi"},
		"Dr. Maria Rossi, PhD, MBA":    {"Maria", "Rossi"},
		"Prof. Dr. Jürgen Müller":      {"Jürgen", "Müller"},
		"Ludwig van Beethoven":         {"Ludwig", "van Beethoven"},
		"Maria (she/her) Rossi":        {"Maria", "Rossi"},
		"Maria Rossi (ex-Acme) (PMP)":  {"Maria", "Rossi"},
		"Maria Rossi 🚀":                {"Maria", "Rossi"},
		"🚀 Maria Rossi | Hiring!":      {"Maria", "Rossi"},
		"Maria Rossi PhD":              {"Maria", "Rossi"},
		"Maria Rossi Ph.D. PMP":        {"Maria", "Rossi"},
		"Jean-Luc O’Brien":             {"Jean-Luc", "O’Brien"},
		"Yo-Yo Ma":                     {"Yo-Yo", "Ma"},
		"Sam Ba":                       {"Sam", "Ba"},
		"王小明":                          {"王小明", ""},
		"Cher":                         {"Cher", ""},
		"Dr":                           {"Dr", ""},
		"Maria (Rossi":                 {"Maria", "(Rossi"},
		"":                             {"", ""},
		"🚀":                            {"", ""},
		", MBA":                        {"", ""},
		"Ada ((Countess) of) Lovelace": {"Ada", "((Countess) of) Lovelace"},
	} {
		to := template.Person{Name: name}
		first, missing, _ := template.Expand("{first_name}", to, template.Person{})
		if len(missing) > 0 {
			first = ""
		}
		last, missing, _ := template.Expand("{last_name}", to, template.Person{})
		if len(missing) > 0 {
			last = ""
		}
		if got := [2]string{first, last}; got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// What people and companies are called is put in as it is, and never read as a
// template.
func TestValuesAreNotExpanded(t *testing.T) {
	got, missing, err := template.Expand("{company}", template.Person{Company: "{my_name} {{ }"}, pavel())
	if err != nil || len(missing) > 0 || got != "{my_name} {{ }" {
		t.Error(got, missing, err)
	}
}

// Any text with its braces doubled is a template for itself.
func TestDoubledBracesAreBraces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[{}a\n]{0,12}`)).Draw(t, "text")
		doubled := strings.NewReplacer("{", "{{", "}", "}}").Replace(text)
		got, missing, err := template.Expand(doubled, maria(), pavel())
		if err != nil || len(missing) > 0 || got != text {
			t.Fatalf("%q became %q, %v, %v", text, got, missing, err)
		}
	})
}

func FuzzExpand(f *testing.F) {
	f.Add("Hi {first_name}, {{ok}} {company}", "Dr. Maria (M) Rossi, PhD", "Acme")
	f.Add("{{{name}}}", "", "")
	f.Add("{first_name", "a", "b")
	f.Add("}", "🚀 x | y", "{company}")
	f.Fuzz(func(t *testing.T, text, name, company string) {
		to := template.Person{Name: name, Company: company}
		got, missing, err := template.Expand(text, to, template.Person{})
		if (err == nil) != (template.Check(text) == nil) {
			t.Fatalf("Check and Expand differ on %q", text)
		}
		if err != nil {
			if got != "" || missing != nil || strings.ContainsAny(err.Error(), "\n\r") {
				t.Fatalf("%q: %q %v %q", text, got, missing, err)
			}
			return
		}
		uses := template.Uses(text)
		for i, name := range missing {
			if !slices.Contains(uses, name) || slices.Contains(missing[:i], name) || !strings.Contains(got, "{"+name+"}") {
				t.Fatalf("missing %v in %q, which uses %v", missing, got, uses)
			}
		}
		if len(uses) == 0 && len(got) > len(text) {
			t.Fatalf("%q grew to %q", text, got)
		}
	})
}

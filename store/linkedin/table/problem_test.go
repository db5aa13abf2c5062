package table

import (
	"strings"
	"testing"
)

func TestProblemsKeepsTheFirstAndCountsAll(t *testing.T) {
	p := NewProblems()
	for i := range MaxProblems + 50 {
		p.Add(Problem{File: "b.csv", Line: MaxProblems + 50 - i, Reason: "bad", Text: "x"})
	}
	p.Add(Problem{File: "a.csv", Line: 1, Reason: "worse", Text: "x"})
	list := p.Sorted([]string{"a.csv", "b.csv"})
	if len(list) != MaxProblems || p.Count["bad"] != MaxProblems+50 || p.Count["worse"] != 1 || list[0].Line != 51 {
		t.Errorf("%d kept, counts %v, first %v", len(list), p.Count, list[0])
	}
}

func TestProblemsAreSortedByFileThenLine(t *testing.T) {
	p := NewProblems()
	for _, problem := range []Problem{{File: "b", Line: 2}, {File: "a", Line: 9}, {File: "b", Line: 1}, {File: "a", Line: 0}} {
		p.Add(problem)
	}
	var got []string
	for _, problem := range p.Sorted([]string{"a", "b"}) {
		problem.Text = "x"
		got = append(got, problem.String())
	}
	if want := "a: x|a, line 9: x|b, line 1: x|b, line 2: x"; strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}

func TestQuote(t *testing.T) {
	if got := Quote(strings.Repeat("é", 100)); len([]rune(got)) > 45 || !strings.HasSuffix(got, "…\"") {
		t.Errorf("quoted %s", got)
	}
	if got := Quote("a\nb"); got != `"a\nb"` {
		t.Errorf("quoted %s", got)
	}
}

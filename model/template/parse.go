package template

import (
	"fmt"
	"slices"
	"strings"
)

// part is a piece of text, or a variable.
type part struct {
	text     string
	variable *Variable
}

// parse takes a template apart. The error is a *SyntaxError.
func parse(text string) ([]part, error) {
	var parts []part
	variables := Variables()
	rest := text
	for {
		at := strings.IndexAny(rest, "{}")
		if at < 0 {
			return append(parts, part{text: rest}), nil
		}
		parts = append(parts, part{text: rest[:at]})
		rest = rest[at:]
		if len(rest) > 1 && rest[0] == rest[1] { // {{ or }}
			parts = append(parts, part{text: rest[:1]})
			rest = rest[2:]
			continue
		}
		line := 1 + strings.Count(text[:len(text)-len(rest)], "\n")
		if rest[0] == '}' {
			return nil, &SyntaxError{line, "a } closes nothing; write }} for the sign itself"}
		}
		name, behind, closed := cutVariable(rest[1:])
		if !closed {
			return nil, &SyntaxError{line, "a { is never closed; write {{ for the sign itself"}
		}
		i := slices.IndexFunc(variables, func(v Variable) bool { return v.Name == name })
		if i < 0 {
			return nil, &SyntaxError{line, unknown(name, variables)}
		}
		parts = append(parts, part{variable: &variables[i]})
		rest = behind
	}
}

// cutVariable cuts at the brace that closes a variable: on the same line, and
// before another opens.
func cutVariable(rest string) (name, behind string, closed bool) {
	end := strings.IndexAny(rest, "{}\n\r")
	if end < 0 || rest[end] != '}' {
		return "", "", false
	}
	return rest[:end], rest[end+1:], true
}

// unknown says that there is no such variable, and which one may be meant.
func unknown(name string, variables []Variable) string {
	bare := func(s string) string {
		return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(s))
	}
	var names []string
	for _, v := range variables {
		if bare(v.Name) == bare(name) {
			return fmt.Sprintf("{%s} is not known; you may mean {%s}", name, v.Name)
		}
		names = append(names, "{"+v.Name+"}")
	}
	return fmt.Sprintf("{%s} is not known; there are %s", name, strings.Join(names, ", "))
}

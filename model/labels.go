package model

import (
	"slices"
	"strings"
)

// BuiltinLabels are there from the start.
func BuiltinLabels() []string { return []string{"Hot Leads", "Potential Employers"} }

// Labels lists every label: the two from the start, then the user's own in the
// order in which they came. One is one whatever the case of its letters.
func (b *Book) Labels() []string {
	if b.labelList == nil {
		b.labelList = b.foldLabels()
	}
	return b.labelList
}

// foldLabels is Labels from the events.
func (b *Book) foldLabels() []string {
	labels := BuiltinLabels()
	for _, place := range b.labels {
		if b.dead[place] {
			continue
		}
		name := labelIn(b.events[place].Decision)
		if !containsFold(labels, name) {
			labels = append(labels, name)
		}
	}
	return labels
}

// FindLabel is the label with this name in any case of its letters, in the
// spelling it was made with.
func (b *Book) FindLabel(name string) (string, bool) {
	labels := b.Labels()
	i := slices.IndexFunc(labels, func(l string) bool { return strings.EqualFold(l, name) })
	if i < 0 {
		return "", false
	}
	return labels[i], true
}

// labelName is FindLabel, or the name itself while there is no such label.
func (b *Book) labelName(name string) string {
	if found, ok := b.FindLabel(name); ok {
		return found
	}
	return name
}

// labelIn is the label that a decision brings into being.
func labelIn(d Decision) string {
	switch d := d.(type) {
	case LabelCreated:
		return d.Label
	case LabelApplied:
		return d.Label
	default:
		return ""
	}
}

// containsFold tells whether a name is in the list in any case of its letters.
func containsFold(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

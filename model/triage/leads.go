package triage

import "cordial/model"

// HotTab is the tab whose people are worth a credit first.
func HotTab() Tab { return Tab{Kind: Labelled, Label: model.BuiltinLabels()[0]} }

// HotLeads lists the people of [HotTab] who were sent no InMail yet, each once, the
// newest first: those whom only an InMail reaches, then those whom a message reaches
// for nothing. paid is how many the former are.
func (b *Board) HotLeads() (leads []ID, paid int) {
	var free []ID
	seen := map[model.Key]bool{}
	n, _ := b.Count(HotTab())
	for place := range n {
		id, _ := b.At(HotTab(), place)
		if id.Person == 0 || seen[id.Person] || len(b.book.InMailsTo(id.Person, b.now)) > 0 {
			continue
		}
		seen[id.Person] = true
		if t, _ := b.Thread(id); t.Connected {
			free = append(free, id)
			continue
		}
		leads = append(leads, id)
	}
	return append(leads, free...), len(leads)
}

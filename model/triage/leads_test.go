package triage

import (
	"fmt"
	"testing"
	"time"

	"cordial/model"
)

func TestHotLeads(t *testing.T) {
	near := direct("near", 3*time.Hour, false)
	near.Connected = true
	group := direct("group", time.Hour, false)
	group.Group, group.Person = true, 0
	twice := direct("twice", 5*time.Hour, false)
	twice.Person = model.PersonKey("far")
	d := newDesk(threads{near, group, direct("far", 2*time.Hour, false), direct("new", 4*time.Hour, true), direct("written", time.Hour, true), twice, direct("cold", time.Minute, false)})
	d.add(model.SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
	want := func(what, names string, paid int) {
		t.Helper()
		ids, n := d.board.HotLeads()
		var got []string
		for _, id := range ids {
			line, _ := d.board.Line(id)
			got = append(got, line.Name)
		}
		if fmt.Sprint(got) != names || n != paid {
			t.Errorf("%s: %v, %d of them paid for; want %s, %d", what, got, n, names, paid)
		}
	}
	want("nobody is labelled", "[]", 0)
	d.add(model.LabelApplied{Label: "hot leads", Subjects: on("near", "group", "far", "new", "written", "twice")})
	d.add(model.ContactAdded{Contact: "written", Name: "written"})
	d.add(model.InMailSent{InMail: "im1", Contact: "written", Seat: "main", Cost: 1})
	want("one has an InMail, one has two conversations, one is connected", "[far new near]", 2)
	d.add(model.ThreadMarked{Mark: model.MarkArchived, Subjects: on("new")})
	want("one is archived", "[far near]", 1)
}

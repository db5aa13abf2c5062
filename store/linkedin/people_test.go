package linkedin

import "testing"

func TestPeopleNames(t *testing.T) {
	p := newPeople()
	i := p.of("https://www.linkedin.com/in/anna-k?x=1")
	if i == Nobody || p.of("linkedin.com/in/ANNA-K") != i || p.of("linkedin.com/company/x") != Nobody || p.peek("") {
		t.Fatal("an address is one person")
	}
	steps := []struct {
		name string
		from weight
		at   int64
		want string
	}{
		{"from TO", fromRecipient, 9, "from TO"},
		{"invited", fromInvitation, 1, "invited"},
		{"wrote", fromSender, 5, "wrote"},
		{"wrote earlier", fromSender, 4, "wrote"},
		{"wrote later", fromSender, 6, "wrote later"},
		{"at once, B", fromSender, 6, "at once, B"},
		{"at once, A", fromSender, 6, "at once, A"},
		{"at once, C", fromSender, 6, "at once, A"},
		{"", fromConnection, 9, "at once, A"},
		{"LinkedIn Member", fromConnection, 9, "at once, A"},
		{"invited again", fromInvitation, 99, "at once, A"},
		{"card", fromConnection, 0, "card"},
	}
	for _, step := range steps {
		if p.named(i, step.name, step.from, step.at); p.list[i].Name != step.want {
			t.Errorf("after %q: %q, want %q", step.name, p.list[i].Name, step.want)
		}
	}
}

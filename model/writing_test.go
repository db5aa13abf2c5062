package model

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model/channel"
	"cordial/model/role"
)

func TestEditedContact(t *testing.T) {
	j := opened(t)
	j.take(j.EditContact(ada(), ContactEdited{Degree: ptr(2), OpenProfile: ptr(true)}, at("02-01 12:00")))
	j.take(j.EditContact(ada(), ContactEdited{Company: ptr("Engines Ltd"), Degree: ptr(3)}, at("02-02 12:00")))
	p, ok := j.Contact("ada")
	if !ok || p.Degree != 3 || !p.OpenProfile || p.Company != "Engines Ltd" || p.Name != "Ada Lovelace" {
		t.Errorf("%+v", p)
	}
	drafts, err := j.Undo(1, at("02-03 12:00"))
	j.take(drafts, err)
	if p, _ := j.Contact("ada"); p.Degree != 2 || p.Company != "" || !p.OpenProfile {
		t.Errorf("after undo %+v", p)
	}
	if j.Engaged(PersonKey("ada")) || len(j.About(0, PersonKey("ada"))) > 0 {
		t.Error("to know more of somebody is no contact with them")
	}
}

func TestEditIntroducesSomebodyFromTheExport(t *testing.T) {
	j := opened(t)
	bob := Person{ID: "bob", Key: PersonKey("bob"), Name: "Bob", Company: "Acme", Degree: DegreeUnknown}
	j.take(j.EditContact(bob, ContactEdited{OpenProfile: ptr(true)}, at("02-01 12:00")))
	if p, ok := j.Contact("bob"); !ok || !p.OpenProfile || p.Company != "Acme" {
		t.Errorf("%+v, %t", p, ok)
	}
}

func TestEditContactRefuses(t *testing.T) {
	j := opened(t)
	_, err := j.EditContact(ada(), ContactEdited{}, at("02-01 12:00"))
	badly(t, err, "no field")
	_, err = j.EditContact(ada(), ContactEdited{Degree: ptr(4)}, at("02-01 12:00"))
	badly(t, err, "degree is 4")
	_, err = j.EditContact(ada(), ContactEdited{Name: ptr(" ")}, at("02-01 12:00"))
	badly(t, err, "name is empty")
	p := ada()
	p.Degree, p.Company = 2, "Acme"
	_, err = j.EditContact(p, ContactEdited{Degree: ptr(2), Company: ptr("Acme"), OpenProfile: ptr(false), Name: &p.Name}, at("02-01 12:00"))
	refused(t, err, "known of Ada Lovelace already")
	drafts, err := j.EditContact(p, ContactEdited{Degree: ptr(2), Company: ptr("")}, at("02-01 12:00"))
	if d := drafts[0].Decision.(ContactEdited); err != nil || d.Degree != nil || *d.Company != "" {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestRoleByWordsOrByKey(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", ContactAdded{Contact: "ada", Name: "Ada", Headline: "CEO at Engines"})
	is := func(want role.Role) {
		t.Helper()
		if p, _ := j.Contact("ada"); p.Role() != want {
			t.Errorf("she is %s, want %s", p.Role(), want)
		}
	}
	is(role.IsCLevel)
	p, _ := j.Contact("ada")
	j.take(j.EditContact(p, ContactEdited{Role: ptr(role.IsRecruiter)}, at("02-01 12:00")))
	is(role.IsRecruiter)
	p, _ = j.Person(p.Key, Person{ID: "x", Key: p.Key, Position: "CTO"}, true)
	if p.Role() != role.IsRecruiter {
		t.Error("the export goes before the key")
	}
	_, err := j.EditContact(p, ContactEdited{Role: ptr(role.IsRecruiter)}, at("02-01 12:00"))
	refused(t, err, "already")
	j.take(j.EditContact(p, ContactEdited{Role: ptr(role.Role(""))}, at("02-02 12:00")))
	is(role.IsCLevel)
	_, err = j.EditContact(p, ContactEdited{Role: ptr(role.Role("boss"))}, at("02-02 12:00"))
	badly(t, err, "c-level, recruiter or other")
}

// What was edited goes before what the export says, which goes before what was added.
func TestPersonOfEvidenceAndJournal(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", ContactAdded{Contact: "ada", Name: "Ada", Headline: "Typed", Company: "Typed", Degree: ptr(3), OpenProfile: ptr(true)})
	found := Person{ID: "x", Key: PersonKey("ada"), Name: "Ada Lovelace", Company: "Export", Degree: 1, Connected: true}
	p, ok := j.Person(found.Key, found, true)
	if !ok || p.ID != "ada" || p.Name != "Ada Lovelace" || p.Company != "Export" || p.Headline != "Typed" || p.Degree != 1 || !p.Connected || !p.OpenProfile {
		t.Errorf("%+v", p)
	}
	j.add("01-02 12:00", ContactEdited{Contact: "ada", Company: ptr("Edited"), Degree: ptr(2), OpenProfile: ptr(false)})
	p, _ = j.Person(found.Key, found, true)
	if p.Company != "Edited" || p.Degree != 2 || p.Connected || p.OpenProfile || p.Name != "Ada Lovelace" {
		t.Errorf("edited %+v", p)
	}
	if p, ok = j.Person(found.Key, Person{}, false); !ok || p.Name != "Ada" || p.Company != "Edited" {
		t.Errorf("typed alone %+v", p)
	}
	if p, ok = j.Person(PersonKey("bob"), found, true); !ok || p != found {
		t.Errorf("found alone %+v", p)
	}
	if _, ok = j.Person(PersonKey("bob"), Person{}, false); ok {
		t.Error("nobody is known")
	}
}

// One key makes an InMail free.
func TestEditedOpenProfileCostsNothing(t *testing.T) {
	j := opened(t)
	j.take(j.EditContact(ada(), ContactEdited{OpenProfile: ptr(true)}, at("02-01 12:00")))
	p, _ := j.Person(PersonKey("ada"), Person{}, false)
	c, err := j.CheckInMail(InMailRequest{Person: p, Seat: "main", At: at("02-02 12:00")}, at("02-02 12:00"))
	if err != nil || c.Cost != 0 || c.FreeReason != FreeOpenProfile {
		t.Errorf("%+v, %v", c, err)
	}
}

// A contact that was taken back and added again does not inherit the first one's edits.
func TestEditsBelongToTheirAddition(t *testing.T) {
	j := newJournal(t)
	id := j.add("01-01 12:00", ContactAdded{Contact: "ada", Name: "Ada"})
	j.add("01-02 12:00", ContactEdited{Contact: "ada", Company: ptr("Old")})
	j.add("01-03 12:00", EventReverted{Event: id})
	if _, ok := j.Contact("ada"); ok {
		t.Fatal("she is still there")
	}
	j.add("01-04 12:00", ContactAdded{Contact: "ada", Name: "Ada"})
	if p, ok := j.Contact("ada"); !ok || p.Company != "" {
		t.Errorf("%+v", p)
	}
}

func TestRecordedMessages(t *testing.T) {
	j := opened(t)
	now := at("03-01 12:00")
	record := func(when, direction string) {
		j.take(j.RecordMessage(ada(), MessageRecorded{Direction: direction, Text: "Hi"}, at(when), now))
	}
	key := PersonKey("ada")
	if out, in := j.LastMessages(key); !out.IsZero() || !in.IsZero() || j.Engaged(key) {
		t.Fatal(out, in)
	}
	record("02-03 12:00", MessageSent)
	record("02-01 12:00", MessageSent) // recorded late
	record("02-05 12:00", MessageReceived)
	if out, in := j.LastMessages(key); !out.Equal(at("02-03 12:00")) || !in.Equal(at("02-05 12:00")) {
		t.Error(out, in)
	}
	if !j.Engaged(key) || !j.LastContact(key).Equal(at("02-05 12:00")) {
		t.Error("a message is no activity")
	}
	if got := j.SentByHand(at("02-01 12:00")); len(got) != 1 || !got[0].Equal(at("02-03 12:00")) {
		t.Error(got)
	}
	drafts, err := j.Undo(3, now)
	j.take(drafts, err)
	if out, in := j.LastMessages(key); !out.IsZero() || !in.IsZero() || j.Engaged(key) || len(j.SentByHand(time.Time{})) > 0 {
		t.Error(out, in)
	}
}

func TestRecordMessageRefuses(t *testing.T) {
	j := opened(t)
	now := at("03-01 12:00")
	long := strings.Repeat("x", 8001)
	_, err := j.RecordMessage(ada(), MessageRecorded{Direction: "both"}, now, now)
	badly(t, err, `direction is "both"`)
	_, err = j.RecordMessage(ada(), MessageRecorded{Direction: MessageSent}, at("03-01 12:01"), now)
	refused(t, err, "in the future")
	_, err = j.RecordMessage(ada(), MessageRecorded{Direction: MessageSent, Text: long}, now, now)
	refused(t, err, "8001 characters")
	if _, err = j.RecordMessage(ada(), MessageRecorded{Direction: MessageReceived, Text: long}, now, now); err != nil {
		t.Error("what was received is what it is:", err)
	}
}

// texts that LinkedIn would not have taken are refused, unless it did.
func TestInMailTextsOverTheLimits(t *testing.T) {
	j := opened(t)
	r := InMailRequest{InMail: "i", Person: ada(), Seat: "main", Subject: strings.Repeat("ü", 201), At: at("02-02 12:00"), Template: "t1"}
	_, _, err := j.SendInMail(r, r.At)
	refused(t, err, "the subject has 201 characters")
	r.Subject, r.Body = "Hello", strings.Repeat("ü", 1901)
	_, _, err = j.SendInMail(r, r.At)
	refused(t, err, "the body has 1901 characters")
	r.Insist = true
	drafts, _, err := j.SendInMail(r, r.At)
	if err != nil || drafts[0].Decision.(InMailSent).Template != "t1" {
		t.Error(drafts, err)
	}
}

func intro() TemplateText {
	return TemplateText{Name: "Intro", Channel: channel.InMail, Subject: "About {company}", Body: "Hi {first_name}, {my_first_name}"}
}

func TestTemplates(t *testing.T) {
	j := newJournal(t)
	j.take(j.AddTemplate("t1", intro(), at("01-01 12:00")))
	ping := TemplateText{Name: "Ping", Channel: channel.Message, Body: "{{ping}} {first_name}"}
	j.take(j.AddTemplate("t2", ping, at("01-02 12:00")))
	ping.Body = "pong"
	j.take(j.EditTemplate("t2", ping, at("01-03 12:00")))
	names := func() (list []string) {
		for _, x := range j.Templates() {
			list = append(list, x.ID+x.Name+x.Body)
		}
		return list
	}
	if got := names(); !slices.Equal(got, []string{"t1IntroHi {first_name}, {my_first_name}", "t2Pingpong"}) {
		t.Error(got)
	}
	if x, ok := j.FindTemplate("PING"); !ok || x.ID != "t2" || !x.Edited.Equal(at("01-03 12:00")) {
		t.Errorf("%+v, %t", x, ok)
	}
	j.take(j.RemoveTemplate("t1", at("01-04 12:00")))
	if _, ok := j.FindTemplate("t1"); ok || len(j.Templates()) != 1 {
		t.Error(names())
	}
	drafts, err := j.Undo(2, at("01-05 12:00"))
	j.take(drafts, err)
	if got := names(); len(got) != 2 || got[1] != "t2Ping{{ping}} {first_name}" {
		t.Error(got)
	}
}

func TestTemplatesRefuse(t *testing.T) {
	j := newJournal(t)
	now := at("01-01 12:00")
	j.take(j.AddTemplate("t1", intro(), now))
	with := func(change func(*TemplateText)) TemplateText {
		text := intro()
		text.Name = "Other"
		change(&text)
		return text
	}
	for _, c := range []struct {
		name, id string
		text     TemplateText
		says     string
		input    bool
	}{
		{"taken name", "t2", with(func(x *TemplateText) { x.Name = "INTRO" }), `a template "Intro" already`, false},
		{"taken id", "t1", with(func(*TemplateText) {}), "added before", true},
		{"no id", "", with(func(*TemplateText) {}), "template is missing", true},
		{"no name", "t2", with(func(x *TemplateText) { x.Name = " " }), "name is missing", true},
		{"long name", "t2", with(func(x *TemplateText) { x.Name = strings.Repeat("x", 61) }), "at most 60", true},
		{"name of two lines", "t2", with(func(x *TemplateText) { x.Name = "a\nb" }), "one line", true},
		{"no channel", "t2", with(func(x *TemplateText) { x.Channel = "" }), "message, invitation or inmail", true},
		{"no body", "t2", with(func(x *TemplateText) { x.Body = "\n" }), "body is missing", true},
		{"unknown variable", "t2", with(func(x *TemplateText) { x.Body = "Hi\n{firstname}" }), "the body, line 2: {firstname} is not known; you may mean {first_name}", true},
		{"open brace", "t2", with(func(x *TemplateText) { x.Subject = "{" }), "the subject, line 1: a { is never closed", true},
		{"subject of a message", "t2", with(func(x *TemplateText) { x.Channel = channel.Message }), "only an InMail has a subject", false},
		{"long body", "t2", with(func(x *TemplateText) { x.Body = strings.Repeat("x", 1901) }), "1 more than the 1900", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := j.AddTemplate(c.id, c.text, now)
			if c.input {
				badly(t, err, c.says)
			} else {
				refused(t, err, c.says)
			}
		})
	}
	_, err := j.EditTemplate("t1", intro(), now)
	refused(t, err, "says that already")
	_, err = j.EditTemplate("Intro", with(func(*TemplateText) {}), now)
	refused(t, err, `no template "Intro"`)
	_, err = j.EditTemplate("t1", with(func(x *TemplateText) { x.Body = "}" }), now)
	badly(t, err, "closes nothing")
	_, err = j.RemoveTemplate("t9", now)
	refused(t, err, `no template "t9"`)
	if drafts, err := j.EditTemplate("t1", with(func(x *TemplateText) { x.Name = "intro" }), now); err != nil || len(drafts) != 1 {
		t.Error("a template may change the case of its own name:", err)
	}
}

func TestFilledTemplate(t *testing.T) {
	x := Template{TemplateText: intro()}
	subject, body, missing, err := x.Filled(Person{Name: "Ada Lovelace", Company: "Engines"}, Person{Name: "Pavel Ivanov"})
	if err != nil || subject != "About Engines" || body != "Hi Ada, Pavel" || missing != nil {
		t.Error(subject, body, missing, err)
	}
	subject, body, missing, err = x.Filled(Person{}, Person{})
	if err != nil || subject != "About {company}" || body != "Hi {first_name}, {my_first_name}" ||
		!slices.Equal(missing, []string{"company", "first_name", "my_first_name"}) {
		t.Error(subject, body, missing, err)
	}
	x.Body = "Hi {nobody}" // as an older version, or a journal written by hand, may have it
	_, _, _, err = x.Filled(Person{}, Person{})
	badly(t, err, `the body of the template "Intro", line 1: {nobody} is not known`)
	x.Subject = "{"
	_, _, _, err = x.Filled(Person{}, Person{})
	badly(t, err, `the subject of the template "Intro"`)
}

func TestSettingsAreAdmittedByForm(t *testing.T) {
	long := strings.Repeat("x", 65)
	for name, c := range map[string]struct {
		d    Decision
		says string
	}{
		"policy of no seat":     {SeatPolicyChanged{Seat: "s"}, `seat "s" was never added`},
		"policy without a seat": {SeatPolicyChanged{}, "seat is missing"},
		"price of no seat":      {SeatPriced{Seat: "s", Price: "1", Currency: "EUR"}, `seat "s" was never added`},
		"price":                 {SeatPriced{Seat: "main", Price: "x", Currency: "EUR"}, "price is"},
		"no such seat":          {SeatActivated{Seat: "s"}, `seat "s" was never added`},
		"unknown quota":         {QuotaSet{Quota: "smiles"}, `quota "smiles" is not known; there are invitations-day, invitations-week, notes-month, messages-week`},
		"limit and off":         {QuotaSet{Quota: "notes-month", Limit: ptr(1), Off: true}, "both given"},
		"negative limit":        {QuotaSet{Quota: "notes-month", Limit: ptr(-1)}, "limit is -1"},
		"absurd limit":          {QuotaSet{Quota: "notes-month", Limit: ptr(100_001)}, "limit is 100001"},
		"unknown limit":         {LimitHit{Quota: ""}, `quota "" is not known`},
		"edit of nobody":        {ContactEdited{Contact: "bob", Degree: ptr(1)}, `contact "bob" was never added`},
		"message to nobody":     {MessageRecorded{Contact: "bob", Direction: "sent"}, `contact "bob" was never added`},
		"message to no id":      {MessageRecorded{Direction: "sent"}, "contact is missing"},
		"template not there":    {TemplateEdited{"t", intro()}, `template "t" was never added`},
		"template removed":      {TemplateRemoved{"t"}, `template "t" was never added`},
		"long template id":      {TemplateAdded{long, intro()}, "64 is the most"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := opened(t).Apply(Event{ID: "x", At: at("02-01 09:00"), Decision: c.d})
			badly(t, err, c.says)
		})
	}
}

// A template of a version with other variables can still be read: form alone counts.
func TestHistoryOfTemplatesIsNotJudged(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", TemplateAdded{"t", TemplateText{Name: "N", Channel: "inmail", Body: "{shoe_size} }"}})
	if len(j.Templates()) != 1 {
		t.Error(j.Templates())
	}
}

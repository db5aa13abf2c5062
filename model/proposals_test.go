package model

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"cordial/model/day"
)

// talk is a conversation with its messages.
type talk struct {
	Thread
	messages []Message
}

// scene is the evidence of a test.
type scene struct {
	talks       []talk
	folk        []Person
	invitations []Invitation
	fail        error // what asking for messages answers
	asked       int   // how often messages were asked for
}

func (s *scene) Len() int         { return len(s.talks) }
func (s *scene) Head(i int) Head  { return s.talks[i].Head }
func (s *scene) Row(i int) Thread { return s.talks[i].Thread }

// folk is a PeopleSet.
type folk []Person

func (f folk) Len() int          { return len(f) }
func (f folk) Name(i int) string { return f[i].Name }
func (f folk) Row(i int) Person  { return f[i] }

// know adds somebody with a profile.
func (s *scene) know(p Person) Person {
	p.Key, p.URL = PersonKey(p.ID), "https://www.linkedin.com/in/"+p.ID
	if p.Name == "" {
		p.Name = strings.ToUpper(p.ID[:1]) + p.ID[1:]
	}
	s.folk = append(s.folk, p)
	return p
}

// write adds a message to the conversation with somebody; it begins it if need be. A
// subject at its beginning makes it look like an InMail.
func (s *scene) write(p Person, when time.Time, me bool, subject string) {
	i := slices.IndexFunc(s.talks, func(t talk) bool { return t.Person == p.Key })
	if i < 0 {
		i = len(s.talks)
		key := ThreadKey(p.ID)
		s.talks = append(s.talks, talk{Thread: Thread{
			Head: Head{Key: key, Person: p.Key}, ID: key.ThreadID(), People: []PersonRef{{p.ID, p.Key, p.Name}}, Subject: subject,
		}})
		connected := p.Connected && p.ConnectedOn <= day.Of(when, nil)
		switch {
		case subject == "" || connected:
		case me:
			s.talks[i].InMail = Guess{Kind: ProbablySent, At: when.Unix()}
		default:
			s.talks[i].InMail = Guess{Kind: ProbablyReceived, At: when.Unix()}
		}
	}
	t := &s.talks[i]
	t.messages = append(t.messages, Message{At: when, Me: me, Subject: subject})
	t.LastAt, t.LastFromMe = when.Unix(), me
	if me {
		t.LastOut = when.Unix()
		return
	}
	t.LastIn = when.Unix()
	if t.InMail.Kind == ProbablySent && t.InMail.Answered == 0 {
		t.InMail.Answered = when.Unix()
	}
}

// read is how a store answers messages.
func (s *scene) read(thread Key, before time.Time, n int) ([]Message, error) {
	s.asked++
	for _, t := range s.talks {
		if t.Key == thread {
			end := len(t.messages)
			for !before.IsZero() && end > 0 && !t.messages[end-1].At.Before(before) {
				end--
			}
			return t.messages[max(0, end-n):end], s.fail
		}
	}
	return nil, s.fail
}

// clues gathers the scene.
func (s *scene) clues() Clues {
	return Gather(s, folk(s.folk), s.invitations, func(thread Key, after time.Time) (time.Time, bool, error) {
		return FirstReply(s.read, thread, after)
	})
}

// proposals is what a Book makes of a scene.
func (j *journal) proposals(s *scene, now string) Review {
	j.t.Helper()
	r, err := j.Propose(s.clues(), at(now))
	if err != nil {
		j.t.Fatal(err)
	}
	return r
}

// one is the only proposal.
func (j *journal) one(s *scene, now string) Proposal {
	j.t.Helper()
	r := j.proposals(s, now)
	if len(r.Proposals) != 1 {
		j.t.Fatalf("%d proposals: %+v", len(r.Proposals), r.Proposals)
	}
	return r.Proposals[0]
}

// none fails if anything is proposed.
func (j *journal) none(s *scene, now, why string) {
	j.t.Helper()
	if r := j.proposals(s, now); len(r.Proposals) > 0 {
		j.t.Errorf("%s: still proposed: %+v", why, r.Proposals)
	}
}

// undo takes the last step back.
func (j *journal) undo(now string) {
	j.t.Helper()
	j.take(j.Undo(1, at(now)))
}

// seal applies drafts as one step.
func (j *journal) seal(now string) func(drafts []Draft, err error) {
	return func(drafts []Draft, err error) {
		j.t.Helper()
		if err != nil {
			j.t.Fatal(err)
		}
		n := j.Len()
		for _, e := range Seal(drafts, at(now), func(time.Time) string { n++; return "s" + time.Duration(n).String() }) {
			if _, err := j.Apply(e); err != nil {
				j.t.Fatal(err)
			}
		}
	}
}

// An answer counts for the latest InMail before it, so no message is proposed as the
// answer to two.
func TestAMessageAnswersTheLatestInMail(t *testing.T) {
	j := opened(t)
	send := func(when, id string) { j.add(when, InMailSent{InMail: id, Contact: "ada", Seat: "main", Cost: 1}) }
	send("01-10 09:00", "im1")
	send("02-10 09:00", "im2")
	ada := PersonKey("ada")
	for _, c := range []struct {
		lastIn, want string
	}{
		{"01-10 09:00", ""}, // before any, and at the same second
		{"01-10 09:01", "im1"},
		{"02-10 09:00", "im1"},
		{"02-10 09:01", "im2"},
	} {
		m, ok := j.AnsweredBy(ada, at(c.lastIn).Unix(), at("03-01 12:00"))
		if ok != (c.want != "") || ok && m.ID != c.want {
			t.Errorf("they wrote last on %s: %q, %t; want %q", c.lastIn, m.ID, ok, c.want)
		}
	}
	s := &scene{}
	known := s.know(Person{ID: "ada", Name: "Ada Lovelace"})
	s.write(known, at("01-09 09:00"), false, "") // before
	s.write(known, at("02-11 09:00"), false, "")
	s.write(known, at("02-12 09:00"), false, "")
	p := j.one(s, "03-01 12:00")
	if p.InMail != "im2" || p.Kind != ProposeAnswer || !p.At.Equal(at("02-11 09:00")) || p.Thread != s.talks[0].Key || p.Name != "Ada Lovelace" {
		t.Errorf("%+v", p)
	}
	j.add("02-20 09:00", InMailSent{InMail: "im3", Contact: "ada", Seat: "main", Cost: 1})
	j.add("02-21 09:00", InMailUndelivered{InMail: "im3"})
	s.write(known, at("02-22 09:00"), false, "")
	if p := j.one(s, "03-01 12:00"); p.InMail != "im2" {
		t.Errorf("%+v", p)
	}
	if m, ok := j.AnsweredBy(ada, at("02-22 09:00").Unix(), at("03-01 12:00")); !ok || m.ID != "im2" {
		t.Errorf("what was not delivered hides what was: %+v, %t", m, ok)
	}
	j.take(j.Accept(at("03-01 12:00"), p))
	j.none(s, "03-01 12:00", "recorded")
	if _, ok := j.AnsweredBy(PersonKey("nobody"), at("02-22 09:00").Unix(), at("03-01 12:00")); ok {
		t.Error("a stranger")
	}
}

// An answer in time brings the credit back, one too late does not; both are recorded at
// the time they came.
func TestProposedAnswers(t *testing.T) {
	for _, c := range []struct {
		reply, words string
		policy       string
		cost         int
	}{
		{"01-20 09:00", "+1 credit on 20 Jan", "", 1},
		{"04-10 09:00", "+1 credit on 10 Apr", "", 1}, // day 90
		{"04-11 09:00", "no credit: 1 day too late", "", 1},
		{"04-22 09:00", "no credit: 12 days too late", "", 1},
		{"01-20 09:00", "no credit: it was free", "", 0},
		{"01-20 09:00", "no credit: only silence brings it back", "no-reply", 1},
	} {
		t.Run(c.reply+c.words, func(t *testing.T) {
			j := newJournal(t)
			j.add("01-01 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "salesnav-core"})
			j.add("01-01 12:00", ContactAdded{Contact: "ada", Name: "Ada"})
			if c.policy != "" {
				j.take(j.SetPolicy("main", mustSet(t, "refund_rule", c.policy), at("01-02 12:00"), at("01-02 12:00")))
			}
			j.add("04-09 12:00", SeatReconciled{Seat: "main", Balance: 10}) // there is room for more
			j.add("01-10 12:00", InMailSent{InMail: "im1", Contact: "ada", Seat: "main", Cost: c.cost, FreeReason: map[int]string{0: FreeOpenProfile}[c.cost]})
			s := &scene{}
			s.write(s.know(Person{ID: "ada"}), at(c.reply), false, "")
			p := j.one(s, "05-01 12:00")
			if p.Effect.Words != c.words {
				t.Errorf("%q, want %q", p.Effect.Words, c.words)
			}
			before := j.balance("05-01 12:00")
			j.take(j.Accept(at("05-01 12:00"), p))
			e := j.Event(j.Len() - 1)
			if d, ok := e.Decision.(InMailAnswered); !ok || d != (InMailAnswered{InMail: "im1", Answer: AnswerReplied}) || !e.At.Equal(at(c.reply)) {
				t.Errorf("recorded %+v", e)
			}
			if got := j.balance("05-01 12:00") - before; got != p.Effect.Credits {
				t.Errorf("the balance moved by %d, and %d was promised", got, p.Effect.Credits)
			}
		})
	}
}

// A refund that is not to be had says why: the pool was full, or the plan had ended.
func TestProposedAnswersWithoutRoom(t *testing.T) {
	j := opened(t)
	j.add("01-10 12:00", InMailSent{InMail: "im1", Contact: "ada", Seat: "main", Cost: 1})
	s := &scene{}
	s.write(s.know(Person{ID: "ada"}), at("03-20 09:00"), false, "")
	j.add("03-19 12:00", SeatReconciled{Seat: "main", Balance: 150})
	if p := j.one(s, "03-21 12:00"); p.Effect.Words != "no credit: the pool was full: the cap is 150" {
		t.Errorf("%q", p.Effect.Words)
	}
	j.add("03-20 08:00", SeatPlanChanged{Seat: "main", Plan: "career"})
	if p := j.one(s, "03-21 12:00"); p.Effect.Words != "no credit: the plan it was sent under had ended" {
		t.Errorf("%q", p.Effect.Words)
	}
}

// A conversation that looks like an InMail is one decision, or two with its answer.
func TestProposedInMail(t *testing.T) {
	j := newJournal(t)
	j.add("01-01 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "career"})
	s := &scene{}
	lena := s.know(Person{ID: "lena", Name: "Lena Öztürk", Company: "Globex", Degree: DegreeUnknown})
	s.write(lena, at("02-10 09:00"), true, "Platform lead")
	s.write(lena, at("02-11 09:00"), true, "")
	p := j.one(s, "03-01 12:00")
	if p.Kind != ProposeInMail || p.Sure != Likely || p.Cost != 1 || p.Subject != "Platform lead" || p.Effect.Words != "-1 credit" || p.Seat.ID != "main" {
		t.Errorf("%+v", p)
	}
	if got := p.Moments(); len(got) != 1 || !got[0].Equal(at("02-10 09:00")) {
		t.Errorf("moments %v", got)
	}
	s.write(lena, at("02-15 09:00"), false, "")
	s.write(lena, at("02-16 09:00"), false, "")
	answered := j.one(s, "03-01 12:00")
	if answered.ID != p.ID || answered.Effect.Words != "-1 credit; +1 on 15 Feb" || len(answered.Moments()) != 2 {
		t.Errorf("%+v", answered)
	}
	drafts, err := j.Accept(at("03-01 12:00"), answered)
	if err != nil || len(drafts) != 3 {
		t.Fatalf("%+v, %v", drafts, err)
	}
	j.seal("03-01 12:00")(drafts, nil)
	list := j.InMailsTo(lena.Key, at("03-01 12:00"))
	if len(list) != 1 || list[0].AnsweredOn != day.New(2026, 2, 15) || list[0].SentOn != day.New(2026, 2, 10) {
		t.Errorf("%+v", list)
	}
	if c, ok := j.Contact("lena"); !ok || c.Company != "Globex" {
		t.Errorf("%+v, %t", c, ok)
	}
	j.none(s, "03-01 12:00", "recorded")
	j.undo("03-01 12:00")
	if again := j.one(s, "03-01 12:00"); again.ID != p.ID {
		t.Errorf("%+v", again)
	}
	j.take(j.Accept(at("03-01 12:00"), answered)) // once more, under the same id
	j.none(s, "03-01 12:00", "recorded again")
}

// What is recorded already is not proposed: about that time, or later under the same
// subject.
func TestInMailsOnRecordAreNotProposed(t *testing.T) {
	for _, c := range []struct {
		when, subject string
		proposed      bool
	}{
		{"02-10 09:00", "", false},
		{"02-09 12:00", "", false},
		{"02-11 20:00", "", false},
		{"02-14 12:00", "", true},
		{"02-14 12:00", " platform LEAD", false},
		{"02-05 12:00", "Platform lead", true},
		{"06-14 12:00", "Platform lead", true},
	} {
		j := opened(t)
		j.add(c.when, InMailSent{InMail: "im1", Contact: "ada", Seat: "main", Cost: 1, Subject: c.subject})
		s := &scene{}
		s.write(s.know(Person{ID: "ada"}), at("02-10 09:00"), true, "Platform lead")
		if got := len(j.proposals(s, "07-01 12:00").Of(ProposeInMail)) > 0; got != c.proposed {
			t.Errorf("recorded on %s as %q: proposed %t", c.when, c.subject, got)
		}
	}
}

// How sure a probable InMail is, what speaks against it, and what it cost.
func TestConfidence(t *testing.T) {
	open := true
	first := 1
	for _, c := range []struct {
		name   string
		person Person
		now    string
		edit   *ContactEdited
		sure   Confidence
		doubt  string
		words  string
	}{
		{"a stranger", Person{}, "03-01 12:00", nil, Likely, "it was free if their profile was open", "-1 credit"},
		{"connected later", Person{Connected: true, ConnectedOn: day.New(2026, 2, 20)}, "03-01 12:00", nil, Possible, "connected since 20 Feb", "-1 credit"},
		{"an Open Profile", Person{}, "03-01 12:00", &ContactEdited{OpenProfile: &open}, Likely, "", "free: Open Profile"},
		{"1st degree, says the user", Person{}, "03-01 12:00", &ContactEdited{Degree: &first}, Possible, "1st degree", "free: 1st degree"},
	} {
		j := opened(t)
		c.person.ID = "ada"
		s := &scene{}
		s.write(s.know(c.person), at("02-10 09:00"), true, "Hello")
		if c.edit != nil {
			c.edit.Contact = "ada"
			j.add("02-01 12:00", *c.edit)
		}
		p := j.one(s, c.now)
		if p.Sure != c.sure || !strings.Contains(p.Doubt, c.doubt) || p.Effect.Words != c.words || c.doubt == "" && p.Doubt != "" {
			t.Errorf("%s: %s, %q, %q", c.name, p.Sure, p.Doubt, p.Effect.Words)
		}
	}
	j := opened(t)
	s := &scene{}
	gone := s.know(Person{ID: "unknown-1", Name: "LinkedIn Member"})
	s.folk[0].URL = ""
	s.write(gone, at("02-10 09:00"), true, "Hello")
	r, err := j.Propose(s.clues(), at("03-01 12:00").AddDate(2, 0, 0))
	if err != nil || len(r.Proposals) != 1 || r.Proposals[0].Sure != Doubtful || !strings.Contains(r.Proposals[0].Doubt, "more than a year old") {
		t.Errorf("%+v, %v", r, err)
	}
	if Sure.String()+Likely.String()+Possible.String()+Doubtful.String() != "surelikelypossibledoubtful" {
		t.Error("the words for confidence")
	}
}

// Which seat pays, and what was sent before it.
func TestWhoPays(t *testing.T) {
	s := &scene{}
	ada := s.know(Person{ID: "ada", Name: "Ada"})
	s.write(ada, at("02-10 09:00"), true, "Hello")
	j := newJournal(t)
	p := j.one(s, "06-01 12:00")
	if p.Refusal == nil || p.Effect.Words != "open a seat first" {
		t.Errorf("%+v", p)
	}
	var refusal *Refusal
	if _, err := j.Accept(at("06-01 12:00"), p); !errors.As(err, &refusal) || err.Error() != "there is no seat to pay for the InMail to Ada; open a seat first" {
		t.Errorf("%v", err)
	}
	balance := 7
	j.add("02-10 10:00", SeatOpened{Seat: "main", Name: "Main", Plan: "career", OpeningBalance: &balance})
	if r := j.proposals(s, "06-01 12:00"); len(r.Proposals) != 0 || r.Opening != 1 {
		t.Errorf("sent an hour before the opening: %+v", r)
	}
	s.write(s.know(Person{ID: "bo"}), at("02-10 11:00"), true, "Hello") // an hour after it
	if p := j.one(s, "06-01 12:00"); p.Seat.ID != "main" {
		t.Errorf("%+v", p)
	}
	s.write(s.know(Person{ID: "cy"}), at("04-10 11:00"), true, "Hello")
	j.add("04-01 10:00", SeatCancelled{Seat: "main"})
	r := j.proposals(s, "06-01 12:00")
	if len(r.Proposals) != 2 || r.Proposals[0].Refusal == nil || !strings.Contains(r.Proposals[0].Refusal.Error(), "no seat had a plan on 10 Apr") {
		t.Errorf("%+v", r)
	}
	j.add("04-02 10:00", SeatOpened{Seat: "second", Name: "Second", Plan: "business"})
	j.add("04-03 10:00", SeatOpened{Seat: "third", Name: "Third", Plan: "business"})
	if p := j.proposals(s, "06-01 12:00").Proposals[0]; p.Seat.ID != "second" {
		t.Errorf("%+v", p.Seat)
	}
	j.add("05-03 10:00", SeatActivated{Seat: "third"})
	if p := j.proposals(s, "06-01 12:00").Proposals[0]; p.Seat.ID != "third" {
		t.Errorf("%+v", p.Seat)
	}
}

// A send at balance 0 in the past is admitted, and said (ledger rule 7).
func TestOverdrawnInMail(t *testing.T) {
	j := newJournal(t)
	none := 0
	j.add("02-01 12:00", SeatOpened{Seat: "main", Name: "Main", Plan: "career", OpeningBalance: &none})
	s := &scene{}
	s.write(s.know(Person{ID: "ada"}), at("02-10 09:00"), true, "Hello")
	p := j.one(s, "02-20 12:00")
	if !p.Effect.Overdrawn || p.Effect.Words != "-1 credit, overdrawn" || p.Effect.Credits != 0 {
		t.Errorf("%+v", p.Effect)
	}
	j.take(j.Accept(at("02-20 12:00"), p))
	if l, _, _ := j.LedgerNow("main", at("02-20 12:00")); l.Overdrawn != 1 {
		t.Errorf("%+v", l.Totals)
	}
}

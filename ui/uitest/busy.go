package uitest

import (
	"time"

	"cordial/model"
	"cordial/model/day"
)

// Start is when scenarios begin: a Wednesday afternoon in Berlin.
func Start() time.Time { return time.Date(2026, 11, 18, 15, 2, 0, 0, Zone()) }

// Zone is where scenarios happen.
func Zone() *time.Location {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	return zone
}

// Empty is a store before its first import.
func Empty(*Memory) {}

// Busy is an inbox in the middle of things: eight conversations and a group, a
// seat with credits of which some are about to go, labels, a reminder that is due
// and an InMail that waits for its answer.
func Busy(m *Memory) {
	now := Start()
	ago := func(d time.Duration) time.Time { return now.Add(-d) }
	const daily = 24 * time.Hour
	m.Decide(ago(92*daily), model.ExportImported{
		Archive: "first", Name: "linkedin.zip", Newest: ago(20 * daily), Messages: 10, People: 9,
	})
	balance := 3
	m.Decide(ago(70*daily), model.SeatOpened{
		Seat: "work", Name: "Work", Plan: "career", BillingDay: 1, Zone: "Europe/Berlin", OpeningBalance: &balance,
	})

	maria := m.Know(model.Person{Name: "Maria Rossi", Headline: "Head of Platform at Acme", Company: "Acme", Email: "maria@example.com", ConnectedOn: day.New(2026, 10, 2)})
	m.Invite(maria, true, day.New(2026, 9, 28), "Your eBPF talk was a delight.")
	t := m.Talk(maria)
	m.Say(t, time.Date(2026, 11, 12, 10, 14, 0, 0, Zone()), true, "Hi Maria, I saw your eBPF talk. Would you be open to a short call about the staff role?")
	m.Say(t, ago(2*time.Hour), false, "Re: staff role - thanks, I would love to hear more. Tuesday or Wednesday afternoon works.")
	m.Decide(time.Date(2026, 11, 14, 9, 20, 0, 0, Zone()),
		model.NoteAdded{Text: "prefers email for contracts", Subjects: On(t)},
		model.LabelApplied{Label: "Hot Leads", Subjects: On(t)},
		model.LabelApplied{Label: "Potential Employers", Subjects: On(t)})

	jurgen := m.Know(model.Person{Name: "Jürgen Müller", Headline: "CTO", Company: "Globex", Degree: 2})
	t = m.Talk(jurgen)
	m.Say(t, ago(30*daily), true, "Dear Jürgen, would a fifteen minute call about our platform team be welcome?")
	m.Say(t, ago(5*time.Hour), false, "Send me the deck please.")
	m.Decide(ago(6*daily), model.LabelApplied{Label: "Hot Leads", Subjects: On(t)})

	aiko := m.Know(model.Person{Name: "Aiko Nakamura", Headline: "Staff Engineer", Company: "Hooli", ConnectedOn: day.New(2025, 3, 1)})
	t = m.Talk(aiko)
	m.Say(t, ago(26*time.Hour), true, "Following up on my note from last week")
	m.Decide(ago(26*time.Hour), model.LabelApplied{Label: "Potential Employers", Subjects: On(t)})

	sam := m.Know(model.Person{Name: "Sam O'Brien", Headline: "VP Engineering", Company: "Initech", ConnectedOn: day.New(2024, 1, 9)})
	t = m.Talk(sam)
	m.Say(t, ago(3*daily), false, "Ping me after the board meeting.")
	m.Decide(ago(3*daily+time.Hour), model.ReminderSet{
		Due: time.Date(2026, 11, 18, 9, 0, 0, 0, Zone()), Text: "ping after board meeting", Subjects: On(t),
	})

	priya := m.Know(model.Person{Name: "Priya Shah", Headline: "Recruiter", Company: "Umbrella", ConnectedOn: day.New(2026, 11, 15)})
	t = m.Talk(priya)
	m.Say(t, ago(3*daily+2*time.Hour), false, "Happy to connect!")

	diego := m.Know(model.Person{Name: "Diego García", Headline: "Founder", Company: "Piñata Labs", ConnectedOn: day.New(2023, 6, 30)})
	t = m.Talk(diego)
	m.Say(t, ago(4*daily), false, "Can we move this to January?")
	m.Decide(ago(4*daily-time.Hour), model.ThreadMarked{Mark: model.MarkRead, Subjects: On(t)}, model.ThreadMarked{Mark: model.MarkStarred, Subjects: On(t)})

	lena := m.Know(model.Person{Name: "Lena Öztürk", Headline: "VP Engineering", Company: "Globex", Degree: 3})
	m.Decide(ago(12*daily), model.ContactAdded{Contact: lena.ID, Name: lena.Name, URL: lena.URL, Source: model.SourceExport},
		model.InMailSent{InMail: "inmail-lena", Contact: lena.ID, Seat: "work", Cost: 1, Subject: "Platform team lead", Body: "Hi Lena,\n\nyour talk on zero-downtime migrations is the reason I rewrote ours.\n\nBest, Pavel"})

	group := m.Talk(maria, jurgen, aiko)
	m.Say(group, ago(9*daily), false, "Shall we all meet at the conference?")
	m.Change(group, func(t *model.Thread) { t.Title = "Platform people" })
	m.Decide(ago(8*daily), model.ThreadMarked{Mark: model.MarkRead, Subjects: On(group)})

	m.Know(model.Person{Name: "Tom Becker", Headline: "Engineer", Company: "Acme", Degree: 2})
	old := m.Talk(m.Know(model.Person{Name: "Pavel Ivanov", Headline: "Sales", Company: "Soylent", ConnectedOn: day.New(2022, 2, 2)}))
	m.Say(old, ago(80*daily), true, "Great, speak Tuesday")
	m.Decide(ago(79*daily), model.ThreadMarked{Mark: model.MarkArchived, Subjects: On(old)})
}

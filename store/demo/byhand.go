package demo

import (
	"cordial/model"
)

// stranger is somebody whom no export names, and what became of writing to them.
type stranger struct {
	id, name, position, company string
	degree                      int
	open                        bool // an Open Profile
	seat                        string
	sent                        int // days ago, 0 for never
	subject                     string
	answer                      string
	answered                    int    // days ago
	invite                      string // what became of a connection request
	invited                     int    // days ago
	note                        string
}

// strangers are made up, so that an InMail ends in every way.
func strangers() []stranger {
	return []stranger{
		{id: "bashir-nouri", name: "Bashir Nouri", position: "VP Operations", company: "Quayside Freight", degree: 3, seat: main, sent: 100, subject: "Fewer empty trucks"},
		{id: "noor-el-amin", name: "Noor El-Amin", position: "Head of Planning", company: "Amber & Vale", degree: 2, seat: main, sent: 30, subject: "Planning at Amber & Vale", answer: model.AnswerAccepted, answered: 22},
		{id: "freya-lindqvist", name: "Freya Lindqvist", position: "Supply Chain Lead", company: "Nordlake", degree: 3, seat: main, sent: 20, subject: "A question about lead times", answer: model.AnswerAutoReply, answered: 20},
		{id: "tomas-villalba", name: "Tomás Villalba", position: "Director", company: "Cobre Sur", degree: 0, seat: main, sent: 15, subject: "Forecasts for Cobre Sur", answer: model.Undelivered, answered: 15},
		{id: "adaeze-obi", name: "Adaeze Obi", position: "COO", company: "Lantern Foods", degree: 2, seat: recruiting, sent: 12, subject: "Half the spreadsheets", answer: model.AnswerDeclined, answered: 9},
		{id: "hana-dvorak", name: "Hana Dvořák", position: "Data Science Manager", company: "Vltava Labs", degree: 3, open: true, seat: main, sent: 8, subject: "Your talk in Brno"},
		{id: "ingrid-solberg", name: "Ingrid Solberg", position: "Head of Talent", company: "Fjordline Robotics", degree: 2, seat: recruiting, sent: 2, subject: "Planner, Bergen"},
		{id: "carl-berg", name: "Carl Berg", position: "Logistics Manager", company: "Hallstatt Mills", degree: 3, invite: model.InviteSent, invited: 6, note: "We met at the fair in Lyon."},
		{id: "maren-holt", name: "Maren Holt", position: "Recruiter", company: "Greyfriars Talent", degree: 2, invite: model.InviteReceived, invited: 3, note: "Your profile fits a search of ours."},
	}
}

// meetByHand adds the strangers and books what became of writing to them.
func (d *diary) meetByHand() {
	for i, s := range strangers() {
		met := d.ago(max(s.sent, s.invited), 9)
		contact := model.ContactAdded{
			Contact: s.id, Name: s.name, URL: "https://www.linkedin.com/in/" + s.id, Position: s.position,
			Company: s.company, Degree: &s.degree,
		}
		if s.open {
			contact.OpenProfile = &s.open
		}
		d.do(met, func(b *model.Book) ([]model.Draft, error) { return b.AddContact(contact, met) })
		if s.invite != "" {
			at := d.ago(s.invited, 10)
			d.do(at, func(b *model.Book) ([]model.Draft, error) {
				p, _ := b.Contact(s.id)
				return b.Invite(p, s.invite, s.note, at)
			})
		}
		if s.sent == 0 {
			continue
		}
		at := d.ago(s.sent, 10)
		d.do(at, func(b *model.Book) ([]model.Draft, error) {
			p, _ := b.Contact(s.id)
			return send(b, p, s.seat, s.subject, at)
		})
		if s.answer != "" {
			heard := d.ago(s.answered, 11+i)
			d.do(heard, func(b *model.Book) ([]model.Draft, error) {
				p, _ := b.Contact(s.id)
				return b.AnswerInMail(p, s.answer, heard, heard, false)
			})
		}
	}
}

// doubles are people who are there twice: one likely, by LinkedIn's own id, and one who
// may be.
func doubles() []model.ContactAdded {
	return []model.ContactAdded{
		{Contact: "amelia-merrick-crm", Name: "Amelia Merrick", URL: "https://www.linkedin.com/in/ACoAABk3Qx7", Company: "Saltmarsh Capital", Source: "crm.csv"},
		{Contact: "noor-elamin", Name: "Noor El Amin", URL: "https://www.linkedin.com/in/noor-elamin", Company: "Amber & Vale", Source: "crm.csv"},
	}
}

// meetTwice adds the doubles.
func (d *diary) meetTwice() {
	at := d.ago(25, 9)
	for _, contact := range doubles() {
		d.do(at, func(b *model.Book) ([]model.Draft, error) { return b.AddContact(contact, at) })
	}
}

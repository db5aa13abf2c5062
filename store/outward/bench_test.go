package outward_test

import (
	"fmt"
	"io"
	"testing"
	"time"

	"cordial/model"
	"cordial/model/who"
	"cordial/store/outward"
)

const many = 100_000

// contacts yields 100,000 contacts without holding them.
func contacts(yield func(outward.Contact, error) bool) {
	for i := range many {
		id := fmt.Sprint("anna-", i)
		c := outward.Contact{
			Person: model.Person{
				ID: id, Name: "Anna Person", URL: who.ProfileURL(id), Company: "Acme, Inc.", Position: "Head of Things", Email: id + "@acme.example", Degree: 1,
			},
			Labels: []string{"Hot Leads"}, Notes: []model.Note{{Text: "met at the fair;\nlikes tea"}},
		}
		if !yield(c, nil) {
			return
		}
	}
}

func bench(b *testing.B, write func() error) {
	b.ReportAllocs()
	for b.Loop() {
		if err := write(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(many*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkContactsCSV100k(b *testing.B) {
	bench(b, func() error { return outward.ContactsCSV(io.Discard, contacts) })
}

func BenchmarkContactsVCard100k(b *testing.B) {
	bench(b, func() error { return outward.ContactsVCard(io.Discard, contacts) })
}

func BenchmarkContactsJSON100k(b *testing.B) {
	bench(b, func() error { return outward.ContactsJSON(io.Discard, contacts) })
}

func BenchmarkMessagesCSV100k(b *testing.B) {
	m := outward.Message{
		Conversation: "2-YQ==", From: owner(), To: []outward.Party{{Name: "Anna", URL: who.ProfileURL("anna")}},
		At: time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC), Text: "Hello Anna,\n\nhow about tea?", Folder: "INBOX",
	}
	bench(b, func() error {
		return outward.MessagesCSV(io.Discard, func(yield func(outward.Message, error) bool) {
			for range many {
				if !yield(m, nil) {
					return
				}
			}
		})
	})
}

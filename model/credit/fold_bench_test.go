package credit_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// busySeat is a seat that sends InMails at an even pace and hears of every fourth within weeks.
func busySeat(years, inmails int, plan string, overrides credit.Overrides, zone *time.Location) (credit.History, day.Day) {
	first := day.New(2006, 1, 17)
	days := years * 365
	random := rand.New(rand.NewPCG(1, 2))
	at := func(d int, hour int) time.Time { return first.Add(d).Start(zone).Add(time.Duration(hour) * time.Hour) }
	h := credit.History{Seat: "main", Name: "Main", Zone: zone}
	add := func(f credit.Fact) {
		f.Seq = len(h.Facts)
		f.Event = fmt.Sprintf("event-%06d", f.Seq)
		h.Facts = append(h.Facts, f)
	}
	add(credit.Fact{Kind: credit.Opened, At: at(0, 9), Plan: plan, Overrides: overrides})
	for i := range inmails {
		sent := i * days / inmails
		id := fmt.Sprintf("inmail-%06d", i)
		add(credit.Fact{Kind: credit.Sent, At: at(sent, 10+i%8), InMail: id, Contact: "contact-" + id, Cost: 1})
		if i%4 == 0 {
			add(credit.Fact{Kind: credit.Answered, At: at(sent+random.IntN(100), 18), InMail: id, Answer: "replied"})
		}
	}
	return h, first.Add(days)
}

func BenchmarkFold(b *testing.B) {
	noReply, never := credit.RefundOnNoReply, 0
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name           string
		years, inmails int
		plan           string
		overrides      credit.Overrides
		zone           *time.Location
	}{
		{"10years2000", 10, 2_000, "salesnav-core", credit.Overrides{}, time.UTC},
		{"10years2000Paris", 10, 2_000, "salesnav-core", credit.Overrides{}, paris},
		{"20years50000", 20, 50_000, "recruiter-corporate", credit.Overrides{}, time.UTC},
		{"20years50000Paris", 20, 50_000, "recruiter-corporate", credit.Overrides{}, paris},
		{"20years50000NoReply", 20, 50_000, "salesnav-core", credit.Overrides{RefundRule: &noReply, ExpiryDays: &never}, paris},
		{"20yearsIdle", 20, 0, "salesnav-core", credit.Overrides{}, paris},
	} {
		h, on := busySeat(c.years, c.inmails, c.plan, c.overrides, c.zone)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				credit.Fold(h, on)
			}
		})
	}
}

func BenchmarkNextGrant(b *testing.B) {
	h, on := busySeat(20, 50_000, "recruiter-corporate", credit.Overrides{}, time.UTC)
	ledger := credit.Fold(h, on)
	b.ReportAllocs()
	for b.Loop() {
		ledger.NextGrant()
	}
}

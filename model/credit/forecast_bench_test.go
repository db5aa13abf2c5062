package credit_test

import (
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
)

// busyLedger is twenty years of a busy seat.
func busyLedger(rule credit.RefundRule) (credit.History, credit.Ledger) {
	h, on := busySeat(20, 50_000, "recruiter-corporate", credit.Overrides{RefundRule: &rule}, time.UTC)
	return h, credit.Fold(h, on)
}

func BenchmarkForecast(b *testing.B) {
	for _, rule := range []credit.RefundRule{credit.RefundOnReply, credit.RefundOnNoReply} {
		_, l := busyLedger(rule)
		course := credit.Course{Pace: l.Lately(90).Pace(), Rate: l.Lately(90).ReplyRate()}
		b.Run("90days-"+string(rule), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.Forecast(l.On.Add(90), course)
			}
		})
		b.Run("runway10years-"+string(rule), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.FirstShort(l.On.Add(3650), course)
			}
		})
		b.Run("risk-"+string(rule), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.AtRisk(credit.SoonDays)
			}
		})
	}
}

func BenchmarkExplain(b *testing.B) {
	h, l := busyLedger(credit.RefundOnReply)
	tongue := credit.Tongue{}
	for _, c := range []struct {
		name string
		do   func()
	}{
		{"lately", func() { l.Lately(90) }},
		{"lives", func() { l.Lives() }},
		{"account", func() { l.Account(day.Min).Sentences(tongue) }},
		{"tale-first", func() { l.Tale(0).Sentences(tongue) }},
		{"tale-last", func() { l.Tale(len(l.Entries) - 1).Sentences(tongue) }},
		{"dips", func() { l.Dips() }},
		{"whatif", func() {
			h.WhatIf(l.On, credit.Fact{Kind: credit.Cancelled, At: l.On.Start(time.UTC)}).Sentences(tongue)
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.do()
			}
		})
	}
}

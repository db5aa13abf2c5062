package credit_test

import (
	"fmt"
	"slices"
	"testing"

	"cordial/model/credit"

	"pgregory.net/rapid"
)

// TestFoldAgreesWithReference tells random histories to the fold and to the plain reference, and compares
// them at the end of every single day.
func TestFoldAgreesWithReference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := anyHistory().Draw(t, "history")
		reference := newReference(h)
		first, last := lifetime(h)
		for today := first; today <= last; today++ {
			reference.live(today)
			got := credit.Fold(h, today)
			if got.Balance != len(reference.alive()) {
				t.Fatalf("%s: balance %d, the reference has %d", today, got.Balance, len(reference.alive()))
			}
			if want := reference.totals(); got.Totals != want {
				t.Fatalf("%s: totals\n     fold %+v\nreference %+v", today, got.Totals, want)
			}
			if got, want := fmt.Sprint(got.MergedLots()), fmt.Sprint(reference.lots()); got != want {
				t.Fatalf("%s: lots\n     fold %s\nreference %s", today, got, want)
			}
			if got, want := outcomes(got), reference.outcomes(); !slices.Equal(got, want) {
				t.Fatalf("%s: InMails\n     fold %v\nreference %v", today, got, want)
			}
		}
	})
}

// outcomes says in a word or two what has become of every InMail.
func outcomes(l credit.Ledger) []string {
	var words []string
	for _, m := range l.InMails {
		word := m.ID + " " + string(m.State)
		if m.State == credit.InMailLapsed {
			word = m.ID + " open"
		}
		if m.Refund == credit.RefundGiven || m.Refund == credit.RefundForfeited {
			word += " " + string(m.Refund)
		}
		words = append(words, word)
	}
	return words
}

func (r *reference) outcomes() []string {
	var words []string
	for _, m := range r.inmails {
		word := m.id + " open"
		switch {
		case m.undelivered:
			word = m.id + " undelivered"
		case m.answered:
			word = m.id + " answered"
		}
		switch m.refund {
		case "given":
			word += " refunded"
		case "forfeited":
			word += " forfeited"
		}
		words = append(words, word)
	}
	return words
}

// totals counts what became of every credit there ever was.
func (r *reference) totals() credit.Totals {
	born, ended := map[string]int{}, map[string]int{}
	for _, c := range r.credits {
		born[c.kind]++
		ended[c.end]++
	}
	return credit.Totals{
		Opening: born["opening"], Granted: born["grant"], Refunded: born["refund"],
		AdjustedIn: born["adjustment"], Overdrawn: born["overdrawn"],
		Debited: ended["debited"], Expired: ended["expired"], Evicted: ended["evicted"],
		Forfeited: ended["forfeited"], AdjustedOut: ended["adjusted_out"], RefundForfeited: r.lost,
	}
}

// lots lays the credits left in piles, in the order they are to be spent.
func (r *reference) lots() []string {
	var names []string
	left := map[string]int{}
	rest := r.alive()
	for len(rest) > 0 {
		at := 0
		for i, c := range rest {
			if !c.lasts && (rest[at].lasts || c.expires < rest[at].expires) {
				at = i
			}
		}
		expires := "never"
		if !rest[at].lasts {
			expires = rest[at].expires.String()
		}
		name := fmt.Sprintf("{%s %s %s} ", rest[at].kind, rest[at].born, expires)
		if left[name] == 0 {
			names = append(names, name)
		}
		left[name]++
		rest = slices.Delete(rest, at, at+1)
	}
	for i, name := range names {
		names[i] = fmt.Sprintf("{%s%d}", name, left[name])
	}
	return names
}

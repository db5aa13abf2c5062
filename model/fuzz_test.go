package model

import (
	"strings"
	"testing"
)

// What is read as a price is written as it was meant, and read again.
func FuzzParsePrice(f *testing.F) {
	for _, seed := range []string{"119.99", "0", "007.5", ".5", "1.", "-1", "1e3", "9999999.99", "१२"} {
		f.Add(seed, "EUR")
	}
	f.Add("1", "€")
	f.Fuzz(func(t *testing.T, price, currency string) {
		p, err := ParsePrice(price, currency)
		if err != nil {
			return
		}
		written, _, _ := strings.Cut(p.String(), " ")
		if again, err := ParsePrice(written, currency); err != nil || again != p || p.Hundredths < 0 {
			t.Fatalf("%q %q became %s, then %s, %v", price, currency, p, again, err)
		}
	})
}

package cli

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"cordial/model/credit"
)

func TestParseRate(t *testing.T) {
	for _, tt := range []struct {
		text string
		want credit.Rate
		ok   bool
	}{
		{"30", credit.Rate{Answered: 3000, Of: 10000}, true},
		{"30%", credit.Rate{Answered: 3000, Of: 10000}, true},
		{" 12.5 % ", credit.Rate{Answered: 1250, Of: 10000}, true},
		{"33.33", credit.Rate{Answered: 3333, Of: 10000}, true},
		{"0", credit.Rate{Answered: 0, Of: 10000}, true},
		{"0.5%", credit.Rate{Answered: 50, Of: 10000}, true},
		{"100", credit.Rate{Answered: 10000, Of: 10000}, true},
		{"4/14", credit.Rate{Answered: 4, Of: 14}, true},
		{"0/1", credit.Rate{Answered: 0, Of: 1}, true},
		{"0.3", credit.Rate{}, false}, // a share, or less than one in a hundred
		{"100.01", credit.Rate{}, false},
		{"-1", credit.Rate{}, false},
		{"+5", credit.Rate{}, false},
		{"1e1", credit.Rate{}, false},
		{"NaN", credit.Rate{}, false},
		{"inf", credit.Rate{}, false},
		{"", credit.Rate{}, false},
		{"%", credit.Rate{}, false},
		{"12.345", credit.Rate{}, false},
		{"0x1", credit.Rate{}, false},
		{"5/4", credit.Rate{}, false},
		{"0/0", credit.Rate{}, false},
		{"-1/4", credit.Rate{}, false},
		{"1/", credit.Rate{}, false},
		{"/4", credit.Rate{}, false},
		{"1/2/3", credit.Rate{}, false},
		{"1/99999999999", credit.Rate{}, false},
		{"1.2.3", credit.Rate{}, false},
	} {
		got, err := parseRate(tt.text)
		if (err == nil) != tt.ok || got != tt.want {
			t.Errorf("%q: %+v, %v; want %+v", tt.text, got, err, tt.want)
		}
	}
}

// TestRatesAreShares: whatever is taken as a rate is one.
func TestRatesAreShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[ 0-9./%+e-]{0,8}`).Draw(t, "text")
		if rate, err := parseRate(text); err == nil && (rate.Of < 1 || rate.Answered < 0 || rate.Answered > rate.Of) {
			t.Fatalf("%q is %+v", text, rate)
		}
	})
}

// TestBalanceLine draws one sign for a day, or for several where there are many, and
// ends with the last.
func TestBalanceLine(t *testing.T) {
	days := func(balances ...int) forecastView {
		v := forecastView{}
		for _, b := range balances {
			v.Days = append(v.Days, credit.ForecastDay{Balance: b})
		}
		return v
	}
	for _, tt := range []struct {
		v    forecastView
		want string
	}{
		{days(0, 7), "▁█"},
		{days(0, 0), "▁▁"},
		{days(7, 6, 5, 4, 3, 2, 1, 0), "█▇▆▅▄▃▂▁"},
		{forecastView{Balance: 14, Days: days(7).Days}, "▄"},
	} {
		if got := balanceLine(tt.v); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
	long := make([]int, 1000)
	long[999] = 5
	if got := balanceLine(days(long...)); utf8.RuneCountInString(got) != lineWidth || !strings.HasSuffix(got, "▁█") {
		t.Error(got)
	}
}

func TestNumber1(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 3: "3", 3.04: "3", 3.06: "3.1", 66.666: "66.7", 0.04: "0"} {
		if got := number1(x); got != want {
			t.Errorf("%g: %s, want %s", x, got, want)
		}
	}
}

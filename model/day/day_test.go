package day_test

import (
	"fmt"
	"testing"
	"time"

	"cordial/model/day"

	"pgregory.net/rapid"
)

// calendar walks the Gregorian calendar by hand, from 1 January of a year, knowing only how long months are.
type calendar struct {
	year, month, date int
}

func (c calendar) length() int {
	leap := c.year%4 == 0 && (c.year%100 != 0 || c.year%400 == 0)
	lengths := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if c.month == 2 && leap {
		return 29
	}
	return lengths[c.month-1]
}

func (c calendar) next() calendar {
	switch {
	case c.date < c.length():
		return calendar{c.year, c.month, c.date + 1}
	case c.month < 12:
		return calendar{c.year, c.month + 1, 1}
	default:
		return calendar{c.year + 1, 1, 1}
	}
}

func (c calendar) String() string { return fmt.Sprintf("%04d-%02d-%02d", c.year, c.month, c.date) }

// TestEveryDay counts every day of the calendar's 9,999 years.
func TestEveryDay(t *testing.T) {
	walked := calendar{1, 1, 1}
	weekday := time.Monday // 1 January of the year 1
	for d := day.Min; d <= day.Max; d++ {
		year, month, date := d.Date()
		if got := (calendar{year, int(month), date}); got != walked {
			t.Fatalf("day %d is %v, want %v", int(d), got, walked)
		}
		if back := day.New(year, month, date); back != d {
			t.Fatalf("New(%v) = %d, want %d", walked, int(back), int(d))
		}
		if d.Weekday() != weekday {
			t.Fatalf("%v is a %v, want %v", walked, d.Weekday(), weekday)
		}
		walked, weekday = walked.next(), (weekday+1)%7
	}
	if want := (calendar{10000, 1, 1}); walked != want {
		t.Errorf("the calendar ends before %v, want %v", walked, want)
	}
}

func TestNewCarriesOver(t *testing.T) {
	for _, c := range []struct {
		year  int
		month time.Month
		date  int
		want  string
	}{
		{1970, 1, 1, "1970-01-01"},
		{2026, 1, 32, "2026-02-01"},
		{2026, 3, 0, "2026-02-28"},
		{2028, 3, 0, "2028-02-29"},
		{2026, 13, 5, "2027-01-05"},
		{2026, 0, 5, "2025-12-05"},
	} {
		if got := day.New(c.year, c.month, c.date).String(); got != c.want {
			t.Errorf("New(%d, %d, %d) = %s, want %s", c.year, c.month, c.date, got, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		want day.Day
	}{
		{"1970-01-01", 0},
		{"1969-12-31", -1},
		{"2026-01-05", 20458},
		{"2028-02-29", 21243},
		{"0001-01-01", day.Min},
		{"9999-12-31", day.Max},
	} {
		got, err := day.Parse(c.text)
		if err != nil || got != c.want {
			t.Errorf("Parse(%q) = %d, %v; want %d", c.text, int(got), err, int(c.want))
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", "never", "today", "2026", "2026-1-5", "2026-01-05 ", " 2026-01-05", "2026-02-29", "2026-13-01",
		"2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01", "-001-01-01", "10000-01-01", "2026/01/05",
		"05.01.2026", "2026-01-05T00:00:00Z", "２０２６-01-05",
	} {
		if got, err := day.Parse(text); err == nil {
			t.Errorf("Parse(%q) = %s, want an error", text, got)
		}
	}
}

// FuzzParse checks that what is read is written back the same.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"2026-01-05", "2028-02-29", "0000-01-01", "9999-12-31", "never", "2026-1-5"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := day.Parse(text)
		if err != nil {
			return
		}
		if d < day.Min || d > day.Max {
			t.Errorf("Parse(%q) = %d, out of range", text, int(d))
		}
		if d.String() != text {
			t.Errorf("Parse(%q) is written as %q", text, d)
		}
	})
}

func TestAddSub(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{ // a credit's 90 days, across short and leap months
		{"2026-01-01", 90, "2026-04-01"},
		{"2026-02-01", 90, "2026-05-02"},
		{"2026-03-01", 90, "2026-05-30"},
		{"2028-01-01", 90, "2028-03-31"},
		{"2028-02-01", 90, "2028-05-01"},
		{"2026-01-01", -1, "2025-12-31"},
	} {
		from := parsed(t, c.from)
		to := from.Add(c.n)
		if to.String() != c.want {
			t.Errorf("%s + %d days = %s, want %s", from, c.n, to, c.want)
		}
		if n := to.Sub(from); n != c.n {
			t.Errorf("%s − %s = %d days, want %d", to, from, n, c.n)
		}
	}
}

func TestNever(t *testing.T) {
	if day.Never <= day.Max.Add(1_000_000) {
		t.Error("Never does not come after every day")
	}
	for _, n := range []int{-90, 0, 90} {
		if got := day.Never.Add(n); got != day.Never {
			t.Errorf("Never + %d days = %v", n, got)
		}
	}
}

// TestArithmeticIsCounting checks that moving and comparing days agree.
func TestArithmeticIsCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay().Draw(t, "day")
		n := rapid.IntRange(-1_000_000, 1_000_000).Draw(t, "n")
		moved := d.Add(n)
		if moved.Sub(d) != n || d.Sub(moved) != -n || moved.Add(-n) != d {
			t.Errorf("%s + %d days = %s", d, n, moved)
		}
		if (moved > d) != (n > 0) {
			t.Errorf("%s + %d days = %s comes on the wrong side", d, n, moved)
		}
	})
}

func anyDay() *rapid.Generator[day.Day] {
	return rapid.Map(rapid.Int32Range(int32(day.Min), int32(day.Max)), func(n int32) day.Day { return day.Day(n) })
}

func parsed(t *testing.T, s string) day.Day {
	t.Helper()
	d, err := day.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

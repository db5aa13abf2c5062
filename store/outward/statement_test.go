package outward_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"cordial/model/credit"
	"cordial/model/day"
	"cordial/store/outward"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"
)

// statementOf is the statement of a seat with these facts, at the end of a day.
func statementOf(seat string, on day.Day, facts ...credit.Fact) outward.Statement {
	for i := range facts {
		facts[i].Seq, facts[i].Event = i, fmt.Sprintf("e%d", i+1)
	}
	s := outward.Statement{Seat: seat, Name: strings.ToUpper(seat)}
	for _, e := range credit.Fold(credit.History{Seat: seat, Facts: facts}, on).Entries {
		line := outward.Line{Entry: e}
		if e.Contact != "" {
			line.Name = "Person " + e.Contact
		}
		s.Lines = append(s.Lines, line)
	}
	return s
}

func noon(year int, month time.Month, date int) time.Time {
	return time.Date(year, month, date, 12, 0, 0, 0, time.UTC)
}

// story is a statement with an entry of every kind.
func story() outward.Statement {
	f := []credit.Fact{
		{Kind: credit.Opened, At: noon(2026, 1, 10), Plan: "career", OpeningBalance: new(2)},
		{Kind: credit.Sent, At: noon(2026, 1, 11), InMail: "im1", Contact: "c1", Cost: 1},
		{Kind: credit.Sent, At: noon(2026, 1, 11), InMail: "im2", Contact: "c2", Cost: 1},
		{Kind: credit.Sent, At: noon(2026, 1, 11), InMail: "im3", Contact: "c3", Cost: 1},
		{Kind: credit.Answered, At: noon(2026, 1, 12), InMail: "im1", Answer: "replied"},
		{Kind: credit.Reconciled, At: noon(2026, 1, 14), Balance: 15},
		{Kind: credit.Sent, At: noon(2026, 1, 15), InMail: "im4", Contact: "c4", Cost: 1},
		{Kind: credit.Answered, At: noon(2026, 2, 11), InMail: "im4", Answer: "declined"},
		{Kind: credit.Reconciled, At: noon(2026, 2, 12), Balance: 14},
		{Kind: credit.PlanChanged, At: noon(2026, 6, 20), Plan: "business"},
		{Kind: credit.Cancelled, At: noon(2026, 7, 1)},
	}
	return statementOf("main", day.New(2026, 8, 1), f...)
}

// second is a statement that begins in the middle, of a seat with an odd id.
func second() outward.Statement {
	s := statementOf("(my seat):\n2", day.New(2026, 3, 1), credit.Fact{Kind: credit.Opened, At: noon(2026, 1, 1), Plan: "salesnav-core"},
		credit.Fact{Kind: credit.Sent, At: noon(2026, 2, 5), InMail: "im;1,2", Contact: "c 1", Cost: 1})
	s.Lines = s.Lines[1:]
	s.Lines[1].Name, s.Lines[1].Event = "* (Ann) | K; \n\tof =Acme", "e(1)\n)"
	return s
}

func hledger(t fataler, list ...outward.Statement) string {
	return written(t, func(w io.Writer) error { return outward.StatementHledger(w, list) })
}

func TestStatementCSV(t *testing.T) {
	text := written(t, func(w io.Writer) error { return outward.StatementCSV(w, []outward.Statement{story(), second()}) })
	golden.RequireEqual(t, []byte(text))
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 1+len(story().Lines)+len(second().Lines) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	balance := 0
	for _, row := range rows[1 : 1+len(story().Lines)] {
		amount, err := strconv.Atoi(row[3])
		if balance += amount; err != nil || row[4] != strconv.Itoa(balance) {
			t.Errorf("%q: %d, %v", row, balance, err)
		}
	}
}

func TestStatementHledger(t *testing.T) {
	text := hledger(t, story(), second())
	golden.RequireEqual(t, []byte(text))
	balances := accounted(t, text)
	if balances["assets:inmail:main"] != 0 || balances["expenses:inmail:sent"] != 5 || balances["assets:inmail:my-seat-2"] != 149 {
		t.Errorf("%v", balances)
	}
}

// accounted reads a journal as hledger does, as far as ours goes: every transaction must sum to zero, every asserted
// balance must be right, and every line must be one of those that are known. It answers the balances.
func accounted(t fataler, text string) map[string]int {
	t.Helper()
	var (
		head      = regexp.MustCompile(`^\d{4}-\d\d-\d\d \* (\([^()]+\) [^ ;]|[^( ;])[^;]*$`)
		posting   = regexp.MustCompile(`^    ([^ ;(\[][^;]*?)  +(-?\d+) CREDIT( = (\d+) CREDIT)?$`)
		directive = regexp.MustCompile(`^(account [a-z: ]+|account [^;]+  ; .*|commodity 1000\. CREDIT)$`)
		balances  = map[string]int{}
		sum, open = 0, 0
	)
	end := func() {
		if open != 0 && (open != 2 || sum != 0) {
			t.Fatalf("a transaction of %d postings sums to %d in\n%s", open, sum, text)
		}
		sum, open = 0, 0
	}
	for line := range strings.SplitSeq(text, "\n") {
		m := posting.FindStringSubmatch(line)
		switch {
		case line == "" || head.MatchString(line):
			end()
		case m != nil:
			n, err := strconv.Atoi(m[2])
			if err != nil {
				t.Fatal(err)
			}
			balances[m[1]] += n
			sum, open = sum+n, open+1
			if m[4] != "" && m[4] != strconv.Itoa(balances[m[1]]) {
				t.Fatalf("%s is %d, and not %s, in\n%s", m[1], balances[m[1]], m[4], text)
			}
		case !directive.MatchString(line) && !strings.HasPrefix(line, "; ") && !strings.HasPrefix(line, "    ; "):
			t.Fatalf("no line of a journal: %q", line)
		}
	}
	end()
	return balances
}

// TestEveryStatementAddsUp: whatever happened to a seat, its journal balances, as a whole and from any line on.
func TestEveryStatementAddsUp(t *testing.T) {
	plans := []string{"free", "career", "business", "salesnav-core", "recruiter-corporate"}
	rapid.Check(t, func(t *rapid.T) {
		facts := []credit.Fact{{Kind: credit.Opened, At: noon(2026, 1, 1), Plan: rapid.SampledFrom(plans).Draw(t, "plan")}}
		for i := range rapid.IntRange(0, 30).Draw(t, "facts") {
			f := credit.Fact{At: noon(2026, 1, rapid.IntRange(1, 400).Draw(t, "day")), InMail: fmt.Sprint("im", rapid.IntRange(1, 9).Draw(t, "inmail")), Contact: "c"}
			f.Kind = rapid.SampledFrom([]credit.FactKind{credit.Sent, credit.Sent, credit.Answered, credit.Undelivered, credit.Reconciled, credit.PlanChanged, credit.Cancelled}).Draw(t, "kind")
			f.Plan, f.Cost, f.Balance, f.Answer = rapid.SampledFrom(plans).Draw(t, "to"), i%2, rapid.IntRange(0, 40).Draw(t, "shown"), "replied"
			facts = append(facts, f)
		}
		s := statementOf("main", day.New(2027, 6, 1), facts...)
		s.Lines = s.Lines[rapid.IntRange(0, len(s.Lines)).Draw(t, "from"):]
		balances := accounted(t, hledger(t, s))
		if n := len(s.Lines); n > 0 && balances["assets:inmail:main"] != s.Lines[n-1].Balance {
			t.Fatalf("%v after %+v", balances, s.Lines[n-1])
		}
	})
}

// TestAnyTextsInAJournal: names, ids and reasons from strangers stay in their places.
func TestAnyTextsInAJournal(t *testing.T) {
	texts := drawnText(anySigns)
	rapid.Check(t, func(t *rapid.T) {
		s := story()
		s.Seat, s.Name = texts.Draw(t, "seat"), texts.Draw(t, "seat's name")
		other := s
		other.Seat += texts.Draw(t, "more")
		for i := range s.Lines {
			l := &s.Lines[i]
			l.Name, l.Reason, l.Event = texts.Draw(t, "name"), "x"+texts.Draw(t, "reason"), texts.Draw(t, "event")
			l.Contact, l.InMail = texts.Draw(t, "contact"), texts.Draw(t, "inmail")
		}
		list := []outward.Statement{s}
		if other.Seat != s.Seat {
			list = append(list, other)
		}
		accounted(t, hledger(t, list...))
	})
}

func TestSeatsNeverShareAnAccount(t *testing.T) {
	var list []outward.Statement
	for _, seat := range []string{"a b", "a-b", "a:b", "a-b-2", "", "()", "Größe"} {
		list = append(list, statementOf(seat, day.New(2026, 1, 2), credit.Fact{Kind: credit.Opened, At: noon(2026, 1, 1), Plan: "career"}))
	}
	seats := 0
	for account, balance := range accounted(t, hledger(t, list...)) {
		if strings.HasPrefix(account, "assets:") {
			if seats++; balance != 5 {
				t.Errorf("%s has %d", account, balance)
			}
		}
	}
	if seats != len(list) {
		t.Errorf("%d accounts for %d seats", seats, len(list))
	}
}

func TestStatementsThatDoNotAddUpAreRefused(t *testing.T) {
	s := story()
	s.Lines = append(s.Lines[:3:3], s.Lines[4:]...)
	if err := outward.StatementHledger(io.Discard, []outward.Statement{s}); err == nil || !strings.Contains(err.Error(), "does not add up on 2026-01-11") {
		t.Errorf("%v", err)
	}
}

func TestNoStatement(t *testing.T) {
	if got := hledger(t); got != "" {
		t.Errorf("%q", got)
	}
	if balances := accounted(t, hledger(t, outward.Statement{Seat: "new", Name: "New"})); len(balances) != 0 {
		t.Errorf("%v", balances)
	}
}

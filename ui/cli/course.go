package cli

import (
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cordial/model"
	"cordial/model/credit"
)

// courseFlags are how a forecast is to go on, where not as before.
type courseFlags struct{ pace, rate, price *string }

// addCourse adds the flags of a course.
func addCourse(cmd *cobra.Command) courseFlags {
	return courseFlags{
		pace:  cmd.Flags().String("pace", "", "`InMails` to send: 10, 10/month, 2.5/week, 1/day (default: as in the last 90 days)"),
		rate:  cmd.Flags().String("reply-rate", "", "`SHARE` of them answered: 30, 30% or 4/14 (default: as in the last 90 days)"),
		price: cmd.Flags().String("price", "", "`PRICE` of the plan a month: 119.99 or '119.99 EUR' (default: what seat price says)"),
	}
}

// paceView is a pace as --json prints it.
type paceView struct {
	PerMonth float64 `json:"per_month"`
	Source   string  `json:"source"` // "own" or "typed"
	Days     int     `json:"days"`   // days that the own one is taken from
	Sent     int     `json:"sent"`   // InMails that cost a credit in them
}

// rateView is a reply rate as --json prints it.
type rateView struct {
	Rate        float64 `json:"rate"` // 0 to 1
	Answered    int     `json:"answered"`
	Of          int     `json:"of"`
	SmallSample bool    `json:"small_sample"` // fewer than 30 InMails
	Source      string  `json:"source"`       // "own" or "typed"
}

// Where a pace or a rate comes from.
const (
	ownHabit = "own"
	typed    = "typed"
)

// course is the course of a seat: its own, with what was typed in its place.
func (f courseFlags) course(l credit.Ledger) (credit.Course, error) {
	c := l.Habit()
	var err error
	if *f.pace != "" {
		if c.Pace, err = credit.ParsePace(*f.pace); err != nil {
			return c, usage("--pace: %s", err)
		}
	}
	if *f.rate != "" {
		if c.Rate, err = parseRate(*f.rate); err != nil {
			return c, err
		}
	}
	return c, nil
}

// views are the pace and the rate of a course as --json prints them.
func (f courseFlags) views(c credit.Course, l credit.Ledger) (paceView, rateView) {
	lately := l.Lately(credit.HabitDays)
	pace := paceView{rounded(c.Pace.Monthly()), ownHabit, lately.Days, lately.Sent}
	if *f.pace != "" {
		pace.Source = typed
	}
	rate := rateView{rounded(c.Rate.Share()), c.Rate.Answered, c.Rate.Of, c.Rate.Small(), ownHabit}
	if *f.rate != "" {
		rate.Source = typed
	}
	return pace, rate
}

// rounded is a number to four decimals, as JSON prints it.
func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// parseRate reads a share of InMails: per cent, or so many of so many. A number below
// 1 could mean either, so it needs its sign.
func parseRate(text string) (credit.Rate, error) {
	bad := usage("--reply-rate cannot be %q; write per cent, as 30 or 12.5%%, or answers of InMails, as 4/14", text)
	if part, whole, fraction := strings.Cut(text, "/"); fraction {
		answered, err := strconv.Atoi(strings.TrimSpace(part))
		of, err2 := strconv.Atoi(strings.TrimSpace(whole))
		if err != nil || err2 != nil || answered < 0 || of < 1 || answered > of || of > mostOf {
			return credit.Rate{}, bad
		}
		return credit.Rate{Answered: answered, Of: of}, nil
	}
	number, sign := strings.CutSuffix(strings.TrimSpace(text), "%")
	number = strings.TrimSpace(number)
	percent, err := strconv.ParseFloat(number, 64)
	_, decimals, _ := strings.Cut(number, ".")
	plain := strings.Trim(number, "0123456789.") == ""
	if err != nil || !plain || percent > 100 || len(decimals) > 2 || !sign && percent > 0 && percent < 1 {
		return credit.Rate{}, bad
	}
	return credit.Rate{Answered: int(percent*100 + 0.5), Of: 100 * 100}, nil
}

// mostOf bounds what a rate is typed of, so that no sum overflows.
const mostOf = 1_000_000

// parsePrice reads --price, in the currency of the seat unless another is named.
func (s *session) parsePrice(text string, seat model.Seat) (model.Price, error) {
	words := strings.Fields(text)
	if len(words) == 1 {
		words = append(words, s.currency(seat))
	}
	if len(words) != 2 {
		return model.Price{}, usage("--price cannot be %q; write it as 119.99 or '119.99 EUR'", text)
	}
	return model.ParsePrice(words[0], strings.ToUpper(words[1]))
}

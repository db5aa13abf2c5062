package cli

import (
	"fmt"
	"math"
	"strings"

	"cordial/model/credit"
	"cordial/model/day"
	"cordial/ui/theme"
)

// printForecast prints a forecast for people: the course, the balance as a line, the
// days on which something comes or is lost, and what to do about it.
func (s *session) printForecast(v forecastView) {
	s.print("%s  %s", s.paint(theme.Title, v.Name),
		s.paint(theme.Dim, fmt.Sprintf("%s from %s", plural(len(v.Days), "day", "days"), s.date(v.On))))
	g := grid{}
	g.add(dim("  pace"), said(paceWords(v.Pace)))
	g.add(dim("  replies"), said(rateWords(v.ReplyRate)))
	g.add(dim("  balance"), plain(fmt.Sprintf("%d %s %d on %s", v.Balance, balanceLine(v), v.Days[len(v.Days)-1].Balance, s.date(v.Until))))
	g.add(dim("  runway"), said(s.runwayWords(v)))
	g.add(dim("  unused"), said(v.Lost.words()))
	words := v.Economics.words()
	g.list("economics", len(words), func(i int) string { return words[i] })
	s.printGrid(g)
	s.print("")
	s.printDays(v)
	if len(v.Says) > 0 {
		s.print("")
	}
	for _, text := range v.Says {
		s.sayLines(text)
	}
}

// sayLines prints a sentence, set in.
func (a *app) sayLines(text string) {
	g := grid{}
	g.add(plain(""), said(text))
	a.printGrid(g)
}

// paceWords says a pace and where it comes from.
func paceWords(p paceView) string {
	text := number1(p.PerMonth) + " a month"
	if p.Source == typed {
		return text
	}
	return fmt.Sprintf("%s, your own: %s in the last %s", text, plural(p.Sent, "InMail", "InMails"), plural(p.Days, "day", "days"))
}

// rateWords says a reply rate and how much it rests on.
func rateWords(r rateView) string {
	if r.Source == typed {
		return number1(100*r.Rate) + "%"
	}
	text := fmt.Sprintf("%s%%, your own: %d of %d", number1(100*r.Rate), r.Answered, r.Of)
	if r.SmallSample {
		text += ", which is a small sample"
	}
	return text
}

// number1 is a number to one decimal, without an empty one.
func number1(x float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", math.Round(x*10)/10), ".0")
}

// lineWidth is the most cells of a balance drawn as a line.
const lineWidth = 45

// balanceLine draws the balance from day to day, as high as the pool or the cap is.
func balanceLine(v forecastView) string {
	levels := []rune("▁▂▃▄▅▆▇█")
	top := max(v.Balance, 1)
	for _, d := range v.Days {
		top = max(top, d.Balance)
	}
	n := min(len(v.Days), lineWidth)
	var line strings.Builder
	for i := range n {
		balance := v.Days[(i+1)*len(v.Days)/n-1].Balance
		line.WriteRune(levels[balance*(len(levels)-1)/top])
	}
	return line.String()
}

// runwayWords says how long the credits last.
func (s *session) runwayWords(v forecastView) string {
	switch {
	case v.FirstShort != nil:
		return fmt.Sprintf("the first InMail without a credit would be on %s, in %s", s.date(*v.FirstShort), plural(*v.Runway, "day", "days"))
	case v.Pace.PerMonth == 0:
		return "nothing is sent at this pace"
	default:
		return "the credits last for ten years and more"
	}
}

// words says what ends unused.
func (l lossView) words() string {
	if l.Total == 0 {
		return "nothing is lost at this pace"
	}
	return fmt.Sprintf("%s at this pace: %d expire, %d are pushed out", plural(l.Total, "credit is lost", "credits are lost"), l.Expired, l.Evicted)
}

// words says what an InMail and a reply cost.
func (e economicsView) words() []string {
	words := []string{fmt.Sprintf("an InMail costs %.2f credits, what comes back taken off", e.NetCost)}
	if e.CreditsPerReply != nil {
		words[0] += fmt.Sprintf("; a reply costs %.1f", *e.CreditsPerReply)
	}
	words = append(words, fmt.Sprintf("%s of %s a month are used up at this pace", number1(e.AtPace.NetBurn), plural(e.Grant, "granted credit", "granted credits")))
	if e.Sustainable != nil {
		words = append(words, fmt.Sprintf("the grants pay for %s InMails a month (%d ÷ %.2f)", number1(e.Sustainable.Sends), e.Grant, e.NetCost))
	}
	if e.Price != nil && e.AtPace.CostPerReply != nil {
		text := fmt.Sprintf("%s %s a month is %.2f a reply at this pace", *e.Price, *e.Currency, *e.AtPace.CostPerReply)
		if e.Sustainable != nil && e.Sustainable.CostPerReply != nil {
			text += fmt.Sprintf(", %.2f if all grants are used", *e.Sustainable.CostPerReply)
		}
		words = append(words, text)
	}
	return words
}

// printDays prints the days on which something comes, is lost or is missing, with what
// was sent and came back since the line before.
func (s *session) printDays(v forecastView) {
	g := grid{}
	var sent, back int
	short := false
	for i, d := range v.Days {
		sent, back = sent+d.Sent, back+d.Refunded
		words := dayWords(d)
		if d.Short > 0 && !short {
			short = true
			words = append(words, "no credit for the next InMail")
		}
		if len(words) == 0 && i < len(v.Days)-1 {
			continue
		}
		if sent > 0 {
			words = append(words, fmt.Sprintf("%d sent, %d back", sent, back))
			sent, back = 0, 0
		}
		g.add(dim("  "+s.weekday(d.On)), number(d.Balance), plain(join(words)))
	}
	s.printGrid(g)
}

// dayWords says what a day brings and takes, but for what is sent.
func dayWords(d credit.ForecastDay) []string {
	var words []string
	for _, part := range []struct {
		n    int
		word string
	}{{d.Granted, "%+d granted"}, {-d.Expired, "%+d expired"}, {-d.Evicted, "%+d pushed out"}, {d.RefundForfeited, "%d not refunded: the pool is full"}} {
		if part.n != 0 {
			words = append(words, fmt.Sprintf(part.word, part.n))
		}
	}
	return words
}

// weekday is a day with its weekday: "Fri 1 May".
func (a *app) weekday(d day.Day) string {
	return d.Weekday().String()[:3] + " " + a.date(d)
}

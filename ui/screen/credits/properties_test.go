package credits_test

import (
	"fmt"
	"regexp"
	"testing"

	"pgregory.net/rapid"

	"cordial/model"
	"cordial/model/credit"
)

// Whatever is pressed, in whatever order, the screen draws, and the totals that
// it shows agree (ledger rule 17).
func TestStorm(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newTown(t)
		w.open("Main", rapid.SampledFrom([]string{"free", "career", "business", "recruiter-lite", "recruiter-corporate"}).Draw(rt, "plan"), "2026-05-31 09:00")
		for i := range rapid.IntRange(0, 12).Draw(rt, "sends") {
			name := fmt.Sprintf("Person %d", i)
			day := rapid.IntRange(0, 150).Draw(rt, "day")
			w.send(name, w.at("2026-06-01 10:00").AddDate(0, 0, day).Format("2006-01-02 15:04"))
			if rapid.Bool().Draw(rt, "answered") {
				w.answer(name, model.AnswerReplied, w.at("2026-06-01 12:00").AddDate(0, 0, day+rapid.IntRange(0, 19).Draw(rt, "after")).Format("2006-01-02 15:04"))
			}
		}
		if rapid.Bool().Draw(rt, "leads") {
			w.talk("Priya Shah", "2026-11-17 10:00", false)
		}
		s := w.screen()
		if n := rapid.IntRange(0, 200).Draw(rt, "pace"); n > 0 {
			s.SetCourse(&credit.Course{Pace: credit.PerMonth(n), Rate: credit.PerCent(n / 2)})
		}
		width, height := rapid.IntRange(40, 140).Draw(rt, "w"), rapid.IntRange(12, 50).Draw(rt, "h")
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{
			"j", "k", "g", "G", "enter", "esc", "tab", "shift+tab", "pgdown", "pgup", "ctrl+d", "ctrl+u", "home", "end", "w",
		}), 0, 30).Draw(rt, "keys") {
			press(s, k)
			isBlock(t, s.Draw(plain(), width, height, ""), width, height)
		}
		sums := regexp.MustCompile(`(\d+) came +(\d+) accounted for`).FindStringSubmatch(draw(w.screen(), 100, 90))
		if sums == nil || sums[1] != sums[2] {
			rt.Fatalf("the totals are %q", sums)
		}
	})
}

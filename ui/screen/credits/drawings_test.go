package credits_test

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"cordial/model/credit"
	"cordial/ui/screen/credits"
	"cordial/ui/theme"
)

// drawn is the screen in one state.
type drawn struct {
	name string
	make func(w *town)
	keys []string
}

func drawings() []drawn {
	return []drawn{
		{"lots", leads, nil},
		{"lots-end", leads, []string{"G"}},
		{"lot", autumn, append(repeat("j", 4), "enter")},
		{"loss", career, []string{"j", "enter"}},
		{"totals", autumn, []string{"G", "enter"}},
		{"inmail", autumn, []string{"G", "enter", "k"}},
		{"statement", autumn, []string{"tab", "j", "j"}},
		{"line", autumn, []string{"tab", "j", "enter"}},
		{"forecast", autumn, []string{"tab", "tab", "j"}},
		{"forecast-story", autumn, []string{"tab", "tab", "enter"}},
		{"dip", dipping, []string{"tab", "tab", "j", "enter"}},
		{"plan", autumn, []string{"shift+tab"}},
		{"plan-yours", func(w *town) {
			autumn(w)
			rule := credit.RefundOnNoReply
			w.record(w.book.SetPolicy("main", credit.Overrides{RefundRule: &rule}, w.now, w.now))
			w.record(w.book.PriceSeat("main", "29.99", "EUR", w.now, w.now))
		}, []string{"shift+tab", "j", "j", "j", "j", "j", "j"}},
		{"whom", leads, []string{"w", "j"}},
		{"whom-nobody", autumn, []string{"w"}},
		{"empty", func(*town) {}, nil},
		{"two-seats", func(w *town) {
			autumn(w)
			w.open("Recruiting", "recruiter-corporate", "2026-11-01 09:00")
			w.record(w.book.ActivateSeat("recruiting", w.now))
		}, nil},
		{"overdrawn", func(w *town) {
			w.open("Main", "free", "2026-11-01 09:00")
			w.send("Lena Öztürk", "2026-11-02 09:00")
		}, nil},
		{"cancelled", func(w *town) {
			autumn(w)
			w.record(w.book.CancelSeat("main", w.at("2026-11-16 09:00"), w.now))
		}, nil},
		{"evicting", career, nil},
	}
}

func TestDrawings(t *testing.T) {
	for _, c := range drawings() {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			c.make(w)
			for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 15}} {
				s := w.screen()
				draw(s, size[0], size[1])
				press(s, c.keys...)
				golden(t, fmt.Sprintf("%s-%dx%d", c.name, size[0], size[1]), draw(s, size[0], size[1]))
			}
		})
	}
}

// A pace that is typed is drawn beside the seat's own.
func TestDrawingOfATypedPace(t *testing.T) {
	w := newTown(t)
	autumn(w)
	s := w.screen()
	s.SetCourse(&credit.Course{Pace: credit.PerMonth(20), Rate: credit.PerCent(10)})
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 15}} {
		golden(t, fmt.Sprintf("forecast-typed-%dx%d", size[0], size[1]), draw(s, size[0], size[1]))
	}
}

// Where there is nothing but ASCII, nothing else is drawn.
func TestDrawingsInASCII(t *testing.T) {
	th := theme.New(theme.Options{ASCII: true})
	for _, keys := range [][]string{nil, {"tab"}, {"tab", "tab"}, {"tab", "tab", "tab"}, {"w"}, {"j", "enter"}, {"tab", "tab", "j", "enter"}} {
		w := newTown(t)
		w.open("Main", "business", "2026-08-31 09:00")
		w.send("Lena Oz", "2026-11-06 10:14")
		w.talk("Priya Shah", "2026-11-17 10:00", false)
		s := w.screen()
		press(s, keys...)
		for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 15}} {
			got := ansi.Strip(s.Draw(th, size[0], size[1], ""))
			for _, r := range got {
				if r > 127 {
					t.Fatalf("after %q, %q is not ASCII:\n%s", keys, r, got)
				}
			}
		}
	}
}

// Every size is filled exactly, whatever people and seats are called.
func TestEverySize(t *testing.T) {
	// hostile is text that tries to leave its place.
	const hostile = "\x1b[2J\u202eevil\x00\r\n\t👩‍👩‍👧 王\u200d"
	for _, c := range drawings() {
		w := newTown(t)
		c.make(w)
		if c.name == "lots" {
			w.send(hostile, "2026-11-16 10:00")
			w.talk("Lead"+hostile, "2026-11-16 10:00", false)
			w.open("Evil"+hostile, "business", "2026-11-17 10:00")
		}
		s := w.screen()
		press(s, c.keys...)
		for _, th := range []*theme.Theme{plain(), theme.New(theme.Options{ASCII: true, Profile: theme.TrueColor})} {
			for width := 0; width <= 150; width += 1 + width/6 {
				for height := 0; height <= 50; height += 1 + height/4 {
					for _, toast := range []string{"", "done"} {
						isBlock(t, s.Draw(th, width, height, fitted(toast, width)), width, height)
					}
				}
			}
			press(s, "esc", "esc", "w")
			if c.name == "empty" {
				break
			}
			press(s, "esc", "tab", "enter")
		}
	}
}

// The screen opens on the active seat, and keeps the seat and the cursor when
// something is recorded.
func TestRefresh(t *testing.T) {
	w := newTown(t)
	w.open("Old", "career", "2025-01-01 09:00")
	w.record(w.book.CancelSeat("old", w.at("2025-02-01 09:00"), w.now))
	w.open("Main", "career", "2026-08-01 09:00")
	s := w.screen()
	sees(t, draw(s, 120, 36), "Main (2/2)")
	before := draw(s, 120, 36)
	w.send("Lena Öztürk", "2026-11-18 10:00")
	s.Refresh(w.world())
	after := draw(s, 120, 36)
	sees(t, after, "Lena Öztürk", "Main (2/2)")
	if before == after {
		t.Error("a send changes nothing")
	}
	w.now = w.at("2026-12-18 10:00")
	s.Refresh(w.world())
	sees(t, draw(s, 120, 36), "day 30 of 90")
}

// Whoever makes another seat the active one sees it.
func TestRefreshFollowsTheActiveSeat(t *testing.T) {
	w := newTown(t)
	autumn(w)
	w.open("Hiring", "recruiter-lite", "2026-11-01 09:00")
	s := w.screen()
	sees(t, draw(s, 120, 36), "Main (1/2)", "Premium Career: 5 a month")
	w.record(w.book.ActivateSeat("hiring", w.now))
	s.Refresh(w.world())
	sees(t, draw(s, 120, 36), "Hiring (2/2)", "Recruiter Lite: 30 a month", "30 of 90")
	if s.Seat() != "hiring" {
		t.Errorf("the seat meant is %q", s.Seat())
	}
}

// A clock behind the journal is said, and nothing is un-granted.
func TestClockBehind(t *testing.T) {
	w := newTown(t)
	autumn(w)
	before := draw(w.screen(), 40, 15)
	w.now = w.at("2026-09-01 10:00")
	s := w.screen()
	sees(t, draw(s, 80, 24), "behind", "Sun 15 Nov 2026")
	if a, b := firstLine(before), firstLine(draw(s, 40, 15)); a != b {
		t.Errorf("the balance differs: %q, %q", a, b)
	}
}

// Nothing is read or made again while Book, seat and day are the same.
func TestNothingIsReadTwice(t *testing.T) {
	w := newTown(t)
	leads(w)
	world := w.world()
	s := credits.New(world, nil)
	same := testing.AllocsPerRun(20, func() { s.Refresh(world) })
	days := testing.AllocsPerRun(20, func() {
		world.Now = world.Now.AddDate(0, 0, 1)
		s.Refresh(world)
	})
	if same*10 > days {
		t.Errorf("a refresh that changes nothing allocates %v times, another day %v times", same, days)
	}
}

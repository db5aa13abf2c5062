package dialog_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
	"cordial/ui/ask"
	"cordial/ui/dialog"
)

// commands are some, as an app might have them.
func commands() []dialog.Command {
	run := func(a keymap.Action) ask.Request { return ask.Perform{Action: a} }
	return []dialog.Command{
		{Title: "archive", Help: "Take it out of the inbox; a new message brings it back.", Key: "e", Run: run(keymap.Archive)},
		{Title: "archive all read", Help: "Archive every conversation of this tab that you have read.", Run: run(keymap.ArchiveRead)},
		{Title: "un-archive", Help: "Put it back into the inbox.", Key: "E", Off: "It is in the inbox already", Run: run(keymap.Unarchive)},
		{Title: "go to archived", Help: "Go to the archived conversations.", Key: "g e", Run: run(keymap.GoArchived)},
		{Title: "search", Help: "Find people by name, company or label.", Key: "/", Run: run(keymap.Find)},
		{Title: "open on LinkedIn", Help: "Open the profile in the browser.", Key: "o", Run: run(keymap.ProfileOpen)},
		{Title: "log a sent InMail", Help: "Book an InMail that you sent on LinkedIn.", Key: "C", Run: run(keymap.InMailLog)},
		{Title: "remind…", Help: "Put it away until a date, then show it as due.", Key: "h", Run: run(keymap.RemindSet)},
		{Title: "remind if no reply", Help: "Remind you only when no reply has come by then.", Key: "H", Run: run(keymap.RemindNoReply)},
	}
}

// palette is the palette over some commands, in a town with two labels.
func palette(w *town) *dialog.Palette {
	w.record(w.world.Book.Label(w.targets([]triage.ID{id(0)}), "Hot Leads", true, w.world.Now))
	w.record(w.world.Book.CreateLabel("Archaeologists", w.world.Now))
	w.world.Talks = dialog.NewTalks(w.threads)
	return dialog.NewPalette(w.world, commands)
}

// ask1 gives keys to the palette, as the app does: what it looks for is searched for
// after each of them.
func ask1(d *dialog.Palette, keys ...string) []ask.Request {
	var asked []ask.Request
	for _, key := range keys {
		asked = append(asked, press(d, key)...)
		asked = append(asked, fetch(d)...)
	}
	return asked
}

// fetch runs what the palette looks for.
func fetch(d *dialog.Palette) []ask.Request {
	var asked []ask.Request
	for {
		h, ok := d.Next()
		if !ok {
			return asked
		}
		if r := d.Found(h.Run()); r != nil {
			asked = append(asked, r)
		}
	}
}

func TestPaletteDrawings(t *testing.T) {
	for name, keys := range map[string][]string{
		"all":       nil,
		"arch":      typed("arch"),
		"off":       append(typed("un-arch"), "enter"),
		"lena":      typed("lena"),
		"person":    typed("@"),
		"label":     append(typed("#"), "down"),
		"talk":      typed(">mar"),
		"nothing":   typed("qqqq"),
		"completed": append(typed("rem"), "down", "tab"),
	} {
		t.Run(name, func(t *testing.T) {
			d := palette(newTown(t))
			ask1(d, keys...)
			drawAll(t, "palette-"+name, d)
		})
	}
}

func TestPaletteKeys(t *testing.T) {
	run := func(a keymap.Action) []ask.Request {
		return []ask.Request{ask.Batch{ask.Close{}, ask.Perform{Action: a}}}
	}
	person := func(n int) []ask.Request {
		return []ask.Request{ask.Batch{ask.Close{}, ask.GoToPerson{Key: people()[n].Key}}}
	}
	tab := func(label string) []ask.Request {
		return []ask.Request{ask.Batch{ask.Close{}, ask.GoToTab{Tab: triage.Tab{Kind: triage.Labelled, Label: label}}}}
	}
	closed := []ask.Request{ask.Close{}}
	for _, c := range []steps{
		{"the first", []string{"enter"}, run(keymap.Archive)},
		{"by its name", append(typed("archive"), "enter"), run(keymap.Archive)},
		{"by letters that begin words", append(typed("rinr"), "enter"), run(keymap.RemindNoReply)},
		{"by the middle of a word", append(typed("link"), "enter"), run(keymap.ProfileOpen)},
		{"by a word of the help", append(typed("browser"), "enter"), run(keymap.ProfileOpen)},
		{"by a word of each", append(typed("linked prof"), "enter"), run(keymap.ProfileOpen)},
		{"not within words of the help", append(typed(":rowser"), "enter"), nil},
		{"letters strewn, at last", append(typed(":rmnd"), "enter"), run(keymap.RemindSet)},
		{"accents and case aside", append(typed("ÀRCH"), "enter"), run(keymap.Archive)},
		{"the second", append(typed("arch"), "down", "enter"), run(keymap.ArchiveRead)},
		{"up and down", append(typed("arch"), "down", "down", "up", "enter"), run(keymap.ArchiveRead)},
		{"no further than the ends", []string{"up", "up", "enter"}, run(keymap.Archive)},
		{"a new letter begins at the best", append([]string{"down", "down"}, append(typed("sea"), "enter")...), run(keymap.Find)},
		{"one that is off stays", append(typed("un-"), "enter"), nil},
		{"nothing by that name", append(typed("qqqq"), "enter"), nil},
		{"a person", append(typed("juergen"), "enter"), nil}, // nobody's name: that is in the address alone
		{"a person where no command is meant", append(typed("lena"), "enter"), person(2)},
		{"past the heading to the command", append(typed("lena"), "down", "enter"), run(keymap.InMailLog)},
		{"only people", append(typed("@müller"), "enter"), person(1)},
		{"a company", append(typed("@umbrella"), "enter"), person(4)},
		{"the latest person", append(typed("@"), "enter"), person(0)},
		{"only labels", append(typed("#arch"), "enter"), tab("Archaeologists")},
		{"a label", append(typed("hot leads"), "enter"), tab("Hot Leads")},
		{"only commands", append(typed(":lena"), "enter"), run(keymap.InMailLog)},
		{"a conversation", append(typed(">carl"), "enter"), []ask.Request{ask.Batch{ask.Close{}, ask.GoToThread{ID: id(3)}}}},
		{"the other sign, too", append(typed("›carl"), "enter"), []ask.Request{ask.Batch{ask.Close{}, ask.GoToThread{ID: id(3)}}}},
		{"the latest conversation", append(typed(">"), "enter"), []ask.Request{ask.Batch{ask.Close{}, ask.GoToThread{ID: id(0)}}}},
		{"ctrl+k kills to the end", append(typed("archive all"), "ctrl+a", "ctrl+k", "r", "e", "m", "enter"), run(keymap.RemindSet)},
		{"ctrl+u begins anew", append(typed("archive"), "ctrl+u", "s", "e", "a", "enter"), run(keymap.Find)},
		{"completed, it is found again", append(typed("remind i"), "tab", "enter"), run(keymap.RemindNoReply)},
		{"esc closes", append(typed("archive"), "esc"), closed},
		{"so does its own key", append(typed("archive"), "f3"), closed},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ask1(palette(newTown(t)), c.keys...); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q asks for\n %#v, want\n %#v", c.keys, got, c.want)
			}
		})
	}
}

// The answer says how many there are of how many, of the kind that is looked for.
func TestPaletteCounts(t *testing.T) {
	for typing, want := range map[string]string{
		"": "9 of 9", "arch": "5 of 9", "qqqq": "0 of 9", "@": "7 of 7", "@globex": "2 of 7", "#": "3 of 3", "#hot": "2 of 3", ">": "5 of 5", ">carl": "1 of 5",
	} {
		d := palette(newTown(t))
		ask1(d, typed(typing)...)
		if got := frame(d, 80, 24); !strings.Contains(got, want) {
			t.Errorf("%q: want %q in\n%s", typing, want, got)
		}
	}
}

// Whoever was removed is not found, nor who became part of somebody else.
func TestPalettePassesOverWhoIsGone(t *testing.T) {
	w := newTown(t)
	w.record(w.world.Book.RemoveContact(people()[1], w.world.Now))
	w.record(w.world.Book.MergePeople(people()[3], people()[4], w.world.Now))
	w.world.Board = triage.NewBoard(w.world.Book, w.threads, w.world.Now)
	d := palette(w)
	for _, typing := range []string{"@muller", "@berg", ">muller"} {
		ask1(d, append([]string{"ctrl+u"}, typed(typing)...)...)
		if got := frame(d, 80, 24); !strings.Contains(got, "0 of ") {
			t.Errorf("%q:\n%s", typing, got)
		}
	}
}

// What is possible is asked for anew, and the cursor stays where it is.
func TestPaletteRefreshes(t *testing.T) {
	w, list := newTown(t), commands()
	d := dialog.NewPalette(w.world, func() []dialog.Command { return list })
	ask1(d, "down", "down")
	list[2].Off = ""
	d.Refresh(w.world)
	want := []ask.Request{ask.Batch{ask.Close{}, ask.Perform{Action: keymap.Unarchive}}}
	if got := ask1(d, "enter"); !reflect.DeepEqual(got, want) {
		t.Errorf("asked for %#v", got)
	}
}

// The palette fills exactly the room it is given, whatever is typed.
func TestPaletteSizes(t *testing.T) {
	for _, typing := range []string{"", "arch", "lena", "@", "#", ">", "qqqq"} {
		d := palette(newTown(t))
		ask1(d, append(typed(typing), "enter")...)
		for w := 0; w <= 130; w += 7 {
			for h := 0; h <= 40; h += 3 {
				isBlock(t, d.Draw(plain(), w, h), w, h)
			}
		}
	}
}

// Enter before it is known for whom waits for that; what was typed over meanwhile does
// not count any more.
func TestPaletteEnterWaits(t *testing.T) {
	d := palette(newTown(t))
	if got := press(d, append(typed("@mull"), "enter")...); got != nil || !d.Waits() {
		t.Fatalf("asked for %#v, waits: %v", got, d.Waits())
	}
	want := []ask.Request{ask.Batch{ask.Close{}, ask.GoToPerson{Key: people()[1].Key}}}
	if got := fetch(d); !reflect.DeepEqual(got, want) || d.Waits() {
		t.Errorf("asked for %#v", got)
	}
	d = palette(newTown(t))
	press(d, typed("@mu")...)
	early, _ := d.Next()
	if _, twice := d.Next(); twice {
		t.Error("two hunts at once")
	}
	caught := early.Run()
	press(d, append(typed("ll"), "enter")...)
	if got := d.Found(caught); got != nil {
		t.Errorf("the answer to @mu was taken for that to @mull: %#v", got)
	}
	if got := fetch(d); !reflect.DeepEqual(got, want) {
		t.Errorf("asked for %#v", got)
	}
}

// A command that is meant needs nobody to be found.
func TestPaletteRunsCommandsAtOnce(t *testing.T) {
	for _, keys := range [][]string{append(typed("arch"), "enter"), append(typed(":lena"), "enter"), {"down", "up", "enter"}} {
		d := palette(newTown(t))
		if got := press(d, keys...); len(got) != 1 || d.Waits() {
			t.Errorf("%q asks for %#v, waits: %v", keys, got, d.Waits())
		}
	}
}

// What was caught before the people became others is dropped.
func TestPaletteDropsWhatIsOld(t *testing.T) {
	w := newTown(t)
	d := palette(w)
	press(d, typed("@muller")...)
	h, _ := d.Next()
	caught := h.Run()
	w.record(w.world.Book.RemoveContact(people()[1], w.world.Now))
	d.Refresh(w.world)
	d.Found(caught)
	if got := fetch(d); got != nil {
		t.Errorf("asked for %#v", got)
	}
	if got := frame(d, 80, 24); strings.Contains(got, "Jürgen") || !strings.Contains(got, "0 of 6") {
		t.Errorf("drawn:\n%s", got)
	}
}

// A key and its frame cost what is on screen, not what there is: 100,000 people and as
// many conversations. What is searched among them runs beside the screen: "hunt" is all
// of a name, from its first letter on.
func BenchmarkPalette(b *testing.B) {
	w := newTown(b)
	w.world.People = dialog.NewDirectory(crowd())
	w.world.Talks = dialog.NewTalks(talks(100_000))
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			dialog.NewPalette(w.world, commands).Draw(plain(), 120, 36)
		}
	})
	b.Run("key", func(b *testing.B) {
		d := dialog.NewPalette(w.world, commands)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			press(d, []string{"a", "r", "c", "ctrl+u"}[i%4])
			d.Draw(plain(), 120, 36)
		}
	})
	b.Run("hunt", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			d := dialog.NewPalette(w.world, commands)
			b.StartTimer()
			ask1(d, typed("müller maria")...)
		}
	})
}

// talks is n conversations, made when they are asked for.
type talks int

func (n talks) Len() int              { return int(n) }
func (n talks) Head(i int) model.Head { return n.Row(i).Head }
func (n talks) Row(i int) model.Thread {
	p := model.Person{ID: fmt.Sprint("person-", i), Name: fmt.Sprint("Maria Rossi ", i)}
	p.Key = model.PersonKey(p.ID)
	return model.Thread{Head: model.Head{Key: model.Key(i + 1), Person: p.Key}, People: []model.PersonRef{{ID: p.ID, Key: p.Key, Name: p.Name}}}
}

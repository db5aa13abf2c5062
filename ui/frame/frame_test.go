package frame_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"cordial/ui/frame"
	"cordial/ui/layout"
	"cordial/ui/theme"
	"cordial/ui/uitest"
	"cordial/ui/widget"
)

// drawn is a screen of words in w×h cells.
func drawn(w, h int, o layout.PageOpen, toast string) string {
	return frame.Draw(theme.New(theme.Options{}), w, h, o, toast, func(f layout.Page) frame.Parts {
		p := frame.Parts{Header: widget.Fit("header", w), Body: widget.Exact("body", w, f.Main.H), Hints: widget.Fit("hints", w)}
		if !f.Sub.Empty() {
			p.Sub = widget.Fit("sub", w)
		}
		return p
	})
}

func TestDraw(t *testing.T) {
	for _, c := range []struct {
		w, h  int
		o     layout.PageOpen
		toast string
		want  string // the first letters of each line
	}{
		{120, 15, layout.PageOpen{SidePercent: 50}, "toast", "header ─── body ─── toast hints"},
		{120, 15, layout.PageOpen{SidePercent: 50}, "", "header ─── body ─── hints"},
		{80, 15, layout.PageOpen{Sub: 1}, "", "header sub ─── body ─── hints"},
		{80, 15, layout.PageOpen{Sub: 1}, "toast", "header sub ─── body toast hints"},
		{40, 15, layout.PageOpen{Sub: 1}, "toast", "header ─── body toast hints"},
		{39, 15, layout.PageOpen{}, "toast", "Window too small: 40×12 is the least"},
		{12, 15, layout.PageOpen{}, "", "too small"},
	} {
		got := ansi.Strip(drawn(c.w, c.h, c.o, c.toast))
		if err := uitest.Exact(got, c.w, c.h); err != nil {
			t.Errorf("%+v: %v", c, err)
		}
		var words []string
		for line := range strings.Lines(got) {
			if line = strings.TrimSpace(line); strings.HasPrefix(line, "─") {
				line = "───"
			}
			words = append(words, strings.Fields(line)...)
		}
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("%d×%d, %+v, %q: %s, want %s", c.w, c.h, c.o, c.toast, got, c.want)
		}
	}
}

// The rules meet the divider where there is one.
func TestDivider(t *testing.T) {
	for side, want := range map[int]bool{0: false, 50: true} {
		got := ansi.Strip(drawn(120, 15, layout.PageOpen{SidePercent: side}, ""))
		if strings.Contains(got, "┬") != want || strings.Contains(got, "┴") != want {
			t.Errorf("a side of %d%%:\n%s", side, got)
		}
	}
}

func TestEverySizeIsFilled(t *testing.T) {
	for w := range 130 {
		for h := range 40 {
			for _, o := range []layout.PageOpen{{}, {SidePercent: 58}, {Sub: 1}} {
				for _, toast := range []string{"", "toast"} {
					if err := uitest.Exact(drawn(w, h, o, toast), w, h); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}

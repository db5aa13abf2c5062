package dialog

import (
	"fmt"
	"time"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/ui/theme"
	"cordial/ui/widget"
)

// trip is a letter on its way to LinkedIn, in the user's hands.
type trip struct {
	letter         model.Letter
	url            string
	copied, opened error // why the text was not copied, and the profile not opened
	unsure         bool  // nobody says whether the text was copied
	top            int   // the first line on screen, of a text to be selected
	lines          int   // how many there are
	h              int   // how many are on screen
}

// Handed tells what came of copying the letter and of opening the profile; unsure that
// nobody says whether it was copied.
func (d *Compose) Handed(copied, opened error, unsure bool) {
	d.stage = handed
	d.trip.copied, d.trip.opened, d.trip.url = copied, opened, d.who.Person.URL
	d.trip.unsure = unsure && !d.trip.letter.Bare
}

// Resume goes back to writing: the letter was not sent.
func (d *Compose) Resume() {
	d.stage = composing
	text := d.text()
	text.copied, text.bare = time.Time{}, false
}

// Away tells whether a letter was handed over, so that it is to be asked for.
func (d *Compose) Away() (model.Letter, bool) { return d.trip.letter, d.stage == handed }

// failed tells that the user has to copy or to open by hand, or may have to.
func (g *trip) failed() bool { return g.copied != nil || g.opened != nil || g.unsure }

// scroll moves a text that is longer than the screen, and tells whether the key was one
// for that.
func (g *trip) scroll(key string) bool {
	if !g.failed() {
		return false
	}
	step := map[string]int{"up": -1, "down": 1, "pgup": -g.h, "pgdown": g.h}[key]
	g.top = max(0, min(g.top+step, g.lines-g.h))
	return step != 0
}

// remarks say what to do next.
func (g *trip) remarks(t *theme.Theme, w int) *remarks {
	r := &remarks{t: t, w: w}
	done := "The profile is open in the browser: press Connect there."
	if !g.letter.Bare {
		done = fmt.Sprintf("Copied: %s characters. The profile is open in the browser: paste the text there and press Send.",
			thousands(channel.Length(g.letter.Body)))
	}
	r.say(vital, theme.Good, t.Glyphs.Check+" ", done)
	if g.letter.Channel == channel.InMail && g.letter.Subject != "" {
		r.say(useful, theme.Text, "  ", "The subject is copied separately, when you come back.")
	}
	r.say(vital, theme.Strong, "  ", "Then come back: you are asked whether it was sent, and only yes books it.")
	return r
}

// page is the whole screen without any frame, so that the text can be selected and
// nothing else is: what failed, what to do by hand, and the text.
func (g *trip) page(t *theme.Theme, w, h int) string {
	if w <= 0 || h <= 0 {
		return ""
	}
	s := &sheet{t: t, w: w, h: h}
	if g.copied != nil {
		s.say(theme.Danger, t.Glyphs.Fail+" ", "Not copied: "+reason(g.copied)+". Select the text below and copy it by hand.")
	}
	switch {
	case g.unsure:
		s.say(theme.Due, t.Glyphs.Warn+" ", "The terminal was asked to copy the text, which not every terminal does. If nothing "+
			"can be pasted, select the text below and copy it by hand.")
	case g.copied == nil && !g.letter.Bare:
		s.say(theme.Good, t.Glyphs.Check+" ", "The text is copied.")
	}
	if g.opened != nil {
		s.say(theme.Danger, t.Glyphs.Fail+" ", "Not opened: "+reason(g.opened)+". Open the profile by hand.")
	}
	if g.opened == nil {
		s.say(theme.Good, t.Glyphs.Check+" ", "The profile is open in the browser.")
	}
	if g.opened != nil && g.url != "" {
		s.say(theme.Text, "", clean.Line(g.url))
	}
	s.add("")
	var text []string
	if !g.letter.Bare {
		if g.letter.Subject != "" {
			text = append(widget.Wrap(clean.Line(g.letter.Subject), w), "")
		}
		text = append(text, widget.Wrap(clean.Block(g.letter.Body), w)...)
	}
	g.lines, g.h = len(text), max(1, h-len(s.lines)-2)
	g.top = max(0, min(g.top, g.lines-g.h))
	text = text[g.top:min(len(text), g.top+g.h)]
	foot := []widget.Hint{{Key: "any key", Text: "asks whether it was sent"}}
	if g.lines > g.h {
		foot = []widget.Hint{{Key: t.Glyphs.Up + "/" + t.Glyphs.Down, Text: "scroll"}, {Key: "any other key", Text: "was it sent?", Keep: true}}
	}
	s.block(text)
	return widget.Stack(widget.Lines(s.lines, w, h-1), widget.Hints(t, w, foot, ""))
}

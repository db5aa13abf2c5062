package dialog

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/role"
	"cordial/model/template"
	"cordial/ui/ask"
)

// Do moves between the fields, hands the letter over, and closes. Once it was handed
// over, everything asks whether it was sent.
func (d *Compose) Do(a keymap.Action) ask.Request {
	d.trouble.text = ""
	switch {
	case d.stage == handed:
		return ask.AskSent{Letter: d.letter(d.Channel())}
	case d.stage == handing:
		return nil
	case d.form.do(a):
		return nil
	}
	switch a {
	case keymap.Accept:
		return d.handOver(false)
	case keymap.Insist:
		return d.handOver(true)
	case keymap.Editor:
		if d.body.off {
			return nil
		}
		return ask.EditText{Text: d.text().area.Value()}
	case keymap.Template:
		return ask.PickTemplate{Person: d.who.Person, By: d.Channel()}
	case keymap.SetDegree, keymap.SetRole, keymap.SetOpenProfile:
		return ask.EditContact{Person: d.who.Person, Edit: d.edit(a)}
	case keymap.Cancel:
		return ask.Close{}
	default:
		return nil
	}
}

// edit is what a key changes of the profile.
func (d *Compose) edit(a keymap.Action) model.ContactEdited {
	p, e := d.who.Person, model.ContactEdited{}
	switch a {
	case keymap.SetDegree:
		next := map[model.Degree]int{model.DegreeUnknown: 1, 1: 2, 2: 3, 3: 0, 0: 1}[p.Degree]
		if p.Connected {
			next = 2
		}
		e.Degree = &next
	case keymap.SetRole:
		next := map[role.Role]role.Role{
			role.IsCLevel: role.IsRecruiter, role.IsRecruiter: role.IsOther, role.IsOther: role.IsCLevel,
		}[p.Role()]
		e.Role = &next
	default:
		open := !p.OpenProfile
		e.OpenProfile = &open
	}
	return e
}

// Key types and chooses. Once the letter was handed over, the arrows scroll it and any
// other key asks whether it was sent.
func (d *Compose) Key(k tea.KeyMsg) ask.Request {
	d.trouble.text = ""
	switch {
	case d.stage == handed && d.trip.scroll(k.String()):
		return nil
	case d.stage == handed:
		return ask.AskSent{Letter: d.letter(d.Channel())}
	case d.stage == handing:
		return nil
	}
	in := d.form.fields[d.form.at]
	switch {
	case in == d.body:
		d.text().area.Key(k)
	case k.Type == tea.KeyEnter || k.Type == tea.KeyDown && in != d.body:
		d.form.move(1)
	case k.Type == tea.KeyUp:
		d.form.move(-1)
	case d.form.key(k) && in != d.subject:
		d.settle()
	}
	return nil
}

// errNothing: there is no text yet.
var errNothing = errors.New("there is nothing to send yet")

// handOver asks to copy the letter and to open the profile, unless something is
// missing. What a rule refuses needs the user to insist.
func (d *Compose) handOver(insist bool) ask.Request {
	d.fill()
	letter := d.letter(d.Channel())
	why, can := d.obstacle()
	switch {
	case d.way.at == byInMail && len(d.seats) == 0:
		return ask.FillSeat{}
	case d.way.at != byInvitation && strings.TrimSpace(letter.Body) == "":
		d.Fail(errNothing)
		return nil
	case len(d.missing()) > 0:
		d.trouble.text = "not copied: fill in or take out " + braced(d.missing())
		return nil
	case why != "" && !can:
		d.trouble.text = "not copied: " + why
		return nil
	case why != "" && !insist:
		d.trouble.text = "not copied" + d.insist("; if LinkedIn lets you, press ")
		return nil
	}
	text := d.text()
	text.bare, text.copied = d.way.at == byInvitation, d.world.Now
	d.stage, d.trip = handing, trip{}
	letter = d.letter(d.Channel())
	d.trip.letter = letter
	return ask.HandOver{Letter: letter, Seat: d.seatID(), URL: d.who.Person.URL}
}

// obstacle is what speaks against sending by the way chosen, in a sentence without a
// full stop, and whether the user may insist; empty when nothing does.
func (d *Compose) obstacle() (why string, can bool) {
	letter, o := d.letter(d.Channel()), d.option()
	if d.way.at == byInvitation {
		letter.Body = ""
	}
	if !o.Open {
		return clean.Line(o.Why), true
	}
	why = channel.TooLong(o.Channel, d.world.Book.Paid(d.world.Now), letter.Subject, letter.Body)
	return why, o.Channel != channel.Message
}

// insist is a text that ends in the key that hands over what a rule refuses.
func (d *Compose) insist(text string) string {
	keys := d.world.Keys.Keys(keymap.Insist, keymap.Stack(d.Scope())...)
	if len(keys) == 0 {
		return ""
	}
	return text + keys[0]
}

// fill puts what is known into the variables that were typed.
func (d *Compose) fill() {
	text := d.text()
	if filled := d.filled(text.area.Value()); filled != text.area.Value() {
		text.area.SetValue(filled)
	}
	if filled := d.filled(d.subject.input.Value()); filled != d.subject.input.Value() {
		d.subject.input.SetValue(filled)
	}
}

// filled is a text with what is known in the place of its variables. Other braces
// stay as they are: it is no template any more.
func (d *Compose) filled(text string) string {
	for _, v := range template.Variables() {
		name := "{" + v.Name + "}"
		if !strings.Contains(text, name) {
			continue
		}
		t := model.Template{TemplateText: model.TemplateText{Body: name}}
		if _, value, missing, err := t.Filled(d.who.Person, d.world.Me); err == nil && len(missing) == 0 {
			text = strings.ReplaceAll(text, name, value)
		}
	}
	return text
}

// missing lists the variables that are still in the text.
func (d *Compose) missing() []string {
	letter := d.letter(d.Channel())
	if d.way.at == byInvitation {
		return nil
	}
	var names []string
	for _, v := range template.Variables() {
		if strings.Contains(letter.Subject+letter.Body, "{"+v.Name+"}") {
			names = append(names, v.Name)
		}
	}
	return names
}

// braced is names as a template writes them: "{company}, {position}".
func braced(names []string) string { return "{" + strings.Join(names, "}, {") + "}" }

// Use puts a template into the letter, for the channel it was made for; what is
// written is replaced only when the user has agreed to it.
func (d *Compose) Use(id string, replace bool) ask.Request {
	t, ok := d.world.Book.FindTemplate(id)
	if !ok {
		d.trouble.text = "the template is gone"
		return nil
	}
	old := d.letter(t.Channel)
	if written := strings.TrimSpace(old.Subject + " " + old.Body); written != "" && !replace {
		return ask.Question{
			Title: "Replace what you wrote?", Text: clipped(written, 200),
			YesText: "yes, begin with " + clean.Line(t.Name), NoText: "no, keep it",
			Yes: ask.UseTemplate{Template: id, Replace: true},
		}
	}
	subject, body, missing, err := t.Filled(d.who.Person, d.world.Me)
	if err != nil {
		d.Fail(err)
		return nil
	}
	if t.Channel != d.Channel() || t.Channel == channel.Invitation {
		d.begin(t.Channel)
		if t.Channel == channel.Invitation {
			d.way.at = byNote
			d.settle()
		}
	}
	text := d.texts[t.Channel]
	text.area.SetValue(body)
	text.template = t.ID
	if t.Channel == channel.InMail {
		d.subject.input.SetValue(subject)
	}
	d.form.at = len(d.form.fields) - 1
	if len(missing) > 0 {
		d.trouble.text = "not known: " + braced(missing) + "; fill in or take out"
	}
	return nil
}

// Edited takes the text that the user's editor gave back. An empty one, and an editor
// that failed, leave it as it was.
func (d *Compose) Edited(text string, err error) {
	text = strings.TrimRight(text, "\r\n")
	switch {
	case err != nil:
		d.trouble.text = reason(err) + "; the text is as it was"
	case strings.TrimSpace(text) == "":
		d.trouble.text = "the editor gave back no text; it is as it was"
	default:
		d.text().area.SetValue(text)
	}
}

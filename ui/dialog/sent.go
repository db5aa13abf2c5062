package dialog

import (
	"fmt"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/clean"
	"cordial/model/when"
	"cordial/ui/ask"
)

// NewSent asks whether a letter was sent (screen 3d), and says what yes would book.
// seat is the one that pays for an InMail.
func NewSent(w World, p model.Person, l model.Letter, seat string) *Question {
	q := ask.Question{
		Title:   "Did you press Send in LinkedIn?",
		Text:    letterWords(p, l) + "\n" + w.booking(p, l, seat),
		YesText: "yes, sent", NoText: "no, keep the draft", LaterText: "later (ask again)",
		Yes: ask.BookSent{Letter: l}, No: ask.NotSent{Letter: l}, Later: ask.SentLater{Letter: l},
	}
	switch {
	case l.Bare:
		q.Title, q.NoText = "Did you press Connect in LinkedIn?", "no, not sent"
	case l.Channel == channel.InMail && l.Subject != "":
		q.ExtraText, q.Extra = "copy the subject", ask.Copy{Text: l.Subject, What: "subject"}
	default:
		q.ExtraText, q.Extra = "copy again", ask.Copy{Text: l.Body, What: "text"}
	}
	if !l.Copied.IsZero() && w.Now.Sub(l.Copied).Hours() >= 1 {
		q.Text += "\nYou copied it " + when.Short(l.Copied, w.Now) + "."
	}
	return NewQuestion(w, q)
}

// letterWords names a letter: `InMail to Lena Öztürk · "Platform team lead"`.
func letterWords(p model.Person, l model.Letter) string {
	name := clean.Line(p.Name)
	switch {
	case l.Bare:
		return "Invitation without a note to " + name
	case l.Channel == channel.Invitation:
		return "Invitation to " + name + " · " + quoted(l.Body)
	case l.Channel == channel.InMail && l.Subject != "":
		return "InMail to " + name + " · " + quoted(l.Subject)
	case l.Channel == channel.InMail:
		return "InMail to " + name + " · " + quoted(l.Body)
	}
	return "Message to " + name + " · " + quoted(l.Body)
}

// quoted is the beginning of a text.
func quoted(text string) string { return `"` + clipped(text, 60) + `"` }

// booking says what yes would book.
func (w World) booking(p model.Person, l model.Letter, seat string) string {
	switch l.Channel {
	case channel.Message:
		return "Yes records the message; it costs nothing."
	case channel.Invitation:
		return "Yes records the invitation; it costs nothing."
	default:
	}
	c, err := w.Book.CheckInMail(SentInMail(p, l, seat), w.Now)
	switch {
	case err != nil:
		return "It cannot be booked: " + reason(err) + "."
	case c.Cost == 0:
		return "Yes books it; it costs nothing: " + freeWords(c.FreeReason) + "."
	case c.Refusal != nil:
		return "Yes books 1 credit although " + reason(c.Refusal) + "."
	}
	return fmt.Sprintf("Yes books 1 credit from the lot that %s (%d → %d).", w.expiry(c.Quote.Takes.Expires), c.Quote.Before, c.Quote.After)
}

// SentInMail is the InMail that a letter becomes when it was sent, on the day on which
// it was copied; its id is left to be given.
func SentInMail(p model.Person, l model.Letter, seat string) model.InMailRequest {
	return model.InMailRequest{
		Person: p, Seat: seat, Subject: clean.Line(l.Subject), Body: l.Body, Template: l.Template, At: l.Copied,
	}
}

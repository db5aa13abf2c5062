package ask

import (
	"cordial/model"
	"cordial/model/channel"
	"cordial/model/quota"
)

// Compose opens the dialog that writes to somebody.
type Compose struct {
	Person model.Person
	By     channel.Channel // empty: by the draft there is, else the way that is advised
}

// HandOver copies a letter and opens the profile, so that the user can send it. The
// dialog that asked is told what came of it.
type HandOver struct {
	Letter model.Letter
	Seat   string // id of the seat that pays for an InMail
	URL    string // of the profile, empty when it is not known
}

// AskSent asks whether a letter that was handed over was sent.
type AskSent struct{ Letter model.Letter }

// BookSent records that a letter was sent; its draft is done with.
type BookSent struct{ Letter model.Letter }

// NotSent keeps a letter as a draft like any other.
type NotSent struct{ Letter model.Letter }

// SentLater closes the dialog and asks again another time.
type SentLater struct{ Letter model.Letter }

// DropDraft throws a draft away.
type DropDraft struct {
	Person model.Key
	By     channel.Channel
}

// EditText opens the text in front in the user's own editor.
type EditText struct{ Text string }

// PickTemplate opens the picker for a template.
type PickTemplate struct {
	Person model.Person
	By     channel.Channel
}

// UseTemplate puts a template into the dialog in front.
type UseTemplate struct {
	Template string // id
	Replace  bool   // what is written may go
}

// EditContact sets what is known of somebody.
type EditContact struct {
	Person model.Person
	Edit   model.ContactEdited
}

// RecordInvitation records what became of a connection request.
type RecordInvitation struct {
	Person model.Key
	State  string // model.InviteAccepted and its siblings
}

// NotNow leaves the proposal about somebody's connection request for another time.
type NotNow struct{ Person model.Key }

// SetQuota gives a quota a limit of the user's own, or switches it off or on.
type SetQuota struct{ Quota model.QuotaSet }

// HitLimit records that LinkedIn said its limit is reached.
type HitLimit struct{ Quota quota.ID }

// FillQuota opens the dialog that takes a limit for a quota.
type FillQuota struct{ Meter quota.Meter }

// GoToDrafts shows the drafts.
type GoToDrafts struct{}

// GoToInvitations shows the connection requests and LinkedIn's limits.
type GoToInvitations struct{}

func (Compose) request()          {}
func (HandOver) request()         {}
func (AskSent) request()          {}
func (BookSent) request()         {}
func (NotSent) request()          {}
func (SentLater) request()        {}
func (DropDraft) request()        {}
func (EditText) request()         {}
func (PickTemplate) request()     {}
func (UseTemplate) request()      {}
func (EditContact) request()      {}
func (RecordInvitation) request() {}
func (NotNow) request()           {}
func (SetQuota) request()         {}
func (HitLimit) request()         {}
func (FillQuota) request()        {}
func (GoToDrafts) request()       {}
func (GoToInvitations) request()  {}

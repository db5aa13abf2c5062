package keymap

// Writing to somebody, and what becomes of it.
const (
	Compose         Action = "compose"
	Reply           Action = "reply"
	GoDrafts        Action = "go.drafts"
	GoInvitations   Action = "go.invitations"
	Editor          Action = "editor"
	Template        Action = "template"
	SetDegree       Action = "person.degree"
	SetRole         Action = "person.role"
	SetOpenProfile  Action = "person.openprofile"
	DraftDrop       Action = "draft.drop"
	InviteAccepted  Action = "invitation.accepted"
	InviteDeclined  Action = "invitation.declined"
	InviteWithdrawn Action = "invitation.withdrawn"
	QuotaSwitch     Action = "quota.switch"
	LimitHit        Action = "limit.hit"
	CopyMore        Action = "copy.more"
)

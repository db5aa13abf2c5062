package keymap

// writingRows are the keys for writing to somebody, and for following it up.
func writingRows() []row {
	people, lists := in(Inbox, Thread, Invitations), in(Drafts, Invitations)
	rows := []row{
		{people, Compose, press("c"), Person, "compose…", "Write to somebody, after seeing what each way costs."},
		{in(Inbox, Thread), Reply, press("r"), Person, "reply…", "Answer in the conversation: it costs no credit."},
		{in(Screen), GoDrafts, press("g d"), Finding, "go to drafts", "Go to what you began to write."},
		{in(Screen), GoInvitations, press("g v"), Finding, "go to invitations", "Go to your connection requests and to LinkedIn's limits."},

		{lists, Down, press("j", "down", "ctrl+n"), Move, "next", "One row down."},
		{lists, Up, press("k", "up", "ctrl+p"), Move, "previous", "One row up."},
		{lists, HalfDown, press("ctrl+d"), Move, "half page down", "Half a page down."},
		{lists, HalfUp, press("ctrl+u"), Move, "half page up", "Half a page up."},
		{lists, PageDown, press("pgdown"), Move, "page down", "A page down."},
		{lists, PageUp, press("pgup"), Move, "page up", "A page up."},
		{lists, Top, press("g g", "home"), Move, "top", "Go to the first row."},
		{lists, Bottom, press("G", "end"), Move, "bottom", "Go to the last row."},
		{lists, Back, press("esc", "left"), Move, "back", "Return to where you came from."},
		{lists, ProfileOpen, press("o"), Person, "open on LinkedIn", "Open the profile in the browser."},
	}
	return append(append(rows, draftRows()...), append(invitationRows(), composeRows()...)...)
}

func draftRows() []row {
	drafts := in(Drafts)
	return []row{
		{drafts, Compose, press("enter", "right", "c"), Person, "go on writing", "Go on writing, or say whether it was sent."},
		{drafts, DraftDrop, press("#"), Person, "throw away…", "Throw the draft away, after a question."},
	}
}

func invitationRows() []row {
	invitations := in(Invitations)
	return []row{
		{invitations, Open, press("enter", "right"), Move, "open", "Open the conversation, or change the limit."},
		{invitations, NextTab, press("tab"), Move, "next view", "Go to the next view."},
		{invitations, PrevTab, press("shift+tab"), Move, "previous view", "Go to the previous view."},
		{invitations, Yes, press("y"), Person, "yes, accepted", "Record the acceptance that the export shows."},
		{invitations, No, press("n"), Person, "not now", "Leave the proposal for another time."},
		{invitations, InviteAccepted, press("a"), Person, "accepted", "Record that the connection request was accepted."},
		{invitations, InviteDeclined, press("d"), Person, "declined", "Record that the connection request was declined."},
		{invitations, InviteWithdrawn, press("w"), Person, "withdrawn", "Record that you withdrew the request on LinkedIn."},
		{invitations, QuotaSwitch, press("s"), Person, "limit on / off", "Switch the limit off, or on again."},
		{invitations, LimitHit, press("L"), Person, "limit hit", "LinkedIn told you that its limit is reached: wait for seven days."},
	}
}

func composeRows() []row {
	compose := in(Writing)
	return []row{
		{compose, NextField, press("tab"), Move, "next field", "Go to the next field."},
		{compose, PrevField, press("shift+tab"), Move, "previous field", "Go to the previous field."},
		{compose, Accept, press("ctrl+s"), Person, "copy and open", "Copy the text, open the profile, and ask afterwards whether it was sent."},
		{compose, Insist, press("ctrl+o"), Person, "LinkedIn lets me", "Copy and open although a rule speaks against it."},
		{compose, Editor, press("ctrl+e"), Person, "editor", "Write the text in your own editor."},
		{compose, Template, press("ctrl+t"), Person, "template…", "Begin with a template, filled in for this person."},
		{compose, SetDegree, press("ctrl+g"), Person, "degree", "Say how near the person is: 1st, 2nd, 3rd, out of network."},
		{compose, SetRole, press("ctrl+r"), Person, "role", "Say whether the person is at C-level, a recruiter or neither."},
		{compose, SetOpenProfile, press("ctrl+y"), Person, "Open Profile", "Say whether the person has an Open Profile, which makes an InMail free."},
		{compose, Cancel, press("esc"), App, "keep the draft", "Close this and keep what you wrote."},
		{in(Question), CopyMore, press("c"), Person, "copy more", "Copy what else is to be pasted."},
	}
}

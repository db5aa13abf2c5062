// Package journal reads and writes the portable journal: every decision the user
// ever made, as JSON Lines, oldest first.
//
// One event a line, UTF-8, each line ended by LF:
//
//	{"v":1,"id":"01JD…","at":"2026-01-05T09:30:00Z","recorded":"2026-01-05T09:30:02Z","kind":"inmail.sent","data":{…}}
//
//	v         number     1, the version of this format
//	id        string     1 to 64 bytes, unique; an id that is there already changes nothing
//	at        instant    when it happened
//	recorded  instant    when it was typed; optional, the same as at
//	step      string     1 to 64 bytes; optional: what has the same one was decided
//	                     together, and undo takes it back together
//	kind      string     one of those below
//	data      object     the fields of the kind
//
// An instant is RFC 3339 with any offset and up to nine digits of a second; the
// offset is kept. The order of lines is the order of the journal. What is written is
// read back to the same bytes.
//
// A reader refuses the whole file, with the number of the line, for: an unknown v,
// kind or field, a missing field, a field twice, null, a wrong type, anything after
// the object, a line that is empty though others follow, text that is not UTF-8. It
// passes over a byte order mark, CR before LF, and empty lines at the end.
//
// # Contacts, seats, InMails and messages
//
//	contact.added       contact (id, 1 to 64 bytes), name; optional url, headline, company,
//	                    position, email, degree (1, 2, 3, or 0 for out of network),
//	                    open_profile (true or false), connected_on (day, "2026-01-05"; only with
//	                    degree 1), source ("export": added by the program
//	                    because a decision names somebody from an export)
//	contact.edited      contact; any of name, headline, company, position, email, degree,
//	                    open_profile, role ("c-level", "recruiter", "other"; "": by headline and
//	                    position), at least one: what is given replaces what was known
//	contact.merged      contact, into: the first is the second human being, under another id
//	contact.apart       contact, other: two human beings, though they look like one
//	contact.removed     contact: out of sight, with all direct conversations
//	contact.unedited    contact, fields (list of the names that contact.edited has): what was
//	                    edited of them counts no more
//	seat.opened         seat (id), name, plan (id); optional billing_day (1 to 31), zone (IANA
//	                    name, default UTC), opening_balance (credits), policy (see below)
//	seat.plan_changed   seat, plan; optional policy. Counts from the day of at
//	seat.cancelled      seat. Counts from the day of at
//	seat.reconciled     seat, balance (credits, as LinkedIn shows them)
//	seat.policy_changed seat, policy. Counts from the day of at and replaces the policy given
//	                    before; forfeits and grants nothing
//	seat.priced         seat, price (a month: "119.99"; "0" takes it away), currency (ISO 4217: "EUR")
//	seat.activated      seat: the one that is meant when none is named
//	inmail.sent         inmail (id), contact, seat, cost (0 or 1 credit); optional subject, body,
//	                    free_reason ("first-degree", "open-profile", "sponsored"), template
//	inmail.answered     inmail, answer ("accepted", "declined", "replied", "auto-reply")
//	inmail.undelivered  inmail
//	message.recorded    contact, direction ("sent", "received"); optional text, template (id):
//	                    an ordinary message, recorded by hand
//	event.reverted      event (the id of the event taken back, which may be a reversal itself)
//
// A policy is an object with any of monthly, cap, expiry_days (0 is never),
// refund_rule ("reply", "no-reply"), refund_window_days, refund_at_cap ("clamp",
// "overflow"); what it leaves out is the plan's own.
//
// # Triage
//
// These name what they are about, at least one of it:
//
//	threads             list of conversation ids: "t" and 16 hexadecimal digits, the first eight
//	                    bytes of SHA-256 of "thread", a zero byte and LinkedIn's CONVERSATION ID
//	people              list of contact ids; holds for all direct conversations with them
//
// and, beside that, have these fields:
//
//	thread.archived     none: out of the inbox until a message arrives
//	thread.unarchived   none
//	thread.starred      none
//	thread.unstarred    none
//	thread.read         none
//	thread.unread       none
//	thread.muted        none: messages do not bring it back
//	thread.unmuted      none
//	label.applied       label (1 to 40 characters)
//	label.removed       label
//	reminder.set        due (instant); optional text, if_no_reply (true: a message of theirs
//	                    clears it)
//	reminder.done       none
//	note.added          text
//
// # The rest
//
//	label.created         label
//	template.added        template (id, 1 to 64 bytes), name, channel ("message", "invitation",
//	                      "inmail"), body; optional subject. Variables stand in braces,
//	                      {first_name}; {{ and }} are braces themselves
//	template.edited       as template.added: the whole of the new text
//	template.removed      template
//	quota.set             quota ("invitations-day", "invitations-week", "notes-month",
//	                      "messages-week"); optional limit (0 or more) or off (true); with
//	                      neither, the default counts again
//	limit.hit             quota: LinkedIn said that its limit is reached
//	proposal.declined     proposal (id of what an import proposed); optional about (in words):
//	                      it is not proposed again
//	invitation.sent       contact; optional note, template (id)
//	invitation.accepted   contact; optional note, template (id)
//	invitation.declined   contact; optional note, template (id)
//	invitation.withdrawn  contact; optional note, template (id)
//	invitation.received   contact; optional note, template (id)
//	export.imported       archive (hash of what was read), newest (instant of the newest message;
//	                      year 1 when there was none), messages, people (how many were new);
//	                      optional name
package journal

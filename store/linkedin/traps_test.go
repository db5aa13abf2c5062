package linkedin_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"cordial/store/linkedin"
)

// figures are the counts of an export that are not zero, in one line.
func figures(e *linkedin.Export) string {
	c := &e.Counts
	var list []string
	add := func(name string, n int) {
		if n != 0 {
			list = append(list, fmt.Sprintf("%s %d", name, n))
		}
	}
	add("connections", c.Connections)
	add("hidden", c.HiddenMembers)
	add("people", c.People)
	add("conversations", c.Conversations)
	add("groups", c.Groups)
	add("messages", c.Messages)
	for _, why := range slices.Sorted(maps.Keys(c.Skipped)) {
		add(string(why), c.Skipped[why])
	}
	add("sent", c.Invitations.Sent)
	add("accepted", c.Invitations.Accepted)
	add("incoming", c.Invitations.Incoming)
	add("inmails", c.InMails.Sent)
	add("answered", c.InMails.AnsweredInWindow)
	add("received", c.InMails.Received)
	return cmp.Or(strings.Join(list, ", "), "nothing")
}

// wide is a text in UTF-16 with a mark, as Excel's "Unicode text" is.
func wide(text string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune("\uFEFF" + text)) {
		out.WriteByte(byte(unit))
		out.WriteByte(byte(unit >> 8))
	}
	return out.String()
}

// trap is something that a naive reader falls into. Its name begins with its section in the description of the format,
// linkedin-export.md.
type trap struct {
	name   string
	export files
	want   string
}

// TestTraps holds every trap of the description in one place; other tests look at each more closely.
func TestTraps(t *testing.T) {
	for _, trap := range slices.Concat(archiveTraps(), byteTraps(), connectionTraps(), messageTraps(), peopleTraps(), invitationTraps()) {
		t.Run(trap.name, func(t *testing.T) {
			for form, path := range map[string]string{"zip": packed(t, trap.export), "folder": folder(t, trap.export)} {
				if got := figures(read(t, linkedin.Options{OwnerURL: ownerURL}, path)); got != trap.want {
					t.Errorf("%s: %s\nwant %s", form, got, trap.want)
				}
			}
		})
	}
}

const (
	one  = "people 1, conversations 1, messages 1"
	two  = "people 1, conversations 1, messages 2"
	card = "connections 1, people 1"
)

func archiveTraps() []trap {
	hi := messageHeader + fromAnna(day(1), "hi")
	chats := files{"messages.csv": hi}
	for _, name := range []string{"guide_messages.csv", "learning_coach_messages.csv", "learning_role_play_messages.csv", "coach_messages.csv"} {
		chats[name] = hi
	}
	chats["LearningCoachMessages.csv"] = "No conversations found\n"
	return []trap{
		{"1 a top folder and what a Mac adds", files{"Basic_LinkedInDataExport/messages.csv": hi, "__MACOSX/._messages.csv": "x", ".DS_Store": "x", "Basic_LinkedInDataExport/._messages.csv": "x"}, one},
		{"1 a member's number", files{"messages_34875879.csv": hi, "Connections-1.csv": anna()}, "connections 1, people 1, conversations 1, messages 1"},
		{"1 names in capitals", files{"MESSAGES.CSV": hi}, one},
		{"1 files of no use", files{"messages.csv": hi, "Jobs/Saved Jobs_1.csv": "x", "Ad_Targeting.csv": "x", "Skills.csv": "Name\n"}, one},
		{"1 only the profile yet", files{"Profile.csv": profileHeader + "Olga,Owner,,,,,,,,,,,\n"}, "nothing"},
		{"1 connections alone", files{"Connections.csv": anna()}, card},
		{"1 messages alone", files{"messages.csv": hi}, one},
		{"1 invitations alone", files{"Invitations.csv": invitationHeader + outgoing("Bob B", bobURL, "2/7/26, 2:37 PM")}, "people 1, sent 1"},
		{"4 chats with assistants", chats, one},
	}
}

func byteTraps() []trap {
	plain := messageHeader + fromAnna(day(1), "one") + toAnna(day(2), "two")
	in := func(text string) files { return files{"messages.csv": text} }
	return []trap{
		{"2 a mark before a quoted header", in("\uFEFF" + quoted(plain)), two},
		{"2 every field quoted", in(quoted(plain)), two},
		{"2 CRLF", in(strings.ReplaceAll(plain, "\n", "\r\n")), two},
		{"2 CRLF in the header only", in(strings.Replace(plain, "\n", "\r\n", 1)), two},
		{"2 CR alone", in(strings.ReplaceAll(plain, "\n", "\r")), two},
		{"2 UTF-16 with tabs", in(wide(strings.ReplaceAll(plain, ",", "\t"))), two},
		{"2 semicolons", in(strings.ReplaceAll(plain, ",", ";")), two},
		{"2 Windows-1252", in(strings.ReplaceAll(messageHeader+fromAnna(day(1), "f\xfcr")+toAnna(day(2), "two"), "\n", "\r\n")), two},
		{"2 line breaks in a text", in(messageHeader + fromAnna(day(1), "\"a\nb\r\n\r\nc\"") + toAnna(day(2), "two")), two},
		{"2 blank lines, no newline at the end", in("\n\n" + strings.ReplaceAll(strings.TrimSuffix(plain, "\n"), "\n", "\n\n\r\n")), two},
		{"2 unescaped quotes", in(messageHeader + fromAnna(day(1), `"He said "ok" and left"`) + toAnna(day(2), `"ok", left"`)), two},
		{"2 an unclosed quote", in(messageHeader + fromAnna(day(1), `"one`) + toAnna(day(2), "two")), "people 1, conversations 1, messages 2, open_quote 1"},
		{"2 NUL and invalid UTF-8", in(messageHeader + fromAnna(day(1), "a\x00b") + toAnna(day(2), "\xff\xfe")), two},
		{"2 a lone CR in a text", in(messageHeader + fromAnna(day(1), "\"a\rb\"") + toAnna(day(2), "two")), two},
		{"2 rows of every length", in(messageHeader + strings.TrimSuffix(fromAnna(day(1), "x"), ",x,INBOX,,No,No\n") + "\n" + strings.TrimSuffix(toAnna(day(2), "y"), "\n") + ",,\n2-a,short\n"), "people 1, conversations 1, messages 2, malformed 1"},
		{"2 mojibake is not repaired", in(messageHeader + fromAnna(day(1), "Ã©") + fromAnna(day(1), "é")), two},
	}
}

func connectionTraps() []trap {
	row := "Anna,K," + annaURL + ",,Acme,CTO,"
	in := func(text string) files { return files{"Connections.csv": text} }
	return []trap{
		{"3 a preamble", in(preamble + connectionHeader + row + "08 Feb 2026"), card},
		{"3 two files in one", in(preamble + connectionHeader + row + "08 Feb 2026\nBob,B," + bobURL + ",,,,08 Feb 2026\n" + preamble + connectionHeader + row + "08 Feb 2026\n"), "connections 2, people 2, bad_connection 3"},
		{"3 six columns", in("First Name,Last Name,Email Address,Company,Position,Connected On\nAnna,K,,Acme,CTO,08 Feb 2020\n"), "connections 1"},
		{"3 a day of two readings", in(connectionHeader + row + "02/08/2026\n"), card + ", bad_connected_on 1"},
		{"3 days as spreadsheets write them", in(connectionHeader + row + "8-Feb-26\nBob,B," + bobURL + ",,,,2026-02-08\n"), "connections 2, people 2"},
		{"3 days as scripts write them", in(connectionHeader + row + "2026-02-08 00:00:00\nBob,B," + bobURL + ",,,,2026-02-08T00:00:00Z\n"), "connections 2, people 2"},
		{"3 hidden members and commas", in(connectionHeader + ",,,,,,07 Jun 2026\n,,,,,,\n" + row + "\n"), "connections 1, hidden 1, people 1"},
		{"3 a name without an address", in(connectionHeader + "Anna,K,,,Acme,CTO,08 Feb 2026\n"), "connections 1"},
		{"3 one person twice", in(connectionHeader + row + "08 Feb 2026\n" + row + "08 Feb 2026\n"), card},
		{"3 credentials, pictures, one name", in(connectionHeader + "Anna,\"K, PhD 🚀 (she/her)\"," + annaURL + ",,,,\n,张," + bobURL + ",,,,\n"), "connections 2, people 2"},
		{"6 months of other languages", in(connectionHeader + row + "8 févr. 2026\nBob,B," + bobURL + ",,,,24 Dez 2020\n"), "connections 2, people 2"},
		{"7 one address in many shapes", in(connectionHeader + strings.ReplaceAll(row, annaURL, "http://de.LinkedIn.com/in/ANNA-K/de/?x#y") + "\n" + row + "\n"), card},
		{"7 the owner is no connection", in(connectionHeader + "Olga,Owner," + ownerURL + ",,,,\n"), "nothing"},
		{"7 member ids are no slugs", in(connectionHeader + "A,K,https://www.linkedin.com/in/ACoAAbC,,,,\nA,K,https://www.linkedin.com/in/ACoAABC,,,,\nA,K," + annaURL + ",,,,\n"), "connections 3, people 3"},
	}
}

func messageTraps() []trap {
	in := func(rows string) files { return files{"messages.csv": messageHeader + rows} }
	row := func(title, from, url, text, tail string) string {
		return fmt.Sprintf("2-x,%s,%s,%s,Olga Owner,%s,%s,,%s,%s\n", title, from, url, ownerURL, day(1), text, tail)
	}
	spin := `"<p class=""spinmail-quill-editor__spin-break"">Hi</p>"`
	return []trap{
		{"4 nine columns", files{"messages.csv": "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n2-a,,Anna K," + annaURL + ",Olga Owner," + day(1) + ",,hi,INBOX\n"}, one},
		{"4 columns that nobody knows, in any order", files{"messages.csv": "IS CONVERSATION ARCHIVED,DATE,CONTENT,SENDER PROFILE URL,from,CONVERSATION ID\nNo," + day(1) + ",hi," + annaURL + ",Anna K,2-a\n"}, one},
		{"4 ids are compared exactly", in(fromAnna(day(1), "x") + strings.Replace(fromAnna(day(1), "x"), "2-a", "2-a==", 1)), "people 1, conversations 2, messages 2"},
		{"4 no id", in(strings.Replace(fromAnna(day(1), "x"), "2-a", "", 1)), "no_conversation_id 1"},
		{"4 a date without its zone", in(fromAnna(strings.TrimSuffix(day(1), " UTC"), "x")), one},
		{"4 no date", in(fromAnna("soon", "x") + fromAnna("", "x") + fromAnna("2026-02-30 10:00:00 UTC", "x")), "bad_date 3"},
		{"4 an empty text", in(fromAnna(day(1), "")), one},
		{"4 sent messages are in the inbox", in(toAnna(day(1), "x")), one},
		{"4 drafts", in(strings.Replace(fromAnna(day(1), "x"), "No,No", "Yes,No", 1) + strings.Replace(fromAnna(day(2), "x"), "No,No", "true,", 1)), "draft 2"},
		{"4 spam", in(row("", "Anna K", annaURL, "x", "SPAM,,No,No")), "spam 1"},
		{"4 advertisements", in(row("Sponsored Conversation", "Acme", "", "x", "INBOX,,No,No") + row("", "LinkedIn Member", "", spin, "INBOX,,No,No")), "sponsored 2"},
		{"4 a person's campaign", in(row("", "Anna K", annaURL, spin, "INBOX,,No,No")), one},
		{"4 equal rows, CRLF or not", in(fromAnna(day(1), "\"a\nb\"") + fromAnna(day(1), "\"a\r\nb\"") + fromAnna(day(1), "c")), two + ", duplicate 1"},
		{"4 the first reason counts", in(strings.Replace(row("Sponsored Conversation", "Anna K", annaURL, "x", "SPAM,,Yes,No"), "2-x", "", 1)), "draft 1"},
	}
}

func peopleTraps() []trap {
	in := func(rows string) files { return files{"messages.csv": messageHeader + rows} }
	return []trap{
		{"4 names with commas in TO", in(said("2-a", "Olga Owner", ownerURL, "Jane Doe, Ph.D.", annaURL, 1, "x")), one},
		{"4 recipients joined in every way", in(said("2-a", "Olga Owner", ownerURL, "x", annaURL+","+bobURL, 1, "x") + said("2-b", "Olga Owner", ownerURL, "x", annaURL+"; "+bobURL+"/", 2, "x")), "people 2, conversations 2, groups 2, messages 2"},
		{"4 rows without addresses", in(fromAnna(day(1), "x") + said("2-a", "Anna K", "", "Olga Owner", "", 2, "y") + said("2-a", "Olga Owner", "", "Anna K", "", 3, "z")), "people 1, conversations 1, messages 3"},
		{"4 closed accounts", in(said("2-a", "LinkedIn Member", "", "Olga Owner", ownerURL, 1, "x") + said("2-b", "LinkedIn Member", "", "Olga Owner", ownerURL, 1, "x")), "conversations 2, messages 2"},
		{"7 a group is two addresses over all rows", in(fromAnna(day(1), "x") + said("2-a", "Bob B", bobURL, "", "", 2, "x")), "people 2, conversations 1, groups 1, messages 2"},
		{"7 an InMail answered on day 90", in(about(toAnna(at(0), "x")) + fromAnna(at(90), "y")), two + ", inmails 1, answered 1"},
		{"7 an InMail answered on day 91", in(about(toAnna(at(0), "x")) + fromAnna(at(91), "y")), two + ", inmails 1"},
		{"7 an InMail that came", in(about(fromAnna(at(0), "x"))), one + ", received 1"},
		{"7 a subject in a group", in(about(toAnna(at(0), "x")) + said("2-a", "Bob B", bobURL, "x", ownerURL, 1, "x")), "people 2, conversations 1, groups 1, messages 2"},
		{"7 a subject to a connection", files{"messages.csv": messageHeader + about(toAnna(at(10), "x")), "Connections.csv": connectionHeader + "Anna,K," + annaURL + ",,,,11 Jan 2026\n"}, "connections 1, people 1, conversations 1, messages 1"},
		{"7 connected after the InMail", files{"messages.csv": messageHeader + about(toAnna(at(10), "x")), "Connections.csv": connectionHeader + "Anna,K," + annaURL + ",,,,12 Jan 2026\n"}, "connections 1, people 1, conversations 1, messages 1, inmails 1"},
	}
}

func invitationTraps() []trap {
	in := func(rows string) files {
		return files{"Invitations.csv": invitationHeader + rows, "Connections.csv": anna()}
	}
	return []trap{
		{"5 five columns", files{"Invitations.csv": "From,To,Sent At,Message,Direction\nOlga Owner,Anna K,\"2/7/22, 2:37 PM\",,OUTGOING\n", "Connections.csv": anna()}, card + ", sent 1, accepted 1"},
		{"5 a narrow space before PM", in(outgoing("Bob B", bobURL, "1/29/26, 2:37\u202FPM")), "connections 1, people 2, sent 1"},
		{"5 month first, always", in(outgoing("Bob B", bobURL, "1/2/26, 2:37 PM") + outgoing("Anna K", annaURL, "29/1/26, 2:37 PM")), "connections 1, people 2, bad_invitation 1, sent 1"},
		{"5 people, not rows", in(outgoing("Bob B", bobURL, "1/2/26, 2:37 PM") + outgoing("Bob B", bobURL, "3/2/26, 2:37 PM")), "connections 1, people 2, sent 1"},
		{"5 both directions", in(outgoing("Anna K", annaURL, "1/2/26, 2:37 PM") + incoming("Bob B", bobURL, "3/2/26, 2:37 PM")), "connections 1, people 2, sent 1, accepted 1, incoming 1"},
		{"5 no direction", in("Olga Owner,Bob B,\"1/2/26, 2:37 PM\",,," + ownerURL + "," + bobURL + "\n"), card + ", bad_invitation 1"},
	}
}

package linkedin_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cordial/store/linkedin"
)

// fromAnna is a row of messages.csv from Anna to the owner, minimally quoted; text is written as it stands.
func fromAnna(date, text string) string {
	return "2-a,,Anna K," + annaURL + ",Olga Owner," + ownerURL + "," + date + ",," + text + ",INBOX,,No,No\n"
}

// toAnna is a row from the owner to Anna.
func toAnna(date, text string) string {
	return "2-a,,Olga Owner," + ownerURL + ",Anna K," + annaURL + "," + date + ",," + text + ",INBOX,,No,No\n"
}

// day is a date within a day of the fixtures, one second after the other.
func day(second int) string { return fmt.Sprintf("2026-02-08 10:%02d:%02d UTC", second/60, second%60) }

// wantTexts checks that exactly these texts were taken.
func wantTexts(t *testing.T, e *linkedin.Export, want ...string) {
	t.Helper()
	if got := texts(e); !slices.Equal(got, want) {
		t.Errorf("texts %q\nwant  %q\nproblems %v", got, want, e.Problems)
	}
}

// wantSkipped checks the number of records left out for one reason, and that there is no other.
func wantSkipped(t *testing.T, e *linkedin.Export, why linkedin.Reason, count int) {
	t.Helper()
	if e.Counts.Skipped[why] != count || len(e.Counts.Skipped) > 1 {
		t.Errorf("skipped %v, want %d for %s; problems %v", e.Counts.Skipped, count, why, e.Problems)
	}
}

func TestMessageReasonsFirstThatApplies(t *testing.T) {
	row := func(id, title, url, date, text, folder, draft string) string {
		return fmt.Sprintf("%s,%s,Anna K,%s,Olga Owner,%s,%s,,%s,%s,,%s,No\n", id, title, url, ownerURL, date, text, folder, draft)
	}
	spinmail := `"<p class=""spinmail-quill-editor__spin-break"">Hi</p>"`
	tests := []struct {
		name, row string
		want      linkedin.Reason
	}{
		{"short", "2-a,,Anna K," + annaURL + ",Olga Owner,x\n", linkedin.Malformed},
		{"one word", "garbage\n", linkedin.Malformed},
		{"draft", row("2-a", "", annaURL, day(1), "x", "INBOX", "Yes"), linkedin.Draft},
		{"draft true", row("2-a", "", annaURL, day(1), "x", "INBOX", "TRUE"), linkedin.Draft},
		{"draft 1", row("2-a", "", annaURL, day(1), "x", "INBOX", " 1 "), linkedin.Draft},
		{"draft before all", row("", "Sponsored Conversation", "", "never", "x", "SPAM", "yes"), linkedin.Draft},
		{"no conversation", row(" ", "", annaURL, "never", "x", "INBOX", "No"), linkedin.NoConversationID},
		{"bad date", row("2-a", "Sponsored Conversation", "", "31/31/2026 10:00", "x", "SPAM", "No"), linkedin.BadDate},
		{"impossible date", row("2-a", "", annaURL, "2026-02-30 10:00:00 UTC", "x", "INBOX", "No"), linkedin.BadDate},
		{"day without time", row("2-a", "", annaURL, "2026-02-03", "x", "INBOX", "No"), linkedin.BadDate},
		{"empty date", row("2-a", "", annaURL, "", "x", "INBOX", "No"), linkedin.BadDate},
		{"sponsored title", row("2-a", "Sponsored Conversation", annaURL, day(1), "x", "SPAM", "No"), linkedin.Sponsored},
		{"sponsored markup", row("2-a", "", "", day(1), spinmail, "INBOX", "No"), linkedin.Sponsored},
		{"sponsored name", row("2-a", "", "", day(1), "Hi %FIRSTNAME%", "INBOX", "No"), linkedin.Sponsored},
		{"spam", row("2-a", "", annaURL, day(1), "x", "spam", "No"), linkedin.Spam},
		{"duplicate", fromAnna(day(0), "kept"), linkedin.Duplicate},
		{"person's markup", row("2-a", "", annaURL, day(1), spinmail, "INBOX", "No"), ""},
		{"empty", row("2-a", "", annaURL, day(1), "", "", ""), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(0), "kept") + test.row})
			want := 1
			if test.want == "" {
				want = 2
			} else {
				wantSkipped(t, e, test.want, 1)
				if len(e.Problems) != 1 || e.Problems[0].Line != 3 || e.Problems[0].File != "messages.csv" || e.Problems[0].Text == "" {
					t.Errorf("problems %v", e.Problems)
				}
			}
			if e.Counts.Messages != want {
				t.Errorf("%d messages, want %d; %v", e.Counts.Messages, want, e.Problems)
			}
		})
	}
}

func TestConversationDraftIsADraft(t *testing.T) {
	row := strings.Replace(fromAnna(day(1), "x"), ",No,No\n", ",No,Yes\n", 1)
	wantSkipped(t, owned(t, files{"messages.csv": messageHeader + row}), linkedin.Draft, 1)
}

func TestMessageColumnsOfEveryEra(t *testing.T) {
	cells := map[string]string{
		"CONVERSATION ID": "2-a", "FROM": "Anna K", "SENDER PROFILE URL": annaURL, "TO": "Olga Owner", "RECIPIENT PROFILE URLS": ownerURL,
		"DATE": day(1), "CONTENT": "hello", "FOLDER": "INBOX", "IS MESSAGE DRAFT": "No", "IS CONVERSATION DRAFT": "No",
	}
	nine := "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
	ten := strings.Replace(nine, "TO,", "TO,RECIPIENT PROFILE URLS,", 1)
	for name, header := range map[string]string{
		"to early 2023": nine, "mid-2023": ten, "Dec 2024": ten + ",IS MESSAGE DRAFT,IS CONVERSATION DRAFT", "Dec 2024, 11": ten + ",IS MESSAGE DRAFT",
		"2025": ten + ",ATTACHMENTS,IS MESSAGE DRAFT", "2026": ten + ",ATTACHMENTS", "2026, 13": ten + ",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
		"unknown column first": "IS CONVERSATION ARCHIVED," + ten, "other order": "DATE,CONTENT,FROM,SENDER PROFILE URL,CONVERSATION ID",
		"other case": strings.ToLower(nine), "spaces": strings.ReplaceAll(nine, ",", " , "),
	} {
		t.Run(name, func(t *testing.T) {
			var row []string
			for column := range strings.SplitSeq(header, ",") {
				row = append(row, cells[strings.ToUpper(strings.TrimSpace(column))])
			}
			e := owned(t, files{"messages.csv": header + "\n" + strings.Join(row, ",") + "\n"})
			wantTexts(t, e, "hello")
			if e.People[e.Messages[0].Sender].Key != "anna-k" {
				t.Errorf("sender %+v", e.People)
			}
		})
	}
}

func TestMessageDuplicateComparesTextOnly(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader +
		fromAnna(day(1), "\"one\ntwo\"") + fromAnna(day(1), "\"one\r\ntwo\"") + // CRLF = LF
		fromAnna(day(1), "other") + toAnna(day(1), "other") + fromAnna(day(2), "other") +
		strings.Replace(fromAnna(day(1), "other"), "2-a", "2-b", 1)})
	wantSkipped(t, e, linkedin.Duplicate, 1)
	wantTexts(t, e, "other", "one\ntwo", "other", "other", "other")
	if e.Problems[0].Line != 4 {
		t.Errorf("the earlier record is the one to keep: %v", e.Problems)
	}
}

func TestMessageDuplicateOfARowWithoutAddress(t *testing.T) {
	row := strings.Replace(fromAnna(day(1), "x"), annaURL, "", 1)
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "x") + row})
	wantSkipped(t, e, linkedin.Duplicate, 1)
}

func TestMessageOccurrencesOfOneSecondAreNumbered(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "c") + fromAnna(day(1), "a") + toAnna(day(1), "b") + fromAnna(day(1), "b")})
	var got []string
	for _, m := range e.Messages {
		got = append(got, fmt.Sprintf("%s%d", m.Text, m.N))
	}
	if want := []string{"b0", "a0", "b1", "c2"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMessageContentKeepsLinesQuotesAndMarkup(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "\"He said \"\"no\"\",\n\n<b>really</b>\t\"")})
	wantTexts(t, e, "He said \"no\",\n\n<b>really</b>\t")
}

func TestMessageAttachmentsAndFolder(t *testing.T) {
	row := strings.Replace(fromAnna(day(1), ""), "INBOX,,", `ARCHIVE,"https://www.linkedin.com/dms/prv/a,https://www.linkedin.com/dms/prv/b",`, 1)
	e := owned(t, files{"messages.csv": messageHeader + row})
	m := e.Messages[0]
	if m.Folder != linkedin.Archived || len(m.AttachmentList()) != 2 || m.AttachmentList()[1] != "https://www.linkedin.com/dms/prv/b" {
		t.Errorf("message %+v", m)
	}
}

func TestMessageSubjectAndLine(t *testing.T) {
	row := strings.Replace(fromAnna(day(1), "x"), "UTC,,", "UTC, A subject ,", 1)
	m := owned(t, files{"messages.csv": messageHeader + toAnna(day(0), "\"1\n2\n3\"") + row}).Messages[1]
	if m.Subject != "A subject" || m.Line != 5 {
		t.Errorf("message %+v", m)
	}
}

func TestGuideMessagesAreNotMessages(t *testing.T) {
	export := files{"messages.csv": messageHeader + fromAnna(day(1), "mine")}
	for _, name := range []string{
		"guide_messages.csv", "learning_coach_messages.csv", "learning_role_play_messages.csv", "coach_messages.csv",
		"LearningCoachMessages.csv", "Guide_Messages.csv", "messages_old.csv", "Messages.csv.bak",
	} {
		export[name] = messageHeader + fromAnna(day(2), "assistant")
	}
	wantTexts(t, owned(t, export), "mine")
}

func TestConversationTitleIsTheLatest(t *testing.T) {
	titled := func(row, title string) string { return strings.Replace(row, "2-a,", "2-a,"+title+",", 1) }
	cut := func(row string) string { return strings.Replace(row, "2-a,,", "2-a,", 1) }
	e := owned(t, files{"messages.csv": messageHeader + titled(cut(fromAnna(day(9), "x")), "New") + titled(cut(fromAnna(day(1), "y")), "Old") + fromAnna(day(10), "z")})
	if e.Conversations[0].Title != "New" {
		t.Errorf("title %q", e.Conversations[0].Title)
	}
}

func TestConversationIDsAreComparedExactly(t *testing.T) {
	rows := ""
	for i, id := range []string{"2-a", "2-A", "2-a==", " 2-a "} {
		rows += strings.Replace(fromAnna(day(i), "x"), "2-a", id, 1)
	}
	if n := owned(t, files{"messages.csv": messageHeader + rows}).Counts.Conversations; n != 3 {
		t.Errorf("%d conversations, want 3", n)
	}
}

func TestTwoMessageFilesAreOneExport(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "a"), "messages_123.csv": messageHeader + fromAnna(day(1), "a") + fromAnna(day(2), "b")})
	wantTexts(t, e, "a", "b")
	wantSkipped(t, e, linkedin.Duplicate, 1)
}

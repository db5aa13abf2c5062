package linkedin_test

import (
	"fmt"
	"strings"
	"testing"

	"cordial/store/linkedin"

	"golang.org/x/text/encoding/unicode"
)

// quoted turns minimally quoted rows without quotes into fully quoted ones.
func quoted(rows string) string {
	var out strings.Builder
	for line := range strings.Lines(rows) {
		line = strings.TrimSuffix(line, "\n")
		out.WriteString(`"` + strings.ReplaceAll(line, ",", `","`) + "\"\n")
	}
	return out.String()
}

// plainRows are two messages without anything that needs quotes.
func plainRows() string { return messageHeader + fromAnna(day(1), "one") + toAnna(day(2), "two") }

func TestMessagesBOMQuotedHeader(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": "\uFEFF" + quoted(plainRows())}), "one", "two")
}

func TestMessagesBOMTwice(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": "\uFEFF\uFEFF" + quoted(plainRows())}), "one", "two")
}

func TestMessagesBOMPlainHeader(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": "\uFEFF" + plainRows()}), "one", "two")
}

func TestMessagesCRLF(t *testing.T) {
	e := owned(t, files{"messages.csv": strings.ReplaceAll(quoted(plainRows()), "\n", "\r\n")})
	wantTexts(t, e, "one", "two")
	if len(e.Problems) != 0 || e.Messages[1].Line != 3 {
		t.Errorf("problems %v, line %d", e.Problems, e.Messages[1].Line)
	}
}

func TestMessagesCRLFInHeaderOnly(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": strings.Replace(plainRows(), "\n", "\r\n", 1)}), "one", "two")
}

func TestMessagesLoneCR(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": strings.ReplaceAll(plainRows(), "\n", "\r")}), "one", "two")
}

func TestMessagesUTF16WithTabs(t *testing.T) {
	for name, encoding := range map[string]struct {
		order unicode.Endianness
		mark  unicode.BOMPolicy
	}{
		"little": {unicode.LittleEndian, unicode.UseBOM}, "big": {unicode.BigEndian, unicode.UseBOM},
		"little, no mark": {unicode.LittleEndian, unicode.IgnoreBOM}, "big, no mark": {unicode.BigEndian, unicode.IgnoreBOM},
	} {
		t.Run(name, func(t *testing.T) {
			text, err := unicode.UTF16(encoding.order, encoding.mark).NewEncoder().String(strings.ReplaceAll(plainRows(), ",", "\t"))
			if err != nil {
				t.Fatal(err)
			}
			wantTexts(t, owned(t, files{"messages.csv": text}), "one", "two")
		})
	}
}

func TestMessagesSemicolons(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": "sep=;\r\n" + strings.ReplaceAll(plainRows(), ",", ";")}), "one", "two")
}

func TestMessagesNoNewlineAtEnd(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": strings.TrimSuffix(plainRows(), "\n")}), "one", "two")
}

func TestMessagesPreambleBeforeHeader(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": "Notes:\n\"several\nlines\"\n\n\n" + plainRows()}), "one", "two")
}

func TestMessagesNULAndInvalidUTF8(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "a\x00b") + fromAnna(day(2), "a\xffb")}), "a\uFFFDb", "a\uFFFDb")
}

func TestMessagesInTheEncodingOfASpreadsheet(t *testing.T) {
	western := strings.ReplaceAll(messageHeader+fromAnna(day(1), "\xdcbersee \x96 f\xfcr 5 \x80"), "\n", "\r\n")
	wantTexts(t, owned(t, files{"messages.csv": western}), "Übersee – für 5 €")
	merged := western + strings.ReplaceAll(fromAnna(day(2), "Überall"), "\n", "\r\n")
	wantTexts(t, owned(t, files{"messages.csv": merged}), "\uFFFDbersee \uFFFD f\uFFFDr 5 \uFFFD", "Überall")
}

func TestMessagesMojibakeStays(t *testing.T) {
	wantTexts(t, owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "cafÃ©")}), "cafÃ©")
}

func TestMessagesRaggedRows(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader +
		"2-a,,Anna K," + annaURL + ",Olga Owner," + ownerURL + "," + day(1) + "\n" + // ends with the date
		strings.TrimSuffix(fromAnna(day(2), "extra"), "\n") + ",,,\n\n\r\n"})
	wantTexts(t, e, "", "extra")
}

func TestMessagesUnescapedQuotes(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), `"He said "ok" and left"`) + fromAnna(day(2), `5" pipe`) + fromAnna(day(3), "last")})
	wantTexts(t, e, `He said "ok" and left`, `5" pipe`, "last")
}

func TestMessagesUnescapedQuotesOverLines(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "\"He said \"ok\" and\nleft,\n\"finally\".\"") + fromAnna(day(2), "last")})
	wantTexts(t, e, "He said \"ok\" and\nleft,\n\"finally\".", "last")
}

func TestMessagesQuoteAndCommaSplitTheText(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), `"well "ok", then"`) + fromAnna(day(2), `unquoted, with commas, two`) + fromAnna(day(3), "last")})
	wantTexts(t, e, `well "ok, then"`, "unquoted, with commas, two", "last")
	if e.Messages[0].Folder != linkedin.Inbox || e.Messages[1].Folder != linkedin.Inbox {
		t.Error("the columns after the text are shifted")
	}
}

// unclosed is an export whose first text opens a quote that never closes.
func unclosed(first, rest string) files { return files{"messages.csv": messageHeader + first + rest} }

func TestMessagesUnclosedQuote(t *testing.T) {
	plain := fromAnna(day(2), "two") + toAnna(day(3), "three")
	later := fromAnna(day(2), `"two, quoted"`) + toAnna(day(3), "three")
	before := strings.Replace(fromAnna(day(1), "lost"), "Anna K", `"Anna K`, 1)
	bare := "2-a,,Anna K," + annaURL + ",Olga Owner," + ownerURL + "," + day(1) + ",,\"open, and\nmore"
	tests := map[string]struct {
		first, rest     string
		want            []string
		open, malformed int
	}{
		"no other quote":        {fromAnna(day(1), `"open`), plain, []string{"open", "two", "three"}, 1, 0},
		"commas":                {fromAnna(day(1), `"open, and, so on`), plain, []string{"open, and, so on", "two", "three"}, 1, 0},
		"a quote later":         {fromAnna(day(1), `"open`), later, []string{"open", "two, quoted", "three"}, 1, 0},
		"all quoted":            {strings.Replace(quoted(fromAnna(day(1), "one")), `"one"`, `"one`, 1), quoted(plain), []string{"one", "two", "three"}, 1, 0},
		"all quoted, commas":    {strings.Replace(quoted(fromAnna(day(1), "one")), `"one"`, `"one, or two, "sic"`, 1), quoted(plain), []string{`one, or two, "sic`, "two", "three"}, 0, 0},
		"last cell":             {strings.TrimSuffix(quoted(fromAnna(day(1), "one")), "\"\n") + "\n", quoted(plain), []string{"one", "two", "three"}, 0, 0},
		"several lines":         {fromAnna(day(1), "\"open\nand more"), plain, []string{"open\nand more", "two", "three"}, 1, 0},
		"last record":           {fromAnna(day(1), "one"), fromAnna(day(2), `"open`), []string{"one", "open"}, 1, 0},
		"last record, lines":    {fromAnna(day(1), "one"), fromAnna(day(2), "\"open\n\nmore"), []string{"one", "open\n\nmore"}, 1, 0},
		"two of them":           {fromAnna(day(1), `"open`) + fromAnna(day(5), `"open`), plain, []string{"open", "two", "three", "open"}, 2, 0},
		"then several lines":    {fromAnna(day(1), `"open`), toAnna(day(4), "\"a\nb\nc\""), []string{"open", "a\nb\nc"}, 1, 0},
		"the subject":           {strings.Replace(fromAnna(day(1), "one"), "UTC,,", `UTC,"About,`, 1), plain, []string{"one", "two", "three"}, 1, 0},
		"the end is missing":    {bare + "\n", plain, []string{"open, and\nmore", "two", "three"}, 1, 0},
		"the file ends with it": {fromAnna(day(2), "one"), bare, []string{"open, and\nmore", "one"}, 1, 0},
		"before the date":       {before, plain, []string{"two", "three"}, 0, 1},
		"long ago":              {fromAnna(day(1), `"open`+strings.Repeat("x\n", 40_000)), plain, []string{"two", "three"}, 0, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			e := owned(t, unclosed(test.first, test.rest))
			wantTexts(t, e, test.want...)
			if e.Counts.Skipped[linkedin.Malformed] != test.malformed || e.Counts.Skipped[linkedin.OpenQuote] != test.open {
				t.Errorf("problems %v", e.Problems)
			}
		})
	}
}

func TestMessagesUnclosedSubjectIsASubject(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + strings.Replace(fromAnna(day(1), "one"), "UTC,,", `UTC,"About,`, 1) +
		strings.Replace(fromAnna(day(2), "two"), "UTC,,two,INBOX", `UTC,"Cut off`, 1)})
	if e.Messages[0].Subject != "About" || e.Messages[1].Subject != "" || !strings.HasPrefix(e.Messages[1].Text, "Cut off") {
		t.Errorf("messages %+v", e.Messages)
	}
}

func TestMessagesUnclosedQuoteInALargeFile(t *testing.T) {
	const rows = 20_000 // several times what one record may hold
	var text strings.Builder
	text.WriteString(messageHeader)
	for i := range rows {
		date := fmt.Sprintf("2026-02-%02d %02d:%02d:%02d UTC", 1+i/86400, i/3600%24, i/60%60, i%60)
		if i == rows/2 {
			text.WriteString(fromAnna(date, `"never closed`))
		} else {
			text.WriteString(fromAnna(date, "a message of ordinary length, give or take"[:20]))
		}
	}
	e := owned(t, files{"messages.csv": text.String()})
	if e.Counts.Messages != rows || len(e.Problems) != 1 || e.Problems[0].Line != rows/2+2 || e.Problems[0].Reason != linkedin.OpenQuote {
		t.Errorf("%d messages, problems %v", e.Counts.Messages, e.Problems)
	}
}

func TestMessagesEndlessLine(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "one") + fromAnna(day(2), strings.Repeat("x", 3<<20)) + fromAnna(day(3), "three")})
	wantTexts(t, e, "one", "three")
	wantSkipped(t, e, linkedin.Malformed, 1)
}

func TestMessagesPastedRowsStayInTheirMessage(t *testing.T) {
	pasted := strings.ReplaceAll(fromAnna(day(7), `"pasted"`), `"`, `""`)
	e := owned(t, files{"messages.csv": messageHeader + fromAnna(day(1), "\"look:\n"+pasted+"\"") + fromAnna(day(2), "two")})
	wantTexts(t, e, "look:\n"+fromAnna(day(7), `"pasted"`), "two")
}

func TestMessagesWithoutHeaderAreAProblem(t *testing.T) {
	e := owned(t, files{"messages.csv": fromAnna(day(1), "x"), "Connections.csv": connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2026"})
	if e.Counts.Messages != 0 || e.Counts.Connections != 1 || e.Counts.Skipped[linkedin.FileIgnored] != 1 || e.Problems[0].Line != 0 {
		t.Errorf("counts %+v, problems %v", e.Counts, e.Problems)
	}
	for _, f := range e.Files {
		if f.Name == "messages.csv" && f.State != linkedin.FileRefused {
			t.Errorf("file %+v", f)
		}
	}
}

func TestMessagesHeaderOnly(t *testing.T) {
	e := owned(t, files{"messages.csv": messageHeader})
	if e.Counts.Messages != 0 || len(e.Problems) != 0 {
		t.Errorf("counts %+v, problems %v", e.Counts, e.Problems)
	}
}

// A spreadsheet, or an export of ours, puts an apostrophe before what would be calculated; LinkedIn never does.
func TestMessagesGuardedAgainstFormulas(t *testing.T) {
	rows := fromAnna(day(1), "'=1+1") + fromAnna(day(2), "'- one") + fromAnna(day(3), "''@home") + fromAnna(day(4), "'t was late")
	crlf := strings.ReplaceAll(messageHeader+rows, "\n", "\r\n")
	wantTexts(t, owned(t, files{"messages.csv": crlf}), "=1+1", "- one", "'@home", "'t was late")
	wantTexts(t, owned(t, files{"messages.csv": messageHeader + rows}), "'=1+1", "'- one", "''@home", "'t was late")
}

package linkedin_test

import (
	"strings"
	"testing"

	"cordial/store/linkedin"
)

const preamble = "Notes:\n\"When exporting your connection data, you may notice, that addresses are missing.\"\n\n"

// connected reads rows of Connections.csv as they are since 2023.
func connected(t *testing.T, rows string) *linkedin.Export {
	t.Helper()
	return owned(t, files{"Connections.csv": preamble + connectionHeader + rows})
}

func TestConnectionsNotesPreamble(t *testing.T) {
	row := "Anna,K," + annaURL + ",,Acme,CTO,08 Feb 2026"
	for name, text := range map[string]string{
		"none":           connectionHeader + row,
		"three lines":    preamble + connectionHeader + row,
		"no blank line":  strings.TrimSuffix(preamble, "\n") + connectionHeader + row,
		"more lines":     "a\nb\nc,d\n\n\n" + preamble + connectionHeader + row,
		"after Excel":    strings.ReplaceAll("\uFEFFNotes:,,,,,,\n\"When exporting, you\",,,,,,\n,,,,,,\n"+connectionHeader+row, "\n", "\r\n"),
		"semicolons":     strings.ReplaceAll(preamble+connectionHeader+row, ",", ";"),
		"unknown column": preamble + "Degree," + connectionHeader + "1st," + row,
	} {
		t.Run(name, func(t *testing.T) {
			e := owned(t, files{"Connections.csv": text})
			anna := people(e)["anna-k"]
			if e.Counts.Connections != 1 || anna.Name != "Anna K" || anna.Company != "Acme" || anna.Position != "CTO" || anna.ConnectedOn.String() != "2026-02-08" {
				t.Errorf("counts %+v, Anna %+v", e.Counts, anna)
			}
		})
	}
}

func TestConnectionsHeaderTooFarDown(t *testing.T) {
	e := owned(t, files{"Connections.csv": strings.Repeat("x\n", 10) + connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2026"})
	if e.Counts.Connections != 0 || e.Counts.Skipped[linkedin.FileIgnored] != 1 {
		t.Errorf("counts %+v", e.Counts)
	}
}

func TestConnectionsBefore2023HaveNoAddress(t *testing.T) {
	e := owned(t, files{"Connections.csv": "First Name,Last Name,Email Address,Company,Position,Connected On\n" +
		"Anna,K,,Acme,CTO,08 Feb 2020\nAnna,K,,Other,CEO,09 Feb 2020\nAnna,K,,Acme,CTO,08 Feb 2020\n"})
	if e.Counts.Connections != 2 || e.Counts.People != 0 || len(e.People) != 2 {
		t.Errorf("equal names are two people, equal rows are one: %+v", e.People)
	}
}

func TestConnectionsHiddenMembers(t *testing.T) {
	e := connected(t, ",,,,,,07 Jun 2026\n,,,,,,\n,,,,,,08 Jun 2026\nAnna,K,"+annaURL+",,,,08 Feb 2026")
	if e.Counts.HiddenMembers != 2 || e.Counts.Connections != 1 || len(e.People) != 1 || len(e.Problems) != 0 {
		t.Errorf("counts %+v, problems %v", e.Counts, e.Problems)
	}
}

func TestConnectionsAfterASpreadsheet(t *testing.T) {
	for name, text := range map[string]string{
		"more columns, empty":       connectionHeader[:len(connectionHeader)-1] + ",,\nAnna,K," + annaURL + ",,Acme,CTO,8-Feb-26,,\n,,,,,,,,\n",
		"fewer columns":             "First Name,URL,Last Name,Company,Position,Connected On\nAnna," + annaURL + ",K,Acme,CTO,8-Feb-26\n",
		"no newline at the end":     preamble + connectionHeader + "Anna,K," + annaURL + ",,Acme,CTO,8-Feb-26",
		"CRLF in the header only":   strings.Replace(connectionHeader, "\n", "\r\n", 1) + "Anna,K," + annaURL + ",,Acme,CTO,8-Feb-26\n",
		"every field quoted, mark":  "\uFEFF\"First Name\",\"Last Name\",\"URL\",\"Company\",\"Position\",\"Connected On\"\r\n\"Anna\",\"K\",\"" + annaURL + "\",\"Acme\",\"CTO\",\"8-Feb-26\"\r\n",
		"said to be separated by ;": "sep=;\r\n" + strings.ReplaceAll(connectionHeader+"Anna,K,"+annaURL+",,Acme,CTO,8-Feb-26\n", ",", ";"),
		"an old Mac, lines in cells": strings.ReplaceAll(connectionHeader+"Anna,K,"+annaURL+",,Acme,CTO,8-Feb-26\n", "\n", "\r") +
			"Bob,B," + bobURL + ",,\"Brick\nInc\",,8-Feb-26\r",
	} {
		t.Run(name, func(t *testing.T) {
			e := owned(t, files{"Connections.csv": text})
			anna := people(e)["anna-k"]
			if anna.Name != "Anna K" || anna.Company != "Acme" || anna.Position != "CTO" || anna.ConnectedOn.String() != "2026-02-08" || len(e.Problems) != 0 {
				t.Errorf("counts %+v, Anna %+v, problems %v", e.Counts, anna, e.Problems)
			}
		})
	}
}

func TestConnectionsAmbiguousDateKeepsThePerson(t *testing.T) {
	e := connected(t, "Anna,K,"+annaURL+",,,,02/08/2026\nBob,B,"+bobURL+",,,,\n")
	if anna := people(e)["anna-k"]; !anna.Connected || !anna.ConnectedOn.IsZero() {
		t.Errorf("Anna %+v", anna)
	}
	wantSkipped(t, e, linkedin.BadConnectedOn, 1)
}

func TestConnectionsNames(t *testing.T) {
	for row, want := range map[string]string{
		`Anna,"Smith, PhD",` + annaURL + `,,,,08 Feb 2026`: "Anna Smith, PhD",
		`张,伟,` + annaURL + `,,,,08 Feb 2026`:               "张 伟",
		`,Only Last,` + annaURL + `,,,,08 Feb 2026`:        "Only Last",
		`Only First,,` + annaURL + `,,,,08 Feb 2026`:       "Only First",
		` Anna ,🚀 (she/her) ,` + annaURL + `,,,,`:          "Anna 🚀 (she/her)",
		`,,` + annaURL + `,,,,08 Feb 2026`:                 "",
	} {
		e := connected(t, row)
		if anna, ok := people(e)["anna-k"]; !ok || anna.Name != want || !anna.Connected {
			t.Errorf("%s: %+v", row, e.People)
		}
	}
}

func TestConnectionsNameWithoutAddress(t *testing.T) {
	e := connected(t, "Anna,K,,,Acme,CTO,08 Feb 2026\n")
	if e.Counts.Connections != 1 || e.Counts.People != 0 || e.People[0].Name != "Anna K" || e.People[0].Key != "" {
		t.Errorf("counts %+v, people %+v", e.Counts, e.People)
	}
}

func TestConnectionsOnePersonTwice(t *testing.T) {
	e := connected(t, "Anna,New,https://linkedin.com/in/ANNA-K/,,New Co,,09 Feb 2026\nAnna,Old,"+annaURL+",a@example.com,Old Co,CTO,08 Feb 2025\n")
	anna := people(e)["anna-k"]
	if e.Counts.Connections != 1 || anna.Name != "Anna New" || anna.Company != "New Co" || anna.Position != "CTO" || anna.Email != "a@example.com" || anna.ConnectedOn.Year != 2026 {
		t.Errorf("the later row wins, and empty cells erase nothing: %+v", anna)
	}
}

func TestConnectionsMemberIDIsNotASlug(t *testing.T) {
	e := connected(t, "Anna,K,https://www.linkedin.com/in/ACoAABcD,,,,\nAnna,K,https://www.linkedin.com/in/ACoAABCD,,,,\nAnna,K,"+annaURL+",,,,\n")
	if e.Counts.Connections != 3 {
		t.Errorf("people %+v", e.People)
	}
}

func TestConnectionsPercentEncodedIsOnePerson(t *testing.T) {
	e := connected(t, "J,M,https://www.linkedin.com/in/j%C3%BCrgen,,,,\nJ,M,https://www.linkedin.com/in/J%C3%9CRGEN?x=1,,,,\nJ,M,https://www.linkedin.com/in/ju%CC%88rgen,,,,\n")
	if _, ok := people(e)["jürgen"]; !ok || e.Counts.Connections != 1 {
		t.Errorf("people %+v", e.People)
	}
}

func TestConnectionsUnclosedQuote(t *testing.T) {
	e := connected(t, "Anna,K,"+annaURL+",,\"Acme,CTO,08 Feb 2026\nBob,B,"+bobURL+",,Acme,CTO,09 Feb 2026\n")
	if _, ok := people(e)["bob-b"]; !ok {
		t.Errorf("people %+v", e.People)
	}
	wantSkipped(t, e, linkedin.BadConnection, 1)
}

func TestConnectionsRowWithoutName(t *testing.T) {
	e := connected(t, ",,,,Acme,CTO,08 Feb 2026\n")
	wantSkipped(t, e, linkedin.BadConnection, 1)
	if len(e.People) != 0 {
		t.Errorf("people %+v", e.People)
	}
}

func TestConnectionsNeverHoldTheOwner(t *testing.T) {
	e := connected(t, "Olga,Owner,"+ownerURL+",,,,08 Feb 2026\nAnna,K,"+annaURL+",,,,08 Feb 2026\n")
	if e.Counts.Connections != 1 || e.Counts.People != 1 {
		t.Errorf("people %+v", e.People)
	}
}

func TestOnlyConnectionsNeedNoOwner(t *testing.T) {
	e := read(t, linkedin.Options{}, folder(t, files{"Connections.csv": connectionHeader + "Anna,K," + annaURL + ",,,,08 Feb 2026\n"}))
	if e.Owner.Key != "" || e.Owner.How != linkedin.OwnerNotNeeded || e.Counts.Connections != 1 {
		t.Errorf("owner %+v", e.Owner)
	}
}

package lists_test

import (
	"fmt"
	"strings"
	"testing"

	"cordial/store/lists"
)

const people = 100_000

// bench reads a list of 100,000.
func bench(b *testing.B, text string) {
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		list, err := lists.ReadFrom(b.Context(), strings.NewReader(text), "list", lists.Options{})
		if err != nil || list.Counts.Contacts != people {
			b.Fatalf("%+v, %v", list, err)
		}
	}
	b.ReportMetric(people*float64(b.N)/b.Elapsed().Seconds(), "contacts/s")
}

func BenchmarkEvaboot100k(b *testing.B) {
	var text strings.Builder
	text.WriteString("First Name,Last Name,Current Job,Email,Company Name,Location,Linkedin URL Public,Linkedin URL Unique ID,Department Headcounts\n")
	for i := range people {
		fmt.Fprintf(&text, "Anna,Person %d,Head of Things,anna%d@acme.example,\"Acme, Inc.\",\"Berlin, Germany\",https://www.linkedin.com/in/anna-%d,https://www.linkedin.com/in/ACwAAA%d,\"Sales: 1\nHR: 2\"\n", i, i, i, i)
	}
	bench(b, text.String())
}

func BenchmarkGoogle100k(b *testing.B) {
	var text strings.Builder
	text.WriteString("First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Website 1 - Value\n")
	for i := range people {
		fmt.Fprintf(&text, "Anna,,Person %d,,Acme,Head of Things,,* myContacts ::: Hot Leads,* Work,anna%d@acme.example,\n", i, i)
	}
	bench(b, text.String())
}

func BenchmarkVCard100k(b *testing.B) {
	var text strings.Builder
	for i := range people {
		fmt.Fprintf(&text, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Person %d\r\nN:Person %d;Anna;;;\r\nORG:Acme\\, Inc.\r\nTITLE:Head of Things\r\nEMAIL;TYPE=work:anna%d@acme.example\r\nURL:https://www.linkedin.com/in/anna-%d\r\nCATEGORIES:Hot Leads,Berlin\r\nEND:VCARD\r\n", i, i, i, i)
	}
	bench(b, text.String())
}

package lists_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"cordial/store/lists"
)

func TestParseMapping(t *testing.T) {
	for text, want := range map[string]lists.Mapping{
		"":                               nil,
		"  ":                             nil,
		"name=Full Name":                 {lists.FieldName: {"Full Name"}},
		"name=Wer, URL = Profil":         {lists.FieldName: {"Wer"}, lists.FieldURL: {"Profil"}},
		"email=Work,email=Home":          {lists.FieldEmail: {"Work", "Home"}},
		`"name=Last, First",company=A=B`: {lists.FieldName: {"Last, First"}, lists.FieldCompany: {"A=B"}},
		"open_profile=OL,degree=D":       {lists.FieldOpenProfile: {"OL"}, lists.FieldDegree: {"D"}},
	} {
		if got, err := lists.ParseMapping(text); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for text, says := range map[string]string{
		"name": "field=Column", "name=": "field=Column", "=x": "no field", "nome=x": `no field "nome"; the fields are name, first`,
		"place=City": "no field", `"name=x`: "field=Column", "name=a\nurl=b,": "",
	} {
		if _, err := lists.ParseMapping(text); says != "" && (!errors.Is(err, lists.ErrMapping) || !strings.Contains(err.Error(), says)) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func mapped(t *testing.T, text string) lists.Options {
	t.Helper()
	m, err := lists.ParseMapping(text)
	if err != nil {
		t.Fatal(err)
	}
	return lists.Options{Map: m}
}

func TestAnyTableWithAMapping(t *testing.T) {
	const text = "Stand: Mai;;;\nWer;Wo;Profil;Stufe;Post\nAnna K;Acme;de.linkedin.com/in/anna-k;2;anna@k.example\n"
	list := read(t, text, mapped(t, "name=wer,company=Wo,url=Profil,degree=Stufe,email=POST"))
	c := only(t, list)
	if c.Name != "Anna K" || c.Company != "Acme" || c.Key != "anna-k" || c.Degree != 2 || c.Emails[0] != "anna@k.example" || c.Line != 3 {
		t.Errorf("%+v", c)
	}
	if list.Format != lists.FormatCSV {
		t.Errorf("format %v", list.Format)
	}
}

// A mapping wins over the usual names, and the fields that it leaves out are found by them.
func TestMappingBesideUsualNames(t *testing.T) {
	c := only(t, read(t, "Name,Display,Email,Work\nwrong,Anna,a@k.example,Acme\n", mapped(t, "name=Display,company=Work")))
	if c.Name != "Anna" || c.Company != "Acme" || c.Emails[0] != "a@k.example" {
		t.Errorf("%+v", c)
	}
}

// A column that is mapped to one field is not read for another.
func TestMappedColumnIsTaken(t *testing.T) {
	c := only(t, read(t, "Name,Title,Email\nAnna,Hot Leads,a@k.example\n", mapped(t, "labels=Title")))
	if c.Position != "" || len(c.Labels) != 1 || c.Labels[0] != "Hot Leads" {
		t.Errorf("%+v", c)
	}
}

func TestMappingDoesNotFit(t *testing.T) {
	for _, text := range []string{plain, "Wer,Wo\nA,B\n"} {
		_, err := lists.ReadFrom(t.Context(), strings.NewReader(text), "list", mapped(t, "name=Who,company=Where"))
		if !errors.Is(err, lists.ErrMapping) || !strings.Contains(err.Error(), "Who, Where") {
			t.Errorf("%v", err)
		}
	}
}

func TestColumnsSayWhatIsReadFromThem(t *testing.T) {
	got := read(t, "Full Name,E-mail 1 - Value,Shoe Size,City,LinkedIn\n").Columns
	want := []lists.Column{
		{Name: "Full Name", Field: lists.FieldName},
		{Name: "E-mail 1 - Value", Field: lists.FieldEmail},
		{Name: "Shoe Size"},
		{Name: "City", Field: lists.FieldLocation},
		{Name: "LinkedIn", Field: lists.FieldURL},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

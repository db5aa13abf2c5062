package day_test

import (
	"encoding/json"
	"testing"

	"cordial/model/day"

	"pgregory.net/rapid"
)

func TestJSON(t *testing.T) {
	type credit struct {
		Born    day.Day  `json:"born_on"`
		Expires day.Day  `json:"expires_on"`
		Due     *day.Day `json:"due"`
	}
	const want = `{"born_on":"2026-01-05","expires_on":null,"due":null}`
	written, err := json.Marshal(credit{Born: parsed(t, "2026-01-05"), Expires: day.Never})
	if err != nil || string(written) != want {
		t.Fatalf("written as %s, %v; want %s", written, err, want)
	}
	var read credit
	if err := json.Unmarshal(written, &read); err != nil {
		t.Fatal(err)
	}
	if read.Born.String() != "2026-01-05" || read.Expires != day.Never || read.Due != nil {
		t.Errorf("read back as %+v", read)
	}
}

func TestJSONKeys(t *testing.T) {
	written, err := json.Marshal(map[day.Day]int{parsed(t, "2026-01-05"): 3})
	if err != nil || string(written) != `{"2026-01-05":3}` {
		t.Fatalf("written as %s, %v", written, err)
	}
	var read map[day.Day]int
	if err := json.Unmarshal(written, &read); err != nil || read[parsed(t, "2026-01-05")] != 3 {
		t.Errorf("read back as %v, %v", read, err)
	}
}

func TestJSONRefuses(t *testing.T) {
	for _, text := range []string{`20458`, `"2026-1-5"`, `"today"`, `""`, `{}`, `[]`, `true`} {
		var d day.Day
		if err := json.Unmarshal([]byte(text), &d); err == nil {
			t.Errorf("%s is read as %s", text, d)
		}
	}
}

func TestTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.OneOf(anyDay(), rapid.Just(day.Never)).Draw(t, "day")
		text, err := d.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var back day.Day
		if err := back.UnmarshalText(text); err != nil || back != d {
			t.Errorf("%s is read back as %s, %v", text, back, err)
		}
	})
}

func TestTextRefusalsKeepTheDay(t *testing.T) {
	d := parsed(t, "2026-01-05")
	if err := d.UnmarshalText([]byte("5 January")); err == nil || d.String() != "2026-01-05" {
		t.Errorf("after a refusal the day is %s, %v", d, err)
	}
}

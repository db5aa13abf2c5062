package day

import "fmt"

// MarshalText writes the day as [Day.String] does.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [Day.MarshalText] writes, and refuses anything else with [Parse]'s error.
func (d *Day) UnmarshalText(text []byte) error {
	if string(text) == Never.String() {
		*d = Never
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// MarshalJSON writes "2026-01-05", and null for [Never].
func (d Day) MarshalJSON() ([]byte, error) {
	if d == Never {
		return []byte("null"), nil
	}
	return fmt.Appendf(nil, "%q", d), nil
}

// UnmarshalJSON reads what [Day.MarshalJSON] writes.
func (d *Day) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*d = Never
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return fmt.Errorf("a day must be a string like \"2026-01-05\", not %s", data)
	}
	return d.UnmarshalText(data[1 : len(data)-1])
}

package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// deepest is how deep objects and lists may stand in each other: far deeper than
// any field, and shallow enough for any stack.
const deepest = 16

// strict decodes one JSON value into v and refuses fields that v does not have and
// wrong types, in words for people.
func strict(raw []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	err := dec.Decode(v)
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &wrong):
		return fmt.Errorf("%s is of the wrong type: a JSON %s", or(wrong.Field, "the value"), wrong.Value)
	default:
		text := strings.TrimPrefix(err.Error(), "json: ")
		if name, ok := strings.CutPrefix(text, "unknown field "); ok {
			return fmt.Errorf("the field %s is not known", name)
		}
		return errors.New(text)
	}
}

// or is the text, or another when it is empty.
func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// fields lists the fields of a JSON object. It refuses what the library lets pass: a
// name twice, a name in another case, null, anything behind the object; in the
// objects inside as well.
func fields(raw []byte) (map[string]bool, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	first, err := dec.Token()
	if err != nil {
		return nil, notJSON(err)
	}
	if first != json.Delim('{') {
		return nil, errors.New("it is no JSON object")
	}
	names, err := object(dec, 1)
	if err != nil {
		return nil, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("there is something after the object")
	}
	return names, nil
}

// object visits an object whose brace was read, so many objects and lists deep.
func object(dec *json.Decoder, depth int) (map[string]bool, error) {
	if depth > deepest {
		return nil, errors.New("it is nested too deeply")
	}
	names := map[string]bool{}
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			return nil, notJSON(err)
		}
		name, _ := token.(string)
		if strings.ContainsFunc(name, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') }) {
			return nil, fmt.Errorf("the field %q is not known", name)
		}
		if names[name] {
			return nil, fmt.Errorf("the field %s stands there twice", name)
		}
		names[name] = true
		if err := value(dec, name, depth); err != nil {
			return nil, err
		}
	}
	if _, err := dec.Token(); err != nil {
		return nil, notJSON(err)
	}
	return names, nil
}

// value visits the value of a field.
func value(dec *json.Decoder, name string, depth int) error {
	token, err := dec.Token()
	switch {
	case err != nil:
		return notJSON(err)
	case token == nil:
		return fmt.Errorf("%s is null; leave it out", name)
	case token == json.Delim('{'):
		_, err = object(dec, depth+1)
		return err
	case token == json.Delim('['):
		if depth > deepest {
			return errors.New("it is nested too deeply")
		}
		for dec.More() {
			if err := value(dec, name, depth+1); err != nil {
				return err
			}
		}
		if _, err := dec.Token(); err != nil {
			return notJSON(err)
		}
	}
	return nil
}

// notJSON says that a line is no JSON.
func notJSON(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the line ends too early")
	}
	return fmt.Errorf("it is no JSON: %w", err)
}

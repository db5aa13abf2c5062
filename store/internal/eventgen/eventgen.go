// Package eventgen makes up events of every kind for tests: whatever the fields of a
// kind are, they are filled.
package eventgen

import (
	"fmt"
	"reflect"
	"time"

	"pgregory.net/rapid"

	"cordial/model"
)

// Event draws an event of any kind with any content. It need not fit into a Book.
func Event(t *rapid.T, id string) model.Event {
	specs := model.Kinds()
	return OfKind(t, id, specs[rapid.IntRange(0, len(specs)-1).Draw(t, "kind")])
}

// OfKind draws an event of one kind.
func OfKind(t *rapid.T, id string, spec model.KindSpec) model.Event {
	d := spec.New()
	fill(t, reflect.ValueOf(d).Elem())
	e := model.Event{ID: id, At: Time(t), Decision: spec.Value(d)}
	if e.Recorded = e.At; rapid.Bool().Draw(t, "typed later") {
		e.Recorded = Time(t)
	}
	e.Step = rapid.SampledFrom([]string{"", "step-1", id}).Draw(t, "step")
	return e
}

// Time draws an instant with any offset, in or out of whole seconds.
func Time(t *rapid.T) time.Time {
	seconds := rapid.Int64Range(-62_000_000_000, 250_000_000_000).Draw(t, "seconds")
	nanos := rapid.SampledFrom([]int64{0, 0, 500_000_000, 1, 123_456_789}).Draw(t, "nanoseconds")
	minutes := rapid.IntRange(-23*60-59, 23*60+59).Draw(t, "offset")
	at := time.Unix(seconds, nanos).UTC()
	if minutes == 0 {
		return at
	}
	return at.In(time.FixedZone("", minutes*60))
}

// fill gives a value of any type some content.
func fill(t *rapid.T, v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(Time(t)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(rapid.SampledFrom([]string{"", "x", "Zoë <&> \u2028 \x00 🎿", "line\nline", "\\ufffd \ufffd"}).Draw(t, "text"))
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(rapid.Int64Range(-3, 400).Draw(t, "number"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "flag"))
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "given") {
			v.Set(reflect.New(v.Type().Elem()))
			fill(t, v.Elem())
		}
	case reflect.Slice:
		n := rapid.IntRange(0, 3).Draw(t, "length")
		if n == 0 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(t, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("json") != "-" {
				fill(t, v.Field(i))
			}
		}
	default:
		panic(fmt.Sprintf("no content for %s", v.Type()))
	}
}

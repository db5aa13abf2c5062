package credit_test

import (
	"testing"

	"cordial/model/credit"
)

// What is typed into a policy sheet is refused, or read back as it is shown.
func FuzzSetAField(f *testing.F) {
	for _, text := range []string{"5", "never", "-1", "1e9", "reply", "NO-REPLY", " 7 ", "+7", "०"} {
		f.Add(0, text)
		f.Add(2, text)
		f.Add(3, text)
	}
	f.Fuzz(func(t *testing.T, i int, text string) {
		field := credit.Fields()[uint(i)%uint(len(credit.Fields()))]
		o, err := credit.Overrides{}.Set(field, text)
		if err != nil {
			return
		}
		policy := credit.Policy{}.With(o)
		again, err := credit.Overrides{}.Set(field, policy.Text(field))
		if err != nil || !again.Same(o) || o.Validate() != nil || !o.Has(field) {
			t.Fatalf("%s = %q became %+v, then %+v, %v", field, text, o, again, err)
		}
	})
}

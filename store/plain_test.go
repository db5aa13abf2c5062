package store

import "testing"

func TestPlain(t *testing.T) {
	cases := map[string]string{
		"just words":           "just words",
		"a < b and c > d":      "a < b and c > d",
		"<3 see </3":           "<3 see </3",
		"<p>One</p><p>Two</p>": "One\nTwo",
		`<p class="spinmail-quill-editor__spin-break">Hi Ada &amp; Bob,<br>come</p>`: "Hi Ada & Bob,\ncome",
		`<p>Your MBA. <a href="https://example.com/mba">Apply</a></p>`:               "Your MBA. Apply (https://example.com/mba)",
		`<p><a href="https://example.com">https://example.com</a></p>`:               "https://example.com",
		`<div><script>x</script>unclosed <b>bold</div>`:                              "xunclosed bold",
	}
	for text, want := range cases {
		if got := plain(text); got != want {
			t.Errorf("plain(%q) is %q, want %q", text, got, want)
		}
	}
}

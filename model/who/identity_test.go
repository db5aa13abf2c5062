package who_test

import (
	"net/url"
	"strings"
	"testing"

	"cordial/model/who"

	"pgregory.net/rapid"
)

func TestIdentity(t *testing.T) {
	tests := map[string]string{
		"https://www.linkedin.com/in/anna-k":                       "anna-k",
		"http://linkedin.com/in/anna-k/":                           "anna-k",
		"linkedin.com/in/Anna-K":                                   "anna-k",
		"https://de.linkedin.com/in/anna-k/de/":                    "anna-k",
		"HTTPS://WWW.LINKEDIN.COM/IN/ANNA-K":                       "anna-k",
		"https://www.linkedin.com/in/anna-k?trk=people&x=1#about":  "anna-k",
		"www.linkedin.com/in/anna-k#top":                           "anna-k",
		"https://www.linkedin.com/in/anna-k/details/experience":    "anna-k",
		"https://www.linkedin.com/in/anna-k,https://x":             "anna-k",
		"https://www.linkedin.com/in/anna-k; other":                "anna-k",
		"  https://www.linkedin.com/in/anna-k  ":                   "anna-k",
		"https://www.linkedin.com/in/j%C3%BCrgen-m%C3%BCller":      "jürgen-müller",
		"https://www.linkedin.com/in/J%C3%9CRGEN":                  "jürgen",
		"https://www.linkedin.com/in/%E5%BC%A0%E4%BC%9F":           "张伟",
		"https://www.linkedin.com/in/ACoAABcDeFg":                  "ACoAABcDeFg",
		"https://www.linkedin.com/in/ACwAAAbcXYZ?miniProfileUrn=1": "ACwAAAbcXYZ",
		"https://www.linkedin.com/in/acoaabcdefg":                  "acoaabcdefg",
		"https://www.linkedin.com/in/100%25-me":                    "100%-me",
		"https://www.linkedin.com/in/bad%zzescape":                 "bad%zzescape",
		"https://www.linkedin.com/in/latin%E9":                     "latin%e9",
		"https://www.linkedin.com/in/a%2Fb":                        "a%2fb",
		"see https://example.com/ and https://linkedin.com/in/bob": "bob",
	}
	for text, want := range tests {
		if got, ok := who.Identity(text); !ok || got != want {
			t.Errorf("Identity(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestIdentityOfNobody(t *testing.T) {
	for _, text := range []string{
		"", "anna-k", "https://www.linkedin.com/in/", "https://www.linkedin.com/company/acme",
		"https://www.linkedin.com/sales/lead/ACwAAAbc,NAME", "https://www.notlinkedin.com/in/anna",
		"https://evil-linkedin.com/in/anna", "https://linkedin.com.evil.org/in/anna", "linkedin.com/in/?x=1",
		"linkedin.com/in/" + strings.Repeat("a", 500), "linkedin.com/in/a\x00b", "linkedin.com/in/a\xffb",
	} {
		if got, ok := who.Identity(text); ok {
			t.Errorf("Identity(%q) = %q, want none", text, got)
		}
	}
}

func TestTyped(t *testing.T) {
	for text, want := range map[string]string{
		"anna-k": "anna-k", "@Anna-K": "anna-k", "in/anna-k": "anna-k", "/in/anna-k/": "anna-k", " anna-k ": "anna-k",
		"https://www.linkedin.com/in/anna-k": "anna-k", "张伟": "张伟", "ACoAAAbC": "ACoAAAbC", "j%C3%BCrgen": "jürgen",
	} {
		if got, ok := who.Typed(text); !ok || got != want {
			t.Errorf("Typed(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"", " ", "Anna K", "@", "in/", "a/b", "anna@example.org", "https://example.org/anna", "a,b", "a?b"} {
		if got, ok := who.Typed(text); ok {
			t.Errorf("Typed(%q) = %q, want none", text, got)
		}
	}
}

func TestMemberIDsKeepCase(t *testing.T) {
	for key, want := range map[string]bool{"ACoAABc": true, "ACwAABc": true, "acoaabc": false, "anna": false, "": false, "xACoAA": false} {
		if got := who.IsMemberID(key); got != want {
			t.Errorf("IsMemberID(%q) = %v", key, got)
		}
	}
}

func FuzzIdentity(f *testing.F) {
	f.Add("https://www.linkedin.com/in/j%C3%BCrgen?x#y")
	f.Add("linkedin.com/in/ACoAAbC/de/")
	f.Add("linkedin.com/in/%2525")
	f.Fuzz(func(t *testing.T, text string) {
		key, ok := who.Identity(text)
		if !ok {
			if key != "" {
				t.Fatalf("no identity, but the key %q", key)
			}
			return
		}
		if again, ok := who.Identity(who.ProfileURL(key)); !ok || again != key {
			t.Fatalf("%q: key %q becomes %q, %v", text, key, again, ok)
		}
		if again, ok := who.Identity("x, " + who.ProfileURL(key) + "/de/?a=b"); !ok || again != key {
			t.Fatalf("%q: key %q becomes %q, %v with a suffix", text, key, again, ok)
		}
	})
}

func TestIdentityOfEveryShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		slug := rapid.StringMatching(`[a-z0-9éü张][a-z0-9éü张-]{0,30}`).Draw(t, "slug")
		written := rapid.SampledFrom([]func(string) string{strings.ToUpper, url.PathEscape, func(s string) string { return s }}).Draw(t, "written")(slug)
		before := rapid.SampledFrom([]string{"", "http://", "https://", "HTTPS://", " see "}).Draw(t, "before") +
			rapid.SampledFrom([]string{"", "www.", "de.", "WWW."}).Draw(t, "host") + rapid.SampledFrom([]string{"linkedin.com/in/", "LinkedIn.com/IN/"}).Draw(t, "domain")
		after := rapid.SampledFrom([]string{"", "/", "?x=/in/y", "#a", "/de/", "/details/", ",", ";x", " x", "\n"}).Draw(t, "after")
		if key, ok := who.Identity(before + written + after); !ok || key != slug {
			t.Fatalf("%q became %q, %v, want %q", before+written+after, key, ok, slug)
		}
		if key, ok := who.Identity(who.ProfileURL(slug)); !ok || key != slug {
			t.Fatalf("%q became %q, %v", who.ProfileURL(slug), key, ok)
		}
	})
}

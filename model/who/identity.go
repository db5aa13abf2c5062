package who

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is the length in bytes beyond which a slug is not one: LinkedIn allows 100 characters.
const longest = 400

// Identity answers the identity key of the first profile address in text: what follows linkedin.com/in/, with
// scheme, host prefix, query, fragment, trailing slash and language suffix gone, percent-decoded and lower-cased.
// Member ids (IsMemberID) keep their case. ok is false where no profile is named: a company page, a search, an
// empty cell. (linkedin-export.md section 7, "Identity key of a person".)
//
// Keys are compared in Unicode form NFC, which the standard library cannot make: who reads files normalises the
// answer.
func Identity(text string) (key string, ok bool) {
	slug, found := afterIn(text)
	if !found {
		return "", false
	}
	if end := strings.IndexFunc(slug, endsSlug); end >= 0 {
		slug = slug[:end]
	}
	return keyOf(slug)
}

// Typed answers the key of what a person typed to name a profile: an address, "in/slug", "@slug" or the bare slug.
// A word of letters, digits and hyphens is always a possible slug, so callers look for a name as well.
func Typed(text string) (key string, ok bool) {
	text = strings.TrimSpace(text)
	if key, ok = Identity(text); ok {
		return key, true
	}
	text = strings.TrimPrefix(strings.TrimPrefix(text, "@"), "/")
	if len(text) >= 3 && strings.EqualFold(text[:3], "in/") {
		text = text[3:]
	}
	text = strings.TrimSuffix(text, "/")
	if text == "" || strings.ContainsFunc(text, notInSlug) {
		return "", false
	}
	return keyOf(text)
}

// IsMemberID tells an internal id (ACoAA… of a member, ACwAA… of Sales Navigator) from a slug. Such ids are
// case-sensitive, and one is never equal to a slug although both may name the same human.
func IsMemberID(key string) bool {
	return strings.HasPrefix(key, "ACoAA") || strings.HasPrefix(key, "ACwAA")
}

// ProfileURL answers the address of the profile that a key names. Identity of the answer is the key again.
func ProfileURL(key string) string {
	return "https://www.linkedin.com/in/" + url.PathEscape(key)
}

// afterIn answers what follows "linkedin.com/in/", where that is a host of LinkedIn and not the end of another name.
func afterIn(text string) (string, bool) {
	const mark = "linkedin.com/in/"
	for from := 0; from+len(mark) <= len(text); from++ {
		if text[from]|0x20 != 'l' || !strings.EqualFold(text[from:from+len(mark)], mark) {
			continue
		}
		if from == 0 || !partOfHost(text[from-1]) {
			return text[from+len(mark):], true
		}
	}
	return "", false
}

// partOfHost reports a byte that would make "linkedin.com" the tail of somebody else's domain.
func partOfHost(c byte) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

func endsSlug(r rune) bool {
	return strings.ContainsRune("/?#,;", r) || unicode.IsSpace(r)
}

// notInSlug reports what a typed slug cannot hold. Letters of every script are allowed, with their marks.
func notInSlug(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-_%", r)
}

// keyOf decodes and folds one path segment. What does not decode to clean text stays as written, so that two
// different addresses never become one key.
func keyOf(slug string) (string, bool) {
	if decoded, err := url.PathUnescape(slug); err == nil && clean(decoded) {
		slug = decoded
	}
	if slug == "" || len(slug) > longest || !clean(slug) {
		return "", false
	}
	if IsMemberID(slug) {
		return slug, true
	}
	return strings.ToLower(slug), true
}

// clean reports text that can be a key: valid, printable, and one path segment.
func clean(slug string) bool {
	unfit := func(r rune) bool {
		return endsSlug(r) || r == utf8.RuneError || !unicode.IsPrint(r) && !unicode.Is(unicode.Cf, r)
	}
	return utf8.ValidString(slug) && !strings.ContainsFunc(slug, unfit)
}

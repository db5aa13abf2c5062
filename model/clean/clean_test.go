package clean

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// hostileLines holds text that must not reach a terminal, with what is shown.
func hostileLines() map[string]string {
	return map[string]string{
		// escape sequences
		"\x1b[31mred\x1b[0m":                      "�[31mred�[0m",
		"\x1b[2J\x1b[H":                           "�[2J�[H",
		"\x1b\x1b[0m [2J":                         "�[0m [2J",
		"\x1b]0;title\x07":                        "�]0;title�",
		"\x1b]8;;http://evil\x1b\\ok\x1b]8;;\x07": "�]8;;http://evil�\\ok�]8;;�",
		"\x1b]52;c;cm0gLXJm\x07":                  "�]52;c;cm0gLXJm�",
		"\x1bP+q544e never ends":                  "�P+q544e never ends",
		"\x1b]0;never ends, rest of the text":     "�]0;never ends, rest of the text",
		"\x1b_apc\x1b\\":                          "�_apc�\\",
		"\x1b^pm\x1b\\":                           "�^pm�\\",
		"\x1bX sos":                               "�X sos",
		"\x1bc":                                   "�c",
		"\x1b[?1049h":                             "�[?1049h",
		"\x1b[6n":                                 "�[6n",
		"\x1b":                                    "�",
		"\x1b[\x1b[31m31m":                        "�[�[31m31m",
		// the same in C1, as UTF-8 and raw
		"\u009b31mred":    "�31mred",
		"\u009d0;title\a": "�0;title�",
		"\u0090q\u009c":   "�q�",
		"\x9b31mred":      "�31mred",
		"\x9d52;c;x\x9c":  "�52;c;x�",
		"next\u0085line":  "next�line",
		// other controls
		"safe\revil":            "safe�evil",
		"abc\b\b\bxyz":          "abc�xyz",
		"bell\a":                "bell�",
		"nul\x00byte":           "nul�byte",
		"shift\x0eout\x0fin":    "shift�out�in",
		"del\x7f":               "del�",
		"vt\vff\f":              "vt�ff�",
		"sub\x1a fs\x1c us\x1f": "sub� fs� us�",
		// not UTF-8
		"\xff\xfe\xfd":      "�",
		"cut \xe2\x82":      "cut �",
		"\xc0\xaf overlong": "� overlong",
		"\xed\xa0\x80":      "�",
		"a\xf0\x9f\x98":     "a�",
		// order of the letters
		"invoice\u202egpj.exe":                "invoice�gpj.exe",
		"\u202aa\u202bb\u202cc\u202dd\u202ee": "�a�b�c�d�e",
		"\u2066a\u2067b\u2068c\u2069d":        "�a�b�c�d",
		"a\u200eb\u200fc\u061cd":              "a�b�c�d",
		"\u202e\u2066\u202e\u2066":            "�",
		// not seen
		"ad\u200bmin":                      "ad min",
		"ad\u200cmin":                      "ad�min",
		"ad\u200dmin":                      "ad�min",
		"ad\u2060min":                      "ad�min",
		"ad\ufeffmin":                      "ad�min",
		"ad\u00admin":                      "ad-min",
		"ad\u034fmin":                      "ad�min",
		"ad\u180emin":                      "ad�min",
		"ad\ufe00min":                      "admin",
		"\u2800\u3164\uffa0\u115f":         "�",
		"x\U000e0041\U000e0042\U000e007fy": "x�y",
		"🏴\U000e0067\U000e0062\U000e007f":  "🏴�",
		"a\U000e0100\U000e01efb":           "ab",
		"\ufff9a\ufffab\ufffbc":            "�a�b�c",
		"\u2061\u2062\u2063\u2064":         "�",
		"\u206a\u206f":                     "�",
		"\U0001d173x\U0001d17a":            "�x�",
		"\u17b4\u17b5":                     "�",
		// lines
		"two\u2028lines\u2029here":  "two lines here",
		" \t many \r\n\n  blanks\t": "many blanks",
		// not assigned, private, not a character
		"\ue000\uf8ff":      "�",
		"\ufdd0\uffff":      "�",
		"\U0010ffff":        "�",
		"\u0378":            "�",
		"\U000f0000 secret": "� secret",
		// marks without a letter of their own, and too many of them
		"\u0301on the frame":                     "�on the frame",
		"space \u0301\u0302":                     "space �",
		"\x1b\u0301":                             "�",
		"Z" + strings.Repeat("\u0335", 40) + "a": "Z" + strings.Repeat("\u0335", 8) + "a",
		"a\u1161":                                "a�",
		"\u1161\u11a8":                           "�",
		// joiners that join nothing
		"👩\u200d":              "👩�",
		"👩\u200d\u200d👩":       "👩�👩",
		"👩\u200dx":             "👩�x",
		"👩\u200c👩":             "👩�👩",
		"\u200d👩":              "�👩",
		"می\u200c\u200cخ":      "می\u200c�خ",
		"❤\ufe0f":              "❤",
		"❤\ufe0f\ufe0f\u200d🔥": "❤\ufe0f\u200d🔥",
		"❤\ufe0f\u200dx":       "❤�x",
		"x\ufe0f\u200d🔥":       "x�🔥",
		"🧔\u200d♂\ufe0f":       "🧔\u200d♂",
		"1\ufe0f\u20e3":        "1\u20e3",
	}
}

func TestHostileLines(t *testing.T) {
	all := hostileLines()
	if len(all) < 40 {
		t.Fatalf("only %d hostile strings", len(all))
	}
	for in, want := range all {
		if got := Line(in); got != want {
			t.Errorf("Line(%+q) = %+q, want %+q", in, got, want)
		}
		for _, clean := range []string{Line(in), Block(in)} {
			if bad := forbidden(clean); bad != "" {
				t.Errorf("%+q leaves %s in %+q", in, bad, clean)
			}
		}
	}
}

// forbidden is a second opinion, by code point and without the tables of the
// package: it names the first rune that no terminal should see.
func forbidden(s string) string {
	if !utf8.ValidString(s) {
		return "invalid UTF-8"
	}
	for _, r := range strings.ReplaceAll(s, "\ufe0f\u200d", "\u200d") {
		switch {
		case r == '\n':
		case r < 0x20, r >= 0x7f && r < 0xa0:
			return "a control"
		case r == 0x61c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return "a bidi control"
		case r == 0xad, r == 0x200b, r == 0xfeff, r >= 0x2060 && r <= 0x206f, r == 0x2028, r == 0x2029:
			return "something not seen"
		case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000, r >= 0xe000 && r <= 0xf8ff:
			return "a selector, a tag or a private sign"
		}
	}
	return ""
}

// samples are real writing that must not change.
func samples() []string {
	return []string{
		"", "plain", "Sam O'Brien <sam@example.com>", "Jürgen Müller", "Łukasz Żółć", "Nguyễn Văn Đức",
		"Ngu\u0079e\u0302\u0303n", "Αλέξανδρος", "Владимир", "İstanbul ığüşöç",
		"محمد بن سلمان", "السَّلَامُ عَلَيْكُمْ", "می\u200cخواهم کتاب\u200cهایی بخوانم", "۱۴۰۵/۰۸/۲۷", "١٤٤٨ ه\u200d",
		"שָׁלוֹם עֲלֵיכֶם", "בְּרֵאשִׁ֖ית", "नमस्ते दुनिया", "क्\u200dष क्\u200cष", "শ্রদ্ধা", "ශ්\u200dරී ලංකා",
		"அமைப்பு", "అమ్మ", "ಕನ್ನಡ", "മലയാളം", "അവന്\u200d", "ភាសាខ្មែរ", "မြန်မာ", "བོད་སྐད་", "ภาษาไทย น้ำ ก็ดี", "ລາວ",
		"山田\u3000太郎", "张伟，你好。", "김민준", "\u1100\u1161\u11a8", "こんにちは、ﾃｽﾄ", "平\u302a",
		"ᠮᠣᠩ\u180bᠭᠣᠯ", "አማርኛ", "ქართული", "Հայերեն",
		"👨‍👩‍👧‍👦", "👩🏽‍💻 at work", "🧑🏻‍🤝‍🧑🏿", "🇩🇪🇺🇦", "❤ 👍🏾", "👩‍❤️‍💋‍👨", "🐻‍❄", "🏳️‍🌈 🏳️‍⚧", "❤️‍🔥", "🫱🏻‍🫲🏿", "\U0001fae9 new",
		"→ ✓ ● ▌ █ ⏎ … – — “quotes” «x» €5 ½ x² ™ ©", "𝐁𝐨𝐥𝐝 𝓼𝓬𝓻𝓲𝓹𝓽 ᶠᵃⁿᶜʸ", "U+FFFD is � here",
	}
}

func TestWritingStays(t *testing.T) {
	for _, s := range samples() {
		if got := Line(s); got != s {
			t.Errorf("Line(%q) = %q (%+q)", s, got, got)
		}
		block := s + "\n\n  " + s + "\n"
		if got := Block(block); got != block {
			t.Errorf("Block(%q) = %q", block, got)
		}
	}
}

func TestBlock(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\r\n":                "a\nb\n",
		"a\rb":                      "a�b",
		"a\r\r\nb":                  "a�\nb",
		"\n\na  b \n":               "\n\na  b \n",
		"a\tb":                      "a    b",
		"one\u2028two\u2029three":   "one\ntwo\nthree",
		"a\u00a0b\u2003c\u200bd":    "a b c d",
		"a\n\u0301b":                "a\n�b",
		"\x1b]52;c;x\x07\nnext":     "�]52;c;x�\nnext",
		"\x00\x00\n\x00\x00":        "�\n�",
		"می\u200cخواهم\n\u200cx":    "می\u200cخواهم\n�x",
		"mojibake \ufffd\ufffd end": "mojibake � end",
	} {
		if got := Block(in); got != want {
			t.Errorf("Block(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

func TestLongTextIsCut(t *testing.T) {
	for name, unit := range map[string]string{
		"ascii":    "x",
		"words":    "word ",
		"umlauts":  "ü",
		"wide":     "漢",
		"zalgo":    "e\u0301\u0302\u0303\u0304",
		"families": "👨‍👩‍👧‍👦",
		"persian":  "می\u200cخ",
		"one long": "\u0301",
		"escapes":  "\x1b[",
		"joined":   "👩\u200d",
		"tones":    "👩🏽\u200d",
	} {
		long := unit + strings.Repeat(unit, 1<<20/len(unit))
		for kind, clean := range map[string]func(string) string{"Line": Line, "Block": Block} {
			got := clean(long)
			if len(got) > MaxBytes || !utf8.ValidString(got) {
				t.Errorf("%s of %s: %d bytes", kind, name, len(got))
			}
			if name != "one long" && !strings.HasSuffix(got, ellipsis) {
				t.Errorf("%s of %s ends in %+q", kind, name, got[len(got)-9:])
			}
			if name != "one long" && len(got) < MaxBytes-100 {
				t.Errorf("%s of %s: cut to %d bytes", kind, name, len(got))
			}
			if again := clean(got); again != got {
				t.Errorf("%s of %s is cut again", kind, name)
			}
		}
	}
}

func TestExactLength(t *testing.T) {
	fits := strings.Repeat("x", MaxBytes)
	if Line(fits) != fits || Block(fits) != fits {
		t.Error("text of exactly MaxBytes is cut")
	}
	want := strings.Repeat("x", MaxBytes-len(ellipsis)) + ellipsis
	if got := Line(fits + "x"); got != want {
		t.Errorf("one byte more gives %d bytes, ending in %q", len(got), got[len(got)-5:])
	}
	umlauts := strings.Repeat("ü", MaxBytes/2)
	if Block(umlauts) != umlauts {
		t.Error("umlauts of exactly MaxBytes are cut")
	}
}

// A picture of emoji joined without end is one cell cluster; it is broken up.
func TestJoinedEmojiAreLimited(t *testing.T) {
	for _, more := range []string{"\u200d👩", "\ufe0f\u200d❤", "🏽\u200d👩"} {
		got := Line("👩" + strings.Repeat(more, 100))
		for _, picture := range strings.Split(got, string(Mark)) {
			if n := strings.Count(picture, string(zwj)); n > maxJoins {
				t.Errorf("%d emoji joined to one by %+q", n, more)
			}
		}
		if again := Line(got); again != got {
			t.Errorf("joined by %+q: not the same the second time", more)
		}
	}
	if tones := Line("👩" + strings.Repeat("🏽", 100)); tones != "👩"+strings.Repeat("🏽", maxMarks) {
		t.Errorf("%d skin tones on one emoji", strings.Count(tones, "🏽"))
	}
}

func TestCleanTextIsNotCopied(t *testing.T) {
	for _, s := range append(samples(), strings.Repeat("Hello there. ", 500)+"x", strings.Repeat("可", 9000)) {
		if n := testing.AllocsPerRun(10, func() { Line(s); Block(s) }); n != 0 {
			t.Errorf("%.20q: %v allocations", s, n)
		}
	}
}

// fragments are what hostile text is made of.
func fragments() []string {
	all := []string{
		"a", "B ", " ", "\t", "\n", "\r", "\r\n", "e\u0301", "é", "漢", "\u3000", "می", "क्", "ന്", "👩", "🏽", "❤\ufe0f", "🇩", "\ufe0f", "\ufe0f\u200d",
		"\u200d", "\u200c", "\u0301", "\u20e3", "\u1100", "\u1161", "가", "\x1b", "[2J", "\x9b", "\u009b", "]0;", "\a",
		"\xff", "\xe2\x82", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\u2028", "\U000e0041", "\ufe00", "\ufffd", "\ue000", "\u180b", "\u00a0", "-",
	}
	return all
}

func TestProperties(t *testing.T) {
	parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(fragments()), rapid.String()), 0, 60)
	rapid.Check(t, func(t *rapid.T) {
		check(t, strings.Join(parts.Draw(t, "parts"), ""))
	})
}

// tester is what check needs of rapid and of testing.
type tester interface {
	Fatalf(format string, args ...any)
}

// check holds for every text there is.
func check(t tester, s string) {
	line, block := Line(s), Block(s)
	if bad := forbidden(line) + forbidden(block); bad != "" || strings.Contains(line, "\n") {
		t.Fatalf("%+q leaves %s: line %+q, block %+q", s, bad, line, block)
	}
	if again := Line(line); again != line {
		t.Fatalf("Line(%+q) = %+q, then %+q", s, line, again)
	}
	if again := Block(block); again != block {
		t.Fatalf("Block(%+q) = %+q, then %+q", s, block, again)
	}
	if after := Line(block); len(s) < MaxBytes/4 && after != line {
		t.Fatalf("%+q: Line gives %+q, but %+q after Block", s, line, after)
	}
	if strings.Contains(line, "  ") || strings.TrimSpace(line) != line {
		t.Fatalf("Line(%+q) = %+q has blanks to spare", s, line)
	}
	if len(line) > MaxBytes || len(block) > MaxBytes {
		t.Fatalf("%d and %d bytes from %d", len(line), len(block), len(s))
	}
}

func FuzzLine(f *testing.F) {
	for s := range hostileLines() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, s) })
}

func FuzzBlock(f *testing.F) {
	for _, s := range append(samples(), fragments()...) {
		f.Add(s, uint16(3))
	}
	f.Fuzz(func(t *testing.T, s string, times uint16) {
		check(t, strings.Repeat(s+"\n", int(min(times, 2000))))
	})
}

func BenchmarkLine(b *testing.B) {
	for name, s := range map[string]string{
		"ascii":   "Re: staff role - thanks, I would love to hear more",
		"umlauts": "Jürgen Müller, Head of Platform, München",
		"persian": "می\u200cخواهم کتاب\u200cهایی بخوانم",
		"cjk":     strings.Repeat("漢字かな", 12),
		"hostile": "\x1b[31mred\x1b[0m \u202egpj.exe \xff",
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Line(s)
			}
		})
	}
}

func BenchmarkBlock(b *testing.B) {
	s := strings.Repeat("Hi Maria, I saw your eBPF talk.\nWould you be open to a short call?\n", 30)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Block(s)
	}
}

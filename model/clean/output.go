package clean

import "strings"

// output gathers the result. As long as it is a copy of the source it is only a
// length, so that clean text costs no allocation.
type output struct {
	src  string
	n    int    // bytes written
	buf  []byte // the result, once it differs from src[:n]
	own  bool   // it differs
	cut  int    // the last place before MaxBytes where the text may end in "…"
	full bool   // it has passed MaxBytes
}

// keep writes src[i:i+n].
func (o *output) keep(i, n int) {
	if !o.own && i != o.n {
		o.part()
	}
	if o.own {
		o.buf = append(o.buf, o.src[i:i+n]...)
	}
	o.add(n)
}

// put writes text that may not be in the source.
func (o *output) put(text string) {
	if !o.own && strings.HasPrefix(o.src[o.n:], text) {
		o.add(len(text))
		return
	}
	if !o.own {
		o.part()
	}
	o.buf = append(o.buf, text...)
	o.add(len(text))
}

func (o *output) part() {
	o.own = true
	o.buf = append(make([]byte, 0, min(len(o.src), MaxBytes)+len(ellipsis)+len(tabStop)), o.src[:o.n]...)
}

func (o *output) add(n int) {
	o.n += n
	o.full = o.full || o.n > MaxBytes
}

// boundary notes that the text may be cut here without splitting a sign.
func (o *output) boundary() {
	if o.n <= MaxBytes-len(ellipsis) {
		o.cut = o.n
	}
}

// String returns the result, at most MaxBytes long.
func (o *output) String() string {
	text := o.src[:min(o.n, len(o.src))]
	if o.own {
		text = string(o.buf)
	}
	if o.full {
		return text[:o.cut] + ellipsis
	}
	return text
}

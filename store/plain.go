package store

import (
	"strings"

	"golang.org/x/net/html"
)

// plain is a message as people read it. LinkedIn writes advertisements and some
// InMails as HTML; the file keeps that as it came, for exports, and whoever reads a
// conversation gets the words: a line for each paragraph, an address after a link.
func plain(text string) string {
	if !isHTML(text) {
		return text
	}
	var b strings.Builder
	link := ""
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(b.String())
		case html.TextToken:
			b.Write(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := z.Token()
			if tag.Data == "br" {
				b.WriteByte('\n')
			}
			link = href(tag, link)
		case html.EndTagToken:
			switch tag := z.Token(); tag.Data {
			case "p", "div", "li", "h1", "h2", "h3", "tr":
				b.WriteByte('\n')
			case "a":
				if link != "" && !strings.HasSuffix(b.String(), link) {
					b.WriteString(" (" + link + ")")
				}
				link = ""
			}
		default: // comments and declarations are nothing to read
		}
	}
}

// isHTML tells whether a whole text is markup: it begins with a tag and closes one.
func isHTML(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "<") && strings.HasSuffix(text, ">") && strings.Contains(text, "</")
}

// href is the address of a link, or the one before when the tag is no link.
func href(tag html.Token, before string) string {
	if tag.Data != "a" {
		return before
	}
	for _, a := range tag.Attr {
		if a.Key == "href" {
			return a.Val
		}
	}
	return ""
}

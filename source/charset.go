package source

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// unmark splits a byte order mark off data and returns the encoding that it
// announces: nil for UTF-8. Marked says whether there was one.
func unmark(data []byte) (rest []byte, enc encoding.Encoding, marked bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:], nil, true
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return data[2:], unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return data[2:], unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), true
	}
	return data, nil, false
}

// decodeText returns the text of a file that declares its encoding by a byte
// order mark or not at all, in which case it must be UTF-8.
func decodeText(data []byte) (string, error) {
	rest, enc, marked := unmark(data)
	return decode(rest, enc, len(data)-len(rest), marked)
}

// decodePage returns the text of an HTML page, in the encoding that a byte order
// mark or the page itself declares. Where nothing does, it is UTF-8 if it can be,
// else what a detector is confident of: browsers take windows-1252, which makes
// nonsense of all that isn't western European.
func decodePage(data []byte) (string, error) {
	rest, enc, marked := unmark(data)
	if marked {
		return decode(rest, enc, len(data)-len(rest), true)
	}
	if enc, name := charset.Lookup(declaredEncoding(data)); enc != nil {
		if name == "utf-8" || strings.HasPrefix(name, "utf-16") {
			// A declaration that can be read byte by byte isn't in UTF-16; the
			// HTML standard takes it for UTF-8.
			enc = nil
		}
		return decode(data, enc, 0, true)
	}
	if utf8.Valid(data) {
		return decode(data, nil, 0, false)
	}
	if err := checkControls(data, 0); err != nil {
		return "", err
	}
	enc, err := detect(data)
	if err != nil {
		return "", err
	}
	return decode(data, enc, 0, false)
}

// xmlEncoding finds the encoding in an XML declaration.
var xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([-\w.:]+)["']`)

// contentType finds the encoding in the content of a meta element.
var contentType = regexp.MustCompile(`(?i)charset\s*=\s*["']?([-\w.:]+)`)

// declaredEncoding returns the name of the encoding that a page declares in an XML
// declaration or a meta element, or "". The standard's prescan, which
// [charset.DetermineEncoding] has, ends after 1 kB, too early for many pages, and
// doesn't tell a declaration from a guess.
func declaredEncoding(data []byte) string {
	data = data[:min(len(data), 16<<10)]
	if m := xmlEncoding.FindSubmatch(data); m != nil {
		return string(m[1])
	}
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.DataAtom == atom.Body {
				return ""
			}
			if t.DataAtom != atom.Meta {
				continue
			}
			attrs := map[string]string{}
			for _, a := range t.Attr {
				attrs[a.Key] = a.Val
			}
			if c := strings.TrimSpace(attrs["charset"]); c != "" {
				return c
			}
			if strings.EqualFold(attrs["http-equiv"], "content-type") {
				if m := contentType.FindStringSubmatch(attrs["content"]); m != nil {
					return m[1]
				}
			}
		}
	}
}

// minConfidence is what the detector must reach, of 100. On a sentence in
// windows-1251, windows-1252 or KOI8-R it reaches 28 to 98, on noise 10 at most.
const minConfidence = 20

// detect guesses the encoding of a page that declares none.
func detect(data []byte) (encoding.Encoding, error) {
	results, _ := chardet.NewHtmlDetector().DetectAll(data) // the error says that there are none
	best := chardet.Result{}
	for _, r := range results {
		// Ties are broken by name: the detector's order isn't deterministic.
		if r.Confidence > best.Confidence || r.Confidence == best.Confidence && r.Charset < best.Charset {
			best = r
		}
	}
	enc, _ := charset.Lookup(best.Charset)
	if enc == nil || best.Confidence < minConfidence {
		return nil, fmt.Errorf("%w in a known encoding: the page declares none and none is likely; save it as UTF-8", ErrNotText)
	}
	return enc, nil
}

// decode returns data as valid UTF-8, or an error with the place of the first
// fault. A nil enc means UTF-8. The data begin at offset in their file.
func decode(data []byte, enc encoding.Encoding, offset int, declared bool) (string, error) {
	if enc == nil {
		if err := checkControls(data, offset); err != nil {
			return "", err
		}
		return checkUTF8(data, offset, declared)
	}
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%w in its encoding: %w", ErrNotText, err)
	}
	// Old encodings have dialects, which browsers forgive as well: a few signs may
	// be lost. Lines are those of the decoded text, where offsets would be of no use.
	if lost := bytes.Count(text, []byte("\ufffd")); lost*100 > utf8.RuneCount(text) {
		return "", &Error{
			Line: line(text, bytes.IndexRune(text, utf8.RuneError)),
			Err:  fmt.Errorf("%w in its encoding, %d signs of which can't be read: save it as UTF-8", ErrNotText, lost),
		}
	}
	if err := checkControls(text, 0); err != nil {
		return "", err
	}
	return string(text), nil
}

// checkUTF8 returns data as a string, or an error with the place of the first
// byte that isn't UTF-8.
func checkUTF8(data []byte, offset int, declared bool) (string, error) {
	if utf8.Valid(data) {
		return string(data), nil
	}
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	remedy := "save it as UTF-8"
	if declared {
		remedy = "the encoding that it declares isn't its own"
	}
	return "", &Error{
		Line: line(data, at),
		Err:  fmt.Errorf("%w in UTF-8: byte 0x%02x at offset %d: %s", ErrNotText, data[at], offset+at, remedy),
	}
}

// checkControls refuses binary data: with a NUL, or with more than one control
// character in ten that no text has.
func checkControls(data []byte, offset int) error {
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return &Error{
			Line: line(data, at),
			Err:  fmt.Errorf("%w: a NUL at offset %d; a binary file?", ErrNotText, offset+at),
		}
	}
	first, count := -1, 0
	for i, c := range data {
		if c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(c)) || c == 0x7f {
			if first < 0 {
				first = i
			}
			count++
		}
	}
	if count*10 > len(data) {
		return &Error{
			Line: line(data, first),
			Err:  fmt.Errorf("%w: %d control characters, the first at offset %d; a binary file?", ErrNotText, count, offset+first),
		}
	}
	return nil
}

// line returns the number of the line that holds data[at].
func line(data []byte, at int) int { return 1 + bytes.Count(data[:at], []byte("\n")) }

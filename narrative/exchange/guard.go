package exchange

import (
	"strings"
	"unicode"
)

// formulaSigns begin what a spreadsheet takes for a formula, and so may run: the
// list of https://owasp.org/www-community/attacks/CSV_Injection, with the wide
// forms that East Asian versions take for the same.
const formulaSigns = "=+-@\t\r\n＝＋－＠"

// guard returns cell such that a spreadsheet shows it and doesn't run it: what
// looks like a formula gets an apostrophe before it, as does what has such an
// apostrophe already, so that unguard can tell.
func guard(cell string) string {
	if guarded(cell) {
		return "'" + cell
	}
	return cell
}

// unguard takes off what guard has put before a cell.
func unguard(cell string) string {
	if rest, found := strings.CutPrefix(cell, "'"); found && guarded(rest) {
		return rest
	}
	return cell
}

// guarded reports whether guard changes cell. Spaces and invisible characters
// before a formula don't stop every program.
func guarded(cell string) bool {
	for _, r := range cell {
		switch {
		case r == '\'' || strings.ContainsRune(formulaSigns, r):
			return true
		case !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r):
			return false
		}
	}
	return false
}

// Package attribution finds in an English text who is said to have said what.
package attribution

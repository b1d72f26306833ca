// Package net holds what package english and its trainer share: how a form is
// looked up, the file of weights, and the search for the best tree.
package net

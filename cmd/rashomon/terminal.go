package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode"
)

// isTerminal reports whether w is a terminal on which a person reads.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	st, err := f.Stat()
	if err != nil || st.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(st, null)
}

// colourful reports whether output to w may be coloured: on a terminal, unless
// NO_COLOR (no-color.org) or TERM=dumb say otherwise.
func colourful(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// printable makes a message harmless on a terminal: what it quotes may hold
// control characters.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '\uFFFD'
	}, s)
}

// A progress shows on a terminal how far long work is. Nothing is shown of work
// that is done within a second.
type progress struct {
	w           io.Writer // nil: nobody looks
	what        string
	total, done int
	shown       bool
	mu          sync.Mutex
	timer       *time.Ticker
	quit        chan struct{}
}

func startProgress(w io.Writer, what string, total int) *progress {
	p := &progress{what: what, total: total}
	if !isTerminal(w) {
		return p
	}
	p.w, p.timer, p.quit = w, time.NewTicker(time.Second), make(chan struct{})
	go func() {
		for {
			select {
			case <-p.timer.C:
				p.show()
			case <-p.quit:
				return
			}
		}
	}()
	return p
}

func (p *progress) step() {
	p.mu.Lock()
	p.done++
	p.mu.Unlock()
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown = true
	fmt.Fprintf(p.w, "\r%s %d of %d\x1b[K", p.what, p.done, p.total)
}

func (p *progress) stop() {
	if p.w == nil {
		return
	}
	p.timer.Stop()
	close(p.quit)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

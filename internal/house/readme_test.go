package house

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestReadme keeps the README's program and what it prints those of
// examples/quickstart.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile("../../examples/quickstart/main.go")
	if err != nil {
		t.Fatal(err)
	}
	_, code, _ := strings.Cut(string(program), "package main")
	if !strings.Contains(string(readme), "package main"+code) {
		t.Error("the README's program isn't that of examples/quickstart")
	}
	out, err := exec.Command("go", "run", module+"examples/quickstart").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), string(out)) {
		t.Errorf("the README doesn't show what the program prints:\n%s", out)
	}
}

// TestReadmeCheck keeps what the README shows of "rashomon check" what it prints.
func TestReadmeCheck(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "run", module+"cmd/rashomon", "check", "Azerbaijan shelled Jermuk.", "../../examples/quickstart/yerevan.txt", "../../examples/quickstart/baku.txt").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), string(out)) {
		t.Errorf("the README doesn't show what the command prints:\n%s", out)
	}
}

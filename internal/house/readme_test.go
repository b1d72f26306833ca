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

// TestReadmeCase keeps the findings that the README shows first those of the case
// that its first command runs.
func TestReadmeCase(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "run", module+"examples/borderclash").Output()
	if err != nil {
		t.Fatal(err)
	}
	_, shown, _ := strings.Cut(string(readme), "among other findings:\n\n```\n")
	shown, _, _ = strings.Cut(shown, "```")
	for finding := range strings.SplitSeq(strings.TrimSuffix(shown, "\n"), "\n\n") {
		if !strings.Contains(string(out), finding+"\n\n") {
			t.Errorf("the case doesn't print what the README shows:\n%s", finding)
		}
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

// TestReadmeDiff keeps what the README shows of "rashomon diff" what it prints.
func TestReadmeDiff(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir, texts := t.TempDir(), "../../examples/quickstart/"
	var out []byte
	for _, args := range [][]string{
		{"compare", "-format", "json", "-o", dir + "/old.json", texts + "yerevan.txt"},
		{"compare", "-format", "json", "-o", dir + "/new.json", texts + "yerevan.txt", texts + "baku.txt"},
		{"diff", dir + "/old.json", dir + "/new.json"},
	} {
		if out, err = exec.Command("go", append([]string{"run", module + "cmd/rashomon"}, args...)...).Output(); err != nil {
			t.Fatalf("%v: %v", args, err)
		}
	}
	_, shown, _ := strings.Cut(string(out), "   ANSWERED")
	shown, _, _ = strings.Cut("   ANSWERED"+shown, "\n   NEW AGREEMENT")
	if !strings.Contains(string(readme), "```\n"+shown+"```\n") {
		t.Errorf("the README doesn't show what the command prints:\n%s", shown)
	}
}

// TestReadmeExtractor keeps the extractor that the README shows that of
// examples/minutes, which must find the denial in its minutes.
func TestReadmeExtractor(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile("../../examples/minutes/main.go")
	if err != nil {
		t.Fatal(err)
	}
	_, code, _ := strings.Cut(string(program), "// Minutes finds")
	code, _, _ = strings.Cut(code, "const text")
	if code == "" || !strings.Contains(string(readme), strings.TrimSpace(code)) {
		t.Error("the README's extractor isn't that of examples/minutes")
	}
	out, err := exec.Command("go", "run", module+"examples/minutes").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "one denies what the other says") {
		t.Errorf("examples/minutes finds no denial:\n%s", out)
	}
}

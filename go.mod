module github.com/seed514b815a/rashomon

go 1.26

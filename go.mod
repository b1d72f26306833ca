module github.com/seed514b815a/rashomon

go 1.26

require github.com/clipperhouse/uax29/v2 v2.7.0

require github.com/google/go-cmp v0.7.0

package edtf_test

import (
	"fmt"
	"time"

	"github.com/seed514b815a/rashomon/edtf"
)

func Example() {
	clashes := edtf.MustParse("2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00")
	report := edtf.MustParse("2022-09-13T00:05+04:00")
	month := edtf.MustParse("2022-09")
	fmt.Println(report.Within(clashes), clashes.Within(month), clashes.Before(month))
	// Output: true true false
}

func ExampleParse() {
	_, err := edtf.Parse("2023-02-29")
	fmt.Println(err)
	// Output: edtf: "2023-02-29": the calendar has no day 29 in February 2023
}

func ExampleTime_End() {
	since := edtf.MustParse("2022-09-12/..")
	fmt.Println(since.Start().At().Format(time.DateOnly), since.End().Limit())
	// Output: 2022-09-12 open
}

func ExampleTime_Equal() {
	baku := edtf.MustParse("2022-09-13T00:05+04:00")
	london := edtf.MustParse("2022-09-12T20:05Z")
	fmt.Println(baku.Equal(london), baku == london)
	// Output: true false
}

func ExampleInterval() {
	from, _ := edtf.Date(2020, time.September, 27)
	war, err := edtf.Interval(from, edtf.Time{})
	fmt.Println(war, err)
	// Output: 2020-09-27/.. <nil>
}

// Command eval scores the library against annotated data.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) > 0 {
		switch args[0] {
		case "english":
			return evalEnglish(args[1:], out)
		case "coref":
			return evalCoref(args[1:], out)
		case "attribution":
			return evalAttribution(args[1:], out)
		case "findings":
			return evalFindings(args[1:], out)
		case "speed":
			return evalSpeed(args[1:], out)
		case "calibration":
			return evalCalibration(args[1:], out)
		case "exchange":
			return evalExchange(args[1:], out)
		case "pairs":
			return evalPairs(args[1:], out)
		case "quotes":
			return evalQuotes(args[1:], out)
		case "weights":
			return evalWeights(args[1:], out)
		case "reruns":
			return evalReruns(args[1:], out)
		}
	}
	return fmt.Errorf("want english, attribution, findings, coref, exchange, pairs, quotes, reruns, speed or weights, and what to measure")
}

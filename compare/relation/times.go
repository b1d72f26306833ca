package relation

import (
	"time"

	"github.com/seed514b815a/rashomon/edtf"
)

// Apart returns how long it is from the end of one time to the start of the other;
// 0 where they overlap or an end is open.
func Apart(x, y edtf.Time) time.Duration {
	switch {
	case x.Before(y):
		return y.Start().At().Sub(x.End().At())
	case y.Before(x):
		return x.Start().At().Sub(y.End().At())
	}
	return 0
}

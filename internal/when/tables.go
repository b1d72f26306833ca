package when

// part is a part of the day, from one hour to another; hours beyond 24 belong to
// the next day.
type part struct{ from, to float64 }

// parts are the parts of the day by their names. The quarters of the day are
// those of the dossier format, whose Monday night is Monday, 18:00, to Tuesday,
// 06:00. The others are wide rather than exact: two accounts of one dawn
// shouldn't be said to contradict each other.
var parts = map[string]part{
	"morning":   {6, 12},
	"afternoon": {12, 18},
	"evening":   {18, 24},
	"night":     {18, 30},
	"overnight": {18, 30},
	"dawn":      {3, 8},
	"daybreak":  {3, 8},
	"sunrise":   {3, 8},
	"midday":    {11, 14},
	"noon":      {12, 12},
	"dusk":      {16, 22},
	"sunset":    {16, 22},
	"nightfall": {16, 22},
	"midnight":  {23.5, 24.5}, // the end of the day that is named, after the Associated Press

	"early":           {0, 9},
	"late":            {17, 24},
	"early hours":     {0, 6},
	"small hours":     {0, 6},
	"before dawn":     {0, 6},
	"after midnight":  {0, 4},
	"early morning":   {0, 9},
	"late morning":    {9, 12},
	"early afternoon": {12, 15},
	"late afternoon":  {15, 19},
	"early evening":   {17, 20},
	"late evening":    {20, 24},
	"late night":      {21, 28},
	"early night":     {18, 24},
	"early dawn":      {3, 8},
}

// bareParts are read without a day or "the" in front of them.
var bareParts = set("overnight", "noon", "midnight", "midday")

// atParts follow "at" rather than "in the".
var atParts = set("dawn", "daybreak", "sunrise", "midday", "noon", "dusk", "sunset", "nightfall", "midnight", "night")

var months = index(1, "january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december")

var monthAbbreviations = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
	"sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}

// weekdays count from Sunday, as [time.Weekday] does.
var weekdays = index(0, "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")

var weekdayAbbreviations = map[string]int{"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4,
	"thurs": 4, "fri": 5, "sat": 6}

// namedDays and newspapers make a weekday a part of a name: Bloody Sunday, The
// Sunday Times.
var (
	namedDays  = set("black", "bloody", "good", "easter", "palm", "ash", "super", "cyber", "holy", "maundy", "shrove")
	newspapers = set("times", "telegraph", "express", "mirror", "mail", "herald", "world", "sport", "school", "schools")
)

// seasons have the codes of EDTF.
var seasons = map[string]int{"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

// unit is what "ago", "last" and "later" count.
type unit int

const (
	noUnit unit = iota
	minute
	hour
	dayUnit
	week
	month
	year
	weekend
	decade
)

var units = map[string]unit{
	"minute": minute, "minutes": minute, "hour": hour, "hours": hour, "day": dayUnit, "days": dayUnit,
	"week": week, "weeks": week, "month": month, "months": month, "year": year, "years": year,
	"weekend": weekend, "weekends": weekend, "decade": decade, "decades": decade,
	"night": dayUnit, "nights": dayUnit,
}

// recent says how many units "in recent days" may reach back.
var recent = map[unit]int{hour: 24, dayUnit: 10, week: 8, month: 6, year: 5}

// amounts are the words for how many units, from and to.
var amounts = map[string][2]int{
	"a": {1, 1}, "an": {1, 1}, "one": {1, 1}, "two": {2, 2}, "three": {3, 3}, "four": {4, 4}, "five": {5, 5},
	"six": {6, 6}, "seven": {7, 7}, "eight": {8, 8}, "nine": {9, 9}, "ten": {10, 10}, "eleven": {11, 11},
	"twelve": {12, 12}, "twenty": {20, 20}, "thirty": {30, 30},
	"several": {3, 7}, "few": {2, 5}, "couple": {2, 3},
}

// clockZones are the zones that are named by letters, in minutes east of UTC.
// Letters that stand for several zones (IST, AST, CST of China) are left out.
var clockZones = map[string]int{
	"gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
	"est": -300, "edt": -240, "pst": -480, "pdt": -420, "jst": 540,
}

// cityTimes are the zones that are named by a city and "time", where its clocks
// are never changed.
var cityTimes = map[string]int{
	"moscow": 180, "yerevan": 240, "baku": 240, "tbilisi": 240, "ankara": 180, "istanbul": 180, "minsk": 180,
	"beijing": 480, "tokyo": 540, "delhi": 330,
}

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

func index(first int, words ...string) map[string]int {
	m := map[string]int{}
	for i, w := range words {
		m[w] = first + i
	}
	return m
}

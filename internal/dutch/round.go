package dutch

import (
	"math"
	"strconv"
	"strings"
)

// certain is how many digits of a figure are sure: a binary number has fifteen
// or more, and adding up hundreds of them spends the last ones.
const certain = 13

// Round is the one way in which the program rounds what it shows: at the
// decimals and half away from zero, of the decimal number that a person would
// have. 1.005 and 2.125 go to 1.01 and 2.13, and 0.285*100, which as a binary
// number lies just below 28.5, goes to 29.
func Round(v float64, decimals int) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return v
	}
	r, err := strconv.ParseFloat(rounded(math.Abs(v), decimals), 64)
	if err != nil {
		return v // no digits, no rounding: it can't be reached
	}
	if v < 0 && r != 0 {
		return -r
	}
	return r
}

// rounded writes a number that isn't negative with that many decimals.
func rounded(v float64, decimals int) string {
	precision := certain - 1
	if v >= math.Pow10(certain-1) {
		precision = -1
	}
	mantissa, power, _ := strings.Cut(strconv.FormatFloat(v, 'e', precision, 64), "e")
	exponent, _ := strconv.Atoi(power)
	digits := []byte(strings.Replace(mantissa, ".", "", 1))
	point := exponent + 1 // digits before the point
	if point < 0 {
		digits, point = append([]byte(strings.Repeat("0", -point)), digits...), 0
	}
	keep := point + decimals
	for len(digits) <= keep {
		digits = append(digits, '0')
	}
	up := digits[keep] >= '5'
	digits = digits[:keep]
	for i := keep - 1; up && i >= 0; i-- {
		if up = digits[i] == '9'; up {
			digits[i] = '0'
		} else {
			digits[i]++
		}
	}
	if up {
		digits, point = append([]byte{'1'}, digits...), point+1
	}
	whole, fraction := string(digits[:point]), string(digits[point:])
	if whole == "" {
		whole = "0"
	}
	if decimals <= 0 {
		return whole
	}
	return whole + "." + fraction
}

// Exact writes a number in full, with a decimal comma and without grouping, as
// it would be typed in a cell: "2,125".
func Exact(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}

// Full writes a number with all the decimals that it has, eight at most, so
// that nothing of it is rounded away: "1.451", "2,125".
func Full(v float64) string {
	text := Number(v, 8)
	if strings.Contains(text, ",") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ",")
	}
	if text == "−0" {
		return "0"
	}
	return text
}

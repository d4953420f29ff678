package validate

import "math/bits"

// repeated gives what occurs more than once, by the sum of each: every later
// one with the first of the same sum. What has sum 0 is left out. A table of
// bits keeps all but a few out of the map, since nearly nothing occurs twice:
// of each word, the low half tells what occurred and the high half what did so
// again.
func repeated(sums []uint64) []match {
	size := 1 << bits.Len(uint(len(sums)*16|1023))
	table := make([]uint64, size/32)
	place := func(sum uint64) (word *uint64, bit uint64) {
		at := mix(sum) & uint64(size-1)
		return &table[at/32], 1 << (at % 32)
	}
	again := false
	for _, sum := range sums {
		if sum != 0 {
			word, bit := place(sum)
			again = again || *word&bit != 0
			*word |= bit | *word&bit<<32
		}
	}
	if !again {
		return nil
	}
	var out []match
	firsts := map[uint64]int{}
	for i, sum := range sums {
		if sum == 0 {
			continue
		}
		if word, bit := place(sum); *word&(bit<<32) == 0 {
			continue
		}
		if first, ok := firsts[sum]; ok {
			out = append(out, match{first, i})
		} else {
			firsts[sum] = i
		}
	}
	return out
}

// mix spreads a number over all bits (the finaliser of splitmix64).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// Package version names the program's release. It is a constant, and not read
// from the build, so that the same input gives the same bytes from every copy
// of the same release.
package version

// Number is the release.
const Number = "0.1.0"

// Program is how the program names itself in what it writes.
const Program = "voortgang " + Number

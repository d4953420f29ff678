// Package workdir writes werkmappen: the example (Example) and a blank one for
// a new year (New). Every sheet it writes follows from its declaration in
// internal/model: header, drop-downs, checks and help come from there, so a
// column that is added to the contract turns up in the blank workbooks too.
//
// Invariants: the same input gives the same bytes; nothing is left half
// written; an existing folder with anything in it is never touched.
package workdir

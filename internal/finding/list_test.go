package finding

import (
	"fmt"
	"strings"
	"testing"

	"voortgang/internal/source"
)

var listRule = &Rule{Code: "W01", Title: "Geen datum"}

func listed(row int, message, project string) Finding {
	f := New(listRule, source.Ref{File: "a.xlsx", Sheet: "Blad", Row: row, Col: 3}, message)
	f.Column, f.Project = "datum", project
	return f
}

// Beyond the bound no address is lost, what says the same stays one finding
// after Group, and all the rest becomes one.
func TestListJoins(t *testing.T) {
	var l List
	for row := 1; row <= 2000; row++ {
		message := "hetzelfde"
		if row%2 == 0 {
			message = fmt.Sprint("anders ", row)
		}
		l.Add(listed(row, message, fmt.Sprint("p", row%2)))
	}
	list := l.All()
	Sort(list)
	list = Group(list)
	cells, same, rest := 0, 0, ""
	for _, f := range list {
		cells += max(1, len(f.Cells))
		if f.Message == "hetzelfde" {
			same += len(f.Cells)
		}
		if strings.HasPrefix(f.Message, "In deze kolom") {
			rest = f.Message
		}
	}
	if cells != 2000 || same != 1000 || rest != "In deze kolom is er hetzelfde mis met nog 750 cellen: geen datum." {
		t.Errorf("%d findings over %d cells, %d the same; %q", len(list), cells, same, rest)
	}
	if len(list) > 1+manyAlike {
		t.Errorf("%d findings", len(list))
	}
}

// A joined finding belongs to no project when its cells don't share one.
func TestListOfProjects(t *testing.T) {
	var l List
	for row := range manyAlike + 2 {
		l.Add(listed(row+1, fmt.Sprint(row), fmt.Sprint("p", row)))
	}
	list := l.All()
	if last := list[len(list)-1]; last.Project != "" || len(last.Cells) != 2 {
		t.Errorf("%+v", last)
	}
}

// What has no cell, or stands in another sheet, isn't joined.
func TestListKeeps(t *testing.T) {
	var l List
	for i := range manyAlike + 10 {
		f := listed(0, fmt.Sprint(i), "")
		f.Ref.Col = 0
		l.Add(f)
		f = listed(1, fmt.Sprint(i), "")
		f.Ref.Sheet = fmt.Sprint("Blad", i)
		l.Add(f)
	}
	if n := len(l.All()); n != 2*(manyAlike+10) {
		t.Errorf("%d findings", n)
	}
}

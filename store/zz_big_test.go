package store

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"strings"
	"testing"
	"time"

	"cordial/model"
	"cordial/store/linkedin/sample"
)

func rss() string {
	b, _ := os.ReadFile("/proc/self/status")
	var out []string
	for _, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(l, "VmHWM") || strings.HasPrefix(l, "VmRSS") || strings.HasPrefix(l, "RssFile") {
			out = append(out, l)
		}
	}
	return strings.Join(out, " ")
}

func TestBig(t *testing.T) {
	if os.Getenv("BIG") == "" {
		t.Skip()
	}
	dir := "/tmp/bigimp"
	zip := dir + "/x.zip"
	if _, err := os.Stat(zip); err != nil {
		f, _ := os.Create(zip)
		truth, err := sample.Write(f, sample.Size{Connections: 30000, Messages: 500000, Invitations: 3000}, 1, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), sample.Era2026)
		fmt.Println(truth, err)
		f.Close()
		return
	}
	if os.Getenv("KEEP") == "" {
		os.Remove(dir + "/c.db")
	}
	s, err := Open(dir+"/c.db", Options{})
	if err != nil {
		t.Fatal(err)
	}
	pf, _ := os.Create(dir + "/cpu.prof")
	pprof.StartCPUProfile(pf)
	o := model.ImportOptions{Now: time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC), NewID: func(t time.Time) string { return fmt.Sprint("imp", time.Now()) }}
	for range 2 {
		start := time.Now()
		step, at := "", start
		r, err := s.Import(context.Background(), []string{zip}, o, func(p model.Progress) {
			if p.Step != step {
				fmt.Println("   ", step, time.Since(at).Round(time.Millisecond), rss())
				step, at = p.Step, time.Now()
			}
		})
		fmt.Println("   ", step, time.Since(at))
		fmt.Println("TOTAL", time.Since(start), err, r.Messages, r.Changed, rss())
		runtime.GC()
	}
	pprof.StopCPUProfile()
	i, _ := os.Stat(dir + "/c.db")
	fmt.Println("size", i.Size())
	start := time.Now()
	th, err := s.Threads()
	fmt.Println("threads", th.Len(), time.Since(start), err)
	start = time.Now()
	p, err := s.People()
	fmt.Println("people", p.Len(), time.Since(start), err)
	start = time.Now()
	for i := range 1000 {
		s.Messages(th.Head(i).Key, time.Time{}, 50)
	}
	fmt.Println("1000 messages pages", time.Since(start))
	start = time.Now()
	for range 1000 {
		s.Stamp()
	}
	fmt.Println("1000 stamps", time.Since(start))
}

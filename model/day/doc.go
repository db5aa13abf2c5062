// Package day is the calendar without clocks: a [Day] is one square on a wall calendar, counted, compared
// and moved by whole days, so that no time zone and no daylight saving ever shifts a deadline.
package day

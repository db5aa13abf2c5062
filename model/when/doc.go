// Package when reads the dates a person types and writes them back. It is
// strict: what could mean two moments, or none, is refused with examples, and
// never guessed. Weeks run from Monday to Sunday.
//
//	now, today, tonight, tomorrow, yesterday        this evening
//	fri            the Friday ahead                 this fri, next fri, last fri
//	3d 2w 1mo 1y   that day, at the usual hour      in 3 days, a week ago
//	4h 90min       exactly then                     in 2 hours
//	24 dec, dec 24, 24 december 2026                2026-12-24, RFC 3339
//	eod eow eom eoy, end of month                   today, Friday, the last day at 17:00
//	weekend, next week, next month, next year       its first day
//
// Any of the days may carry a time: 9am, 9:30am, 17:30, at 9, noon, morning,
// afternoon, evening, night. A time alone is the next such time.
package when

package day

// MonthlyAfter answers the first billing date strictly after d, for a subscription billed on a day of the
// month (1–31). A month too short for it bills on its last day, and the next month returns to the billing
// day: 31 January, 28 February, 31 March (ledger rule 2).
func MonthlyAfter(d Day, billingDay int) Day {
	year, month, _ := d.Date()
	for {
		last := New(year, month+1, 0)
		_, _, length := last.Date()
		if date := last.Add(min(billingDay, length) - length); date > d {
			return date
		}
		month++ // New carries a 13th month into the next year
	}
}

package linkedin

import "cordial/store/linkedin/table"

func profileLayout() table.Layout {
	return layout([]string{"First Name", "Last Name", "Headline"}, func(table.Header, *table.Row) bool { return false })
}

// profile reads the one row of Profile.csv.
func (b *builder) profile(t *table.Table) error {
	first, last, headline := t.At("First Name"), t.At("Last Name"), t.At("Headline")
	return b.eachRow(t, func(r *table.Row) {
		if b.out.Profile == (Profile{}) {
			b.out.Profile = Profile{
				First: trimmed(r.Cell(first)), Last: trimmed(r.Cell(last)), Headline: trimmed(r.Cell(headline)),
			}
		}
	})
}

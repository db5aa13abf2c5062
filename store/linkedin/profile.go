package linkedin

func profileLayout() layout {
	return layout{
		wanted: []string{"First Name", "Last Name", "Headline"},
		record: func(header, *row) bool { return false },
	}
}

// profile reads the one row of Profile.csv.
func (b *builder) profile(t *table) error {
	first, last, headline := t.at("First Name"), t.at("Last Name"), t.at("Headline")
	return b.eachRow(t, func(r *row) {
		if b.out.Profile == (Profile{}) {
			b.out.Profile = Profile{
				First: trimmed(r.cell(first)), Last: trimmed(r.cell(last)), Headline: trimmed(r.cell(headline)),
			}
		}
	})
}

package source

// Source is where a number or a choice comes from.
type Source string

// The sources.
const (
	Article  Source = "seed"     // one of the two articles on InMail that the product started from
	Reported Source = "reported" // LinkedIn's help or a vendor, seen second-hand
	Assumed  Source = "assumed"  // nobody says: the cautious reading
	Yours    Source = "yours"    // set by the user
)

// Words is the source as a reader understands it.
func (s Source) Words() string {
	switch s {
	case Article:
		return "article"
	case Reported:
		return "reported"
	case Assumed:
		return "assumed"
	case Yours:
		return "yours"
	default:
		return string(s)
	}
}

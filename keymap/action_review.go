package keymap

// Reviewing what imports show.
const (
	GoReview  Action = "go.review"
	ReviewAll Action = "review.all"
)

package keymap

// The credits, the seats and their plans.
const (
	CreditsWhy    Action = "credits.why"
	CreditsWhom   Action = "credits.whom"
	ForecastPace  Action = "forecast.pace"
	SeatReconcile Action = "seat.reconcile"
	SeatNext      Action = "seat.next"
	SeatOpen      Action = "seat.open"
	SeatPlan      Action = "seat.plan"
	SeatCancel    Action = "seat.cancel"
	SeatPrice     Action = "seat.price"
)

package credit

import "fmt"

// The words of the statement. Each completes the line it stands in: a day, an amount, and why.
const (
	whyOpening     = "opening balance, as LinkedIn showed it"
	whyDebited     = "InMail sent"
	whyOverdrawn   = "sent with no credit left"
	whyUndelivered = "could not be delivered"
	whyPlanEnded   = ", but the plan it was sent under had ended"
)

func whyActivated(plan Plan) string { return "activation grant of " + plan.Name }

func whyGranted(plan Plan) string { return "monthly grant of " + plan.Name }

func whyExpired(lot Origin) string {
	return fmt.Sprintf("unused for %d days", lot.Expires.Sub(lot.Born))
}

func whyEvicted(limit int) string {
	return fmt.Sprintf("pushed out by the grant: the cap is %d", limit)
}

func whyForfeited(by FactKind) string {
	switch by {
	case Cancelled:
		return "seat cancelled"
	case PlanChanged:
		return "plan changed"
	default:
		return "seat opened anew"
	}
}

func whyAdjusted(shown, counted int) string {
	return fmt.Sprintf("LinkedIn showed %d, the ledger %d", shown, counted)
}

func whyAnswered(answer string, dayN, window int) string {
	return fmt.Sprintf("answered (%s) on day %d of %d", answer, dayN, window)
}

func whyNoReply(window int) string {
	return fmt.Sprintf("no answer in %d days", window)
}

func whyPoolFull(limit int) string {
	return fmt.Sprintf(", but the pool was full: the cap is %d", limit)
}

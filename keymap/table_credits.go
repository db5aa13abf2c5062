package keymap

func creditRows() []row {
	screen, credits, sheet := in(Screen), in(Credits), in(Sheet)
	return []row{
		{screen, SeatReconcile, press("=", "+"), Crediting, "reconcile…", "Say how many credits LinkedIn shows; the difference is booked."},
		{screen, CreditsWhy, press("g b"), Crediting, "why this many", "Explain the balance: what came, what went, what is next."},
		{credits, CreditsWhom, press("w"), Crediting, "whom to write to", "List the Hot Leads who have no InMail yet."},
		{credits, Compose, press("c"), Person, "compose…", "Write to the person on the line, after seeing what each way costs."},
		{credits, ForecastPace, press("f"), Crediting, "forecast pace…", "Type how many InMails you send, and see what becomes of the credits."},
		{credits, SeatNext, press("s"), Crediting, "switch seat", "Make the next seat the active one."},
		{credits, SeatOpen, press("n"), Crediting, "new seat…", "Open another seat."},
		{credits, SeatPlan, press("p"), Crediting, "change plan…", "Move the seat to another plan, after seeing what that does."},
		{credits, SeatPrice, press("$"), Crediting, "price…", "Say what the seat costs a month, and see what a reply costs."},
		{credits, SeatCancel, press("#"), Crediting, "cancel seat…", "End the seat's plan, after seeing what that forfeits."},
		{sheet, Down, press("j", "down", "ctrl+n"), Move, "next", "One line down."},
		{sheet, Up, press("k", "up", "ctrl+p"), Move, "previous", "One line up."},
		{sheet, PageDown, press("pgdown", "space"), Move, "page down", "A page down."},
		{sheet, PageUp, press("pgup"), Move, "page up", "A page up."},
		{sheet, Accept, press("enter"), App, "go there", "Go to what this is about."},
		{sheet, Cancel, press("esc", "q"), App, "close", "Close this."},
	}
}

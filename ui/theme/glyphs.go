package theme

// Glyphs are the signs that tell states without colour. Each but EnterKey is
// exactly one cell wide, so drawings line up.
type Glyphs struct {
	Cursor, Mark, Unread, Due, Star   string // gutter of a list row (screen rule 2)
	Ellipsis, Bullet, Sep             string // cut text, list point, between facts
	Horizontal, Vertical              string // rules and dividers
	TopLeft, TopRight                 string // frame corners
	BottomLeft, BottomRight           string
	TeeDown, TeeUp, TeeRight, TeeLeft string // where rules meet
	Cross                             string
	MeterFull, MeterRisk, MeterEmpty  string
	Inbound, Outbound, Event          string // timeline
	Check, Warn, Fail, Pending        string // progress and results
	Left, Right, Up, Down             string // more this way
	Arrow, Link                       string // becomes, opens elsewhere
	EnterKey                          string // the Enter key in hints; the one that may be a word
}

// glyphs is the set for a terminal with or without Unicode.
func glyphs(ascii bool) Glyphs {
	if ascii {
		return Glyphs{
			Cursor: ">", Mark: "*", Unread: "u", Due: "!", Star: "+",
			Ellipsis: "~", Bullet: "-", Sep: "|",
			Horizontal: "-", Vertical: "|",
			TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
			TeeDown: "+", TeeUp: "+", TeeRight: "+", TeeLeft: "+", Cross: "+",
			MeterFull: "#", MeterRisk: "!", MeterEmpty: ".",
			Inbound: "<", Outbound: ">", Event: "-",
			Check: "*", Warn: "!", Fail: "x", Pending: ".",
			Left: "<", Right: ">", Up: "^", Down: "v",
			Arrow: ">", Link: "^", EnterKey: "enter",
		}
	}
	return Glyphs{
		Cursor: "▌", Mark: "✓", Unread: "●", Due: "!", Star: "★",
		Ellipsis: "…", Bullet: "•", Sep: "·",
		Horizontal: "─", Vertical: "│",
		TopLeft: "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯",
		TeeDown: "┬", TeeUp: "┴", TeeRight: "├", TeeLeft: "┤", Cross: "┼",
		MeterFull: "█", MeterRisk: "▓", MeterEmpty: "░",
		Inbound: "◀", Outbound: "▶", Event: "·",
		Check: "✓", Warn: "!", Fail: "✗", Pending: "·",
		Left: "‹", Right: "›", Up: "↑", Down: "↓",
		Arrow: "→", Link: "↗", EnterKey: "⏎",
	}
}

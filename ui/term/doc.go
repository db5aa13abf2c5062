// Package term stands between the program and the terminal: it shows a model's
// frames at once, and puts the terminal back in order however the program ends.
//
//	message ─► painter ─► Update, View      Bubble Tea's loop: never waits for the terminal
//	              │ the newest frame
//	              ▼
//	           screen ─► canvas ─► terminal  one writer: only the lines that changed
//	              ▲
//	            guard                        signals: step aside, come back, end in time
package term

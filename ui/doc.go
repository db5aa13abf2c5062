// Package ui is the full-screen program: App, the one tea.Model, routes keys to
// screens and dialogs, does what they ask, and keeps what is drawn and what is
// saved in one session.
//
//	key ─► keymap ─► screen.Do ─► ask.Request ─► rule of the Book ─► session
//	                                                                    │
//	       frame ◄── Draw ◄── Book, Board (changed at once) ◄───────────┤
//	                                                                    ▼
//	       saved ◄─────────── one append in flight (effect.go) ◄──── queue
package ui

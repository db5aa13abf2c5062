// Package frame draws what every screen has around its own: rules, a divider, the toast.
package frame

// Package twins shows two people side by side who may be one, and which of them stays.
package twins

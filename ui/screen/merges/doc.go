// Package merges lists people who may be one, side by side, and those the user made one.
package merges

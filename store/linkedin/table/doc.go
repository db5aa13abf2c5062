// Package table reads tables as spreadsheets and programs of every kind write them: CSV with any of three separators,
// with or without quotes, in UTF-8 or UTF-16, re-saved, merged and edited by hand. It hands out one record after another
// with its line, and no damaged one can swallow those after it.
//
//	bytes ─► UTF8Text ─► FindHeader ─► splitter ─► encoding/csv ─► Row
package table

// Package gauge says in the header's few cells what InMail credits there are,
// and what becomes of them next.
package gauge

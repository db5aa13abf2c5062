package outward

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"

	"cordial/model/credit"
	"cordial/model/day"
)

// StatementHledger writes statements as a journal of double-entry accounting, for hledger and Ledger: one commodity,
// CREDIT; an account of assets for each seat, with the balance asserted after every transaction; and accounts for where
// credits come from and go to. The code of a transaction is the id of the event that caused it.
//
//	2026-01-05 * (01JD…) Anna K | InMail sent
//	    assets:inmail:main   -1 CREDIT = 49 CREDIT
//	    expenses:inmail:sent  1 CREDIT
//	    ; inmail: im1, contact: c1, lot: grant 2026-01-01
func StatementHledger(w io.Writer, statements []Statement) error {
	accounts := seatAccounts(statements)
	first := true
	return writeAll(w, "statement", All(statements), func(out *bufio.Writer, s Statement) error {
		if err := s.check(); err != nil {
			return err
		}
		if first {
			declare(out)
			first = false
		}
		account := accounts[s.Seat]
		_, _ = fmt.Fprintf(out, "\naccount %s  ; %s\n", account, cmp.Or(plain(s.Name), "a seat"))
		if before := s.brought(); before != 0 {
			transaction(out, s.Lines[0].Day, "", "balance brought forward", account, forward, before, before, "")
		}
		for _, l := range s.Lines {
			transaction(out, l.Day, l.Event, l.description(), account, counterpart(l.Kind), l.Amount, l.Balance, l.tags())
		}
		return nil
	})
}

// declare writes what every journal of ours begins with, so that strict checks pass.
func declare(out *bufio.Writer) {
	_, _ = out.WriteString("; InMail credits\ncommodity 1000. CREDIT\naccount " + forward + "\n")
	declared := map[string]bool{}
	for _, kind := range []credit.EntryKind{
		credit.EntryOpening, credit.EntryAdjustedIn, credit.EntryGranted, credit.EntryRefunded, credit.EntryOverdrawn,
		credit.EntryDebited, credit.EntryExpired, credit.EntryEvicted, credit.EntryForfeited,
	} {
		if account := counterpart(kind); !declared[account] {
			declared[account] = true
			_, _ = out.WriteString("account " + account + "\n")
		}
	}
}

// forward is the account of what was there before the first line of a statement.
const forward = "equity:inmail:brought forward"

// transaction writes one transaction that moves amount credits into a seat's account, or out of it.
func transaction(out *bufio.Writer, on day.Day, code, description, account, other string, amount, balance int, tags string) {
	if code = plain(code); code != "" {
		code = "(" + strings.NewReplacer("(", "[", ")", "]").Replace(code) + ") "
	} else {
		description = strings.TrimLeft(description, "( ") // it would be a code
	}
	width := max(len([]rune(account)), len([]rune(other)))
	digits := max(len(fmt.Sprint(amount)), len(fmt.Sprint(-amount)))
	_, _ = fmt.Fprintf(out, "\n%s * %s%s\n", on, code, description)
	_, _ = fmt.Fprintf(out, "    %-*s  %*d CREDIT = %d CREDIT\n", width, account, digits, amount, balance)
	_, _ = fmt.Fprintf(out, "    %-*s  %*d CREDIT\n", width, other, digits, -amount)
	if tags != "" {
		_, _ = fmt.Fprintf(out, "    ; %s\n", tags)
	}
}

// counterpart is the account that credits of an entry come from or go to.
func counterpart(kind credit.EntryKind) string {
	switch kind {
	case credit.EntryOpening:
		return "equity:inmail:opening"
	case credit.EntryAdjustedIn, credit.EntryAdjustedOut:
		return "equity:inmail:adjustment"
	case credit.EntryGranted:
		return "income:inmail:grant"
	case credit.EntryRefunded, credit.EntryRefundForfeited:
		return "income:inmail:refund"
	case credit.EntryOverdrawn:
		return "income:inmail:overdrawn"
	case credit.EntryDebited:
		return "expenses:inmail:sent"
	case credit.EntryExpired:
		return "expenses:inmail:expired"
	case credit.EntryEvicted:
		return "expenses:inmail:evicted"
	case credit.EntryForfeited:
		return "expenses:inmail:forfeited"
	default:
		return "equity:inmail:other"
	}
}

// seatAccounts names the account of every seat, no two the same.
func seatAccounts(statements []Statement) map[string]string {
	accounts, taken := map[string]string{}, map[string]bool{}
	for _, s := range statements {
		if accounts[s.Seat] != "" {
			continue
		}
		base := "assets:inmail:" + accountName(s.Seat)
		name := base
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		accounts[s.Seat], taken[name] = name, true
	}
	return accounts
}

// accountName is a seat's id as a part of an account: words of letters and digits, joined by hyphens.
func accountName(seat string) string {
	words := strings.FieldsFunc(strings.ToValidUTF8(seat, "-"), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return cmp.Or(strings.Join(words, "-"), "seat")
}

// description is payee and reason.
func (l Line) description() string {
	reason := strings.ReplaceAll(plain(l.Reason), "|", "/")
	if name := strings.ReplaceAll(plain(l.Name), "|", "/"); name != "" {
		return name + " | " + reason
	}
	return reason
}

// tags are what else is known of an entry.
func (l Line) tags() string {
	var tags []string
	add := func(name, value string) {
		if value = strings.ReplaceAll(plain(value), ",", " "); value != "" {
			tags = append(tags, name+": "+value)
		}
	}
	add("inmail", l.InMail)
	add("contact", l.Contact)
	if l.Lot != (credit.Origin{}) {
		add("lot", string(l.Lot.Kind)+" "+l.Lot.Born.String())
		if l.Lot.Expires != day.Never {
			add("expires", l.Lot.Expires.String())
		}
	}
	return strings.Join(tags, ", ")
}

// plain makes one line of a text, without the sign that begins a comment.
func plain(value string) string {
	value = strings.Map(func(r rune) rune {
		switch {
		case r == ';':
			return ','
		case unicode.IsControl(r) || unicode.IsSpace(r):
			return ' '
		}
		return r
	}, strings.ToValidUTF8(value, "\uFFFD"))
	return strings.Join(strings.Fields(value), " ")
}

// Package credit computes what a LinkedIn seat's InMail credits are on a given day, as one pure fold of what
// happened to the seat: grants, expiries and evictions are derived each time and never stored.
//
//	 opening ─┐                                     ┌─► debited    an InMail was sent
//	 granted ─┤        the pool, a queue of lots    ├─► expired    too old
//	refunded ─┼─►  ▐ oldest expiry ▌▌▌ … newest ▐  ─┼─► evicted    pushed out by a grant at the cap
//	adjusted ─┤                                     ├─► forfeited  the plan ended
//	overdrawn ┘                                     └─► adjusted   taken out by a reconcile
//
// The rules are numbered: "ledger rule 3" and so on. In short: 1 opening, 2 monthly grant, 3 grant at the cap,
// 4 expiry, 5 order of spending, 6 debit, 7 no negative balance, 8 refund on a reply, 9 refund on no reply,
// 10 undelivered, 11 refund at the cap, 12 one open InMail a person, 13 plan change and cancel, 14 reconcile,
// 15 seats never pool, 16 undo, 17 conservation, 18 the clock going backwards.
//
// # A day
//
// A seat lives through a day in five steps: 1 expiry · 2 plan end and beginning, for every opening, change and
// cancel of the day, and changes of policy · 3 grant · 4 no-reply refunds · 5 sends, answers and reconciles.
// Within a step, facts follow each other by instant, then by journal order. So an InMail sent on the day of a
// plan change is paid by the new plan, two changes on one day grant once, and a new policy counts for all that
// is sent and granted on its day.
//
// # Where the rules leave a choice
//
//   - Facts dated after the day asked about do not matter, and a fact taken back (rule 16) is simply not
//     among the facts handed in.
//   - A plan that grants nothing a month also evicts nothing.
//   - A grant larger than the cap evicts parts of itself.
//   - A plan change on a cancelled seat reactivates it.
//   - Whether an InMail is refunded, and for how long, is decided by the policy it was sent under; the cap
//     and the new lot's expiry are those of the policy on the day of the refund.
//   - A change of policy ends no plan: nothing is forfeited or granted by it, the billing day stays, credits
//     already born keep their expiry, and a cap that is now lower evicts nothing before the next grant. Its
//     overrides replace those given before, and end with the plan. Before the first plan it changes nothing;
//     after a cancel it changes the policy that stays in force.
//   - Every plan change, cancel or second opening is a plan end, also for the refunds of what was sent
//     before it, whatever their cause. The first opening ends no plan: an InMail sent before it is taken over
//     by the opening plan's rule and window.
//   - Before its opening a seat is treated as on a Free plan: sends are overdrawn, refunds find no room.
//   - After a cancel the last policy stays in force, without grants.
//   - A refund, given or forfeited, settles an InMail for good; being undelivered returns the credit of
//     any InMail not settled by one.
//   - An answer counts for nothing if its InMail is unknown, or was sent on a later day. One of the same
//     day but an earlier instant counts right after the send.
//   - An InMail is sent once; a second send with the same id changes nothing.
package credit

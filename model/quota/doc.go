// Package quota counts what LinkedIn limits without saying how much: invitations,
// their notes, and messages. Its meters are soft: they warn, and LinkedIn decides.
package quota

// Package invitations shows the connection requests, what is to be done about them,
// and where things stand against LinkedIn's limits.
package invitations

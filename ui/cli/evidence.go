package cli

import (
	"time"

	"cordial/model"
	"cordial/model/day"
	"cordial/model/quota"
)

// What the rules ask of the evidence: connection requests, connections, messages sent.

// requestsWith is the connection requests from and to a person, oldest first.
func (s *session) requestsWith(p model.Person) ([]model.Request, error) {
	found, err := s.invitationsWith(p.Key)
	if err != nil {
		return nil, err
	}
	return s.book.RequestsWith(p, found, s.now), nil
}

// invitationsWith is the connection requests from and to somebody that the export has.
func (s *session) invitationsWith(person model.Key) ([]model.Invitation, error) {
	return model.FoundInvitations(s.book.Keys(person), s.store.Invitations)
}

// requests is all connection requests, newest first.
func (s *session) requests() ([]model.Request, error) {
	found, err := s.store.AllInvitations()
	if err != nil {
		return nil, err
	}
	people, err := s.people()
	if err != nil {
		return nil, err
	}
	since := map[model.Key]day.Day{}
	for i := range people.Len() {
		if p := people.Row(i); p.Connected {
			since[p.Key] = p.ConnectedOn
		}
	}
	return s.book.Requests(found, func(person model.Key) (day.Day, bool) {
		on, connected := since[person]
		return on, connected
	}, s.now), nil
}

// meters is where the quotas stand.
func (s *session) meters() ([]quota.Meter, error) {
	requests, err := s.requests()
	if err != nil {
		return nil, err
	}
	sent, err := s.sentSince(s.now.Add(-8 * 24 * time.Hour)) // a quota counts seven
	if err != nil {
		return nil, err
	}
	return s.book.Quotas(requests, sent, s.now), nil
}

// pageOfMessages is how many messages are read at a time.
const pageOfMessages = 50

// sentSince is when the user sent messages after an instant, by the export.
func (s *session) sentSince(since time.Time) ([]time.Time, error) {
	threads, err := s.threads()
	if err != nil {
		return nil, err
	}
	var sent []time.Time
	for i := range threads.Len() {
		h := threads.Head(i)
		if h.LastOut < since.Unix() {
			continue
		}
		for before, more := (time.Time{}), true; more; {
			page, err := s.store.Messages(h.Key, before, pageOfMessages)
			if err != nil {
				return nil, err
			}
			for _, m := range page {
				if m.Me && m.At.After(since) {
					sent = append(sent, m.At)
				}
			}
			more = len(page) >= pageOfMessages && page[0].At.After(since)
			if more {
				before = page[0].At
			}
		}
	}
	return sent, nil
}

// hasWritten tells whether somebody has ever written to the user alone.
func (s *session) hasWritten(person model.Key) (bool, error) {
	threads, err := s.threads()
	if err != nil {
		return false, err
	}
	for i := range threads.Len() {
		if h := threads.Head(i); !h.Group && s.book.Root(h.Person) == s.book.Root(person) && h.LastIn > 0 {
			return true, nil
		}
	}
	_, in := s.book.LastMessages(person)
	return !in.IsZero(), nil
}

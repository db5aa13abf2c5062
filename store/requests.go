package store

import (
	"cmp"
	"slices"

	bolt "go.etcd.io/bbolt"

	"cordial/model"
)

// AllInvitations lists every connection request of the evidence, oldest first.
func (s *Store) AllInvitations() ([]model.Invitation, error) {
	var list []model.Invitation
	err := s.readEvidence(func(tx *bolt.Tx, head evidenceHead) error {
		people := map[model.Key]personRecord{}
		return scan(tx, bucketInvitation, head.Invitations, func(k, v []byte) error {
			var r invitationRecord
			if err := s.codec.decodeSealed(bucketInvitation, k, v, &r); err != nil {
				return err
			}
			key, ok := parseInvitationKey(k)
			if !ok {
				return damagedIn(bucketInvitation, k)
			}
			who, known := people[key.person]
			if !known {
				var err error
				if who, err = s.codec.personOf(tx, head, key.person); err != nil {
					return err
				}
				people[key.person] = who
			}
			list = append(list, r.invitation(key, who, head))
			return nil
		})
	})
	slices.SortStableFunc(list, func(a, b model.Invitation) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Person.Key, b.Person.Key))
	})
	return list, err
}

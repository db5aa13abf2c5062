package ask

import (
	"cordial/model"
	"cordial/model/triage"
)

// ShowPalette opens the palette over what is in front.
type ShowPalette struct{}

// GoToMerges shows the people who may be one, and those the user made one.
type GoToMerges struct{}

// RemovePeople takes the people of direct conversations out of sight, as one step.
type RemovePeople struct{ Targets []triage.ID }

// PickTwin opens the search for the person who is the same as this one.
type PickTwin struct{ Person model.Person }

// Pair is two people of whom the first becomes part of the second.
type Pair struct{ From, Into model.Person }

// WeighTwins shows two people side by side and asks whether they are one.
type WeighTwins struct{ Pair Pair }

// MergePeople makes one person of each pair, all as one step.
type MergePeople struct{ Pairs []Pair }

// KeepApart remembers that two people are two.
type KeepApart struct{ Pair Pair }

// Unmerge makes two people again of those who were made one.
type Unmerge struct{ Merge model.Merge }

func (ShowPalette) request()  {}
func (GoToMerges) request()   {}
func (RemovePeople) request() {}
func (PickTwin) request()     {}
func (WeighTwins) request()   {}
func (MergePeople) request()  {}
func (KeepApart) request()    {}
func (Unmerge) request()      {}

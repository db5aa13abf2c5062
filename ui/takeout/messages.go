package takeout

import (
	"iter"

	"cordial/model"
	"cordial/ui/port"
)

// Messages is all messages without those of direct conversations with people who were
// removed. threads is only asked for when somebody was.
func Messages(book *model.Book, threads func() (port.Threads, error), all iter.Seq2[model.MessageCopy, error]) (iter.Seq2[model.MessageCopy, error], error) {
	if len(book.Removals()) == 0 {
		return all, nil
	}
	set, err := threads()
	if err != nil {
		return nil, err
	}
	hidden := map[model.Key]bool{}
	for i := range set.Len() {
		if h := set.Head(i); !h.Group && book.Removed(h.Person) {
			hidden[h.Key] = true
		}
	}
	return func(yield func(model.MessageCopy, error) bool) {
		for m, err := range all {
			if (err != nil || !hidden[model.ThreadKey(m.Conversation)]) && !yield(m, err) {
				return
			}
		}
	}, nil
}

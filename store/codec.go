package store

import (
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"cordial/model"
)

// codec turns values into bytes and back: CBOR in its deterministic form, instants
// as RFC 3339 text so that their offset survives.
type codec struct {
	enc   cbor.EncMode
	dec   cbor.DecMode
	kinds map[string]model.KindSpec
}

// newCodec builds a codec; the error is a mistake in its options.
func newCodec() (*codec, error) {
	options := cbor.CoreDetEncOptions()
	options.Time = cbor.TimeRFC3339Nano
	enc, err := options.EncMode()
	if err != nil {
		return nil, fmt.Errorf("setting up the encoder: %w", err)
	}
	dec, err := cbor.DecOptions{
		DupMapKey:         cbor.DupMapKeyEnforcedAPF,
		IndefLength:       cbor.IndefLengthForbidden,
		ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
		UTF8:              cbor.UTF8DecodeInvalid, // text is kept as it came
	}.DecMode()
	if err != nil {
		return nil, fmt.Errorf("setting up the decoder: %w", err)
	}
	c := &codec{enc: enc, dec: dec, kinds: map[string]model.KindSpec{}}
	for _, k := range model.Kinds() {
		c.kinds[k.Name] = k
	}
	return c, nil
}

// encode is a body. Only a type that CBOR cannot hold fails, which is a mistake in
// this package.
func (c *codec) encode(v any) ([]byte, error) {
	body, err := c.enc.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encoding %T: %w", v, err)
	}
	return body, nil
}

// decode reads a body into v. A field this program does not know means that a
// newer one wrote it; anything else that does not fit is damage.
func (c *codec) decode(bucket string, key, body []byte, v any) error {
	err := c.dec.Unmarshal(body, v)
	var unknown *cbor.UnknownFieldError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &unknown):
		return newer("its %s bucket has fields that are not known here", bucket)
	default:
		return damagedIn(bucket, key)
	}
}

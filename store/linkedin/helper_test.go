package linkedin_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"cordial/store/linkedin"
)

// Headers as LinkedIn writes them.
const (
	messageHeader    = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
	connectionHeader = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
	invitationHeader = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
	profileHeader    = "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n"
)

// Addresses that the fixtures use.
const (
	ownerURL = "https://www.linkedin.com/in/olga-owner"
	annaURL  = "https://www.linkedin.com/in/anna-k"
	bobURL   = "https://www.linkedin.com/in/bob-b"
)

// files is an export by base names.
type files map[string]string

// folder writes an export into a new folder.
func folder(t testing.TB, export files) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range export {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// packed writes an export into a new zip.
func packed(t testing.TB, export files) string {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for name, content := range export {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return saved(t, "export.zip", buf.Bytes())
}

// saved writes a single file into a new folder.
func saved(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read reads paths that must be readable.
func read(t testing.TB, opts linkedin.Options, paths ...string) *linkedin.Export {
	t.Helper()
	export, err := linkedin.Read(t.Context(), paths, opts, nil)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return export
}

// owned reads an export whose owner is given.
func owned(t testing.TB, export files) *linkedin.Export {
	t.Helper()
	return read(t, linkedin.Options{OwnerURL: ownerURL}, folder(t, export))
}

// texts answers the messages' texts in reading order.
func texts(e *linkedin.Export) []string {
	list := make([]string, len(e.Messages))
	for i := range e.Messages {
		list[i] = e.Messages[i].Text
	}
	return list
}

// people answers the names or keys of everybody.
func people(e *linkedin.Export) map[string]linkedin.Person {
	list := map[string]linkedin.Person{}
	for _, p := range e.People {
		if p.Key != "" {
			list[p.Key] = p
		} else {
			list[p.Name] = p
		}
	}
	return list
}

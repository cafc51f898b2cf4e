// Command logcheck verifies a folder with a log, as it is published, by nothing but Go's own
// packages for transparency logs: golang.org/x/mod/sumdb/note and tlog.
//
// The folder holds key (the log's verifier key), checkpoint, tile/… and tile/entries/…, and may
// hold older (a checkpoint published before). The second argument, 1 if left out, is the step from
// one entry that is proved to the next; all entries are always read.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run logcheck.go FOLDER [STEP]
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	step := int64(1)
	if len(os.Args) > 2 {
		n, err := strconv.ParseInt(os.Args[2], 10, 64)
		check(err)
		step = n
	}
	log := &folder{path: os.Args[1], seen: map[string][]byte{}}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(log.file("key"))))
	check(err)
	tree := checkpoint(log, "checkpoint", verifier)
	hashes := tlog.TileHashReader(tree, log)
	root, err := tlog.TreeHash(tree.N, hashes)
	check(err)
	if root != tree.Hash {
		fail("the tiles have the root %v, the checkpoint %v", root, tree.Hash)
	}
	proved := int64(0)
	for i := int64(0); i < tree.N; i++ {
		leaf := tlog.RecordHash(log.entry(i, tree.N))
		if i%step != 0 {
			continue
		}
		proof, err := tlog.ProveRecord(tree.N, i, hashes)
		check(err)
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, i, leaf); err != nil {
			fail("entry %d: %v", i, err)
		}
		proved++
	}
	older := "none"
	if _, err := os.Stat(filepath.Join(log.path, "older")); err == nil {
		before := checkpoint(log, "older", verifier)
		proof, err := tlog.ProveTree(tree.N, before.N, hashes)
		check(err)
		check(tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash))
		older = strconv.FormatInt(before.N, 10)
	}
	fmt.Printf("%s: size %d, %d entries proved, consistent with size %s\n",
		verifier.Name(), tree.N, proved, older)
}

// checkpoint opens a note with Go's verifier and reads size and root.
func checkpoint(log *folder, name string, verifier note.Verifier) tlog.Tree {
	opened, err := note.Open(log.file(name), note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		fail("%s: not a checkpoint of %s", name, verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	check(err)
	var hash tlog.Hash
	copy(hash[:], root)
	return tlog.Tree{N: size, Hash: hash}
}

// folder reads the files of a log; it is a tlog.TileReader.
type folder struct {
	path string
	seen map[string][]byte
}

func (f *folder) file(name string) []byte {
	if data, ok := f.seen[name]; ok {
		return data
	}
	data, err := os.ReadFile(filepath.Join(f.path, filepath.FromSlash(name)))
	check(err)
	f.seen[name] = data
	return data
}

func (f *folder) Height() int { return height }

func (f *folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		// Go writes the height into the path, tlog-tiles does not.
		data = append(data, f.file(strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return data, nil
}

func (f *folder) SaveTiles([]tlog.Tile, [][]byte) {}

// entry reads one entry out of its bundle.
func (f *folder) entry(i, size int64) []byte {
	tile := tlog.Tile{H: height, L: 0, N: i >> height, W: 1 << height}
	if rest := size - tile.N<<height; rest < int64(tile.W) {
		tile.W = int(rest)
	}
	path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
	bundle := f.file(path)
	for skip := i & (1<<height - 1); ; skip-- {
		if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
			fail("%s ends before entry %d", path, i)
		}
		length := int(binary.BigEndian.Uint16(bundle))
		if skip == 0 {
			return bundle[2 : 2+length]
		}
		bundle = bundle[2+length:]
	}
}

func check(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, args ...interface{}) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}

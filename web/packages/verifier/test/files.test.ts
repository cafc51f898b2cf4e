import { describe, expect, it } from 'vitest'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { failedChecks, findingsOf, findingText, verifyZip } from '../src/index.ts'
import { folderFiles, MAX_FILES, MAX_JSON, TranscriptFiles } from '../src/files/transcriptFiles.ts'
import { gunzip } from '../src/files/inflate.ts'
import { utf8 } from '../src/bytes.ts'
import { zipFiles } from '../src/files/zip.ts'

interface Packed {
  readonly name: string
  readonly content: Uint8Array
  readonly stored?: boolean
  readonly flags?: number
}

const le = (value: number, length: number): number[] =>
  Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256)

/** A zip of these entries; check sums are not looked at. */
function zip(entries: readonly Packed[], comment = ''): Uint8Array {
  const locals: Uint8Array[] = []
  const directory: number[] = []
  let at = 0
  for (const { name, content, stored, flags = 0 } of entries) {
    const packed = stored ? content : new Uint8Array(deflateRawSync(content))
    const named = [...utf8(name)]
    const about = [
      ...le(stored ? 0 : 8, 2),
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      ...le(packed.length, 4),
      ...le(content.length, 4),
    ]
    const lengths = [...le(named.length, 2), 0, 0]
    locals.push(
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, ...le(flags, 2), ...about, ...lengths, ...named),
      packed,
    )
    directory.push(0x50, 0x4b, 1, 2, 20, 0, 20, 0, ...le(flags, 2), ...about, ...lengths, 0, 0, 0, 0, 0, 0)
    directory.push(0, 0, 0, 0, ...le(at, 4), ...named)
    at += 30 + named.length + packed.length
  }
  const count = le(entries.length, 2)
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...count, ...count, ...le(directory.length, 4), ...le(at, 4)]
  return Uint8Array.from(
    Buffer.concat([
      ...locals,
      Uint8Array.from(directory),
      Uint8Array.of(...end, ...le(comment.length, 2)),
      utf8(comment),
    ]),
  )
}

const named = (...names: string[]) => zip(names.map((name) => ({ name, content: utf8('{}') })))

describe('the files of a transcript', () => {
  it.each([
    '../commitment.json',
    '/etc/passwd',
    'rounds/../commitment.json',
    'rounds\\1.json',
    'rounds/0.json',
    'rounds/01.json',
    'log',
    'log/x',
    'log/017/entry.json',
    'log/1000000000000000000/entry.json',
    'log/17/entry.txt',
    'log/17/sub/entry.json',
    'frame.csv',
    'Commitment.json',
    'sub/',
    '__proto__',
  ])('%s is refused by name', (name) => {
    expect(() => zipFiles('t.zip', named('commitment.json', name))).toThrow(`"${name}" does not belong`)
    expect(() => folderFiles(new Map([[name, utf8('{}')]]))).toThrow(`"${name}" does not belong`)
  })

  it('that section 11 knows are read, and their folders passed over', () => {
    const names = [
      'rounds/',
      'log/',
      'log/17/',
      'rounds/1.json',
      'log/17/entry.json',
      'log/5/salt.txt',
      'log/keys.txt',
    ]
    const files = zipFiles('t.zip', named(...names))
    expect(files.names()).toEqual(['log/17/entry.json', 'log/5/salt.txt', 'log/keys.txt', 'rounds/1.json'])
    expect(files.rounds()).toBe(1)
    expect(files.steps()).toEqual([5n, 17n])
    expect(files.text('log/keys.txt')).toBe('{}')
    expect(() => files.bytes('result.json')).toThrow('"result.json" is missing')
  })

  it('stored and packed, before a comment and behind something, are the same', () => {
    const content = utf8('{"a":1}')
    const one = zip([{ name: 'result.json', content, stored: true }], 'a comment')
    const other = Uint8Array.from([1, 2, 3, ...zip([{ name: 'result.json', content }])])
    for (const bytes of [one, other]) expect(zipFiles('t.zip', bytes).bytes('result.json')).toEqual(content)
  })

  it('that are there twice or too many are refused', () => {
    expect(() => zipFiles('t.zip', named('result.json', 'result.json'))).toThrow('stands there twice')
    const files = new TranscriptFiles()
    const add = () => {
      for (let r = 1; r <= MAX_FILES + 1; r++) files.add(`rounds/${r}.json`, () => new Uint8Array())
    }
    expect(add).toThrow('more than 20000')
  })

  it('that are no zip, or not readable as one, make no transcript', () => {
    const broken = named('result.json')
    broken[broken.length - 10] ^= 0xff
    const cases = [
      utf8('not a zip at all'),
      new Uint8Array(),
      broken,
      zip([{ name: 'a', content: utf8(''), flags: 1 }]),
    ]
    for (const bytes of cases) {
      const report = verifyZip('x.zip', bytes)
      expect(failedChecks(report)).toEqual(['V1'])
      expect(findingText(findingsOf(report)[0], 'en')).toMatch(
        /^V1 x\.zip: "x\.zip" is not a zip that can be read: /,
      )
      expect(report.outcomes.slice(1).every((o) => o.status === 'NOT_CHECKED')).toBe(true)
    }
  })

  it('that unpack to more than the limit are refused without being held in full', () => {
    const part = new Uint8Array(2 ** 20)
    const files = new TranscriptFiles()
    let asked = 0
    files.add('result.json', (limit) => {
      asked = limit
      return part
    })
    for (let i = 0; i < MAX_JSON / part.length; i++) files.bytes('result.json')
    expect(asked).toBe(part.length + 1)
    expect(() => files.bytes('result.json')).toThrow('exceed')
    const bomb = zip([{ name: 'result.json', content: new Uint8Array(2 ** 24) }])
    expect(bomb.length).toBeLessThan(2 ** 16)
    expect(zipFiles('t.zip', bomb).packed('result.json')).toHaveLength(2 ** 24)
  })

  it('packed lists may have several members, and nothing else before their end', () => {
    const unpacked = (bytes: Uint8Array) => {
      let text = ''
      gunzip(bytes, (part) => (text += Buffer.from(part).toString()))
      return text
    }
    const [a, b] = ['one\n', 'two\n'].map((text) => new Uint8Array(gzipSync(text)))
    expect(unpacked(Uint8Array.from([...a, ...b]))).toBe('one\ntwo\n')
    expect(unpacked(Uint8Array.from([...a, 1, 2, 3]))).toBe('one\n')
    expect(() => unpacked(a.slice(0, -1))).toThrow('null')
    expect(() => unpacked(a.slice(0, -9))).toThrow('Unexpected end of ZLIB input stream')
    expect(() => unpacked(Uint8Array.from([...a.slice(0, -8), 0, 0, 0, 0, ...a.slice(-4)]))).toThrow(
      'trailer',
    )
    const commented = Uint8Array.from([
      ...a.slice(0, 3),
      0x18,
      ...a.slice(4, 10),
      0x61,
      0,
      0x62,
      0,
      ...a.slice(10),
    ])
    expect(unpacked(commented)).toBe('one\n')
  })
})

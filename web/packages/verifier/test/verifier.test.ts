import { describe, expect, it } from 'vitest'
import {
  CHECKS,
  failedChecks,
  findingsOf,
  inLanguage,
  reportLines,
  verifyFolder,
  type Check,
} from '../src/index.ts'
import { folderFiles } from '../src/files/transcriptFiles.ts'
import { instantOf, isAfter, showInstant } from '../src/log/instant.ts'
import { Node } from '../src/json/node.ts'
import { ownLine } from '../src/ownLine.ts'
import { parse } from '../src/json/jcs.ts'
import { readReceipt, receiptHolds } from '../src/receipt.ts'
import { readSample } from './mutations.ts'

const FOLDER = new URL('../../../../draw/src/test/resources/mutations/', import.meta.url)
const targets = readSample(FOLDER, 'targets')
const HASH = '9242214231274148d68f2f20d1ffbaebf8e7944c1090917acf206dc37fed0053'

describe('the verifier', () => {
  it('says of every check that it is running, and once what came of it', () => {
    const running = new Set<Check>()
    const done: string[] = []
    const progress = {
      running: (check: Check) => running.add(check),
      done: ({ check, status }: { check: Check; status: string }) => done.push(`${check} ${status}`),
    }
    const report = verifyFolder('t', targets, { progress })
    expect([...running]).toEqual(['V1', 'V3', 'V7', 'V10', 'V12', 'V13'])
    for (const { check, status } of report.outcomes) expect(done).toContain(`${check} ${status}`)
  })

  it('can be ended between two steps', () => {
    const stop = new AbortController()
    const running = (check: Check) => {
      if (check === 'V10') stop.abort(new Error('enough'))
    }
    expect(() => verifyFolder('t', targets, { signal: stop.signal, progress: { running } })).toThrow('enough')
  })

  it('demands the fingerprint that somebody kept', () => {
    expect(failedChecks(verifyFolder('t', targets, { expectedHash: HASH }))).toEqual([])
    const [finding] = findingsOf(verifyFolder('t', targets, { expectedHash: '0'.repeat(64) }))
    expect(finding).toMatchObject({ check: 'V5', file: 'commitment.json', line: 1 })
  })

  it('puts warnings first, then fourteen checks, then the conclusion', () => {
    const lines = reportLines(verifyFolder('t', targets), 'zh').filter((line) => !line.startsWith(' '))
    expect(lines).toHaveLength(1 + CHECKS.length + 1)
    expect(lines[0]).toBe('注意：没有见证人联署')
    expect(lines.at(-1)).toBe('结论：所检查的各项全部成立')
  })

  it('checks nothing of a transcript without a commitment', () => {
    const report = verifyFolder('t', new Map())
    expect(failedChecks(report)).toEqual(['V1'])
    expect(report.outcomes.filter((o) => o.status === 'NOT_CHECKED')).toHaveLength(13)
    expect(inLanguage(report.outcomes[1].notes[0], 'en')).toBe('not checked: commitment.json did not pass V1')
  })
})

describe('a unit with its salt', () => {
  const [opening] = Node.root(parse(targets.get('openings.json') ?? new Uint8Array())).items()
  const [unit, salt, token] = ['unit', 'salt', 'token'].map((key) => opening.get(key).text())

  it('finds its line, its stratum, and whether it was drawn', () => {
    const line = ownLine(folderFiles(targets), unit, salt)
    expect(line).toMatchObject({ where: 'frame', token, stratum: 'D', size: 10, quota: 2 })
    expect(line).toHaveProperty('drawn.round', 0)
  })

  it('is in no list with a salt of another', () => {
    expect(ownLine(folderFiles(targets), unit, '0'.repeat(64)).where).toBe('nowhere')
    expect(() => ownLine(folderFiles(targets), unit, 'x')).toThrow('salt')
  })
})

describe('what somebody kept', () => {
  const reveals = Node.root(parse(targets.get('reveals.json') ?? new Uint8Array()))
  const nonce = reveals.get('nonces').items()[1].get('nonce').text()
  const commitments = Node.root(parse(targets.get('commitment.json') ?? new Uint8Array()))
    .get('parties')
    .items()
  const receipt = (party: string, nonce: string) =>
    JSON.stringify({
      draw: 'D-2026-0007',
      commitmentHash: HASH,
      commitment: commitments[1].get('commitment').text(),
      party,
      nonce,
    })

  it('is a fingerprint, in which blanks and capitals do not count', () => {
    expect(readReceipt(`  ${HASH.slice(0, 4)} ${HASH.slice(4).toUpperCase()}\n`)).toEqual({
      commitmentHash: HASH,
    })
    expect(() => readReceipt('0123')).toThrow()
  })

  it('is a receipt, whose commitment is in the document and opened by its nonce', () => {
    const holds = (text: string) => {
      const { party } = readReceipt(text)
      return party && receiptHolds(folderFiles(targets), party)
    }
    expect(holds(receipt('w1', nonce))).toBe(true)
    expect(holds(receipt('operator', nonce))).toBe(false)
    expect(holds(receipt('w1', '0'.repeat(64)))).toBe(false)
  })
})

describe('a time of the log', () => {
  it('is written as the command line writes it', () => {
    const written = (text: string) => showInstant(instantOf(text) ?? { seconds: 0, nanos: 0 })
    expect(written('2026-11-20T09:30:00Z')).toBe('2026-11-20T09:30:00Z')
    expect(written('2026-11-20T09:30:00.1Z')).toBe('2026-11-20T09:30:00.100Z')
    expect(written('2026-11-20T09:30:00.123456Z')).toBe('2026-11-20T09:30:00.123456Z')
    expect(written('2026-11-20T09:30:00.000000001Z')).toBe('2026-11-20T09:30:00.000000001Z')
    expect(written('2026-11-20T24:00:00Z')).toBe('2026-11-21T00:00:00Z')
    expect(instantOf('2026-02-30T00:00:00Z')).toBeUndefined()
  })

  it('is later by a nanosecond', () => {
    const [a, b] = ['2026-11-20T09:30:00Z', '2026-11-20T09:30:00.000000001Z'].map(instantOf)
    expect(a && b && isAfter(b, a) && !isAfter(a, b) && !isAfter(a, a)).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { failedChecks, findingsOf, findingText, verifyFolder } from '../src/index.ts'
import { mutated, readCases, readSample, writeReport, type Case } from './mutations.ts'

const FOLDER = new URL('../../../../draw/src/test/resources/mutations/', import.meta.url)

describe('every kind of value of a transcript, changed in every way', () => {
  const cases = readCases(FOLDER)
  const samples = new Map(
    [...new Set(cases.map((c) => c.sample))].map((name) => [name, readSample(FOLDER, name)]),
  )

  const run = (mutation: Case) => {
    const files = mutated(samples.get(mutation.sample) ?? new Map(), mutation)
    const report = verifyFolder(mutation.sample, files)
    const first = findingsOf(report)[0]
    return {
      failed: failedChecks(report),
      zh: first ? findingText(first, 'zh') : '',
      en: first ? findingText(first, 'en') : '',
    }
  }

  it.each([...samples.keys()])('%s is accepted unchanged', (name) => {
    expect(findingsOf(verifyFolder(name, samples.get(name) ?? new Map()))).toEqual([])
  })

  it('is refused by the same checks as by the command line, in the same words', () => {
    const wrong: object[] = []
    const lines = ['sample\tfile\tat\twhat\tfound by\tall that fail\tfirst finding, or why none']
    for (const mutation of cases) {
      const { sample, file, at, what, guard, why, failed, zh, en } = mutation
      const found = run(mutation)
      const same = JSON.stringify(found) === JSON.stringify({ failed, zh, en })
      const sound = guard ? found.failed.includes(guard) : found.failed.length === 0 && !!why
      if (!same || !sound) wrong.push({ mutation, found })
      lines.push(
        [sample, file, at, what, guard ?? 'free', `[${found.failed.join(', ')}]`, why ?? found.en].join('\t'),
      )
    }
    writeReport('mutations.txt', lines)
    expect(wrong).toEqual([])
    expect(cases.length).toBeGreaterThan(600)
  })
})

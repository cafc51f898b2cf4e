import { describe, expect, it } from 'vitest'
import { failedChecks, findingsOf, findingText, verifyFolder } from '../src/index.ts'
import { mutated, readCases, readSample, writeReport, type Case, type Files } from './mutations.ts'

const ROOT = new URL('../../../../', import.meta.url)

describe.each([
  { of: 'draw', samples: 'draw/src/test/resources/mutations/', most: 1000 },
  { of: 'drawlog', samples: 'drawlog/src/test/resources/samples/', most: 400 },
])('every kind of value of a transcript ($of), changed in every way', ({ of, samples, most }) => {
  const cases = readCases(new URL(`${of}/src/test/resources/mutations/cases.json`, ROOT))
  const names = [...new Set(cases.map((c) => c.sample))]
  const files = new Map(names.map((name) => [name, readSample(new URL(samples, ROOT), name)]))
  const sample = (name: string): Files => files.get(name) ?? new Map()

  const run = (mutation: Case) => {
    const report = verifyFolder(mutation.sample, mutated(sample(mutation.sample), mutation))
    const first = findingsOf(report)[0]
    return {
      failed: failedChecks(report),
      zh: first ? findingText(first, 'zh') : '',
      en: first ? findingText(first, 'en') : '',
    }
  }

  it.each(names)('%s is accepted unchanged', (name) => {
    expect(findingsOf(verifyFolder(name, sample(name)))).toEqual([])
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
    writeReport(`mutations-${of}.txt`, lines)
    expect(wrong).toEqual([])
    expect(cases.length).toBeGreaterThan(most)
  })
})

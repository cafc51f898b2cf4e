import { describe, expect, it } from 'vitest'
import { failedChecks, findingsOf, verifyFolder } from '../src/index.ts'
import { firstDifference } from '../src/verify/difference.ts'
import { readVector, recompute, transcript, vectorNames } from './vectors.ts'

describe('the vectors of draw/v1', () => {
  it('are all there', () => {
    expect(vectorNames()).toHaveLength(12)
  })

  it.each(vectorNames())('%s: every value is computed anew', (name) => {
    const vector = readVector(name)
    expect(firstDifference('$', vector.value, recompute(vector))).toBeUndefined()
  })

  it.each(vectorNames())('%s as a transcript is accepted', (name) => {
    const report = verifyFolder(name, transcript(readVector(name)))
    expect(findingsOf(report)).toEqual([])
    expect(failedChecks(report)).toEqual([])
    const passed = report.outcomes.filter((o) => o.status === 'PASSED').map((o) => o.check)
    expect(passed).toEqual(expect.arrayContaining(['V1', 'V3', 'V5', 'V7', 'V8', 'V9', 'V10', 'V11', 'V12']))
  })

  it('that have one value changed are not computed as they stand', () => {
    for (const name of ['t02-small-sm3.json', 'm04-infeasible.json']) {
      const vector = readVector(name)
      const chain = vector.get('ikm').text()
      const other = new Map(vector.value as Map<string, never>).set('ikm', `${chain} ` as never)
      expect(firstDifference('$', other, recompute(vector))?.path).toBe('$.ikm')
    }
  })
})

import { describe, expect, it } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { readSample } from './mutations.ts'
import { reportLines, transcriptLogCheck, typedKeys, verifyZip, WholeLog } from '../src/index.ts'

const FOLDER = new URL('../../../../drawlog/src/test/resources/samples/', import.meta.url)

const zips = (folder: URL): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.zip') && name !== 'whole-log.zip')
    .map((name) => name.slice(0, -'.zip'.length))

const text = (folder: URL, name: string): string[] =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .trimEnd()
    .split('\n')

const zip = (folder: URL, name: string) => new Uint8Array(readFileSync(new URL(`${name}.zip`, folder)))

describe('the samples with a log', () => {
  const log = readSample(FOLDER, 'whole-log')
  const whole = new WholeLog((path) => log.get(path))
  const keys = typedKeys(new TextDecoder().decode(log.get('key')))

  it.each(zips(FOLDER))('%s: the report is that of the command line', (name) => {
    const report = verifyZip(`${name}.zip`, zip(FOLDER, name))
    expect(reportLines(report, 'en')).toEqual(text(FOLDER, `${name}.en`))
    expect(reportLines(report, 'zh')).toEqual(text(FOLDER, `${name}.zh`))
  })

  it.each(zips(FOLDER))('%s in the whole log: the report is that of the command line', (name) => {
    const report = verifyZip(`${name}.zip`, zip(FOLDER, name), { log: transcriptLogCheck(keys, whole) })
    expect(reportLines(report, 'en')).toEqual(text(FOLDER, `${name}.whole-log.en`))
    expect(reportLines(report, 'zh')).toEqual(text(FOLDER, `${name}.whole-log.zh`))
  })

  const refused = new URL('refused/', FOLDER)

  it('that are refused are many', () => {
    expect(zips(refused).length).toBeGreaterThan(25)
  })

  it.each(zips(refused))('%s: the report is that of the command line', (name) => {
    const report = verifyZip(`${name}.zip`, zip(refused, name))
    expect(reportLines(report, 'en')).toEqual(text(refused, `${name}.en`))
    expect(reportLines(report, 'zh')).toEqual(text(refused, `${name}.zh`))
  })
})

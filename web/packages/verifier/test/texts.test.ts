import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { en, zh } from '../src/text/messages.ts'
import { format } from '../src/text/format.ts'
import { inLanguage, say } from '../src/text/say.ts'
// @ts-expect-error a script without types
import { BUNDLES } from '../scripts/messages.mjs'
// @ts-expect-error a script without types
import { module, parse } from '../../../scripts/messages.mjs'

describe('the texts', () => {
  it('are those of the command line', () => {
    expect(readFileSync(new URL('../src/text/messages.ts', import.meta.url), 'utf8')).toBe(module(BUNDLES))
  })

  it('are there in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })

  it('are read as Java reads its resource files', () => {
    const file = '# no text\n! nor this\n a.b = one\\u0020\\\n   two\nc:3\\n4\nd=\\=e\n\ne\n'
    expect(parse(file)).toEqual({ 'a.b': 'one two', c: '3\n4', d: '=e', e: '' })
  })

  it('take arguments as MessageFormat does', () => {
    expect(format("{1}, {0}: it''s '{0}' {2}", ['a', 'b'])).toBe("b, a: it's {0} {2}")
    expect(format('{0}', ["{1} 'x'"])).toBe("{1} 'x'")
    expect(inLanguage(say('csv.code', 'a/b'), 'en')).toContain('[A-Za-z0-9._-]{1,64}')
    expect(inLanguage(say('v9.chain', 3), 'zh')).toContain('第 3 轮')
  })
})

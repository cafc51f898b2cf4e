import { describe, expect, it } from 'vitest'
import { Node } from '../src/json/node.ts'
import { parse, parseLoose, text, write } from '../src/json/jcs.ts'
import { Refusal } from '../src/text/say.ts'
import { utf8 } from '../src/bytes.ts'

const refused = (bytes: Uint8Array, loose = false) => {
  try {
    ;(loose ? parseLoose : parse)(bytes)
  } catch (e) {
    if (e instanceof Refusal) return [e.say.key, ...e.say.args]
    throw e
  }
  return 'read'
}

describe('canonical JSON', () => {
  it.each([
    '{}',
    '[]',
    '{"a":[1,-2,true,false,"x"],"b":{"c":""}}',
    '"中\\"\\\\\\n\\u0001\\u001f"',
    '9007199254740991',
    '"\u2028\u007f"',
  ])('%s is read and written as it is', (json) => {
    expect(text(parse(utf8(json)))).toBe(json)
    expect(write(parse(utf8(json)))).toEqual(utf8(json))
  })

  it.each([
    ['', ['json.ends-early', '1', '1']],
    [' {}', ['json.value', '1', '1']],
    ['{}\n', ['json.after-end', '1', '3']],
    ['{"a":1,"a":2}', ['json.key-twice', '1', '8', 'a']],
    ['{"b":1,"a":2}', ['json.key-order', '1', '8', 'a', 'b']],
    ['{"é":1}', ['json.key-not-ascii', '1', '2', 'é']],
    ['[1.0]', ['json.integer', '1', '2']],
    ['[1e3]', ['json.integer', '1', '2']],
    ['[01]', ['json.integer', '1', '2']],
    ['[-0]', ['json.integer', '1', '2']],
    ['[9007199254740992]', ['json.integer', '1', '2']],
    ['[null]', ['json.value', '1', '2']],
    ['[tru]', ['json.value', '1', '2']],
    ['["a\tb"]', ['json.control', '1', '4']],
    ['["\\u0041"]', ['json.escape', '1', '3']],
    ['["\\/"]', ['json.escape', '1', '3']],
    ['["\\u001F"]', ['json.escape', '1', '3']],
    ['[1,]', ['json.value', '1', '4']],
    ['[1', ['json.ends-early', '1', '3']],
    ['{"a" :1}', ['json.expected', '1', '5', ':']],
    ['['.repeat(33), ['json.too-deep', '1', '34', '32']],
  ])('%s is refused with its place', (json, why) => {
    expect(refused(utf8(json))).toEqual(why)
  })

  it('is UTF-8 without half characters', () => {
    expect(refused(Uint8Array.of(0x22, 0xff, 0x22))).toEqual(['json.utf8', '1', '2'])
    expect(refused(utf8('"\\ud800"'), true)).toEqual(['json.utf8', '1', '2'])
    expect(refused(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual(['json.value', '1', '1'])
  })

  it('read loosely may have blanks and any order of members, but none twice', () => {
    expect(text(parseLoose(utf8('{ "b" : 1,\n "a": [ 2 ] }\n')))).toBe('{"a":[2],"b":1}')
    expect(refused(utf8('{"a":1,\n"a":2}'), true)).toEqual(['json.key-twice', '2', '1', 'a'])
    expect(refused(utf8('{"a":1.5}'), true)).toEqual(['json.integer', '1', '6'])
  })

  it('is told by its path where it is of another kind', () => {
    const node = Node.root(parse(utf8('{"a":[{"b":1}]}')))
    const [item] = node.get('a').items()
    expect(item.get('b').path).toBe('$.a[0].b')
    expect(() => item.get('b').text()).toThrow('$.a[0].b: must be a string')
    expect(() => item.get('c')).toThrow('$.a[0]: member "c" is missing')
    expect(() => item.only('c')).toThrow('$.a[0]: has unknown members b')
    expect(() => item.get('b').integer(2, 3)).toThrow('$.a[0].b: 1 is not between 2 and 3')
  })
})

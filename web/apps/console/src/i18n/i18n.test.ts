import { describe, expect, it } from 'vitest'
import { i18n } from '.'

type Tree = Record<string, unknown>

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as Tree, `${path}${key}.`)
      : [[path + key, String(value)] as [string, string]],
  )
}

const texts = i18n.global.messages.value as unknown as Record<string, Tree>
const chinese = new Map(leaves(texts['zh-CN'] ?? {}))
const english = new Map(leaves(texts.en ?? {}))
const places = (text: string | undefined) =>
  [...new Set([...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()

const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const KEY = String.raw`'(\w+(?:\.[\w-]+)+)'`
/** As the code writes them: by name, one of two by name, and in the menu. */
const written = [
  new RegExp(String.raw`\bt\(\s*${KEY}`, 'g'),
  new RegExp(String.raw`\bt\(\s*[^'()]*\?\s*${KEY}\s*:\s*${KEY}`, 'g'),
  new RegExp(String.raw`\b(?:title|label): ${KEY}`, 'g'),
]
const asked = new Set(
  Object.values(sources).flatMap((source) =>
    written.flatMap((way) => [...source.matchAll(way)].flatMap(([, ...keys]) => keys)),
  ),
)

describe('texts', () => {
  it('are there wherever one is asked for by its name', () => {
    expect([...asked].filter((key) => !chinese.has(key))).toEqual([])
    expect(asked.size).toBeGreaterThan(1000)
  })

  it('exist in Chinese and in English under the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    expect(chinese.size).toBeGreaterThan(100)
  })

  it('have the same places for values in both languages', () => {
    const differing = [...chinese].filter(
      ([key, text]) => places(text).join() !== places(english.get(key)).join(),
    )
    expect(differing).toEqual([])
  })

  it('have no Chinese character in English', () => {
    const mixed = [...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([key]) => key)
    expect(mixed).toEqual([])
  })
})

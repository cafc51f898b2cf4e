import { readFileSync, writeFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import {
  canonical,
  definitionErrors,
  evaluate,
  newQuestion,
  noAnswers,
  parse,
  type Answers,
  type Definition,
  type DefinitionError,
} from '../src/index.ts'
import { en, zh } from '../src/text/messages.ts'
import { cases } from './generator.ts'
import { GENERATED, read } from './vectors.ts'

interface Case {
  name: string
  definition: unknown
  errors: DefinitionError[]
}
const refusals: Case[] = read('vectors/refusals.json').cases
const misshapen: Case[] = read('vectors/misshapen.json').cases
const evaluation: {
  name: string
  definition: unknown
  cases: ({ given: Answers } & Record<string, unknown>)[]
}[] = read('vectors/evaluation.json').cases
const conforms = new Ajv({ strict: false, allErrors: true }).compile(read('checklist.schema.json'))

describe('definitions', () => {
  it.each(refusals)('$name', ({ definition, errors }) => {
    const parsed = parse(definition)
    expect(parsed.errors).toEqual(errors)
    expect(parsed.definition).not.toBeNull()
  })

  it.each(misshapen)('$name', ({ definition, errors }) => {
    expect(parse(definition)).toEqual({ definition: null, errors })
    expect(conforms(definition)).toBe(false)
  })

  it.each(read('vectors/first-model.json').cases as { name: string; first: unknown; present: unknown }[])(
    'of the first model: $name',
    ({ first, present }) => {
      expect(parse(first)).toEqual({ definition: present, errors: [] })
      expect(conforms(present), JSON.stringify(conforms.errors)).toBe(true)
    },
  )

  it('are what the schema says where nothing is wrong with them', () => {
    for (const { name, definition } of [
      ...evaluation,
      ...refusals.filter(({ errors }) => errors.length === 0),
    ])
      expect(conforms(definition), `${name}: ${JSON.stringify(conforms.errors)}`).toBe(true)
  })

  it('are not changed by being written and read', () => {
    for (const { definition } of evaluation) {
      const first = parse(definition).definition
      expect(parse(JSON.parse(JSON.stringify(first))).definition).toEqual(first)
    }
  })

  it('have words and a way out for everything that can be wrong, in both languages', () => {
    const keys = new Set([...refusals, ...misshapen].flatMap(({ errors }) => errors.map(({ key }) => key)))
    expect(keys.size).toBeGreaterThan(35)
    for (const key of keys)
      for (const texts of [zh, en] as Record<string, string>[]) {
        expect(texts[`checklist.wrong.${key}`]).toBeTruthy()
        expect(texts[`checklist.wrong.${key}.fix`]).toBeTruthy()
      }
    const named = Object.keys(zh).filter((key) => /^checklist\.wrong\.[^.]+$/.test(key))
    expect(named.filter((key) => !keys.has(key.slice('checklist.wrong.'.length)))).toEqual([])
  })
})

describe('answers', () => {
  it.each(evaluation)('$name', ({ definition, cases: each }) => {
    const parsed = parse(definition)
    expect(parsed.errors).toEqual([])
    for (const { given, canonical: kept, ...expected } of each) {
      const made = parsed.definition as Definition
      expect(evaluate(made, given)).toMatchObject(expected)
      if (kept) expect(canonical(made, given)).toEqual(kept)
    }
  })

  it('are canonical once and for all, and mean the same', () => {
    for (const { definition, given } of cases(200) as { definition: Definition; given: Answers }[]) {
      const kept = canonical(definition, given)
      expect(canonical(definition, kept)).toEqual(kept)
      expect(evaluate(definition, kept)).toEqual(evaluate(definition, given))
    }
  })

  it('of a question called like a member of every object are answers like others', () => {
    const question = { ...newQuestion('constructor'), text: '看什么', standard: '标准' }
    const definition = {
      model: 2,
      title: '表',
      sections: [{ title: '一', showIf: null, questions: [question] }],
    }
    expect(evaluate(definition, noAnswers()).missing).toEqual(['constructor'])
  })
})

describe('the generated cases', () => {
  it('are what the generator makes, so that both sides are tested by the same', () => {
    const made = `[\n${cases(200)
      .map((one) => JSON.stringify(one))
      .join(',\n')}\n]\n`
    if (process.env.WRITE_CASES) writeFileSync(GENERATED, made)
    expect(readFileSync(GENERATED, 'utf8') === made, 'stale; run: WRITE_CASES=1 npx vitest run').toBe(true)
  })

  it('are free of mistakes, of the schema, and of every kind', () => {
    const all = cases(200) as {
      seed: number
      definition: Definition
      visible: string[]
      found: unknown[]
      wrong: unknown[]
    }[]
    for (const { seed, definition } of all) {
      expect(definitionErrors(definition), `seed ${seed}`).toEqual([])
      expect(
        conforms(JSON.parse(JSON.stringify(definition))),
        `seed ${seed}: ${JSON.stringify(conforms.errors)}`,
      ).toBe(true)
    }
    expect(all.filter(({ found }) => found.length > 0).length).toBeGreaterThan(60)
    expect(all.filter(({ wrong }) => wrong.length > 0).length).toBeGreaterThan(20)
    const hidden = all.filter(
      ({ definition, visible }) => visible.length < definition.sections.flatMap((s) => s.questions).length,
    )
    expect(hidden.length).toBeGreaterThan(60)
  })
})

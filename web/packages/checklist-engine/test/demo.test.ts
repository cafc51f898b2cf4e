import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse, questionsOf } from '../src/index.ts'

const FOLDER = new URL('../../../../app/src/main/resources/demo/checklists/', import.meta.url)

it.each(readdirSync(FOLDER))('the checklist %s of the demo is free of mistakes', (name) => {
  const { definition, errors } = parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))
  expect(errors).toEqual([])
  expect(questionsOf(definition ?? { sections: [] }).length).toBeGreaterThan(10)
})

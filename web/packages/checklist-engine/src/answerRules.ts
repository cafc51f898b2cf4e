import {
  CONFORM,
  type Answers,
  type Column,
  type Kind,
  type Question,
  type Row,
  type WrongAnswer,
} from './model.ts'
import { isBlank, isDay, isDecimal, isIn, strip } from './values.ts'

const TEXT = 200
const LONG_TEXT = 4000
const REMARK = 1000
const PHOTOS = 20
export const ROWS = 50
const HASH = /^[0-9a-f]{64}$/

type Wrong = { key: string; arguments: string[] } | null

const wrong = (key: string, ...values: string[]): Wrong => ({ key, arguments: values })

/** An own member only: a question may have the code `constructor`. */
export const at = <T>(record: Record<string, T>, code: string): T | undefined =>
  Object.hasOwn(record, code) ? record[code] : undefined
export const one = (answers: Answers, code: string): string => strip(at(answers.answers, code) ?? '')
export const several = (answers: Answers, code: string): string[] =>
  (at(answers.several, code) ?? []).map(strip).filter((value) => value !== '')
/** Rows that have something in them. */
export const rowsOf = (answers: Answers, code: string): Row[] =>
  (at(answers.rows, code) ?? []).filter((row) => Object.values(row).some((cell) => !isBlank(cell)))

interface Asked {
  kind: Kind
  choices: string[]
  min: string | null
  max: string | null
}

function value({ kind, choices, min, max }: Asked, given: string): Wrong {
  if (kind === 'conform') return CONFORM.includes(given) ? null : wrong('choice', given)
  if (kind === 'choice' || kind === 'choices') return choices.includes(given) ? null : wrong('choice', given)
  if (kind === 'number') return number(given, min, max)
  if (kind === 'text') return given.length > TEXT ? wrong('text-long', String(TEXT)) : null
  if (kind === 'long-text') return given.length > LONG_TEXT ? wrong('text-long', String(LONG_TEXT)) : null
  if (kind === 'date') return isDay(given) ? null : wrong('day', given)
  return null
}

function number(given: string, min: string | null, max: string | null): Wrong {
  if (!isDecimal(given)) return wrong('number', given)
  if (isIn(given, min, max)) return null
  if (min === null) return wrong('number-high', given, String(max))
  return max === null ? wrong('number-low', given, min) : wrong('number-range', given, min, max)
}

function choices(question: Question, given: string[]): Wrong {
  const other = given.find((one) => !question.choices.includes(one))
  if (other !== undefined) return wrong('choice', other)
  return new Set(given).size < given.length ? wrong('choice-twice') : null
}

function photos(hashes: string[]): Wrong {
  if (hashes.length > PHOTOS) return wrong('photos-many', String(PHOTOS))
  return hashes.every((hash) => HASH.test(hash)) ? null : wrong('photo')
}

function cell(column: Column, given: string): Wrong {
  if (given === '') return column.required ? wrong('cell-missing') : null
  return value(column, given)
}

function table(question: Question, rows: Row[]): WrongAnswer[] {
  const found: WrongAnswer[] = []
  const most = question.maxRows ?? ROWS
  if (rows.length > most) found.push(whole(question.code, 'rows-many', String(most)))
  rows.forEach((row, index) => {
    for (const column of question.columns) {
      const bad = cell(column, strip(at(row, column.code) ?? ''))
      if (bad) found.push({ question: question.code, row: index + 1, column: column.code, ...bad })
    }
  })
  return found
}

const whole = (question: string, key: string, ...values: string[]): WrongAnswer => ({
  question,
  row: 0,
  column: '',
  key,
  arguments: values,
})

/** Which answers to a question cannot be taken. */
export function wrongAnswers(question: Question, answers: Answers): WrongAnswer[] {
  const { code, kind } = question
  const found: WrongAnswer[] = []
  const add = (bad: Wrong) => {
    if (bad) found.push({ question: code, row: 0, column: '', ...bad })
  }
  if (kind === 'choices') add(choices(question, several(answers, code)))
  else if (kind === 'photo') add(photos(several(answers, code)))
  else if (kind === 'table') found.push(...table(question, rowsOf(answers, code)))
  else if (one(answers, code) !== '') add(value(question, one(answers, code)))
  if (strip(at(answers.remarks, code) ?? '').length > REMARK) add(wrong('remark-long', String(REMARK)))
  return found
}

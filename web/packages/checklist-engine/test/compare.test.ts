import { describe, expect, it } from 'vitest'
import {
  compareDefinitions,
  conditionText,
  newQuestion,
  wordsIn,
  type Definition,
  type Question,
} from '../src/index.ts'

const of = (...questions: Partial<Question>[]): Definition => ({
  model: 2,
  title: '表',
  sections: [
    {
      title: '一',
      showIf: null,
      questions: questions.map((one) => ({
        ...newQuestion(one.code ?? ''),
        text: '看什么',
        standard: '标准',
        ...one,
      })),
    },
  ],
})

describe('two versions', () => {
  it('differ in questions that were added, removed or changed, by member', () => {
    const before = of({ code: '1' }, { code: '2', standard: '一台' }, { code: '3' })
    const after = of({ code: '2', standard: '两台', required: false }, { code: '1' }, { code: '4' })
    expect(compareDefinitions(before, after).map(({ code, how, fields }) => [code, how, fields])).toEqual([
      ['2', 'changed', ['required', 'standard']],
      ['3', 'removed', []],
      ['4', 'added', []],
    ])
  })

  it('differ where a question stands in another section, or its section has another condition', () => {
    const before = of({ code: '1' })
    const after: Definition = {
      ...before,
      sections: [{ ...(before.sections[0] as Definition['sections'][0]), title: '二' }],
    }
    expect(compareDefinitions(before, after)[0]?.fields).toEqual(['section'])
    expect(compareDefinitions(before, before)).toEqual([])
  })
})

describe('conditions in words', () => {
  it('stand as they do on paper', () => {
    const condition = {
      all: [
        { question: '1', is: 'not-conform' },
        { any: [{ question: '2', in: ['甲', '乙'] }, { not: { question: '3', atLeast: '5', less: '6' } }] },
        { question: '4', answered: false },
      ],
    }
    expect(conditionText(wordsIn('zh'), condition)).toBe(
      '1 为“不符合”，并且 （2 为“甲”、“乙”之一，或者 不是（3 小于 6，并且 3 不小于 5）），并且 4 没有作答',
    )
    expect(conditionText(wordsIn('en'), condition)).toBe(
      '1 is “Does not” and (2 is one of “甲”, “乙” or not (3 is less than 6 and 3 is at least 5)) and 4 is not answered',
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { Kind } from './api'
import { detailColumns, detailFields, detailsOf, detailWords, relationLabel } from './kindFields'

const kinds: Kind[] = [
  {
    kind: 'equipment',
    relations: [{ name: 'located-in', label: '所在场所', to: ['premises'] }],
    fields: [
      {
        name: 'registration-code',
        label: '设备注册代码',
        type: 'code',
        required: true,
        personal: false,
        choices: [],
      },
      {
        name: 'equipment-category',
        label: '设备种类',
        type: 'choice',
        required: true,
        personal: false,
        choices: [{ value: 'lift', label: '电梯' }],
      },
    ],
  },
]

describe('fields that only a kind has', () => {
  it('are lines of the form of that kind and of no other', () => {
    expect(detailFields(kinds, 'equipment').map((one) => [one.key, one.kind, one.required])).toEqual([
      ['details.registration-code', 'text', true],
      ['details.equipment-category', 'choice', true],
    ])
    expect(detailFields(kinds, 'enterprise')).toEqual([])
  })

  it('are sent without those that are empty', () => {
    const fields = detailFields(kinds, 'equipment')
    expect(
      detailsOf(fields, { 'details.registration-code': ' 31 ', 'details.equipment-category': '', name: 'x' }),
    ).toEqual({ 'registration-code': '31' })
  })

  it('stand in the history in words, and are columns of an export of the kind', () => {
    expect(detailWords(kinds, 'details.equipment-category')?.text('lift')).toBe('电梯')
    expect(detailWords(kinds, 'name')).toBeUndefined()
    expect(relationLabel(kinds, 'relations.located-in')).toBe('所在场所')
    expect(detailColumns(kinds, 'equipment')[0]).toEqual({
      value: 'details.registration-code',
      label: '设备注册代码',
    })
  })
})

import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Burden } from './api'
import TargetCeilings from './TargetCeilings.vue'

const ceiling = (more: Partial<Burden['ceilings'][number]> = {}): Burden['ceilings'][number] => ({
  ceiling: 'annual-cap',
  item: { id: 'i', name: '重点用能单位节能监察' },
  max: 2,
  drawn: 1,
  left: 1,
  hold: 'holds',
  asARule: true,
  clauses: ['ZB-12'],
  document: '',
  ...more,
})
const line = (more: Partial<Burden['ceilings'][number]> = {}) =>
  mount(TargetCeilings, { props: { ceilings: [ceiling(more)] } })
    .get('li')
    .text()

describe('the ceilings of a target', () => {
  it('say how often it was drawn, how often it may be, and on what that rests', () => {
    const text = line()
    expect(text).toContain('本年已抽 1 次，上限 2 次')
    expect(text).toContain('还可抽 1 次')
    expect(text).toContain('ZB-12')
  })

  it('tell one that is reached from one that nobody can go beyond', () => {
    expect(line({ drawn: 2, left: 0 })).toContain('须写明理由')
    const hard = line({
      ceiling: 'department-ceiling',
      drawn: 1,
      max: 1,
      left: 0,
      asARule: false,
      document: '局公告 1 号',
    })
    expect(hard).toContain('不得再抽')
    expect(hard).toContain('局公告 1 号')
  })

  it('say of which inspections they speak where rules differ', () => {
    expect(line({ inspections: 'joint' })).toContain('部门联合检查')
    expect(line({ inspections: 'own' })).toContain('本部门单独检查')
  })

  it('say why one does not hold for this target', () => {
    expect(line({ drawn: 5, left: 0, hold: 'outside-the-limit' })).toContain('不受此上限限制')
    expect(line({ drawn: 5, left: 0, hold: 'not-low-risk' })).toContain('低风险')
  })
})

import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import type { SentCommand } from '@/shared/detail/command'
import type { StaffingChange } from './api'
import { change, visit } from './sample'
import { bodyOf } from './staffing'
import VisitView from './VisitView.vue'

const view = (more: Parameters<typeof visit>[0] = {}) =>
  mount(VisitView, { props: { visit: visit(more), inspectors: [], others: [] }, attachTo: document.body })

describe('VisitView', () => {
  it('shows the team, its leader first, and leads to the record once it is dispatched', () => {
    const shown = view()
    expect(shown.get('.team li').text()).toContain('组长')
    expect(shown.find('.record').exists()).toBe(true)
    expect(view({ state: 'staffed' }).find('.record').exists()).toBe(false)
  })

  it('offers the papers to print once it is dispatched, each in a tab of its own', () => {
    const links = view().findAll<HTMLAnchorElement>('.papers a')
    expect(links.map((one) => one.text())).toEqual(['检查通知书', '检查表', '检查记录'])
    expect(links.map((one) => one.attributes('href'))).toEqual(
      ['notice', 'checklist', 'record'].map((name) => `/api/visits/${visit().id}/${name}.pdf?lang=zh-CN`),
    )
    expect(links.every((one) => one.attributes('target') === '_blank')).toBe(true)
    expect(view({ state: 'drawn' }).find('.papers').exists()).toBe(false)
  })

  it('names the department of each place, a licence that ends before the visit, and who is missing', () => {
    const shown = view({
      emptySeats: [{ role: 'c-partner-1', department: { id: 'd2', name: '应急管理局' }, leader: false }],
      assistants: [
        { id: 'e1', kind: 'expert', name: '陈工', organisation: '特检院', purpose: '压力容器检测' },
      ],
    })
    const [first, second, empty] = shown.findAll('.team li').map((one) => one.text())
    expect(first).not.toContain('检查前到期')
    expect(second).toContain('检查前到期')
    expect(empty).toContain('缺 1 人')
    expect(empty).toContain('应急管理局')
    expect(shown.get('.along').text()).toContain('不计入检查组人数')
  })

  it('says how many a team needs while there is none', () => {
    expect(view({ members: [], state: 'drawn' }).text()).toContain('至少 2 人')
  })

  it('counts what waits for a decision and decides it', async () => {
    const shown = view({ changes: [change(), change({ id: 'c2', state: 'done', allowedCommands: [] })] })
    expect(shown.get('.waiting').text()).toBe('有 1 项申请等待决定')
    await shown.get('#tab-changes').trigger('click')
    await nextTick()
    expect(shown.findAll('[data-command=approve]')).toHaveLength(1)
    await shown.get('[data-command=approve]').trigger('click')
    await nextTick()
    const dialog = document.querySelector('.el-dialog')
    ;[...(dialog?.querySelectorAll('button') ?? [])].at(-1)?.click()
    await nextTick()
    const [decided, sent] = shown.emitted<[StaffingChange, SentCommand]>('decide')?.[0] ?? []
    expect(decided?.id).toBe('c1')
    expect(sent?.name).toBe('approve')
  })

  it('offers the ways that the rules give', async () => {
    const shown = view()
    await shown.get('[data-command=recuse]').trigger('click')
    await nextTick()
    const ways = [...document.querySelectorAll('.el-dialog .el-radio')].map((one) => one.textContent?.trim())
    expect(ways).toEqual(['重新随机抽取', '与其他检查对调对象'])
  })
})

describe('the body of a staffing request', () => {
  const sent = (values: SentCommand['values']): SentCommand => ({ name: 'x', key: 'k', values })

  it('marks a reason of one’s own', () => {
    expect(bodyOf(sent({ reason: 'other', reasonText: ' 参加专项培训 ' }))).toEqual({
      reason: 'other:参加专项培训',
    })
    expect(bodyOf(sent({ reason: 'health', reasonText: '' }))).toEqual({ reason: 'health' })
  })

  it('sends no visit to swap with as null', () => {
    expect(bodyOf(sent({ otherVisitId: '', way: 'new-random-draw' }))).toEqual({
      otherVisitId: null,
      way: 'new-random-draw',
    })
  })

  it('sends who goes along by kind and id, and a day that is taken back as null', () => {
    const along = { ...sent({ subjectId: 'staff:p9', purpose: '记录' }), name: 'add-assistant' }
    expect(bodyOf(along)).toEqual({ kind: 'staff', subjectId: 'p9', purpose: '记录' })
    expect(bodyOf(sent({ day: '' }))).toEqual({ day: null })
  })
})

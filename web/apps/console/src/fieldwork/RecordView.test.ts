import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { RecordContent } from './api'
import RecordView from './RecordView.vue'
import { record } from './sample'

const view = (more: Parameters<typeof record>[0] = {}, props: Record<string, unknown> = {}) =>
  mount(RecordView, { props: { record: record(more), ...props }, attachTo: document.body })
const saved = (shown: ReturnType<typeof view>) => shown.emitted<[RecordContent]>('save')?.[0]?.[0]
const incomplete = {
  type: 'x',
  title: '检查记录还差 2 项',
  status: 422,
  errors: [
    { field: 'methods', message: '检查方式未选' },
    { field: 'items.i2.type', message: '检查结果未选' },
  ],
}

describe('RecordView', () => {
  it('keeps answers as they are pressed and sends all of them when saved', async () => {
    const shown = view()
    await shown.get('[data-question="1.1"] [data-value=conform]').trigger('click')
    await shown.get('[data-value=on-site]').trigger('click')
    await shown.get('[data-step=licencesShown]').setValue(true)
    await shown.get('[data-value=no-problem-found]').trigger('click')
    expect(shown.emitted('dirty')?.at(-1)).toEqual([true])
    expect(shown.text()).toContain('有未保存的内容')
    await shown.get('[data-test=save]').trigger('click')
    expect(saved(shown)).toMatchObject({ methods: ['on-site'], licencesShown: true })
    expect(saved(shown)?.items[0]).toMatchObject({ answers: { '1.1': 'conform' }, type: 'no-problem-found' })
    expect(saved(shown)?.items).toHaveLength(2)
  })

  it('has the whole team there unless somebody is unticked, and says at the field who is too few', async () => {
    const team = [
      { inspectorId: 'a', name: '王强', leader: true },
      { inspectorId: 'b', name: '李娜', leader: false },
    ]
    const shown = view({}, { team })
    const ticked = () => shown.findAll<HTMLInputElement>('[data-officer]').map((one) => one.element.checked)
    expect(ticked()).toEqual([true, true])
    await shown.get('[data-officer=b]').setValue(false)
    expect(ticked()).toEqual([true, false])
    await shown.get('[data-test=save]').trigger('click')
    expect(saved(shown)?.officers).toEqual(['a'])
    await shown.setProps({
      refused: {
        ...incomplete,
        errors: [
          { field: 'officers', message: '在场的检查人员不足规定人数', fix: '填写实际在场的检查组成员' },
          { field: 'officers', message: '证件已过期' },
        ],
      },
    })
    expect(shown.get('.officers .wrong').text()).toBe(
      '在场的检查人员不足规定人数。填写实际在场的检查组成员；证件已过期',
    )
    await shown.get('[data-officer=b]').setValue(true)
    await shown.get('[data-test=save]').trigger('click')
    expect(shown.emitted<[RecordContent]>('save')?.at(-1)?.[0].officers).toBeNull()
  })

  it('counts as saved once the platform answers with a new version', async () => {
    const shown = view()
    await shown.get('[data-value=on-site]').trigger('click')
    await shown.setProps({ record: record({ version: 2 }) })
    expect(shown.emitted('dirty')?.at(-1)).toEqual([false])
    expect(shown.text()).toContain('内容已保存')
  })

  it('keeps what is entered when evidence arrives', async () => {
    const shown = view()
    await shown.get('[data-value=on-site]').trigger('click')
    await shown.setProps({ record: record() })
    await shown.get('[data-test=save]').trigger('click')
    expect(saved(shown)?.methods).toEqual(['on-site'])
  })

  it('shows what is missing at its place, and goes to the item that lacks something', async () => {
    const shown = view()
    await shown.setProps({ refused: incomplete })
    expect(shown.text()).toContain('还差 2 处')
    expect(shown.text()).toContain('检查方式未选')
    expect(shown.text()).toContain('第 2 项，共 2 项')
    expect(shown.text()).toContain('检查结果未选')
  })

  it('asks for the finding where something was found', async () => {
    const shown = view()
    expect(shown.find('#finding-0').exists()).toBe(false)
    await shown.get('[data-value=problem-found-to-be-handled]').trigger('click')
    expect(shown.find('#finding-0').exists()).toBe(true)
  })

  it('replaces items and signature by a reason where inspection was not possible', async () => {
    const shown = view()
    await shown.get('[data-value=direct]').trigger('click')
    expect(shown.find('[data-question="1.1"]').exists()).toBe(false)
    await shown.get('[data-value=unreachable-at-registered-address]').trigger('click')
    await shown.get('[data-test=save]').trigger('click')
    expect(saved(shown)?.direct).toEqual({ reason: 'unreachable-at-registered-address', explanation: '' })
  })

  it('lets the head accept or send back, and change nothing', () => {
    const shown = view({ state: 'submitted', allowedCommands: ['accept', 'send-back'] })
    expect(shown.findAll('[data-command]').map((one) => one.attributes('data-command'))).toEqual([
      'accept',
      'send-back',
    ])
    expect(shown.find('[data-test=save]').exists()).toBe(false)
  })
})

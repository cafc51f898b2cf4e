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
    await shown.get('[data-question="1.1"] [data-value=conform] input').setValue(true)
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

  it('says what follows from an answer, lets problems be added, and writes them into the result', async () => {
    const shown = view()
    await shown.get('[data-question="1.1"] [data-value="not-conform"] input').setValue(true)
    expect(shown.get('.problems').text()).toContain('发现的问题（1 个）')
    expect(shown.get('.problems').text()).toContain('责令改正，期限 15 天')
    await shown.get('[data-test=add-problem]').trigger('click')
    await shown.get('.problems textarea').setValue('门口堆放杂物')
    await shown.get('[data-value=problem-found-to-be-handled]').trigger('click')
    await shown.get('[data-test=take-over]').trigger('click')
    await shown.get('[data-test=save]').trigger('click')
    const entry = saved(shown)?.items[0]
    expect(entry?.added).toHaveLength(1)
    expect(entry?.finding).toBe('是否设立能源管理岗位\n门口堆放杂物')
    expect(entry?.measures).toEqual(['责令改正，期限 15 天'])
  })

  it('keeps the answer of a question that is hidden again, and counts what is shown', async () => {
    const shown = view()
    await shown.get('[data-question="1.1"] [data-value="not-conform"] input').setValue(true)
    await shown.get('[data-question="1.3"] textarea').setValue('没有任命文件')
    await shown.get('[data-question="1.1"] [data-value="conform"] input').setValue(true)
    expect(shown.find('[data-question="1.3"]').exists()).toBe(false)
    expect(shown.text()).toContain('必答 1/2')
    await shown.get('[data-test=save]').trigger('click')
    expect(saved(shown)?.items[0]?.answers['1.3']).toBe('没有任命文件')
  })

  it('puts a photo that was taken for a question into its answer once it has arrived', async () => {
    const shown = view()
    const input = shown.get<HTMLInputElement>('[data-question="1.4"] input[type=file]')
    const file = new File(['x'], 'a.jpg', { type: 'image/jpeg' })
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    expect(shown.emitted('evidence')?.[0]).toEqual(['photo', '1.4', [file]])
    const sha256 = 'ab'.repeat(32)
    const photo = {
      id: 'e1',
      kind: 'photo',
      fileName: 'a.jpg',
      mediaType: 'image/jpeg',
      size: 1,
      sha256,
      caption: '1.4',
      addedAt: '2026-03-10T02:00:00Z',
    }
    await shown.setProps({ record: record({ evidence: [photo] }) })
    await shown.get('[data-test=save]').trigger('click')
    expect(saved(shown)?.items[0]?.several['1.4']).toEqual([sha256])
    expect(shown.get('[data-question="1.4"] img').attributes('src')).toContain('/record/evidence/e1')
  })

  it('shows what the platform says of an answer at its question, of a cell too', async () => {
    const shown = view()
    await shown.setProps({
      refused: { ...incomplete, errors: [{ field: 'items.i1.answers.1.1', message: '检查表有必答项未答' }] },
    })
    expect(shown.get('[data-question="1.1"] .wrong').text()).toBe('检查表有必答项未答')
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

import { flushPromises, mount } from '@vue/test-utils'
import { nextTick, type Component } from 'vue'
import { describe, expect, it } from 'vitest'
import type { Problem } from '@/api/problem'
import type { CommandSpecs, SentCommand } from './command'
import DetailPage from './DetailPage.vue'

const commands: CommandSpecs = {
  submit: {},
  approve: { ask: '批准后立即生效。' },
  reject: {
    tone: 'danger',
    fields: [
      { key: 'reason', label: '理由', kind: 'longtext', required: true },
      { key: 'note', label: '备注', kind: 'text' },
    ],
  },
}
const refusal: Problem = {
  type: 'x',
  title: '不能退回',
  status: 422,
  errors: [
    { field: 'reason', message: '理由太短' },
    { field: 'other', message: '任务已结束' },
  ],
}

function detail(props: Record<string, unknown> = {}) {
  return mount(DetailPage as Component, {
    props: {
      module: 'planning',
      title: '年度计划',
      status: { text: '草稿', tone: 'neutral' },
      facts: [
        { key: 'year', label: '年度', value: 2026 },
        { key: 'note', label: '说明', value: '' },
      ],
      history: [{ id: '1', at: '2026-11-20T16:30:00Z', who: '林晓', what: '设立' }],
      allowedCommands: ['approve', 'reject', 'submit'],
      commands,
      ...props,
    },
    attachTo: document.body,
  })
}
type View = ReturnType<typeof detail>
const buttons = (view: View) =>
  view.findAll('[data-command]').map((button) => button.attributes('data-command'))
const dialog = () => document.querySelector<HTMLElement>('.el-dialog')
const shown = () => {
  const overlay = document.querySelector<HTMLElement>('.el-overlay')
  return overlay !== null && overlay.style.display !== 'none'
}
async function press(text: string) {
  const found = [...(dialog()?.querySelectorAll('button') ?? [])].find(
    (button) => button.textContent?.trim() === text,
  )
  if (!found) throw new Error(`no button ${text}`)
  found.click()
  await flushPromises()
}
const sent = (view: View) => view.emitted<[SentCommand]>('command')?.map(([command]) => command) ?? []

describe('DetailPage', () => {
  it('shows exactly the commands that are allowed, in the platform’s order', async () => {
    const view = detail()
    expect(buttons(view)).toEqual(['approve', 'reject', 'submit'])
    await view.setProps({ allowedCommands: ['withdraw'] })
    expect(buttons(view)).toEqual(['withdraw'])
    expect(view.get('[data-command=withdraw]').text()).toBe('撤回')
    await view.setProps({ allowedCommands: [] })
    expect(buttons(view)).toEqual([])
  })

  it('shows facts, a dash for an empty one, and the history by the clock of Shanghai', () => {
    const text = detail().text()
    expect(text).toContain('年度 2026')
    expect(text).toContain('说明 —')
    expect(text).toContain('2026-11-21 00:30')
  })

  it('sends a plain command at once, with a key of its own each time', async () => {
    const view = detail()
    await view.get('[data-command=submit]').trigger('click')
    await view.get('[data-command=submit]').trigger('click')
    const [first, second] = sent(view)
    expect(first?.name).toBe('submit')
    expect(first?.key).toMatch(/^[0-9a-f-]{36}$/)
    expect(second?.key).not.toBe(first?.key)
  })

  it('asks before a command that needs asking', async () => {
    const view = detail()
    await view.get('[data-command=approve]').trigger('click')
    expect(sent(view)).toEqual([])
    expect(dialog()?.textContent).toContain('批准后立即生效。')
    await press('批准')
    expect(sent(view).map((command) => command.name)).toEqual(['approve'])
  })

  it('does not send a form whose required lines are empty', async () => {
    const view = detail()
    await view.get('[data-command=reject]').trigger('click')
    await press('退回')
    expect(sent(view)).toEqual([])
    expect(dialog()?.textContent).toContain('请填写“理由”')
  })

  it('keeps form and key while a refused command is sent again, and closes when it is done', async () => {
    const view = detail()
    await view.get('[data-command=reject]').trigger('click')
    const area = dialog()?.querySelector('textarea')
    if (!area) throw new Error('no text area')
    area.value = '材料不全'
    area.dispatchEvent(new Event('input'))
    await nextTick()
    await press('退回')
    await view.setProps({ busy: 'reject' })
    await view.setProps({ busy: null, refused: refusal })
    await flushPromises()
    expect(dialog()?.textContent).toContain('理由太短')
    expect(dialog()?.querySelector('.problem')?.textContent).toContain('任务已结束')
    expect(dialog()?.querySelector('.problem')?.textContent).not.toContain('理由太短')
    await press('退回')
    const [first, second] = sent(view)
    expect(second).toEqual(first)
    expect(first?.values).toEqual({ reason: '材料不全', note: '' })
    await view.setProps({ busy: 'reject', refused: null })
    await view.setProps({ busy: null })
    await nextTick()
    expect(shown()).toBe(false)
  })

  it('shows the refusal of a plain command on the page', () => {
    expect(detail({ refused: refusal }).get('[role=alert]').text()).toContain('不能退回')
  })

  it('says when somebody else was first, and reloads on request', async () => {
    const view = detail({ clash: true })
    await nextTick()
    expect(dialog()?.textContent).toContain('内容已被他人更新')
    await press('重新加载')
    expect(view.emitted('reload')).toHaveLength(1)
  })
})

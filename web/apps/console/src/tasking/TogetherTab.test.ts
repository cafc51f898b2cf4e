import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import type { SentCommand } from '@/shared/detail/command'
import type { ItemToPick, Task } from './api'
import { invitation, part, task } from './sample'
import { answered, byRegion } from './together'
import TogetherTab from './TogetherTab.vue'

const alone = task().together
const choices: ItemToPick[] = [
  {
    item: { id: 'i7', code: 'YJ-01', name: '危险化学品经营检查', version: 1, category: 'key' },
    proposed: true,
  },
  {
    item: { id: 'i8', code: 'YJ-02', name: '应急预案检查', version: 1, category: 'general' },
    proposed: false,
  },
]
const view = (together: Partial<Task['together']>) =>
  mount(TogetherTab, {
    props: { task: task({ together: { ...alone, ...together } }), choices },
    attachTo: document.body,
  })

/** Presses the button that sends in the dialog that is open. */
async function send(): Promise<void> {
  await nextTick()
  const dialogs = [...document.querySelectorAll('.el-dialog')]
  const buttons = [...(dialogs.at(-1)?.querySelectorAll('button') ?? [])]
  buttons.at(-1)?.click()
  await nextTick()
}

describe('TogetherTab', () => {
  it('shows who was invited, what they answered, and who is late', () => {
    const shown = view({
      invitations: [
        invitation({ state: 'accepted', items: ['YJ-01 危险化学品经营检查'] }),
        invitation({ id: 'n2', state: 'refused', reason: '人员已排满', department: { id: 'd4', name: '市消防救援支队' } }),
        invitation({ id: 'n3', late: true, department: { id: 'd5', name: '市税务局' } }),
      ],
    })
    expect(shown.text()).toContain('2/3 个已答复')
    expect(shown.get('[data-invitation=accepted]').text()).toContain('YJ-01 危险化学品经营检查')
    expect(shown.get('[data-invitation=refused]').text()).toContain('原因：人员已排满')
    expect(shown.get('[data-invitation=invited]').text()).toContain('逾期未答复')
    expect(shown.findAll('[data-command]')).toHaveLength(0)
  })

  it('proposes the items of the plan line to the invited, and sends whose answer it is', async () => {
    const shown = view({
      invitations: [invitation({ allowedCommands: ['accept-invitation', 'refuse-invitation'] })],
    })
    await shown.get('[data-command=accept-invitation]').trigger('click')
    await send()
    const [sent] = shown.emitted<[SentCommand]>('command')?.[0] ?? []
    expect(sent?.name).toBe('accept-invitation')
    expect(sent?.values).toEqual({ itemVersionIds: ['i7'], of: 'n1', seen: 1 })
    shown.unmount()
  })

  it('does not send a refusal without a reason', async () => {
    const shown = view({ invitations: [invitation({ allowedCommands: ['refuse-invitation'] })] })
    await shown.get('[data-command=refuse-invitation]').trigger('click')
    await send()
    expect(shown.emitted('command')).toBeUndefined()
    shown.unmount()
  })

  it('shows county by county where the list went, and what stayed', () => {
    const kept = part({ id: 'h3', region: '临淄区', lead: false, state: 'kept' })
    const shown = view({
      handedDown: true,
      parts: [part({ id: 'h2', lead: false }), part({ state: 'received', receivedAt: '2026-11-22T01:00:00Z' }), kept],
      progress: [
        {
          department: { id: 'd3', name: '张店区市场监督管理局' },
          region: '张店区',
          visits: 4,
          staffed: 0,
          dispatched: 2,
          finished: 1,
          late: 1,
        },
      ],
      savings: { merged: 3, saved: 4 },
    })
    expect(byRegion([part({ id: 'h2', lead: false }), part(), kept]).map(({ parts }) => parts[0]?.id)).toEqual([
      'h1',
      'h3',
    ])
    expect(shown.text()).toContain('1/2 份已签收')
    expect(shown.get('[data-part=kept]').text()).toContain('当地没有该条线的部门')
    expect(shown.get('.late').text()).toBe('1')
    expect(shown.get('[data-test=savings]').text()).toContain('少跑 4 户次')
  })

  it('counts answers without those that were taken back', () => {
    expect(answered([{ state: 'accepted' }, { state: 'withdrawn' }, { state: 'invited' }])).toEqual({
      done: 1,
      all: 2,
    })
  })
})

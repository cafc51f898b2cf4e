import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type { SentCommand } from '@/shared/detail/command'
import type { Task } from './api'
import { cutPeriod } from './poolPlan'
import { invitation, part, poolPlan, poolRows, task } from './sample'
import { taskSteps } from './task'
import TaskView from './TaskView.vue'

const pool = { items: poolRows, total: 3, totalExact: true, page: 1, size: 20 }
const view = (more: Parameters<typeof task>[0] = {}, props: Record<string, unknown> = {}) =>
  mount(TaskView, {
    props: {
      task: task(more),
      owner: '1',
      pool,
      poolQuery: { ...firstPage },
      visits: [],
      poolPlan: poolPlan(),
      ...props,
    },
    attachTo: document.body,
  })
const bar = (shown: ReturnType<typeof view>) =>
  shown.findAll('.head [data-command]').map((button) => button.attributes('data-command'))
const alone = { invitations: [], handedDown: false, parts: [] }
const steps = (
  state: Task['state'],
  poolPreparedAt?: string,
  together: Parameters<typeof taskSteps>[0]['together'] = alone,
) => taskSteps({ state, createdAt: '2026-11-20T01:00:00Z', poolPreparedAt, together }, (stage) => stage)
const states = (state: Task['state'], poolPreparedAt?: string) =>
  steps(state, poolPreparedAt).map((step) => step.state)

describe('TaskView', () => {
  it('offers every allowed command in the bar, but the one that belongs to a line of the pool', () => {
    expect(bar(view())).toEqual(['prepare-pool', 'freeze-pool', 'abandon'])
  })

  it('says what is next, and leads to the draw that is being held', () => {
    expect(view().get('.next').text()).toContain('核对抽取范围')
    const drawing = view({
      state: 'drawing-targets',
      draws: [
        { id: 'old', number: 'D-2026-0006', purpose: 'targets', state: 'void', rounds: 0 },
        { id: 'now', number: 'D-2026-0007', purpose: 'targets', state: 'prepared', rounds: 0 },
      ],
    })
    expect(drawing.get('.next a').attributes('href')).toBe('/draws/now')
  })

  it('says that it is the turn of the counties where the list went down', () => {
    const together = { ...task().together, handedDown: true, parts: [part()] }
    expect(view({ state: 'targets-drawn', together }).get('.next').text()).toContain('部门签收')
    const received = { ...together, parts: [part({ state: 'received' })] }
    expect(view({ state: 'targets-drawn', together: received }).get('.next').text()).toContain('已全部签收')
  })

  it('says which registry must be confirmed before a draw, and leads there', () => {
    const shown = view({
      toConfirm: [{ registry: 'targets', lack: 'never', confirmed: null, clauses: ['PDS-11'] }],
    })
    expect(shown.get('[data-to-confirm=targets]').text()).toContain('检查对象名录库还须确认')
    expect(shown.get('[data-to-confirm=targets]').text()).toContain('PDS-11')
    expect(view().find('[data-to-confirm]').exists()).toBe(false)
  })

  it('shows numbers, rates and expected quotas of each class, rounded up', () => {
    expect(view().get('[data-stratum=A]').text()).toContain('1%')
    expect(view().get('tfoot').text()).toContain('291')
    expect(view().get('tfoot').text()).toContain('14')
  })

  it('says in words why a target is left out', () => {
    const rows = view()
      .findAll('.rows tbody tr')
      .map((row) => row.text())
    expect(rows[0]).toContain('纳入')
    expect(rows[1]).toContain('达到年度抽查次数上限')
    expect(rows[1]).toContain('本年度已抽 2/2 次')
    expect(rows[2]).toContain('登记状态：已注销')
  })

  it('asks for the targets of one reason, and for all again', async () => {
    const shown = view()
    await shown.get('[data-reason=annual-cap]').trigger('click')
    expect(shown.emitted('askPool')?.[0]).toMatchObject([{ filters: { excluded: 'annual-cap' } }])
    await shown.setProps({ poolQuery: { ...firstPage, filters: { excluded: 'annual-cap' } } })
    await shown.get('[data-reason=annual-cap]').trigger('click')
    expect(shown.emitted('askPool')?.[1]).toMatchObject([{ filters: { excluded: '' } }])
  })

  it('takes a target beyond the yearly limit only with a reason', async () => {
    const shown = view()
    expect(shown.findAll('[data-command=allow-beyond-cap]')).toHaveLength(1)
    await shown.get('[data-command=allow-beyond-cap]').trigger('click')
    await nextTick()
    const dialog = document.querySelector('.el-dialog')
    expect(dialog?.textContent).toContain('示例市海岳新材料有限公司')
    const send = [...(dialog?.querySelectorAll('button') ?? [])].at(-1)
    send?.click()
    await nextTick()
    expect(shown.emitted('command')).toBeUndefined()
    const area = dialog?.querySelector('textarea')
    if (!area) throw new Error('no text area')
    area.value = '群众集中反映'
    area.dispatchEvent(new Event('input'))
    await nextTick()
    send?.click()
    await nextTick()
    const [sent] = shown.emitted<[SentCommand]>('command')?.[0] ?? []
    expect(sent?.name).toBe('allow-beyond-cap')
    expect(sent?.values).toEqual({ reason: '群众集中反映', targetId: 'b' })
  })
})

describe('the pool of a task', () => {
  it('names the clause of each reason', () => {
    expect(view().get('[data-reason=annual-cap]').text()).toContain('ZB-12')
  })

  it('shows regions and weights where the plan splits the numbers', () => {
    const plan = poolPlan({
      weighted: true,
      strata: [
        {
          stratum: 'A.331002',
          ofClass: 'A',
          regionCode: '331002',
          regionName: '椒江区',
          members: 90,
          rateBp: null,
          weight: 3,
          quota: 6,
        },
      ],
    })
    const row = view({}, { poolPlan: plan }).get('[data-region="331002"]').text()
    expect(row).toContain('椒江区')
    expect(row).toContain('权重 3')
    expect(row).toContain('6 / 90')
  })

  it('says what there is to know, and asks for a reason where one is needed', async () => {
    const shown = view(
      {},
      {
        poolPlan: poolPlan({
          notes: [
            { kind: 'class-without-floor', weight: 'told', arguments: ['B', '7'], clauses: ['N-14'] },
            {
              kind: 'low-rate-not-lowered',
              weight: 'needs-reason',
              arguments: ['A', '3%', 'B', '3%'],
              clauses: ['TZ-18'],
            },
          ],
        }),
      },
    )
    expect(shown.get('[data-note=class-without-floor]').text()).toContain('7 户，一户也不抽')
    expect(shown.get('[data-note=low-rate-not-lowered]').text()).toContain('TZ-18')
    await shown.get('.head [data-command=freeze-pool]').trigger('click')
    await nextTick()
    expect(document.querySelector('.el-dialog textarea')).not.toBeNull()
  })

  it('says how far work on it is, and stops it', async () => {
    const run = { id: 'r', kind: 'prepare', outcome: 'running', jobId: 'j', problem: null } as const
    const poolJob = {
      done: 40_000,
      total: 160_000,
      message: '正在逐户核对抽取范围',
      allowedCommands: ['cancel'],
    }
    const shown = view({ allowedCommands: [] }, { poolPlan: poolPlan({ run }), poolJob })
    expect(shown.get('[role=status]').text()).toContain('正在逐户核对抽取范围')
    expect(shown.get('[role=status]').text()).toContain('40,000')
    await shown.get('[data-test=cancel]').trigger('click')
    expect(shown.emitted('cancelPoolRun')).toHaveLength(1)
  })

  it('says why work on it came to nothing', () => {
    const problem = {
      type: 'urn:sunlot:problem:tasking.pool-stale',
      title: '抽取范围已变化',
      status: 409,
      detail: '有 2 户与您看到的不同',
      clauses: ['ZB-9'],
      allowedCommands: [],
      errors: [],
    }
    const run = { id: 'r', kind: 'freeze', outcome: 'refused', jobId: 'j', problem } as const
    expect(view({}, { poolPlan: poolPlan({ run }) }).text()).toContain('有 2 户与您看到的不同')
  })

  it('lets a stated group in beyond a ceiling that holds as a rule, and no other', () => {
    const capGroups = [{ group: 'D', members: 9 }]
    const allowedCommands = ['allow-group-beyond-cap']
    const cap = poolPlan().cap
    const offered = (asARule: boolean) =>
      view({}, { poolPlan: poolPlan({ capGroups, allowedCommands, cap: { ...cap, asARule } }) })
        .find('[data-command=allow-group-beyond-cap]')
        .exists()
    expect(offered(true)).toBe(true)
    expect(offered(false)).toBe(false)
  })
})

describe('batches', () => {
  it('cut a period into parts whose lengths differ by a day at most', () => {
    const parts = cutPeriod('2026-03-01', '2026-05-31', 3)
    expect(parts[0]).toEqual({ from: '2026-03-01', to: '2026-03-30' })
    expect(parts.at(-1)?.to).toBe('2026-05-31')
    parts.slice(1).forEach((part, index) => {
      const before = new Date(`${parts[index]?.to}T00:00:00Z`)
      before.setUTCDate(before.getUTCDate() + 1)
      expect(part.from).toBe(before.toISOString().slice(0, 10))
    })
  })
})

describe('the steps of a task', () => {
  it('go on with its state', () => {
    expect(states('opened')).toEqual(['done', 'current', 'todo', 'todo', 'todo', 'todo'])
    expect(states('staffed')).toEqual(['done', 'done', 'done', 'done', 'current', 'todo'])
    expect(states('ended')).toEqual(Array(6).fill('done'))
  })

  it('have set-up and handing down only where there are departments for it', () => {
    const joint = { invitations: [invitation()], handedDown: true, parts: [part()] }
    expect(steps('setting-up', undefined, joint).find((step) => step.state === 'current')?.key).toBe('set-up')
    expect(steps('targets-drawn', undefined, joint).find((step) => step.state === 'current')?.key).toBe(
      'handed-down',
    )
    const received = { ...joint, parts: [part({ state: 'received' })] }
    expect(steps('targets-drawn', undefined, received).find((step) => step.state === 'current')?.key).toBe(
      'teams',
    )
    expect(steps('opened').map((step) => step.key)).not.toContain('set-up')
  })

  it('stop where an abandoned task stood', () => {
    expect(states('abandoned', '2026-11-20T02:00:00Z')).toEqual([
      'done',
      'done',
      'failed',
      'skipped',
      'skipped',
      'skipped',
    ])
  })
})

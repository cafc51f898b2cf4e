import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Workload } from './api'
import WorkloadList from './WorkloadList.vue'

const visit = (id: string, from: string, to: string) => ({
  id,
  number: `V-2026-${id}`,
  targetName: '阳光机械',
  from,
  to,
})

describe('what is ahead of an inspector', () => {
  it('stands under the month in which it begins, or under this one where it is under way', () => {
    const workload = {
      today: '2026-11-30',
      visits: [visit('0001', '2026-01-01', '2026-12-31'), visit('0002', '2026-12-05', '2026-12-31')],
    } as unknown as Workload
    const leave = [{ id: 'l1', from: '2026-11-28', to: '2026-12-03', reason: '培训' }]
    const view = mount(WorkloadList, {
      props: { workload, leave: leave as never },
      global: { stubs: { 'router-link': { template: '<a><slot /></a>' } } },
    })
    expect(view.findAll('h3').map((heading) => heading.text())).toEqual([
      '2026-11：1 次检查',
      '2026-12：1 次检查',
    ])
  })
})

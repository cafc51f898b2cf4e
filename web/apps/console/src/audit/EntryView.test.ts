import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type { EntryDetail, EntryRow } from './api'
import { holds, linesOf } from './content'
import EntriesView from './EntriesView.vue'
import EntryView from './EntryView.vue'

const row: EntryRow = {
  id: '17',
  at: '2026-11-20T01:30:00Z',
  type: 'target-changed',
  typeName: '检查对象修改',
  ref: '91370303MA3C0EXA08',
  actor: '王经办',
}
const entry: EntryDetail = {
  entry: row,
  pseudonym: 'a-1',
  payload: '{"name":["旧名","新名"],"reason":"更名"}',
  salt: '00'.repeat(32),
  hash: '91411af36efb2e7a14b67494570b0af4c8c210acb5d9eeaa9d11a027c4448dec',
}

describe('entries', () => {
  it('show what, when, the number and by whom, or the platform', () => {
    const items = [row, { ...row, id: '16', actor: null }]
    const result = { items, total: 2, totalExact: true, page: 1, size: 20 }
    const shown = mount(EntriesView, {
      props: { owner: '1', types: [], business: true, query: { ...firstPage }, result },
    })
    expect(shown.text()).toContain('检查对象修改')
    expect(shown.text()).toContain('91370303MA3C0EXA08')
    expect(shown.text()).toContain('王经办')
    expect(shown.text()).toContain('系统')
  })
})

describe('an entry', () => {
  it('says line by line what was and what is now', () => {
    expect(linesOf(entry.payload)).toEqual([
      { key: 'name', value: '旧名 → 新名' },
      { key: 'reason', value: '更名' },
    ])
    expect(linesOf('{}')).toEqual([])
  })

  it('is checked in the browser, and a changed one does not agree', async () => {
    expect(await holds(entry.salt, entry.payload, entry.hash)).toBe(true)
    expect(await holds(entry.salt, entry.payload.replace('新', '另'), entry.hash)).toBe(false)
    const shown = mount(EntryView, { props: { entry } })
    expect(shown.text()).toContain('旧名 → 新名')
    expect(shown.text()).toContain(entry.hash)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '@/api/problem'
import { sayDone } from './done'
import { useWrite } from './useWrite'

const refuse = () => Promise.reject(new Refusal({ type: 'x', title: '不行', status: 409 }))

describe('useWrite', () => {
  it('sends a refused write again with the same key, and the next one with another', async () => {
    const { state, run } = useWrite()
    const keys: string[] = []
    const note = (key: string) => keys.push(key)
    await run((key) => (note(key), refuse()))
    expect(state.problem?.title).toBe('不行')
    expect(await run((key) => Promise.resolve(note(key)))).toBe(2)
    expect(state.problem).toBeNull()
    await run((key) => Promise.resolve(note(key)))
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('takes back that the step before is done once a write is refused', async () => {
    const said = () => document.querySelectorAll('.el-message--success').length
    sayDone()
    await vi.waitFor(() => expect(said()).toBe(1))
    await useWrite().run(refuse)
    await vi.waitFor(() => expect(said()).toBe(0))
  })

  it('does nothing while one is under way', async () => {
    const { state, run } = useWrite()
    let end = () => {}
    const first = run(() => new Promise<number>((done) => (end = () => done(1))))
    expect(state.busy).toBe(true)
    expect(await run(() => Promise.resolve(2))).toBeUndefined()
    end()
    expect(await first).toBe(1)
    expect(state.busy).toBe(false)
  })
})

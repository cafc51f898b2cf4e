import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { duration, lookForNext, show, SHOWN, type ScreenRow } from '@screen/screen.js'

const screen = (drawn: number, more = '') => `<div class="draw-screen" data-drawn="${drawn}" data-over="false"
  data-results="/draws/1/live/result.json" data-playing="showing">
  <p class="ds-say">${drawn} drawn</p><b data-count>${drawn}</b><progress class="ds-bar" max="${drawn}" value="${drawn}"></progress>
  <table><tbody><tr><td data-stratum="A">${drawn}</td></tr></tbody></table><ol data-rows><li>last</li></ol>${more}
  <template data-row><li><span data-f="n"></span><span data-f="stratum"></span><span data-f="first"></span><span data-f="second"></span></li></template>
</div>`

/** As a browser writes it. */
function written(html: string): string {
  const page = document.createElement('div')
  page.innerHTML = html
  return page.innerHTML
}

const row = (n: number): ScreenRow => ({
  n,
  stratum: 'A',
  label: 'A',
  first: `token${n}`,
  firstNamed: false,
  second: `ticket${n}`,
  secondNamed: false,
})

/** A room whose clock moves as often as somebody waits, and what stood there each time. */
function room(total: number, step = 100) {
  const root = document.createElement('div')
  let time = 0
  let asked = 0
  const seen: { count: string; rows: number; nodes: number; stratum: string }[] = []
  const options = {
    still: () => false,
    now: () => time,
    fetch: (_: string, from: number, size: number) => {
      asked += size
      return Promise.resolve(Array.from({ length: size }, (_, i) => row(from + i)))
    },
    pause: () => {
      time += step
      seen.push({
        count: root.querySelector('[data-count]')?.textContent ?? '',
        rows: root.querySelectorAll('[data-rows] > li').length,
        nodes: root.querySelectorAll('*').length,
        stratum: root.querySelector('[data-stratum]')?.textContent ?? '',
      })
      return Promise.resolve()
    },
  }
  return { root, options, seen, asked: () => asked, before: screen(0), after: screen(total) }
}

describe('draw screen', () => {
  it('counts along when a draw was made and ends with exactly what the server made', async () => {
    const { root, options, seen, before, after } = room(50, 2000)
    await show(root, before, options)
    await show(root, after, options)
    expect(root.innerHTML).toBe(written(after))
    const counts = seen.map((at) => Number(at.count))
    expect(counts.length).toBeGreaterThan(3)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(counts[0]).toBe(0)
    expect(counts.at(-1)).toBeLessThan(50)
    expect(seen.every((at) => at.stratum === at.count)).toBe(true)
  })

  it('counts a substitute round on from where the draw ended', async () => {
    const { root, options, seen, asked, after } = room(50, 500)
    await show(root, screen(40), options)
    await show(root, after, options)
    expect(seen[0]?.count).toBe('40')
    expect(seen[0]?.stratum).toBe('40')
    expect(asked()).toBe(10)
    expect(root.innerHTML).toBe(written(after))
  })

  it('shows 50,000 with twenty rows at a time, for forty seconds at most', async () => {
    const { root, options, seen, asked, before, after } = room(50_000, 500)
    await show(root, before, options)
    await show(root, after, options)
    expect(root.innerHTML).toBe(written(after))
    expect(asked()).toBe(50_000)
    expect(Math.max(...seen.map((at) => at.rows))).toBe(SHOWN)
    expect(Math.max(...seen.map((at) => at.nodes))).toBeLessThan(2000)
    expect(duration(50_000)).toBeLessThanOrEqual(40_000)
  })

  it('shows everything at once to whoever wants no motion, and to whoever comes later', async () => {
    const { root, options, asked, before, after } = room(50)
    await show(root, after, options)
    expect(root.innerHTML).toBe(written(after))
    await show(root, before, options)
    await show(root, after, { ...options, still: () => true })
    expect(root.innerHTML).toBe(written(after))
    expect(asked()).toBe(0)
  })

  it('shows the result where its rows cannot be had', async () => {
    const { root, options, before, after } = room(50)
    await show(root, before, options)
    await show(root, after, { ...options, fetch: () => Promise.reject(new Error('503')) })
    expect(root.innerHTML).toBe(written(after))
  })

  it('stops counting when something newer comes', async () => {
    const { root, options, before, after } = room(50)
    const newest = screen(51)
    await show(root, before, options)
    let later: Promise<void> | undefined
    const pause = () => {
      later ??= show(root, newest, { ...options, still: () => true })
      return options.pause()
    }
    await show(root, after, { ...options, pause })
    await later
    expect(root.innerHTML).toBe(written(newest))
  })

  it('has no size of type below that of the screen', () => {
    const style = readFileSync(
      resolve('../../../screen/src/main/resources/cn/sunlot/screen/screen.css'),
      'utf8',
    )
    const sizes = [...style.matchAll(/font-size:\s*([\d.]+)em/g)].map((found) => Number(found[1]))
    expect(sizes.length).toBeGreaterThan(5)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1)
  })
})

describe('the next draw of a task', () => {
  const root = document.createElement('div')
  const asked: string[] = []
  let answers: (() => Response)[] = []

  beforeEach(() => {
    vi.useFakeTimers()
    asked.length = 0
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address)
      const answer = answers.shift() ?? (() => new Response(null, { status: 204 }))
      return new Promise((resolve) => resolve(answer()))
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const state = (now: string) => (root.innerHTML = `<div class="draw-screen" data-state="${now}"></div>`)

  it('is looked for once this one is made, until it is there, and told once', async () => {
    const found = vi.fn()
    answers = [
      () => new Response(null, { status: 204 }),
      () => {
        throw new TypeError('no network')
      },
      () => new Response('{"id":"2"}'),
    ]
    state('revealed')
    lookForNext(root, { address: '/next', found, every: 10 })
    await vi.advanceTimersByTimeAsync(35)
    expect(asked).toEqual([])
    state('drawn')
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toEqual(['/next', '/next', '/next'])
    expect(found.mock.calls).toEqual([[{ id: '2' }]])
  })

  it('is not told to a screen that was left', async () => {
    const found = vi.fn()
    answers = [() => new Response('{"id":"2"}')]
    state('closed')
    const stop = lookForNext(root, { address: '/next', found, every: 10 })
    vi.advanceTimersByTime(10)
    stop()
    await vi.advanceTimersByTimeAsync(100)
    expect(found).not.toHaveBeenCalled()
  })
})

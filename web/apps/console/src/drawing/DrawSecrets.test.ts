import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useSession, type Permission } from '@/session/session'
import type { Draw } from './api'
import DrawSecrets from './DrawSecrets.vue'
import { draw } from './sample'

const KEY = '7a'.repeat(32)
const opening = {
  drawId: 'D-2026-0007',
  unitId: '9137',
  salt: '5b'.repeat(16),
  token: 'u1',
  code: '04ABC-DEF',
  drawn: false,
}
const answers: Record<string, unknown> = {
  '/api/draws/d1/release-frame-key': { drawId: 'D-2026-0007', suite: 'sha256', frameKey: KEY },
  '/api/tasks/t1/pool': { items: [{ targetId: 'x1', name: '晨光机械', unitId: '9137' }] },
  '/api/draws/d1/show-opening': opening,
}

/** The cards as a person with these permissions sees them, and what was written. */
async function cards(permissions: Permission[], state: Draw['state'] = 'closed') {
  const written: { path: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname
    if (path === '/api/session') return new Response(JSON.stringify({ permissions }))
    if (request.method === 'POST') written.push({ path, body: await request.json() })
    return new Response(JSON.stringify(answers[path]))
  })
  await useSession().login('a', 'b')
  return {
    view: mount(DrawSecrets, { props: { draw: draw({ state }) }, attachTo: document.body }),
    written,
  }
}
const dialog = () => document.querySelector<HTMLElement>('.el-dialog')
const confirm = () => dialog()?.querySelector<HTMLElement>('.el-button--primary')?.click()

afterEach(() => {
  useSession().forgetMe()
  vi.unstubAllGlobals()
})

describe('what of a draw is opened to one person', () => {
  it('is offered only with the permission, and once the draw is over', async () => {
    const shown = async (...asked: Parameters<typeof cards>) =>
      (await cards(...asked)).view.findAll('section').map((one) => one.attributes('data-test'))
    expect(await shown(['DRAW_VIEW'])).toEqual([])
    expect(await shown(['DRAW_KEY_RELEASE'])).toEqual(['key'])
    expect(await shown(['DRAW_OPERATE'])).toEqual(['opening'])
    expect(await shown(['DRAW_KEY_RELEASE', 'DRAW_OPERATE'], 'revealed')).toEqual([])
  })

  it('gives the key for a reason, once, and says that it is on record', async () => {
    const { view, written } = await cards(['DRAW_KEY_RELEASE'])
    await view.get('[data-command=release-frame-key]').trigger('click')
    confirm()
    await flushPromises()
    expect(written).toEqual([])
    const reason = dialog()?.querySelector('textarea') as HTMLTextAreaElement
    reason.value = '专项审计'
    reason.dispatchEvent(new Event('input'))
    await flushPromises()
    confirm()
    await flushPromises()
    expect(written).toEqual([{ path: '/api/draws/d1/release-frame-key', body: { reason: '专项审计' } }])
    expect(view.get('[data-test=frame-key]').text().replace(/\s/g, '')).toBe(KEY)
    expect(view.text()).toContain('已记入日志')
    await view.get('[data-test=hide]').trigger('click')
    expect(view.html()).not.toContain('7a7a')
  })

  it('gives a unit that is looked up what it needs to check its line', async () => {
    const { view, written } = await cards(['DRAW_OPERATE'])
    await view.get('input').setValue('晨光')
    await view.get('form').trigger('submit')
    await flushPromises()
    await view.get('[data-unit=x1]').trigger('click')
    await flushPromises()
    expect(written).toEqual([{ path: '/api/draws/d1/show-opening', body: { targetId: 'x1' } }])
    expect(view.get('[data-test=given]').text()).toContain(opening.salt)
    expect(view.get('[data-test=code]').text()).toBe(opening.code)
    expect(view.get('[data-test=given]').text()).toContain('未抽中')
  })
})

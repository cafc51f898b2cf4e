import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import type { SentCommand } from '@/shared/detail/command'
import type { Draw, Party } from './api'
import { drawSteps, nowOf, teamsOf } from './ceremony'
import DrawView from './DrawView.vue'
import { keepNonce, keptNonce } from './keep'
import { commitmentOf } from './nonce'
import { draw } from './sample'

const NONCE = '06cd50d20e3ff4630f58464a11077454251342b27edd9101cb5b88ae4df1aa93'
const WITNESS: Party = {
  party: 'w1',
  kind: 'counsel',
  name: '周敏',
  unit: '明理律师事务所',
  way: 'device',
  commitment: commitmentOf('sha256', 'D-2026-0007', 'w1', NONCE),
}
const operator = draw().parties
const view = (more: Parameters<typeof draw>[0] = {}) =>
  mount(DrawView, { props: { draw: draw(more), check: null }, attachTo: document.body })
const committed: Partial<Draw> = {
  state: 'committed',
  parties: [...operator, WITNESS],
  missing: ['photo-or-video', 'record-sheet'],
  commitment: {
    hash: 'ab'.repeat(32),
    document: '{}',
    at: '2026-11-21T01:20:00Z',
    revealBy: '2026-11-21T02:20:00Z',
    openBy: '2026-11-21T03:20:00Z',
  },
  allowedCommands: ['reveal', 'attach', 'void'],
}
const sent = (shown: ReturnType<typeof view>) =>
  shown.emitted<[SentCommand]>('command')?.map(([command]) => command) ?? []

describe('DrawView', () => {
  it('does not offer to commit while a witness is missing', async () => {
    const shown = view()
    expect(shown.get('.now h2').text()).toContain('登记监督人')
    expect(shown.find('[data-command=commit]').exists()).toBe(false)
    await shown.setProps({ draw: draw({ parties: [...operator, WITNESS], missing: [] }) })
    expect(shown.find('[data-command=commit]').exists()).toBe(true)
  })

  it('makes a nonce here, gives a receipt, and goes on only once it is kept', async () => {
    const shown = view()
    const [name, unit] = shown.findAll('.form input[type=text]')
    await name?.setValue('周敏')
    await unit?.setValue('明理律师事务所')
    await shown.get('[data-test=make]').trigger('click')
    const nonce = shown.get('[data-test=nonce]').text().replace(/\s/g, '')
    const commitment = shown.get('[data-test=commitment]').text().replace(/\s/g, '')
    expect(commitment).toBe(commitmentOf('sha256', 'D-2026-0007', 'w1', nonce))
    await shown.get('[data-test=add]').trigger('click')
    expect(shown.text()).toContain('请先打印或抄下回执')
    expect(sent(shown)).toEqual([])
  })

  it('takes a witness out before the commitment only, with a reason, and never the operator', async () => {
    const shown = view({ parties: [...operator, WITNESS], allowedCommands: ['remove-witness', 'commit'] })
    expect(shown.findAll('[data-command=remove-witness]')).toHaveLength(1)
    await shown.get('[data-party=w1] [data-command=remove-witness]').trigger('click')
    const dialog = () => document.querySelector<HTMLElement>('.el-dialog')
    expect(dialog()?.textContent).toContain('移除“周敏”')
    const confirm = () => dialog()?.querySelector<HTMLElement>('.el-button--primary')
    confirm()?.click()
    await nextTick()
    expect(sent(shown)).toEqual([])
    const reason = dialog()?.querySelector('textarea') as HTMLTextAreaElement
    reason.value = '临时有事'
    reason.dispatchEvent(new Event('input'))
    await nextTick()
    confirm()?.click()
    expect(sent(shown)[0]).toMatchObject({
      name: 'remove-witness',
      values: { party: 'w1', reason: '临时有事' },
    })
    expect(view(committed).find('[data-command=remove-witness]').exists()).toBe(false)
  })

  it('forgets the nonce of a witness who was taken out', async () => {
    const shown = view({ parties: [...operator, WITNESS] })
    keepNonce('D-2026-0007', 'w1', NONCE)
    await shown.setProps({ draw: draw({ version: 3 }) })
    expect(keptNonce('D-2026-0007', 'w1')).toBe('')
  })

  it('does not send a nonce that would make the draw void', async () => {
    const shown = view(committed)
    await shown.get('[data-reveal=w1]').trigger('click')
    await shown.get('#nonce-w1').setValue('0'.repeat(64))
    await shown.get('[data-test=reveal]').trigger('click')
    expect(shown.text()).toContain('与承诺不一致')
    expect(sent(shown)).toEqual([])
    await shown.get('#nonce-w1').setValue(NONCE.toUpperCase())
    await shown.get('[data-test=reveal]').trigger('click')
    expect(sent(shown)[0]).toMatchObject({ name: 'reveal', values: { party: 'w1', nonce: NONCE } })
  })

  it('has the platform open what it keeps sealed', async () => {
    const shown = view(committed)
    await shown.get('[data-reveal=operator]').trigger('click')
    expect(sent(shown)[0]?.values).toEqual({ party: 'operator', nonce: null })
  })

  it('warns that a draw cannot be repeated before it draws', async () => {
    const shown = view({ ...committed, state: 'revealed', allowedCommands: ['draw', 'void'] })
    await shown.get('.now [data-command=draw]').trigger('click')
    await nextTick()
    expect(sent(shown)).toEqual([])
    expect(document.querySelector('.el-dialog')?.textContent).toContain('不能重来')
  })

  it('offers the record sheet to be signed before the draw is closed, and of a void one', () => {
    const sheet = (state: Draw['state']) => view({ state }).find('.papers a').attributes('href')
    expect((['committed', 'drawn', 'void'] as const).map(sheet)).toEqual(
      Array(3).fill('/api/draws/d1/record.pdf?lang=zh-CN'),
    )
    expect(view({ state: 'prepared' }).find('.papers').exists()).toBe(false)
  })

  it('says what the record lacks before it can be closed', () => {
    const shown = view({ ...committed, state: 'drawn', allowedCommands: ['attach', 'close'] })
    expect(shown.text()).toContain('办结前还缺：现场照片或视频、签字的记录表')
    expect(shown.get('[data-command=close]').attributes('disabled')).toBeDefined()
  })
})

describe('the course of a draw', () => {
  it('has one next thing in each state', () => {
    expect(nowOf(draw())).toBe('witness')
    expect(nowOf(draw({ state: 'committed' }))).toBe('reveal')
    const dice = { position: 0, kind: 'dice', id: '39', digits: 39, typedBy: [], differing: false }
    expect(nowOf(draw({ state: 'revealed', sources: [dice] }))).toBe('source')
    expect(nowOf(draw({ state: 'revealed', sources: [{ ...dice, value: '1' }] }))).toBe('draw')
    const round = {
      round: 1,
      reason: 'x',
      approver: { id: '1', name: 'a' },
      requestedAt: '2026-11-21T01:00:00Z',
    }
    expect(nowOf(draw({ state: 'closed', rounds: [round] }))).toBe('round')
  })

  it('shows where a void one stopped', () => {
    const steps = drawSteps(draw({ state: 'void' }), (stage) => stage).map((step) => step.state)
    expect(steps).toEqual(['done', 'failed', 'skipped', 'skipped', 'skipped', 'skipped'])
  })

  it('puts the leader of each team apart', () => {
    const slot = (visitNumber: string, role: string) => ({
      visitId: visitNumber,
      visitNumber,
      role,
      round: 0,
    })
    const teams = teamsOf([slot('V-2', 'b-member'), slot('V-1', 'a-leader'), slot('V-2', 'a-leader')])
    expect(teams.map((team) => [team.visitNumber, team.leader?.role, team.members.length])).toEqual([
      ['V-1', 'a-leader', 0],
      ['V-2', 'a-leader', 1],
    ])
  })
})

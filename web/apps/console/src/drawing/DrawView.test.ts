import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import type { SentCommand } from '@/shared/detail/command'
import type { Awaited, Draw, Link, Party } from './api'
import { drawSteps, nowOf, teamsOf } from './ceremony'
import DrawView from './DrawView.vue'
import { valueOf } from './chain'
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
  supervises: false,
  signed: false,
}
const AWAITED: Awaited = {
  party: 'w1',
  kind: 'counsel',
  name: '周敏',
  unit: '明理律师事务所',
  supervises: false,
  linked: false,
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
    await shown.get('[data-way=here] input').setValue(true)
    await shown.get('[data-test=make]').trigger('click')
    const nonce = shown.get('[data-test=nonce]').text().replace(/\s/g, '')
    const commitment = shown.get('[data-test=commitment]').text().replace(/\s/g, '')
    expect(commitment).toBe(commitmentOf('sha256', 'D-2026-0007', 'w1', nonce))
    await shown.get('[data-test=add]').trigger('click')
    expect(shown.text()).toContain('请先打印或抄下回执')
    expect(sent(shown)).toEqual([])
  })

  it('waits for a witness on a phone: no commitment, a link on demand, or the same at this screen', async () => {
    const shown = view({
      awaited: [AWAITED],
      allowedCommands: ['make-link', 'commit-witness', 'remove-witness', 'commit'],
    })
    expect(shown.get('.now').text()).toContain('周敏')
    expect(shown.find('[data-command=commit]').exists()).toBe(false)
    await shown.get('[data-link=w1]').trigger('click')
    expect(shown.emitted('link')).toEqual([['w1']])
    const link: Link = { party: 'w1', code: 'ABCDE23456', site: 'https://site.example' }
    await shown.setProps({ link })
    expect(shown.get('[data-test=address]').text()).toBe('https://site.example/w#ABCDE23456')
    expect(shown.get('[data-test=link] svg').attributes('aria-label')).toContain('周敏')
    await shown.get('[data-here=w1]').trigger('click')
    await shown.get('[data-way=own] input').setValue(true)
    await shown.get('[aria-label=承诺值]').setValue(WITNESS.commitment)
    await shown.get('[data-test=add]').trigger('click')
    expect(sent(shown)[0]).toMatchObject({
      name: 'commit-witness',
      values: { party: 'w1', commitment: WITNESS.commitment, chainHead: null },
    })
    await shown.setProps({ draw: draw({ version: 3, parties: [...operator, { ...WITNESS, way: 'link' }] }) })
    expect(shown.emitted('unlink')).toHaveLength(1)
  })

  it('names a witness for a link, who may keep the secret of the chain', async () => {
    const shown = view()
    const [name, unit] = shown.findAll('.form input[type=text]')
    await name?.setValue('周敏')
    await unit?.setValue('明理律师事务所')
    await shown.get('[data-test=supervises] input').setValue(true)
    await shown.get('[data-test=add]').trigger('click')
    // The kind is chosen in a list; without it nothing goes.
    expect(sent(shown)).toEqual([])
  })

  it('sends the value of the round, never the secret of the chain', async () => {
    const supervisor: Party = { ...WITNESS, supervises: true }
    const shown = view({
      ...committed,
      state: 'revealed',
      parties: [...operator, supervisor],
      allowedCommands: ['draw'],
    })
    await shown.get('.now [data-command=draw]').trigger('click')
    const field = document.querySelector<HTMLInputElement>(
      '.el-dialog #field-chainSecret',
    ) as HTMLInputElement
    field.value = NONCE
    field.dispatchEvent(new Event('input'))
    await nextTick()
    document.querySelector<HTMLElement>('.el-dialog .el-button--primary')?.click()
    expect(sent(shown)[0]?.values).toEqual({ chainValue: valueOf('sha256', NONCE, 0) })
  })

  it('has every party sign on glass, each once', () => {
    const shown = view({
      ...committed,
      state: 'drawn',
      parties: [...operator, { ...WITNESS, signed: true }],
      allowedCommands: ['sign'],
    })
    expect(shown.find('[data-sign=operator]').exists()).toBe(true)
    expect(shown.find('[data-sign=w1]').exists()).toBe(false)
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
    expect(shown.text()).toContain('办结前还缺：现场照片或视频、各方签名，或签字的记录表')
    expect(shown.get('[data-command=close]').attributes('disabled')).toBeDefined()
  })
})

describe('the course of a draw', () => {
  it('has one next thing in each state', () => {
    expect(nowOf(draw())).toBe('witness')
    expect(nowOf(draw({ state: 'committed' }))).toBe('reveal')
    expect(nowOf(draw({ awaited: [AWAITED] }))).toBe('phones')
    const dice = { round: 0, position: 0, kind: 'dice', id: '39', form: '39', typedBy: [], differing: false }
    const supervisor = { ...WITNESS, way: 'link' as const, supervises: true }
    expect(nowOf(draw({ state: 'revealed', parties: [...operator, supervisor] }))).toBe('supervisor')
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

import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type { ApiClient, Person, PersonDetail, Session } from './api'
import { deviceOf } from './device'
import DepartmentsView from './DepartmentsView.vue'
import PasswordView from './PasswordView.vue'
import PeopleView from './PeopleView.vue'
import PersonView from './PersonView.vue'
import ApiClientsView from './ApiClientsView.vue'
import RoleChoice from './RoleChoice.vue'
import { excludedBy, roleKey } from './roles'
import { departments, post } from './sample'
import { tree } from './sections'
import SecondFactorView from './SecondFactorView.vue'
import SessionList from './SessionList.vue'
import SetUpView from './SetUpView.vue'

const person: Person = {
  id: '7',
  name: '林晓',
  login: 'linxiao',
  department: { id: '3', name: '安全生产科' },
  roles: ['section-officer', 'inspector'],
  active: true,
  locked: false,
  version: 2,
}
const fillIn = async (view: ReturnType<typeof mount>, values: Record<string, string>) => {
  await flushPromises()
  for (const [id, value] of Object.entries(values)) await view.get(`#${id}`).setValue(value)
}

describe('roles', () => {
  it('of administrators stand alone', () => {
    expect(excludedBy('system-administrator', ['inspector'])).toBe('inspector')
    expect(excludedBy('inspector', ['audit-administrator'])).toBe('audit-administrator')
    expect(excludedBy('section-head', ['inspector', 'section-officer'])).toBeUndefined()
  })

  it('are named alike in the session and in the list of people', () => {
    expect(roleKey('SECTION_OFFICER')).toBe(roleKey('section-officer'))
  })

  it('that are excluded cannot be picked and say why', async () => {
    const view = mount(RoleChoice, { props: { chosen: ['inspector'] } })
    const box = (role: string) => view.get<HTMLInputElement>(`input[value=${role}]`)
    expect(box('system-administrator').element.disabled).toBe(true)
    expect(view.text()).toContain('与“执法检查人员”互斥')
    expect(box('inspector').element.disabled).toBe(false)
    await box('section-head').trigger('change')
    expect(view.emitted('change')).toEqual([[['inspector', 'section-head']]])
  })
})

describe('sections', () => {
  it('stand below their bureau in their own order', () => {
    expect(tree(departments).map((node) => [node.department.name, node.depth])).toEqual([
      ['示范市工业和信息化局', 0],
      ['法规科', 1],
      ['安全生产科', 1],
    ])
  })

  it('offer changes only to those who may', () => {
    const props = { departments, regions: [], editing: null }
    expect(mount(DepartmentsView, { props }).find('button').exists()).toBe(false)
    const view = mount(DepartmentsView, { props: { ...props, mayEdit: true } })
    expect(view.get('[aria-label="修改“法规科”"]').text()).toBe('修改')
    expect(view.text()).toContain('3 人')
  })
})

describe('PeopleView', () => {
  const list = (items: Person[]) => ({
    query: { ...firstPage },
    result: { items, total: items.length, totalExact: true, page: 1, size: 20 },
    loading: false,
    problem: null,
  })

  it('names roles, and says when somebody has none or is locked', () => {
    const nobody = { ...person, id: '8', roles: [], locked: true }
    const view = mount(PeopleView, {
      props: { owner: '1', list: list([person, nobody]), departments },
    })
    const rows = view.findAll('tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('业务科室经办人、执法检查人员')
    expect(rows[1]).toContain('尚未分配角色')
    expect(rows[1]).toContain('已锁定')
  })
})

describe('PersonView', () => {
  const detail: PersonDetail = {
    ...person,
    posts: [post('1', { roles: person.roles, allowedCommands: ['assign-roles'] })],
    secondFactor: false,
    identityBound: false,
    allowedCommands: ['assign-roles', 'reset-password'],
  }

  it('asks for roles with the exclusion explained and sends the wire names', async () => {
    const view = mount(PersonView, { props: { person: detail, departments }, attachTo: document.body })
    await view.get('[data-command=assign-roles]').trigger('click')
    await flushPromises()
    const dialog = document.querySelector('.el-dialog')
    expect(dialog?.textContent).toContain('须由不同的人专任')
    dialog?.querySelector<HTMLInputElement>('input[value=inspector]')?.click()
    await flushPromises()
    dialog?.querySelector<HTMLElement>('.el-button--primary')?.click()
    const sent = view.emitted<[{ name: string; values: unknown }]>('command')?.[0]?.[0]
    expect(sent).toMatchObject({ name: 'assign-roles', values: { postId: '1', roles: ['section-officer'] } })
  })
})

const rules = { length: 12, different: 5, kinds: 1, former: 1, maxAgeDays: 0, guessable: false }

describe('PasswordView', () => {
  it('says what a password must be before one is typed', async () => {
    const strict = { ...rules, length: 14, kinds: 3, former: 5, maxAgeDays: 90 }
    const view = mount(PasswordView, { props: { rules: strict } })
    await flushPromises()
    expect(view.text()).toContain('至少 14 位')
    expect(view.text()).toContain('其他符号中至少 3 种；不能含账号或姓名')
    expect(view.text()).toContain('最近 5 个密码（包括现在的）不能再用；每 90 天须更换一次。')
    await view.setProps({ rules })
    expect(view.text()).toContain('不能与现在的密码相同。')
    await view.setProps({ rules: { ...rules, former: 0, guessable: true } })
    expect(view.text()).toContain('更安全；不能与账号相同。')
    expect(view.text()).not.toContain('不能再用')
  })

  it('shows every rule that was not met beside the field, and why in the alert', async () => {
    const errors = [
      { field: 'newPassword', message: '密码太短，至少 14 位' },
      { field: 'newPassword', message: '密码太常见' },
    ]
    const problem = { type: 'x', title: '密码不符合要求', status: 422, errors }
    const view = mount(PasswordView, { props: { rules, problem } })
    await flushPromises()
    expect(view.get('.wrong').text()).toBe('密码太短，至少 14 位\n密码太常见')
    expect(view.get('.problem').text()).toContain('密码不符合要求')
    expect(view.get('.problem').text()).not.toContain('密码太短')
  })

  it('sends nothing when the new password is short or not repeated', async () => {
    const view = mount(PasswordView, { props: { rules } })
    await fillIn(view, { 'field-oldPassword': 'old', 'field-newPassword': 'short', 'field-again': 'short' })
    await view.get('form').trigger('submit')
    expect(view.text()).toContain('密码至少 12 位')
    await fillIn(view, { 'field-newPassword': 'three plain words', 'field-again': 'three other words' })
    await view.get('form').trigger('submit')
    expect(view.text()).toContain('不一致')
    expect(view.emitted('send')).toBeUndefined()
    await fillIn(view, { 'field-again': 'three plain words' })
    await view.get('form').trigger('submit')
    expect(view.emitted('send')).toEqual([[{ oldPassword: 'old', newPassword: 'three plain words' }]])
  })
})

describe('SetUpView', () => {
  const filled = {
    'field-code': 'ABCD-1234',
    'authority-name': '示范市工业和信息化局',
    'authority-region': '370300',
    'systemAdministrator-name': '甲',
    'systemAdministrator-login': 'sysadmin',
    'systemAdministrator-password': 'three plain words',
    'securityAdministrator-name': '乙',
    'securityAdministrator-login': 'secadmin',
    'securityAdministrator-password': 'three plain words',
    'auditAdministrator-name': '丙',
    'auditAdministrator-login': 'auditadmin',
    'auditAdministrator-password': 'three plain words',
  }

  const profiles = [
    { id: 'zibo_miit', title: '淄博市工业和信息化局实施细则', draft: false },
    { id: 'shaoxing', title: '绍兴市实施方案（征求意见稿）', draft: true },
  ]
  const choose = async (view: VueWrapper, id: string) => {
    view.getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', id)
    await flushPromises()
  }

  it('marks what is empty and sends nothing', async () => {
    const view = mount(SetUpView, { props: { profiles } })
    await view.get('form').trigger('submit')
    expect(view.text()).toContain('请填写“一次性初始化码”')
    expect(view.emitted('send')).toBeUndefined()
  })

  it('shows the rules for passwords, and what was wrong with each of the three', async () => {
    const field = 'auditAdministrator.password'
    const problem = {
      type: 'x',
      title: '密码不符合要求',
      status: 422,
      errors: [{ field, message: '太常见' }],
    }
    const view = mount(SetUpView, { props: { profiles, rules, problem } })
    await flushPromises()
    expect(view.text()).toContain('至少 12 位')
    expect(view.get('[data-person=auditAdministrator]').text()).toContain('太常见')
    expect(view.get('[data-person=systemAdministrator]').text()).not.toContain('太常见')
  })

  it('wants three different people', async () => {
    const view = mount(SetUpView, { props: { profiles } })
    await choose(view, 'zibo_miit')
    await fillIn(view, { ...filled, 'auditAdministrator-login': 'sysadmin' })
    await view.get('form').trigger('submit')
    expect(view.get('[data-person=auditAdministrator]').text()).toContain('须各不相同')
    expect(view.emitted('send')).toBeUndefined()
  })

  it('sends code, authority and administrators', async () => {
    const view = mount(SetUpView, { props: { profiles } })
    await choose(view, 'zibo_miit')
    await fillIn(view, filled)
    await view.get('form').trigger('submit')
    expect(view.emitted('send')?.[0]?.[0]).toMatchObject({
      code: 'ABCD-1234',
      authority: { name: '示范市工业和信息化局', kind: 'bureau', region: '370300', profileId: 'zibo_miit' },
      auditAdministrator: { name: '丙', login: 'auditadmin' },
    })
  })

  it('asks whoever chooses a draft to say that it is one', async () => {
    const view = mount(SetUpView, { props: { profiles } })
    await choose(view, 'zibo_miit')
    expect(view.text()).not.toContain('这是征求意见稿')
    await choose(view, 'shaoxing')
    expect(view.text()).toContain('这是征求意见稿，本单位试用')
    await fillIn(view, filled)
    await view.get('.el-switch input').setValue(true)
    await view.get('form').trigger('submit')
    expect(view.emitted('send')?.[0]?.[0]).toMatchObject({
      authority: { profileId: 'shaoxing', namedAsDraft: true },
    })
  })
})

describe('sessions', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0'
  const session = (id: string, current: boolean, agent = windows): Session => ({
    id,
    openedAt: '2026-11-29T01:00:00Z',
    seenAt: '2026-11-29T02:30:00Z',
    address: '10.37.3.8',
    agent,
    current,
  })

  it.each([
    [windows, 'Edge · Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18.1 Safari/604',
      'Safari · iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/120 MicroMessenger/8.0', '微信 · Android'],
    ['curl/8.5', undefined],
    ['', undefined],
  ])('opened with %s are called by what people know', (agent, name) => {
    expect(deviceOf(agent)).toBe(name)
  })

  it('can be ended, but for the one in use, after a question that names what is ended', async () => {
    const view = mount(SessionList, {
      props: { sessions: [session('1', true), session('2', false)], mayEnd: true },
      attachTo: document.body,
    })
    await flushPromises()
    expect(view.text()).toContain('当前使用')
    expect(view.findAll('button.end')).toHaveLength(1)
    await view.get('button.end').trigger('click')
    await flushPromises()
    const dialog = document.querySelector('[role=dialog]')
    expect(dialog?.textContent).toContain('Edge · Windows（10.37.3.8）')
    dialog?.querySelector<HTMLButtonElement>('footer .el-button--primary')?.click()
    await flushPromises()
    expect(view.emitted('end')).toEqual([[session('2', false)]])
    view.unmount()
  })

  it('are only shown to whoever may not end them', async () => {
    const view = mount(SessionList, { props: { sessions: [session('2', false, 'curl/8.5')] } })
    await flushPromises()
    expect(view.find('button.end').exists()).toBe(false)
    expect(view.text()).toContain('未知设备')
    expect(mount(SessionList, { props: { sessions: [] } }).text()).toContain('现在没有登录')
  })
})

describe('second factor', () => {
  const off = { set: false, demanded: false, recoveryCodes: 0 }
  const begun = { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', address: 'otpauth://totp/x' }

  it('is begun, scanned or typed, and confirmed by a code', async () => {
    const view = mount(SecondFactorView, { props: { state: off } })
    await flushPromises()
    await view.get('button').trigger('click')
    expect(view.emitted('begin')).toHaveLength(1)
    await view.setProps({ begun })
    expect(view.find('svg.qr').exists()).toBe(true)
    expect(view.text()).toContain('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
    await view.get('form').trigger('submit')
    expect(view.emitted('confirm')).toBeUndefined()
    expect(view.get('[role=alert]').text()).toBe('请输入验证码')
    await view.get('#factor-code').setValue(' 287082 ')
    await view.get('form').trigger('submit')
    expect(view.emitted('confirm')).toEqual([['287082']])
  })

  it('shows recovery codes once, to be kept', async () => {
    const view = mount(SecondFactorView, {
      props: { state: off, begun, codes: ['abcdefghjk', 'mnpqrstuvw'] },
    })
    await flushPromises()
    expect(view.findAll('li').map((one) => one.text())).toEqual(['abcde-fghjk', 'mnpqr-stuvw'])
    await view.findAll('button').at(-1)?.trigger('click')
    expect(view.emitted('done')).toHaveLength(1)
  })

  it('that is demanded cannot be switched off by its owner', async () => {
    const on = { set: true, demanded: false, recoveryCodes: 9 }
    const view = mount(SecondFactorView, { props: { state: on } })
    await flushPromises()
    expect(view.text()).toContain('还剩 9 个恢复码')
    await view.get('#factor-code').setValue('123456')
    await view.get('form').trigger('submit')
    expect(view.emitted('remove')).toEqual([['123456']])
    await view.setProps({ state: { ...on, demanded: true } })
    expect(view.find('form').exists()).toBe(false)
  })
})

describe('other systems', () => {
  const client: ApiClient = {
    id: '0192f0c1-5b1e-7c3a-9a52-3f6f0f2f7a11',
    name: '市一体化平台',
    contact: '信息中心 王工',
    department: { id: '3', name: '安全生产科' },
    scopes: ['items-read', 'targets-write'],
    addresses: ['10.1.2.0/24'],
    validUntil: '2027-06-30',
    addedAt: '2026-11-29T01:00:00Z',
    usedAt: null,
    state: 'open',
    version: 3,
    allowedCommands: ['rotate-secret', 'revoke'],
  }
  const props = { clients: [client], departments: [{ id: '3', name: '安全生产科' }] }

  it('are shown with what each may do, from where and until when', () => {
    const gone = { ...client, id: '2', name: '旧系统', state: 'revoked' as const, allowedCommands: [] }
    const view = mount(ApiClientsView, { props: { ...props, clients: [client, gone] } })
    const cards = view.findAll('li').map((card) => card.text())
    expect(cards[0]).toContain('读事项清单、维护检查对象')
    expect(cards[0]).toContain('10.1.2.0/24')
    expect(cards[0]).toContain('从未使用')
    expect(cards[1]).toContain('已停用')
    expect(view.findAll('[data-command]')).toHaveLength(2)
    expect(mount(ApiClientsView, { props: { ...props, clients: [] } }).text()).toContain('还没有接口')
  })

  it('get a new secret after a question, which says how long the present one is good', async () => {
    const view = mount(ApiClientsView, { props, attachTo: document.body })
    await view.get('[data-command=rotate-secret]').trigger('click')
    await flushPromises()
    const dialog = [...document.querySelectorAll('.el-dialog')].at(-1)
    expect(dialog?.textContent).toContain('怀疑泄露时选此项')
    dialog?.querySelector<HTMLElement>('.el-button--primary')?.click()
    await flushPromises()
    expect(view.emitted('rotate')?.[0]?.slice(0, 2)).toEqual([client, 24])
    view.unmount()
  })

  it('show a secret until it is said to be kept', async () => {
    const view = mount(ApiClientsView, { props: { ...props, made: { client, secret: 'slc_abc' } } })
    expect(view.get('.made').text()).toContain('slc_abc')
    expect(view.get('.made').text()).toContain('只显示这一次')
    await view.get('[data-test=kept]').trigger('click')
    expect(view.emitted('kept')).toHaveLength(1)
  })
})

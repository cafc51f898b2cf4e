import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import LoginView from './LoginView.vue'
import { holds } from './session'

const fill = async (view: ReturnType<typeof mount>, name: string, password: string) => {
  await flushPromises()
  await view.get('#login').setValue(name)
  await view.get('#password').setValue(password)
  await view.get('form').trigger('submit')
}

describe('LoginView', () => {
  it('hands on login name and password, the name without spaces around it', async () => {
    const view = mount(LoginView)
    await fill(view, ' linxiao ', ' pass word ')
    expect(view.emitted('login')).toEqual([['linxiao', ' pass word ', null]])
  })

  it('asks for what is missing before it asks the platform', async () => {
    const view = mount(LoginView)
    await fill(view, 'linxiao', '')
    expect(view.emitted('login')).toBeUndefined()
    expect(view.get('[role=alert]').text()).toBe('请输入账号和密码')
  })

  it('says why an account is locked and until when', () => {
    const problem = { type: 'locked', title: '账号已锁定', status: 423, now: '请在 10:15 之后重试' }
    const text = mount(LoginView, { props: { problem } }).text()
    expect(text).toContain('账号已锁定')
    expect(text).toContain('请在 10:15 之后重试')
  })

  it('asks for a code once the platform needs one, keeps what was typed, and says what to do', async () => {
    const view = mount(LoginView)
    await fill(view, 'linxiao', 'pass word')
    const needed = {
      type: 'urn:sunlot:problem:organisation.second-factor-needed',
      title: '请输入验证码',
      status: 401,
      now: '请打开手机上的验证器应用',
    }
    await view.setProps({ problem: needed })
    await flushPromises()
    expect(view.text()).toContain('请打开手机上的验证器应用')
    expect(view.find('.problem').exists()).toBe(false)
    await view.get('form').trigger('submit')
    expect(view.get('[role=alert]').text()).toBe('请输入账号、密码和验证码')
    await view.get('#code').setValue(' 123 456 ')
    await view.get('form').trigger('submit')
    expect(view.emitted('login')?.at(-1)).toEqual(['linxiao', 'pass word', '123 456'])
    await view.get('#login').setValue('somebody')
    expect(view.find('#code').exists()).toBe(false)
  })

  const problemOf = (name: string, more: object = {}) => ({
    type: `urn:sunlot:problem:organisation.${name}`,
    title: '标题',
    status: 403,
    ...more,
  })

  it('offers the identity provider where there is one, with the page to go to', async () => {
    expect(
      mount(LoginView, { props: { ways: { passwords: 'everybody', provider: null } } })
        .find('a')
        .exists(),
    ).toBe(false)
    const ways = { passwords: 'everybody', provider: '市统一认证' } as const
    const view = mount(LoginView, { props: { ways, next: '/items?q=a' } })
    await flushPromises()
    expect(view.get('a.provider').text()).toBe('用市统一认证登录')
    expect(view.get('a.provider').attributes('href')).toBe('/api/oidc/begin?next=%2Fitems%3Fq%3Da')
    expect(view.find('#password').exists()).toBe(true)
  })

  it('keeps passwords back where they are for administrators, until one asks for them', async () => {
    const ways = { passwords: 'administrators', provider: '市统一认证' } as const
    const view = mount(LoginView, { props: { ways } })
    expect(view.find('#password').exists()).toBe(false)
    await view.get('button.other').trigger('click')
    await fill(view, 'sysadmin', 'pass word')
    expect(view.emitted('login')).toEqual([['sysadmin', 'pass word', null]])
  })

  it('asks for the code alone once the identity provider has vouched, also after a wrong one', async () => {
    const ways = { passwords: 'everybody', provider: '市统一认证' } as const
    const problem = problemOf('second-factor-needed', { now: '请打开手机上的验证器应用' })
    const view = mount(LoginView, { props: { ways, returned: true, problem } })
    await flushPromises()
    expect(view.find('#password').exists()).toBe(false)
    expect(view.find('a.provider').exists()).toBe(false)
    await view.get('form').trigger('submit')
    expect(view.get('[role=alert]').text()).toBe('请输入验证码')
    await view.get('#code').setValue(' 000000 ')
    await view.get('form').trigger('submit')
    await view.setProps({ problem: problemOf('second-factor-wrong', { title: '验证码不正确' }) })
    expect(view.text()).toContain('验证码不正确')
    await view.get('#code').setValue('123456')
    await view.get('form').trigger('submit')
    expect(view.emitted('code')).toEqual([['000000'], ['123456']])
    await view.get('button.other').trigger('click')
    expect(view.find('#password').exists()).toBe(true)
    expect(view.find('#code').exists()).toBe(false)
  })

  it('says why the identity provider did not lead in', () => {
    const ways = { passwords: 'everybody', provider: '市统一认证' } as const
    const problem = problemOf('oidc-login-unknown', { title: '本系统没有您的账号', now: '请系统管理员建立' })
    const text = mount(LoginView, { props: { ways, returned: true, problem } }).text()
    expect(text).toContain('本系统没有您的账号')
    expect(text).toContain('请系统管理员建立')
  })

  it('says that a session has ended', () => {
    expect(mount(LoginView, { props: { ended: true } }).text()).toContain('登录已失效')
  })
})

describe('permissions', () => {
  it('need one of those asked for', () => {
    expect(holds(['PLAN_VIEW'], undefined)).toBe(true)
    expect(holds(['PLAN_VIEW'], 'PLAN_VIEW')).toBe(true)
    expect(holds(['PLAN_VIEW'], ['PLAN_EDIT', 'PLAN_VIEW'])).toBe(true)
    expect(holds(['PLAN_VIEW'], ['PLAN_EDIT'])).toBe(false)
    expect(holds([], 'PLAN_VIEW')).toBe(false)
  })
})

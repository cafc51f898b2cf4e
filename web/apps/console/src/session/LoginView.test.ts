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
    expect(view.emitted('login')).toEqual([['linxiao', ' pass word ']])
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

import { flushPromises, mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import type { ProfileDetail, ProfileSummary, Rule, Switch } from './api'
import { commandFields } from './commands'
import ProfilesView from './ProfilesView.vue'
import ProfileView from './ProfileView.vue'
import { matching } from './words'

const summary: ProfileSummary = {
  id: 'zibo_miit',
  version: '1',
  title: '淄博市工业和信息化局实施细则',
  from: '2020-06-06',
  to: '2025-06-05',
  state: 'expired',
  draft: false,
  jointOnly: false,
  ours: true,
  confirmation: null,
  allowedCommands: ['confirm-expired'],
}
const rule: Rule = {
  key: 'draw-witness',
  title: '抽取见证',
  words: '抽取时有几名见证人。',
  article: ['第九条'],
  values: [
    { name: '至少人数', value: '1', from: '《淄博细则》', article: ['第九条'], displaced: [] },
    {
      name: '拍照或录像',
      value: '必须',
      from: '《通用规则》',
      article: ['第六条'],
      displaced: [{ value: '不作要求', from: '《旧规则》', article: [] }],
    },
  ],
}
const detail = (more: Partial<ProfileSummary> = {}): ProfileDetail => ({
  profile: { ...summary, ...more },
  validity: ['第二十二条'],
  versions: [
    { version: '1', from: '2020-06-06', to: '2025-06-05', loadedAt: '2026-11-01T02:00:00Z', speaks: true },
  ],
  rules: [rule],
})

describe('rules', () => {
  it('of one’s own authority come first, and drafts are called drafts', () => {
    const base = { ...summary, id: 'base', title: '通用规则', ours: false, draft: true, from: null, to: null }
    const view = mount(ProfilesView, { props: { profiles: [base, summary] } })
    const rows = view.findAll('li').map((row) => row.text())
    expect(rows[0]).toContain('适用于本单位')
    expect(rows[0]).toContain('2020-06-06 至 2025-06-05')
    expect(rows[1]).toContain('征求意见稿')
    expect(rows[1]).toContain('长期有效')
  })

  it('say each value with its own source where sources differ', () => {
    const text = mount(ProfileView, { props: { detail: detail() } }).text()
    expect(text).toContain('第九条；《淄博细则》')
    expect(text).toContain('第六条；《通用规则》')
    expect(text).toContain('不采用：不作要求（《旧规则》）')
  })

  it('say the source once where all values share it', () => {
    const shared = { ...detail(), rules: [{ ...rule, values: rule.values.slice(0, 1) }] }
    const view = mount(ProfileView, { props: { detail: shared } })
    expect(view.get('footer').text()).toContain('依据：第九条')
    expect(view.find('.source').exists()).toBe(false)
  })

  it('are found by a word of their values', () => {
    expect(matching([rule], '录像')).toHaveLength(1)
    expect(matching([rule], '异议')).toHaveLength(0)
  })

  it('that expired can be confirmed only by those whom the platform allows', () => {
    expect(mount(ProfileView, { props: { detail: detail() } }).text()).toContain('已过有效期')
    const view = mount(ProfileView, { props: { detail: detail({ allowedCommands: [] }) } })
    expect(view.text()).not.toContain('确认沿用')
  })

  it('are confirmed with reason and last day, under the clause', async () => {
    const view = mount(ProfileView, {
      props: { detail: detail(), confirming: 'confirm-expired' },
      attachTo: document.body,
    })
    await nextTick()
    const dialog = document.querySelector('.el-dialog')
    expect(dialog?.textContent).toContain('第二十二条')
    dialog?.querySelector<HTMLElement>('.el-button--primary')?.click()
    await flushPromises()
    expect(view.emitted('confirm')).toBeUndefined()
    expect(dialog?.textContent).toContain('请填写“沿用截止日期”')
  })

  it('that are a draft say so and are confirmed by whoever calls them one', async () => {
    const draft = detail({
      title: '绍兴市实施方案（征求意见稿）',
      state: 'draft',
      draft: true,
      allowedCommands: ['confirm-draft'],
    })
    const view = mount(ProfileView, {
      props: { detail: draft, confirming: 'confirm-draft' },
      attachTo: document.body,
    })
    await nextTick()
    expect(view.text()).toContain('没有具名确认不能据以开展抽查')
    await view.get('[data-command=confirm-draft]').trigger('click')
    expect(view.emitted('start')).toEqual([['confirm-draft']])
    const dialog = [...document.querySelectorAll('.el-dialog')].at(-1)
    expect(dialog?.textContent).toContain('这套规则是什么稿')
    expect(dialog?.textContent).not.toContain('第二十二条')
    dialog?.querySelector<HTMLElement>('.el-button--primary')?.click()
    await flushPromises()
    expect(dialog?.textContent).toContain('请填写“这套规则是什么稿”')
    view.unmount()
  })

  it('are switched to with day, reason and document, a draft under its name only', async () => {
    const fields = (draft: boolean) => commandFields('switch-to', draft, (key) => key).map((one) => one.key)
    expect(fields(false)).toEqual(['from', 'reason', 'documentNumber', 'documentDay'])
    expect(fields(true)).toEqual(['from', 'reason', 'documentNumber', 'documentDay', 'named', 'until'])
    const view = mount(ProfileView, {
      props: {
        detail: detail({ state: 'in-force', ours: false, allowedCommands: ['switch-to'] }),
        confirming: 'switch-to',
      },
      attachTo: document.body,
    })
    await nextTick()
    expect(view.get('[data-command=switch-to]').text()).toBe('改用这套规则')
    const dialog = [...document.querySelectorAll('.el-dialog')].at(-1)
    expect(dialog?.textContent).toContain('已经发起的任务仍按发起时的规则办完')
    dialog?.querySelector<HTMLElement>('.el-button--primary')?.click()
    await flushPromises()
    expect(view.emitted('confirm')).toBeUndefined()
    expect(dialog?.textContent).toContain('请填写“依据文件的文号”')
    view.unmount()
  })

  it('of which one was switched to say from when, why, by whom and on what document', () => {
    const one: Switch = {
      profileId: 'taizhou',
      title: '台州市实施细则',
      beforeTitle: '通用规则',
      from: '2026-04-01',
      begun: false,
      reason: '市政府印发新的实施细则',
      documentNumber: '示政发〔2026〕7号',
      documentDay: '2026-03-01',
      person: '王主任',
      at: '2026-03-02T02:00:00Z',
    }
    const text = mount(ProfilesView, { props: { profiles: [summary], switches: [one] } }).text()
    for (const part of ['自 2026-04-01 起', '尚未生效', '此前：通用规则', '示政发〔2026〕7号', '王主任']) {
      expect(text).toContain(part)
    }
  })

  it('of another version than today’s say so and list all', () => {
    const versions = ['2', '1'].map((version) => ({
      version,
      from: '2020-06-06',
      to: null,
      loadedAt: '2026-11-01T02:00:00Z',
      speaks: version === '2',
    }))
    const text = mount(ProfileView, { props: { detail: { ...detail(), versions } } }).text()
    expect(text).toContain('您查看的是第 1 版，不是现行版本')
    expect(text).toContain('第 2 版，自 2020-06-06 起')
  })

  it('that were confirmed say by whom, until when and why', () => {
    const confirmation = {
      person: '周敏',
      reason: '新细则正在修订',
      until: '2026-12-31',
      at: '2026-11-01T02:00:00Z',
    }
    const text = mount(ProfileView, {
      props: { detail: detail({ state: 'confirmed', confirmation }) },
    }).text()
    expect(text).toContain('周敏确认沿用至 2026-12-31')
    expect(text).toContain('新细则正在修订')
  })
})

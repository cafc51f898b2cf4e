import { describe, expect, it } from 'vitest'
import { mount } from '@vue/test-utils'
import DrawView from './DrawView.vue'
import LogPanel from './LogPanel.vue'
import { draw } from './sample'
import VerdictList from './VerdictList.vue'

describe('the record of a draw', () => {
  it('shows where each step stands in the public log, with a link where the public site is known', () => {
    const shown = mount(LogPanel, {
      props: {
        draw: draw({
          steps: [
            {
              type: 'draw-committed',
              what: '',
              at: '2026-11-21T01:20:00Z',
              seq: 17,
              entry: 'https://public.example/log/entries/17',
            },
            {
              type: 'draw-revealed',
              what: 'operator',
              at: '2026-11-21T01:30:00Z',
              seq: 19,
              entry: null,
            },
            { type: 'draw-drawn', what: '1', at: '2026-11-21T01:40:00Z', seq: null, entry: null },
          ],
        }),
      },
    })
    const rows = shown.findAll('tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('17')
    expect(shown.get('tbody a').attributes('href')).toBe('https://public.example/log/entries/17')
    expect(rows[1]).toContain('示范市工业和信息化局')
    expect(rows[1]).toContain('19')
    expect(rows[2]).toContain('补抽第 1 轮')
    expect(rows[2]).toContain('等待写入')
    expect(shown.findAll('tbody a')).toHaveLength(1)
  })

  it('speaks of the checks as the command line does', () => {
    const shown = mount(VerdictList, {
      props: {
        verdict: {
          warnings: ['没有独立的监督方保管哈希链秘密'],
          checks: [
            { number: 'V6', status: 'passed', title: '先后', remarks: ['共核对整个日志 300 条'] },
            { number: 'V13', status: 'failed', title: '日志', remarks: ['log/17/entry.json：不符'] },
            { number: 'V14', status: 'not-checked', title: '前次', remarks: [] },
          ],
          conclusion: '不予认可',
        },
      },
    })
    expect(shown.text()).toContain('警告：没有独立的监督方保管哈希链秘密')
    expect(shown.findAll('li').map((one) => one.attributes('data-status'))).toEqual([
      'passed',
      'failed',
      'not-checked',
    ])
    expect(shown.findAll('li')[1]?.text()).toMatch(/V13\s*✗\s*不成立/)
    expect(shown.text()).toContain('log/17/entry.json：不符')
    expect(shown.get('strong').text()).toBe('不予认可')
  })

  it('offers to declare a draw void for further rounds, with a reason, and the archive', () => {
    const shown = mount(DrawView, {
      props: {
        draw: draw({ state: 'closed', allowedCommands: ['end-rounds', 'succeed'] }),
        check: null,
      },
      attachTo: document.body,
    })
    expect(shown.find('[data-command=end-rounds]').exists()).toBe(true)
    expect(shown.find('[data-command=end-rounds]').text()).toContain('声明不再补抽')
    expect(shown.get('[data-test=archive]').attributes('href')).toContain('/archive')
  })
})

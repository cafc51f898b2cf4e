import type { Answer } from './protocol.ts'
import type { Check, Status } from '../verify/report.ts'
import { element, word } from './dom.ts'

const SIGNS: Record<Status, string> = { PASSED: '✓', FAILED: '✗', NOT_CHECKED: '–' }

/** Shows which check is being made, and what came of those before it. */
export class ProgressView {
  private readonly section: HTMLElement
  private readonly bar: HTMLProgressElement
  private readonly now: HTMLElement
  private readonly list: HTMLElement
  private readonly rows = new Map<Check, HTMLElement>()
  private titles = new Map<Check, string>()
  private running?: Check
  private done = 0

  constructor(section: HTMLElement, bar: HTMLProgressElement, now: HTMLElement, list: HTMLElement) {
    this.section = section
    this.bar = bar
    this.now = now
    this.list = list
  }

  begin({ checks }: Extract<Answer, { kind: 'begin' }>): void {
    this.titles = new Map(checks.map(({ check, title }) => [check, title]))
    this.running = undefined
    this.done = 0
    this.bar.value = 0
    this.rows.clear()
    for (const { check, title } of checks) {
      const row = element('li', '', element('span', 'sign', '·'), element('span', 'code', check), ` ${title}`)
      this.rows.set(check, row)
    }
    this.list.replaceChildren(...this.rows.values())
  }

  /** Only another check is told to those who listen; how far it has come is for the eye. */
  run({ check, share }: Extract<Answer, { kind: 'running' }>): void {
    if (this.running !== check) {
      this.running = check
      this.now.textContent = word(this.section, 'running', check, this.titles.get(check) ?? '')
      for (const [other, row] of this.rows) row.classList.toggle('running', other === check)
    }
    this.bar.value = (this.done + share) / this.rows.size
  }

  finish({ check, status }: Extract<Answer, { kind: 'done' }>): void {
    const row = this.rows.get(check)
    if (!row || row.classList.contains('done')) return
    row.classList.add('done', status.toLowerCase())
    row.querySelector('.sign')?.replaceChildren(SIGNS[status])
    this.done++
  }
}

import type { ShownCheck, ShownReport } from './protocol.ts'
import { element, word } from './dom.ts'

const TONES = { PASSED: 'good', FAILED: 'bad', NOT_CHECKED: 'slate' } as const

/** Fills the report: warnings first, then the conclusion, then every check. */
export function showReport(section: HTMLElement, into: HTMLElement, name: string, report: ShownReport): void {
  const parts: HTMLElement[] = []
  if (report.warnings.length > 0) parts.push(warnings(section, report.warnings))
  parts.push(verdict(section, name, report))
  if (report.receipt !== undefined) {
    parts.push(
      note(report.receipt ? 'note' : 'note bad', word(section, report.receipt ? 'receipt' : 'noReceipt')),
    )
  }
  if (!report.unreadable) {
    parts.push(element('h3', '', word(section, 'checks')))
    parts.push(element('ol', 'checks', ...report.checks.map(check)))
    parts.push(note('note', word(section, 'limits')))
  }
  into.replaceChildren(...parts)
  const first = into.querySelector('h2')
  if (first) {
    first.tabIndex = -1
    first.focus()
  }
}

function verdict(section: HTMLElement, name: string, report: ShownReport): HTMLElement {
  const heading = element('h2', '', report.unreadable ? word(section, 'unreadable') : report.conclusion)
  heading.id = 'conclusion'
  const findings = report.unreadable ? report.checks.flatMap((check) => check.findings) : []
  return element(
    'div',
    report.accepted ? 'verdict good' : 'verdict bad',
    heading,
    element('p', 'quiet', name),
    ...findings.map((finding) => element('p', '', finding)),
  )
}

const note = (className: string, text: string): HTMLElement =>
  element('div', className, element('p', '', text))

function warnings(section: HTMLElement, texts: readonly string[]): HTMLElement {
  const list = element('ul', '', ...texts.map((text) => element('li', '', text)))
  return element('div', 'note warn', element('h2', '', word(section, 'warnings')), list)
}

function check({ check, title, status, statusText, notes, findings }: ShownCheck): HTMLElement {
  const head = element(
    'p',
    'check',
    element('span', 'code', check),
    element('span', 'title', title),
    element('span', `badge ${TONES[status]}`, statusText),
  )
  return element(
    'li',
    status === 'FAILED' ? 'failed' : '',
    head,
    ...findings.map((finding) => element('p', 'finding', finding)),
    ...notes.map((text) => element('p', 'quiet', text)),
  )
}

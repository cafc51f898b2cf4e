// @vitest-environment jsdom
import axe from 'axe-core'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { newQuestion, noAnswers, parse, type Answers, type Definition } from '../src/index.ts'
import { ChecklistForm } from '../src/vue/index.ts'
import type { Language } from '../src/index.ts'

const definition: Definition = {
  model: 2,
  title: '加油站检查表',
  sections: [
    {
      title: '计量',
      showIf: null,
      questions: [
        {
          ...newQuestion('1.1'),
          text: '加油机经检定',
          standard: '一台未检定即不符合',
          method: '逐台查看标志',
          basis: [{ law: '《中华人民共和国计量法》', article: '第九条' }],
          outcomes: [
            {
              when: { is: 'not-conform' },
              problem: true,
              standard: '',
              consequence: { kind: 'order', days: 10, to: '', text: '停用' },
            },
          ],
        },
        {
          ...newQuestion('1.2'),
          kind: 'number',
          text: '未检定的台数',
          unit: '台',
          min: '1',
          max: '50',
          standard: '如实填写',
          showIf: { question: '1.1', is: 'not-conform' },
        },
        { ...newQuestion('1.3'), kind: 'choices', text: '油品', choices: ['92号', '95号'], standard: '如实' },
      ],
    },
    {
      title: '现场',
      showIf: { question: '1.3', is: '95号' },
      questions: [
        {
          ...newQuestion('2.1'),
          kind: 'table',
          text: '抽查',
          columns: [
            {
              code: 'gun',
              title: '枪号',
              kind: 'text',
              required: true,
              choices: [],
              unit: '',
              min: null,
              max: null,
            },
            {
              code: 'ok',
              title: '结论',
              kind: 'conform',
              required: false,
              choices: [],
              unit: '',
              min: null,
              max: null,
            },
          ],
        },
        { ...newQuestion('2.2'), kind: 'photo', text: '铅封照片', photos: 2 },
        { ...newQuestion('2.3'), kind: 'long-text', text: '其他', required: false },
        { ...newQuestion('2.4'), kind: 'date', text: '检定日期' },
        { ...newQuestion('2.5'), kind: 'information', text: '以上一并检查', required: false },
      ],
    },
  ],
}

/** A host as screens are: it keeps the answers and takes the photos. */
function host(start: Partial<Answers> = {}, language: Language = 'zh', more: Record<string, unknown> = {}) {
  const answers = ref<Answers>({ ...noAnswers(), ...start })
  const photos: [string, File[]][] = []
  const view = mount(
    defineComponent({
      render: () =>
        h(ChecklistForm, {
          definition,
          answers: answers.value,
          language,
          camera: true,
          level: 2,
          onChange: (to: Answers) => (answers.value = to),
          onPhoto: (code: string, files: File[]) => photos.push([code, files]),
          ...more,
        }),
    }),
    { attachTo: document.body },
  )
  return { view, answers, photos }
}
const full: Partial<Answers> = {
  answers: { '1.1': 'not-conform', '1.2': '3', '2.4': '2026-02-30' },
  several: { '1.3': ['95号'], '2.2': ['a'.repeat(64)] },
  rows: { '2.1': [{ gun: '1' }] },
  remarks: {},
}

describe('the form', () => {
  it('is a valid checklist', () => {
    expect(parse(definition).errors).toEqual([])
  })

  it('shows a question when its condition holds, and keeps its answer while it is hidden', async () => {
    const { view, answers } = host()
    expect(view.find('[data-question="1.2"]').exists()).toBe(false)
    await view.get('[data-question="1.1"] [data-value="not-conform"] input').setValue(true)
    await view.get('[data-question="1.2"] input').setValue('60')
    expect(view.get('[data-question="1.2"] [role=alert]').text()).toContain('60 不在 1 到 50 之间')
    await view.get('[data-question="1.1"] [data-value="conform"] input').setValue(true)
    expect(view.find('[data-question="1.2"]').exists()).toBe(false)
    expect(answers.value.answers).toEqual({ '1.1': 'conform', '1.2': '60' })
    await view.get('[data-question="1.1"] .ce-plain').trigger('click')
    expect(answers.value.answers['1.1']).toBe('')
    view.unmount()
  })

  it('says at once what follows from an answer, and asks for the facts', async () => {
    const { view, answers } = host(full)
    const question = view.get('[data-question="1.1"]')
    expect(question.text()).toContain('问题：一台未检定即不符合；责令改正，期限 10 天：停用')
    await question.get('textarea').setValue('3号机无标志')
    expect(answers.value.remarks).toEqual({ '1.1': '3号机无标志' })
    expect(view.get('.ce-progress').text()).toContain('发现问题 1 个')
    view.unmount()
  })

  it('takes several choices, rows and photos', async () => {
    const { view, answers, photos } = host()
    await view.get('[data-question="1.3"] [data-value="95号"] input').setValue(true)
    expect(answers.value.several['1.3']).toEqual(['95号'])
    await view.get('[data-cell="0.gun"]').setValue('1号')
    await view.findAll('.ce-table button').at(-1)?.trigger('click')
    await view.get('[data-cell="1.gun"]').setValue('2号')
    expect(answers.value.rows['2.1']).toEqual([{ gun: '1号' }, { gun: '2号' }])
    const file = new File(['x'], 'a.jpg', { type: 'image/jpeg' })
    const input = view.get<HTMLInputElement>('[data-question="2.2"] input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    expect(photos).toEqual([['2.2', [file]]])
    view.unmount()
  })

  it('speaks English as completely, but for what the bureau wrote', () => {
    const { view } = host(full, 'en')
    expect(view.text()).toContain('Order to put it right in 10 days: 停用')
    expect(view.text()).toContain('If 1.1 is “Does not”')
    expect(view.text()).not.toMatch(/checklist\.[a-z]/)
    view.unmount()
  })

  it('lets nothing be changed where it is only read', () => {
    const { view } = host(full, 'zh', { disabled: true })
    expect(
      view.findAll('input, textarea, select').every((one) => one.attributes('disabled') !== undefined),
    ).toBe(true)
    expect(view.findAll('button')).toHaveLength(0)
    view.unmount()
  })

  it.each(['zh', 'en'] as Language[])('is clean for axe, empty, full and wrong (%s)', async (language) => {
    for (const start of [{}, full]) {
      const { view } = host(start, language, { wrong: { '1.3': 'x' } })
      const { violations } = await axe.run(view.element as HTMLElement, {
        // jsdom lays nothing out, so colours are looked at in a browser.
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      })
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      view.unmount()
    }
  })

  it('has every input under a name, and no two questions share a group of radios', () => {
    const { view } = host(full)
    const names = view.findAll<HTMLInputElement>('input[type=radio]').map((one) => one.element.name)
    expect(new Set(names).size).toBe(1)
    expect(names[0]).toContain('1.1')
    view.unmount()
  })
})

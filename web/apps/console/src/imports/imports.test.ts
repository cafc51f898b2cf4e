import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Counts, ImportDetail, ImportKind, Job, Preview } from './api'
import ImportView from './ImportView.vue'
import UploadView from './UploadView.vue'

const kind: ImportKind = {
  name: 'targets',
  title: '检查对象',
  fields: [
    {
      name: 'unit-id',
      title: '统一社会信用代码',
      required: true,
      note: '18 位',
      example: '91370303MA3C0EXA08',
    },
    { name: 'name', title: '名称', required: true, note: '登记的全称', example: '' },
    { name: 'contact', title: '联系方式', required: false, note: '', example: '' },
  ],
}
const counts: Counts = {
  read: 1200,
  added: 1000,
  changed: 100,
  unchanged: 90,
  rejected: 10,
  warned: 3,
  findings: [{ code: 'unit-id-person', title: '用了个人身份证号', rows: 10 }],
}
const one: ImportDetail = {
  id: 'i1',
  number: 'I-2026-0001',
  kind,
  state: 'uploaded',
  version: 1,
  fileName: '企业名录.xlsx',
  fileBytes: 120000,
  fileSha256: 'ab12',
  header: ['信用代码', '企业名称', '备注'],
  mapping: { 'unit-id': '信用代码', name: '企业名称' },
  counts,
  hasErrors: false,
  failure: '',
  startedBy: { id: '1', name: '林晓' },
  createdAt: '2026-11-21T02:00:00Z',
  allowedCommands: ['start'],
}
const preview: Preview = {
  mapping: one.mapping,
  unusedColumns: ['备注'],
  counts,
  rows: [
    {
      row: 2,
      values: { 'unit-id': '370303198001010011', name: '某人' },
      rejected: true,
      issues: [
        { field: 'unit-id', value: 'x', message: '这是个人身份证号', fix: '请填信用代码', warning: false },
      ],
    },
  ],
}
const button = (view: ReturnType<typeof mount>, text: string) =>
  view.findAll('button').find((item) => item.text() === text)

describe('an import', () => {
  it('begins with the kind that one came for, its template, and no file', () => {
    const inspectors = { ...kind, name: 'inspectors', title: '检查人员' }
    const view = mount(UploadView, { props: { kinds: [kind, inspectors], wanted: 'inspectors' } })
    expect(view.get('.template').attributes('href')).toBe('/api/imports/templates/inspectors')
    expect(button(view, '上传并核对')?.attributes('disabled')).toBeDefined()
  })

  it('shows rows as they would be taken, with what is wrong about each', () => {
    const view = mount(ImportView, { props: { one, preview } })
    expect(view.get('tbody.rejected').text()).toContain('统一社会信用代码：这是个人身份证号。请填信用代码')
    expect(view.text()).toContain('有错不导入 10')
    expect(view.text()).toContain('不会导入的列：备注')
  })

  it('starts with the columns of the preview', async () => {
    const view = mount(ImportView, { props: { one, preview } })
    await button(view, '开始导入')?.trigger('click')
    expect(view.emitted('start')).toEqual([[one.mapping]])
  })

  it('cannot start before there is a preview, or without a required column', () => {
    const start = (props: Record<string, unknown>) =>
      button(mount(ImportView, { props: { one, ...props } }), '开始导入')?.attributes('disabled')
    expect(start({ preview: null })).toBeDefined()
    expect(start({ preview })).toBeUndefined()
    const view = mount(ImportView, { props: { one: { ...one, mapping: { name: '企业名称' } }, preview } })
    expect(view.text()).toContain('必须指定“统一社会信用代码”对应的列')
    expect(button(view, '开始导入')?.attributes('disabled')).toBeDefined()
  })

  it('shows progress while it runs, and can be stopped', async () => {
    const running = { ...one, state: 'running' as const, allowedCommands: ['cancel'] }
    const job: Job = {
      id: 'j',
      kind: 'import',
      subject: one.id,
      state: 'running',
      done: 600,
      total: 1200,
      message: '',
      startedBy: one.startedBy,
      createdAt: one.createdAt,
      allowedCommands: ['cancel'],
    }
    const view = mount(ImportView, { props: { one: running, job } })
    expect(view.text()).toContain('已处理 600 / 1,200 行')
    expect(view.get('[role=progressbar]').attributes('aria-valuenow')).toBe('50')
    await button(view, '停止导入')?.trigger('click')
    expect(view.emitted('cancel')).toHaveLength(1)
  })

  it('ends with what became of the rows and the workbook of problems', () => {
    const view = mount(ImportView, { props: { one: { ...one, state: 'done', hasErrors: true } } })
    expect(view.text()).toContain('10 行没有导入')
    expect(view.get('a[download]').attributes('href')).toBe('/api/imports/i1/errors')
  })
})

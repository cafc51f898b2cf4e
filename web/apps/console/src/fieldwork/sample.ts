import { newQuestion } from '@sunlot/checklist-engine'
import type { VisitRecord } from './api'

/** A made-up record for the tests. */
export function record(more: Partial<VisitRecord> = {}): VisitRecord {
  const question = { ...newQuestion(''), required: true }
  return {
    visitId: 'v1',
    visitNumber: 'V-2026-0031',
    visitState: 'dispatched',
    targetName: '示例市晨光机械有限公司',
    version: 1,
    department: { id: 'd1', name: '节能科' },
    parts: [{ department: { id: 'd1', name: '节能科' }, state: 'draft', items: 2 }],
    state: 'draft',
    content: {
      visitedOn: null,
      methods: [],
      licencesShown: false,
      noticeHandedOver: false,
      adjustedSteps: '',
      items: [],
      signature: null,
      direct: null,
    },
    items: [
      {
        taskId: 't1',
        itemVersionId: 'i1',
        code: 'JN-01',
        name: '能源利用状况检查',
        checklist: {
          versionId: 'k1',
          version: 1,
          title: '节能检查表',
          frozen: true,
          sections: [
            {
              title: '制度',
              questions: [
                {
                  ...question,
                  code: '1.1',
                  text: '是否设立能源管理岗位',
                  kind: 'conform' as const,
                  standard: '《节约能源法》第五十五条',
                  outcomes: [
                    {
                      when: { is: 'not-conform' },
                      problem: true,
                      standard: '',
                      consequence: { kind: 'order' as const, days: 15, to: '', text: '' },
                    },
                  ],
                },
                {
                  ...question,
                  code: '1.2',
                  text: '上年度综合能源消费量（吨标准煤）',
                  kind: 'number' as const,
                },
                {
                  ...question,
                  code: '1.3',
                  text: '为什么没有',
                  kind: 'long-text' as const,
                  required: false,
                  showIf: { question: '1.1', is: 'not-conform' },
                },
                { ...question, code: '1.4', text: '岗位公示照片', kind: 'photo' as const, required: false },
              ],
            },
          ],
        },
      },
      { taskId: 't2', itemVersionId: 'i2', code: 'AQ-03', name: '安全生产责任制检查' },
    ],
    evidence: [],
    notices: [],
    demands: {
      notice: { value: 'allowed', ways: ['written', 'phone', 'fax'], clauses: ['SL-20'] },
      method: {
        values: ['on-site', 'documents'],
        onSite: false,
        adjustable: true,
        clauses: ['ZB-13'],
      },
      sign: { witness: true, recording: true, clauses: ['ZB-15'] },
      results: {
        values: ['no-problem-found', 'problem-found-to-be-handled', 'other'],
        open: true,
        clauses: ['SL-25'],
      },
      direct: { values: ['unreachable-at-registered-address'], open: true, clauses: ['ZB-17'] },
      publish: ['ZB-15'],
      reported: true,
    },
    allowedCommands: ['save', 'submit'],
    ...more,
  }
}

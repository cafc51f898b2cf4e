import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type {
  BatchForm,
  ItemBatch,
  ItemBatchRow,
  ItemDetail,
  ItemVersion,
  SuperiorList,
  WaitingItem,
} from './api'
import BatchesView from './BatchesView.vue'
import BatchFormView from './BatchFormView.vue'
import BatchView from './BatchView.vue'
import { fromForm, toForm } from './content'
import ItemFormView from './ItemFormView.vue'
import { jointSteps } from './joint'
import ItemsView from './ItemsView.vue'
import ItemView from './ItemView.vue'
import OverlapList from './OverlapList.vue'
import SuperiorListsView from './SuperiorListsView.vue'
import SuperiorListView from './SuperiorListView.vue'

const market = { id: 'm', name: '市市场监督管理局' }
const ecology = { id: 'e', name: '市生态环境局' }
const version: ItemVersion = {
  id: 'v1',
  number: 1,
  state: 'approved',
  name: '危险化学品经营企业联合检查',
  category: 'key',
  ratioCapBp: null,
  timesPerYear: 1,
  targetKind: '危险化学品经营企业',
  content: '安全生产责任制',
  basis: ['《安全生产法》第四十条'],
  methods: ['on-site'],
  body: '市应急管理局',
  participants: [market, ecology],
  checklist: null,
  reason: '法律修订',
  changedLaw: '《安全生产法》第四十条',
  draftedBy: { id: '1', name: '林晓' },
  approvedBy: { id: '2', name: '周明' },
  consolidatedBy: { id: '2', name: '周明' },
  decision: { by: 'joint-conference', on: '2026-02-27', documentNumber: '示联席〔2026〕3号' },
  batch: null,
}
const item: ItemDetail = {
  id: '7',
  code: 'LH-01',
  version: 5,
  department: { id: '3', name: '危化科' },
  lead: { id: 'y', name: '市应急管理局' },
  office: market,
  current: version,
  inForceNumber: null,
  allowedCommands: ['publish-in-batch', 'return-proposal'],
}
const row: WaitingItem = {
  id: '7',
  code: 'LH-01',
  version: 5,
  name: version.name,
  number: 1,
  lead: item.lead,
  participants: [market],
  decidedOn: '2026-02-27',
  decisionNumber: '示联席〔2026〕3号',
}
const batchRow: ItemBatchRow = {
  id: 'b',
  number: 'B-2026-0001',
  name: '2026年第一批',
  office: market,
  from: '2026-03-02',
  publishedAt: '2026-03-02T02:00:00Z',
  items: 1,
}
const batch: ItemBatch = {
  ...batchRow,
  publishedBy: { id: '2', name: '周明' },
  items: [
    {
      id: '7',
      code: 'LH-01',
      name: version.name,
      number: 1,
      lead: { id: '3', name: '危化科' },
      participants: [market],
      decidedOn: '2026-02-27',
      decisionNumber: '示联席〔2026〕3号',
    },
  ],
}
const links = { global: { stubs: { RouterLink: RouterLinkStub } } }

describe('a joint item', () => {
  it('names lead, participants, office and the decision with its document', () => {
    const text = mount(ItemView, { props: { item, versions: [version] } }).text()
    for (const said of [
      '市应急管理局',
      '市市场监督管理局、市生态环境局',
      '联席会议审定',
      '示联席〔2026〕3号',
      '《安全生产法》第四十条',
    ])
      expect(text).toContain(said)
  })

  it('offers what the platform allows the office', () => {
    const view = mount(ItemView, { props: { item, versions: [version] } })
    expect(view.findAll('[data-command]').map((one) => one.text())).toEqual(['分批公布', '退回牵头部门'])
  })

  it('says where it stands between proposal and publication', () => {
    const steps = (state: ItemVersion['state']) =>
      jointSteps(
        { ...item, current: { ...version, state } },
        (key) => key,
        (day) => day,
      ).map((step) => step.state)
    expect(steps('draft')).toEqual(['current', 'todo', 'todo', 'todo', 'todo'])
    expect(steps('submitted')).toEqual(['done', 'done', 'current', 'todo', 'todo'])
    expect(steps('consolidated')).toEqual(['done', 'done', 'done', 'current', 'todo'])
    expect(steps('approved')).toEqual(['done', 'done', 'done', 'done', 'current'])
    expect(steps('published')).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(mount(ItemView, { props: { item, versions: [] } }).text()).toContain('待分批公布')
  })

  it('warns of similar items while it can still be merged, and says in what they are the same', () => {
    const overlap = {
      id: '9',
      code: 'LH-05',
      name: '危化品企业检查',
      state: 'submitted' as const,
      lead: market,
      joint: true,
      sameName: false,
      sameTargetKind: true,
      basis: ['《安全生产法》第四十条'],
    }
    const at = (state: ItemVersion['state'], overlaps = [overlap]) =>
      mount(ItemView, {
        props: { item: { ...item, current: { ...version, state } }, versions: [], overlaps },
      }).text()
    expect(at('submitted')).toContain('有 1 个事项与本事项相近')
    expect(at('submitted')).toContain('LH-05 危化品企业检查')
    expect(at('published')).not.toContain('请考虑合并')
    const list = mount(OverlapList, { props: { overlaps: [overlap] }, ...links })
    expect(list.text()).toContain('检查对象相同；依据相同：《安全生产法》第四十条')
    expect(list.text()).toContain('待汇总')
    expect(mount(OverlapList, { props: { overlaps: [] } }).text()).toContain('没有相近的事项')
  })

  it('leaves the list by a decision with day and document', async () => {
    const published: ItemDetail = {
      ...item,
      current: { ...version, state: 'published' },
      allowedCommands: ['retire-joint'],
    }
    const view = mount(ItemView, { props: { item: published, versions: [] }, attachTo: document.body })
    await view.get('[data-command=retire-joint]').trigger('click')
    const dialogs = [...document.querySelectorAll('.el-dialog')].map((one) => one.textContent)
    expect(dialogs.at(-1)).toContain('决定日期')
    expect(dialogs.at(-1)).toContain('最后有效日期')
  })

  it('asks for day and document before a decision is entered', async () => {
    const consolidated: ItemDetail = {
      ...item,
      current: { ...version, state: 'consolidated', decision: null },
      allowedCommands: ['enter-decision'],
    }
    const view = mount(ItemView, { props: { item: consolidated, versions: [] }, attachTo: document.body })
    await view.get('[data-command=enter-decision]').trigger('click')
    const dialog = document.querySelector('.el-dialog')?.textContent
    expect(dialog).toContain('决定日期')
    expect(dialog).toContain('文号')
  })

  it('is drafted by choosing departments, and is an own item without them', () => {
    const view = mount(ItemFormView, { props: { others: [market] } })
    expect(view.text()).toContain('选择参与部门后即为联合抽查事项')
    expect(mount(ItemFormView).text()).not.toContain('参与部门')
    expect(fromForm(toForm(version)).participants).toEqual(['m', 'e'])
    expect(mount(ItemFormView, { props: { item, others: [market] } }).text()).toContain('这是联合抽查事项')
  })
})

describe('the item list', () => {
  it('has batches, participants and the two lists in a city, and none of them in a single bureau', () => {
    const list = {
      query: { ...firstPage },
      result: { items: [], total: 0, totalExact: true, page: 1, size: 20 },
      loading: false,
      problem: null,
    }
    const city = mount(ItemsView, { props: { owner: '1', list, city: true } })
    expect(city.find('[data-test=batches]').exists()).toBe(true)
    expect(city.findAllComponents({ name: 'ElSelect' })).toHaveLength(3)
    const bureau = mount(ItemsView, { props: { owner: '1', list } })
    expect(bureau.find('[data-test=batches]').exists()).toBe(false)
    expect(bureau.findAllComponents({ name: 'ElSelect' })).toHaveLength(2)
  })
})

describe('batches', () => {
  it('say when there are none, and who may publish one', () => {
    const list = {
      query: { ...firstPage },
      result: { items: [], total: 0, totalExact: true, page: 1, size: 20 },
      loading: false,
      problem: null,
    }
    const view = mount(BatchesView, { props: { owner: '1', list, mayPublish: true } })
    expect(view.text()).toContain('还没有公布过批次')
    expect(view.get('[data-test=new]').text()).toBe('公布新批次')
    expect(
      mount(BatchesView, { props: { owner: '1', list } })
        .find('[data-test=new]')
        .exists(),
    ).toBe(false)
  })

  it('name number, office and how many items they hold', () => {
    const list = {
      query: { ...firstPage },
      result: { items: [batchRow], total: 1, totalExact: true, page: 1, size: 20 },
      loading: false,
      problem: null,
    }
    const text = mount(BatchesView, { props: { owner: '1', list } })
      .get('tbody')
      .text()
    expect(text).toContain('B-2026-0001')
    expect(text).toContain('市市场监督管理局')
  })

  it('show each item with participants and decision', () => {
    const text = mount(BatchView, { props: { batch }, ...links }).text()
    expect(text).toContain('LH-01 危险化学品经营企业联合检查')
    expect(text).toContain('示联席〔2026〕3号')
  })

  it('are sent with the versions as they were seen, without what was taken out', async () => {
    const second = { ...row, id: '8', code: 'LH-02', version: 9 }
    const view = mount(BatchFormView, { props: { items: [row, second] } })
    await view.get('form').trigger('submit')
    expect(view.emitted('publish')).toBeUndefined()
    await view.get('input[type=text]').setValue('2026年第一批')
    await view.findAll('input[type=checkbox]')[0]?.setValue(false)
    await view.get('form').trigger('submit')
    const [form] = view.emitted<[BatchForm]>('publish')?.[0] ?? []
    expect(form).toEqual({ name: '2026年第一批', from: null, items: [{ id: '8', version: 9 }] })
  })

  it('put a refusal beside the item that its row means', async () => {
    const second = { ...row, id: '8', code: 'LH-02' }
    const view = mount(BatchFormView, { props: { items: [row, second] } })
    await view.get('input[type=text]').setValue('第一批')
    await view.get('form').trigger('submit')
    await view.setProps({
      problem: {
        type: 'x',
        title: '本批次没有公布',
        status: 422,
        errors: [{ row: 2, field: 'items', message: '还没有登记审定结果', fix: '请先汇总' }],
      },
    })
    expect(view.findAll('.item.bad')).toHaveLength(1)
    expect(view.get('.item.bad').text()).toContain('LH-02')
    expect(view.get('.item.bad .wrong').text()).toBe('还没有登记审定结果；请先汇总')
  })

  it('say when nothing waits', () => {
    expect(mount(BatchFormView, { props: { items: [] } }).text()).toContain('没有等待公布的联合抽查事项')
  })
})

describe('lists of the superior', () => {
  const superior: SuperiorList = {
    list: {
      id: 's',
      source: '自治区市场监督管理局',
      name: '随机抽查事项清单',
      edition: '2026年版',
      issuedOn: '2026-02-01',
      enteredBy: market,
      latest: true,
      items: 1,
    },
    items: [
      {
        code: 'TS-01',
        name: '特种设备使用检查',
        category: 'key',
        ratioCapBp: null,
        timesPerYear: 1,
        targetKind: '特种设备使用单位',
        content: '使用登记、定期检验',
        basis: ['《特种设备安全法》第三十三条'],
        methods: ['on-site'],
        body: '市场监督管理部门',
        adopted: null,
      },
    ],
  }

  it('say when none is entered', () => {
    const list = {
      query: { ...firstPage },
      result: { items: [], total: 0, totalExact: true, page: 1, size: 20 },
      loading: false,
      problem: null,
    }
    const view = mount(SuperiorListsView, { props: { owner: '1', list, mayImport: true } })
    expect(view.text()).toContain('还没有录入上级清单')
    expect(view.get('[data-test=import]').text()).toBe('导入上级清单')
  })

  it('show what they say, and let those take an item over who draft items', async () => {
    const view = mount(SuperiorListView, { props: { list: superior, mayAdopt: true } })
    expect(view.text()).toContain('自治区市场监督管理局，2026年版')
    expect(view.text()).toContain('不设上限')
    await view.get('[data-adopt=TS-01]').trigger('click')
    expect(view.emitted('adopt')).toEqual([['TS-01']])
    expect(view.text()).toContain('1 个事项中已采用 0 个')
    expect(
      mount(SuperiorListView, { props: { list: superior } })
        .find('button')
        .exists(),
    ).toBe(false)
  })

  it('say of each item whether it was taken over and no longer says the same', () => {
    const [entry] = superior.items
    const taken = (same: boolean, latest = true) =>
      mount(SuperiorListView, {
        props: {
          list: {
            list: { ...superior.list, latest },
            items: entry ? [{ ...entry, adopted: { id: '7', state: 'published', same } }] : [],
          },
          mayAdopt: true,
        },
        ...links,
      })
    expect(taken(true).text()).toContain('已采用')
    expect(taken(true).find('button').exists()).toBe(false)
    expect(taken(true).text()).not.toContain('与本版不一致')
    expect(taken(false).text()).toContain('其中 1 个与本版不一致')
    expect(taken(false, false).text()).toContain('已有印发日期更晚的版本')
  })

  it('lock what they say in the form of an item where the rules bind to them', () => {
    const view = mount(ItemFormView, { props: { item, others: [market], bound: true } })
    expect(view.text()).toContain('内容照用')
    expect(view.findAll('textarea').every((one) => one.attributes('disabled') !== undefined)).toBe(true)
    // The methods; who takes part stays open.
    expect(view.findAll('.el-select__wrapper.is-disabled')).toHaveLength(1)
  })
})

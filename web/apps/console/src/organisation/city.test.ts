import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { i18n, locale } from '@/i18n'
import ConferenceView from './ConferenceView.vue'
import ConferencesView from './ConferencesView.vue'
import { departmentFields } from './departmentFields'
import DepartmentsView from './DepartmentsView.vue'
import { lineKey, lines } from './lines'
import { bodies, byRegion, narrow, reached } from './regions'
import { city, conference, departments, line, regions, towns } from './sample'
import { fullNames, sectionOptions } from './sections'
import TownshipsView from './TownshipsView.vue'

const press = async (label: string, within: ParentNode = document.body) => {
  within.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click()
  await flushPromises()
}
const dialog = () => document.querySelector('.el-dialog')

describe('lines', () => {
  it('have a name in both languages', () => {
    for (const one of ['zh-CN', 'en'] as const) {
      locale.value = one
      expect(lines.filter((name) => !i18n.global.te(lineKey(name)))).toEqual([])
    }
    expect(lines).toHaveLength(35)
  })
})

describe('departments of a city', () => {
  it('stand by region, the city first, each with its sections and sums', () => {
    const parts = byRegion(bodies(city))
    expect(parts.map(({ region, count, people }) => [region, count, people])).toEqual([
      ['370300', 2, 14],
      ['370303', 1, 6],
    ])
    expect(parts[0]?.bodies.map(({ department, sections }) => [department.name, sections.length])).toEqual([
      ['示范市人民政府', 0],
      ['市市场监督管理局', 2],
      ['市应急管理局', 0],
    ])
  })

  it('are narrowed by region, line and text; a section that fits keeps its department', () => {
    const names = (asked: Parameters<typeof narrow>[1]) =>
      narrow(bodies(city), asked).map(({ department, sections }) => [department.name, sections.length])
    expect(names({ line: 'market-supervision' })).toEqual([
      ['市市场监督管理局', 2],
      ['张店区市场监督管理局', 1],
    ])
    expect(names({ region: '370303', line: 'emergency' })).toEqual([])
    expect(names({ text: ' 法规 ' })).toEqual([['市市场监督管理局', 1]])
  })

  it('are told apart where many have a section of one name; a bureau’s stay as they are', () => {
    expect(fullNames(city).get('5')).toBe('市市场监督管理局 · 法规科')
    expect(sectionOptions(city).map((one) => one.label)).toContain('张店区市场监督管理局 · 法制科')
    expect(fullNames(departments).get('2')).toBe('法规科')
  })

  it('show the city, fold the counties away, and open what is asked for', async () => {
    const view = mount(DepartmentsView, { props: { departments: city, regions, editing: null } })
    await flushPromises()
    expect(view.text()).toContain('张店区1 个部门 · 6 人')
    expect(view.text()).not.toContain('张店区市场监督管理局')
    expect(view.text()).toContain('2 个科室 · 5 人')
    expect(view.text()).not.toContain('信用监管科')
    await view.get('.fold[aria-expanded=false].sl-num').trigger('click')
    expect(view.text()).toContain('信用监管科')
    await view.get('[role=search] input').setValue('法制')
    await view.get('[role=search]').trigger('submit')
    expect(view.text()).toContain('法制科')
    expect(view.text()).not.toContain('市应急管理局')
    await view.get('[role=search] input').setValue('没有这个')
    await view.get('[role=search]').trigger('submit')
    expect(view.text()).toContain('没有符合条件的记录')
  })

  it('offer changes only of what the reader administers, whose region stands open', async () => {
    const own = city.map((one) => ({ ...one, administered: one.id === '7' || one.parentId === '7' }))
    const view = mount(DepartmentsView, {
      props: { departments: own, regions, mayEdit: true, editing: null },
    })
    await flushPromises()
    expect(view.get('[data-test=new]').text()).toBe('新增科室')
    expect(view.find('[aria-label="修改“张店区市场监督管理局”"]').exists()).toBe(true)
    expect(view.text()).not.toContain('市市场监督管理局市场监管')
    await view.get('[data-test=fold]').trigger('click')
    expect(view.find('[aria-label="修改“市应急管理局”"]').exists()).toBe(false)
    await view.get('[aria-label="在“张店区市场监督管理局”下新增科室"]').trigger('click')
    expect(view.emitted('edit')).toEqual([[{ what: 'section', parentId: '7' }]])
  })

  it('are asked for region and line where they are departments, and for neither where sections', () => {
    const keys = (editing: Parameters<typeof departmentFields>[1]) =>
      departmentFields((key) => key, editing, city, regions).map((field) => field.key)
    expect(keys({ what: 'department' })).toEqual(['name', 'region', 'line', 'functions', 'sort'])
    expect(keys({ what: 'section', parentId: '2' })).toEqual(['name', 'parentId', 'functions', 'sort'])
    expect(keys({ what: 'change', department: line('5') })).toEqual(['name', 'functions', 'sort'])
    expect(keys({ what: 'change', department: line('2') })).toContain('line')
  })

  it('of the reader reach the counties below them and nothing beside', () => {
    const covers = reached(city.map((one) => ({ ...one, administered: one.region === '370303' })))
    expect([covers('370303'), covers('370305'), covers('370300')]).toEqual([true, false, false])
    expect(reached(city)('370305')).toBe(true)
  })
})

describe('joint conferences', () => {
  const props = {
    conferences: [conference],
    regions,
    city: true,
    mayEdit: (code: string) => code === '370303',
  }

  it('stand by region with their seats by part, and lead to their form where one may', () => {
    const view = mount(ConferencesView, { props })
    expect(view.get('[data-region="370300"]').text()).toContain('召集人 李建国 副市长')
    expect(view.get('[data-region="370300"] dl').text()).toContain('办公室 市市场监督管理局')
    expect(view.get('[data-region="370303"]').text()).toContain('尚未录入')
    expect(view.findAll('a.edit').map((link) => link.text())).toEqual(['录入'])
  })

  it('are none of a bureau, which says so calmly', () => {
    expect(mount(ConferencesView, { props: { ...props, city: false } }).text()).toContain(
      '本单位没有联席会议',
    )
  })

  const form = (more = {}) =>
    mount(ConferenceView, {
      props: { conference, region: '示范市', departments: [line('2'), line('3')], ...more },
    })

  it('are sent with all their seats in their order', async () => {
    const view = form()
    await flushPromises()
    await view.get('[aria-label="姓名 2"]').setValue('王立新')
    await view.get('[aria-label="上移 2"]').trigger('click')
    await view.get('[data-test=all]').trigger('click')
    await view.get('form').trigger('submit')
    expect(view.emitted('save')).toEqual([
      [
        {
          name: conference.name,
          seats: [
            { part: 'office', departmentId: '2', personName: '王立新', title: '' },
            { part: 'convenor', departmentId: null, personName: '李建国', title: '副市长' },
            { part: 'member', departmentId: '3', personName: '', title: '' },
          ],
        },
      ],
    ])
  })

  it('show what is wrong beside its row, also after rows have moved', async () => {
    const view = form()
    await flushPromises()
    await view.get('form').trigger('submit')
    const problem = {
      type: 'urn:sunlot:problem:organisation.conference-wrong',
      title: '联席会议名单有误',
      status: 422,
      errors: [{ row: 2, field: 'departmentId', message: '该部门已在名单中', fix: '请删去重复的一行。' }],
    }
    await view.setProps({ problem })
    expect(view.get('[data-seat="2"] [role=alert]').text()).toContain('该部门已在名单中')
    expect(view.find('[data-seat="1"] [role=alert]').exists()).toBe(false)
    expect(view.get('.problem').text()).not.toContain('该部门已在名单中')
    await view.get('[aria-label="上移 2"]').trigger('click')
    expect(view.get('[data-seat="1"] [role=alert]').text()).toContain('请删去重复的一行')
  })

  it('begin with the seats that every one has, and are not sent without a name', async () => {
    const view = form({ conference: undefined })
    await flushPromises()
    expect(view.findAll('[data-seat]')).toHaveLength(2)
    await view.get('#conference-name').setValue(' ')
    await view.get('form').trigger('submit')
    expect(view.emitted('save')).toBeUndefined()
    expect(view.text()).toContain('请填写“名称”')
  })
})

describe('towns and streets', () => {
  const props = { towns, regions, mayEdit: () => true, editing: null, today: '2026-11-29' }

  it('stand by county, those that ended last and with what they became', async () => {
    const view = mount(TownshipsView, { props: { ...props, mayEdit: () => false } })
    await flushPromises()
    expect(view.text()).toContain('张店区2 个乡镇、街道')
    await view.get('input').setValue('3703')
    const rows = view.findAll('li').map((row) => row.text())
    expect(rows.map((row) => row.slice(0, 9))).toEqual(['370303001', '370303006', '370303106'])
    expect(rows[2]).toContain('已停用')
    expect(rows[2]).toContain('并入马尚街道')
    expect(view.find('[aria-label="停用“马尚街道”"]').exists()).toBe(false)
  })

  it('are ended with a successor chosen from those in force', async () => {
    const view = mount(TownshipsView, { props, attachTo: document.body })
    await flushPromises()
    await view.get('input').setValue('马尚')
    await press('停用“马尚街道”')
    expect(view.emitted('edit')).toEqual([[{ what: 'end', town: towns[1] }]])
    await view.setProps({ editing: { what: 'end', town: towns[1] as (typeof towns)[0] } })
    await flushPromises()
    expect(dialog()?.textContent).toContain('检查对象上的代码不会自动改变')
    dialog()?.querySelector<HTMLElement>('.el-button--primary')?.click()
    await flushPromises()
    expect(view.emitted('save')?.[0]?.[0]).toEqual({ until: '2026-11-29', successor: '' })
    view.unmount()
  })

  it('are added below the code of their county', async () => {
    const view = mount(TownshipsView, {
      props: { ...props, editing: { what: 'add' as const, county: '370303' } },
      attachTo: document.body,
    })
    await flushPromises()
    expect(document.querySelector<HTMLInputElement>('#field-code')?.value).toBe('370303')
    view.unmount()
  })
})

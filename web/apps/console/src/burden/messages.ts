import { messages } from '@/i18n/messages'

export default messages(
  {
    title: '检查频次上限',
    hint: '各部门向社会公布的、对同一对象一年最多检查的次数。制定计划、生成抽取范围时自动核对；投诉举报、转办交办等触发的检查不计。',
    year: '{year} 年',
    none: '今年还没有部门公布检查频次上限',
    noneHint: '没有公布的，只按所适用的规则核对年度次数。',
    department: '部门',
    class: '适用对象',
    every: '全部对象',
    ofClass: '{name} 类对象',
    max: '每年最多',
    times: '{count} 次',
    document: '公布文件',
    publishedOn: '公布日期',
    publish: '录入公布的上限',
    publishAsk:
      '录入后立即生效，代替同一年度、同一类别以前的上限；以前的保留备查。部门自己公布的上限，任何人不能超出。',
    documentHint: '文件名称、文号或网址',
    done: '已录入',
  },
  {
    title: 'Ceilings of inspections',
    hint: 'How often a year departments inspect one target at most, as they made public. Plans and pools keep to it; inspections that complaints or assigned leads cause do not count.',
    year: '{year}',
    none: 'No department has made a ceiling public this year',
    noneHint: 'Without one, only the limit of the rules holds.',
    department: 'Department',
    class: 'For',
    every: 'All targets',
    ofClass: 'Targets of class {name}',
    max: 'A year at most',
    times: '{count} times',
    document: 'Document',
    publishedOn: 'Published on',
    publish: 'Enter a published ceiling',
    publishAsk:
      'It holds at once, in place of an earlier one of the same year and class, which is kept. Nobody can go beyond a ceiling that the department itself made public.',
    documentHint: 'Name, number or address',
    done: 'Entered',
  },
)

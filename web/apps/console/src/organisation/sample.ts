import type { Conference, Department, Post, Township } from './api'
import type { Region } from './regions'

/** A made-up bureau and a made-up city, for tests. */
const department = (id: string, name: string, more: Partial<Department> = {}): Department => ({
  id,
  parentId: null,
  name,
  kind: 'section',
  functions: [],
  sort: Number(id) * 10,
  people: 3,
  administered: true,
  version: 1,
  ...more,
})

export const departments = [
  department('3', '安全生产科', { parentId: '1', sort: 20 }),
  department('1', '示范市工业和信息化局', { kind: 'bureau' }),
  department('2', '法规科', { parentId: '1', sort: 10, functions: ['regulation'] }),
]

const body = (id: string, name: string, region: string, line: Department['line']) =>
  department(id, name, { parentId: '1', kind: 'department', region, line })

export const city = [
  department('1', '示范市人民政府', { kind: 'government', region: '370300' }),
  body('2', '市市场监督管理局', '370300', 'market-supervision'),
  body('3', '市应急管理局', '370300', 'emergency'),
  department('4', '信用监管科', { parentId: '2', people: 4 }),
  department('5', '法规科', { parentId: '2', functions: ['regulation'], people: 1 }),
  body('7', '张店区市场监督管理局', '370303', 'market-supervision'),
  department('8', '法制科', { parentId: '7' }),
]
export const line = (id: string) => city.find((one) => one.id === id) as Department

export const regions: Region[] = [
  { code: '370300', name: '示范市' },
  { code: '370303', name: '张店区' },
]

export const conference: Conference = {
  id: 'c1',
  region: '370300',
  name: '示范市联席会议',
  seats: [
    { part: 'convenor', department: null, personName: '李建国', title: '副市长' },
    { part: 'office', department: { id: '2', name: '市市场监督管理局' }, personName: '', title: '' },
  ],
  version: 2,
}

const town = (code: string, name: string, more: Partial<Township> = {}): Township => ({
  code,
  name,
  from: '2010-01-01',
  until: null,
  successor: null,
  version: 1,
  ...more,
})
export const towns = [
  town('370303001', '车站街道'),
  town('370303006', '马尚街道'),
  town('370303106', '傅家镇', { until: '2026-06-30', successor: '370303006' }),
]

export const post = (id: string, more: Partial<Post> = {}): Post => ({
  id,
  department: { id: '4', name: '信用监管科' },
  title: '',
  main: true,
  from: '2024-03-01',
  until: null,
  inForce: true,
  roles: ['section-officer'],
  deputies: [],
  allowedCommands: [],
  ...more,
})

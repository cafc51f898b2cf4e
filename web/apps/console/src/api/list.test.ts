import { describe, expect, it } from 'vitest'
import { addressFromQuery, queryFromAddress } from '@/shared/useList'
import { firstPage, listParameters, type ListQuery } from './list'

const question: ListQuery = {
  page: 3,
  size: 50,
  sort: ['name', '-createdAt'],
  q: ' 机械 ',
  filters: { region: '370300', credit: ['A', 'B'], state: '' },
}

describe('list query', () => {
  it('becomes the platform’s parameters, without what is empty', () => {
    expect(listParameters(question)).toEqual({
      page: 3,
      size: 50,
      sort: 'name,-createdAt',
      q: '机械',
      region: '370300',
      credit: ['A', 'B'],
    })
  })

  it('survives the way through the address', () => {
    const { state, ...filters } = question.filters
    expect(state).toBe('')
    expect(queryFromAddress(addressFromQuery(question))).toEqual({ ...question, filters })
  })

  it('leaves the address clean when nothing is asked', () => {
    expect(addressFromQuery({ ...firstPage })).toEqual({})
  })

  it('takes nonsense in the address for the first page', () => {
    expect(queryFromAddress({ page: '-4', size: 'many' })).toMatchObject({ page: 1, size: 20 })
  })
})

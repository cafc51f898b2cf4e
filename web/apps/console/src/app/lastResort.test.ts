import { describe, expect, it } from 'vitest'
import { Refusal, UNREACHABLE } from '@/api/problem'
import { lastWords } from './lastResort'

describe('last words', () => {
  it('name the refusal, the missing server, or that something unexpected happened', () => {
    expect(lastWords(new Refusal({ type: 'x', title: '不能退出', status: 409 }))).toBe('不能退出')
    expect(lastWords(new Refusal({ type: UNREACHABLE, title: '', status: 0 }))).toBe('连接不上服务器')
    expect(lastWords(new Error('undefined is not a function'))).toContain('意外错误')
  })

  it('are silent about calls given up on purpose', () => {
    expect(lastWords(new DOMException('gone', 'AbortError'))).toBeUndefined()
  })
})

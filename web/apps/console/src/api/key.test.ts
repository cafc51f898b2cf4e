import { afterEach, describe, expect, it, vi } from 'vitest'
import { newKey } from './key'

afterEach(() => vi.unstubAllGlobals())

describe('keys', () => {
  it('are UUIDs and differ, also where the browser makes none by itself', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    const keys = Array.from({ length: 200 }, newKey)
    for (const key of keys) {
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
    expect(new Set(keys).size).toBe(200)
  })
})

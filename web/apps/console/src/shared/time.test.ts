import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, showBytes, showDay, showInstant, showWeekday } from './time'

describe('time', () => {
  it('shows instants by the clock of Shanghai, whatever the zone of the machine', () => {
    expect(showInstant('2026-11-20T16:30:00Z', 'zh-CN')).toBe('2026-11-21 00:30')
    expect(showInstant('2026-11-20T16:30:00Z', 'en')).toBe('21 Nov 2026 00:30')
    expect(dayOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
  })

  it('counts days over months and years', () => {
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
    expect(daysBetween('2026-11-21', '2026-11-19')).toBe(-2)
    expect(addDays('2026-11-29', 3)).toBe('2026-12-02')
  })

  it('shows days and weekdays in the language of the screen', () => {
    expect(showDay('2026-11-21', 'zh-CN')).toBe('2026-11-21')
    expect(showWeekday('2026-11-21', 'zh-CN')).toBe('周六')
    expect(showWeekday('2026-11-21', 'en')).toBe('Sat')
  })

  it('shows sizes in fitting units', () => {
    expect([900, 20_480, 3_250_586].map(showBytes)).toEqual(['900 B', '20 KB', '3.1 MB'])
  })
})

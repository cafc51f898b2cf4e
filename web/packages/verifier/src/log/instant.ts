/** An instant to the nanosecond, read and written as the command line does it. */
export interface Instant {
  readonly seconds: number
  readonly nanos: number
}

const FORM = /^(.{19})(?:\.(\d+))?Z$/

/** Reads a time of the form that an entry has; none if there is no such time. */
export function instantOf(text: string): Instant | undefined {
  const [, whole = '', fraction = ''] = FORM.exec(text) ?? []
  const nanos = Number(fraction.padEnd(9, '0'))
  if (whole.endsWith('T24:00:00') && nanos === 0) {
    const before = secondsOf(whole.replace('T24', 'T00'))
    return before === undefined ? undefined : { seconds: before + 86_400, nanos }
  }
  // A leap second counts as the second before it.
  const seconds = secondsOf(whole.replace(/T23:59:60$/, 'T23:59:59'))
  return seconds === undefined ? undefined : { seconds, nanos }
}

function secondsOf(text: string): number | undefined {
  const time = new Date(`${text}Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString() === `${text}.000Z`
    ? time.getTime() / 1000
    : undefined
}

/** With as many groups of three digits as its fraction needs. */
export function showInstant({ seconds, nanos }: Instant): string {
  const fraction = String(nanos)
    .padStart(9, '0')
    .replace(/(?:000)+$/, '')
  return new Date(seconds * 1000).toISOString().replace('.000Z', `${nanos === 0 ? '' : `.${fraction}`}Z`)
}

export const isAfter = (a: Instant, b: Instant): boolean =>
  a.seconds > b.seconds || (a.seconds === b.seconds && a.nanos > b.nanos)

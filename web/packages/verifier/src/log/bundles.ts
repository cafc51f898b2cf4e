/** Bundles of entries: where they are, and what is in them (C2SP tlog-tiles). */

/** Entries of a full bundle. */
export const WIDTH = 256

/** Path of a bundle as it is in a log of this size. */
export function bundlePath(size: number, index: number): string {
  const width = Math.min(WIDTH, size - index * WIDTH)
  const groups = [index % 1000]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(rest % 1000)
  const number = groups.map((group, i) => (i < groups.length - 1 ? 'x' : '') + String(group).padStart(3, '0'))
  return `tile/entries/${number.join('/')}${width < WIDTH ? `.p/${width}` : ''}`
}

/** The entries of a bundle, each after its length as two bytes; and where the bundle breaks off, if it does. */
export function split(bundle: Uint8Array): { entries: Uint8Array[]; broken?: number } {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bundle.length) {
    const from = at + 2
    const to = from <= bundle.length ? from + ((bundle[at] << 8) | bundle[at + 1]) : from
    if (to > bundle.length) return { entries, broken: at }
    entries.push(bundle.subarray(from, to))
    at = to
  }
  return { entries }
}

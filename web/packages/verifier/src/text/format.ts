/**
 * Puts arguments into a text as Java's MessageFormat does with texts: `{0}` is replaced, `''` is an apostrophe, and
 * what stands between two single apostrophes is taken as it is.
 */
export function format(pattern: string, args: readonly string[]): string {
  let out = ''
  let quoted = false
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]
    if (c === "'") {
      if (pattern[i + 1] === "'") {
        out += c
        i++
      } else {
        quoted = !quoted
      }
      continue
    }
    const place = c === '{' && !quoted ? /^\{(\d+)\}/.exec(pattern.slice(i, i + 5)) : null
    if (place) {
      out += args[Number(place[1])] ?? place[0]
      i += place[0].length - 1
    } else {
      out += c
    }
  }
  return out
}

// The words that the platform's resource files have, as a module for packages of the browser.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const ROOT = new URL('../../', import.meta.url)

const ESCAPES = { t: '\t', n: '\n', r: '\r', f: '\f' }

/** The keys and texts of a resource file (java.util.Properties, UTF-8). */
export function parse(text) {
  const texts = {}
  const lines = text.replace(/\\\r?\n[ \t]*/g, '').split(/\r?\n/)
  for (const line of lines.map((l) => l.replace(/^[ \t\f]+/, ''))) {
    if (line === '' || line[0] === '#' || line[0] === '!') continue
    const parts = /^((?:\\.|[^\\=:\s])*)[ \t\f]*[=:]?[ \t\f]*(.*)$/.exec(line)
    texts[unescaped(parts[1])] = unescaped(parts[2])
  }
  return texts
}

function unescaped(text) {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code, c) =>
    code ? String.fromCharCode(parseInt(code, 16)) : (ESCAPES[c] ?? c),
  )
}

function bundle(bundles, suffix) {
  const all = {}
  for (const name of bundles) {
    const texts = parse(readFileSync(new URL(`${name}${suffix}.properties`, ROOT), 'utf8'))
    const twice = Object.keys(texts).filter((key) => key in all)
    if (twice.length > 0) throw new Error(`${name}: ${twice} in another bundle too`)
    Object.assign(all, texts)
  }
  return all
}

/** The module that has the texts of these bundles, of which no two have a key in common. */
export function module(bundles) {
  const texts = { zh: bundle(bundles, ''), en: bundle(bundles, '_en') }
  const parts = Object.entries(texts).map(
    ([language, all]) =>
      `export const ${language} = {\n` +
      Object.entries(all)
        .map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},\n`)
        .join('') +
      '}\n',
  )
  return `// Made by scripts/messages.mjs of ${bundles.map((b) => b + '*.properties').join(', ')}; do not edit.\n\n${parts.join('\n')}`
}

/** Writes the module, or with `--check` fails if it is stale. */
export function make(target, bundles, name) {
  const made = module(bundles)
  if (!process.argv.includes('--check')) {
    writeFileSync(target, made)
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== made) {
    process.stderr.write(
      `src/text/messages.ts is not what the resource files say; run: npm run messages -w ${name}\n`,
    )
    process.exit(1)
  }
}

// Makes src/text/messages.ts of the platform's words for checklists: `messages.mjs` writes it, `messages.mjs --check` fails if it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const ROOT = new URL('../../../../', import.meta.url)
const TARGET = new URL('../src/text/messages.ts', import.meta.url)

/** Of the platform, which has the same words on paper and in refusals. */
const BUNDLES = ['platform/src/main/resources/messages/checklist']

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

function bundle(suffix) {
  const all = {}
  for (const name of BUNDLES) {
    const texts = parse(readFileSync(new URL(`${name}${suffix}.properties`, ROOT), 'utf8'))
    const twice = Object.keys(texts).filter((key) => key in all)
    if (twice.length > 0) throw new Error(`${name}: ${twice} in another bundle too`)
    Object.assign(all, texts)
  }
  return all
}

export function module() {
  const texts = { zh: bundle(''), en: bundle('_en') }
  const parts = Object.entries(texts).map(
    ([language, all]) =>
      `export const ${language} = {\n` +
      Object.entries(all)
        .map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},\n`)
        .join('') +
      '}\n',
  )
  return `// Made by scripts/messages.mjs of ${BUNDLES.map((b) => b + '*.properties').join(', ')}; do not edit.\n\n${parts.join('\n')}`
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) {
  const made = module()
  if (process.argv.includes('--check')) {
    if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== made) {
      process.stderr.write(
        'src/text/messages.ts is not what the resource files say; run: npm run messages -w @sunlot/checklist-engine\n',
      )
      process.exit(1)
    }
  } else {
    writeFileSync(TARGET, made)
  }
}

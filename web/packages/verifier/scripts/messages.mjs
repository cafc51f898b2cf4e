// Makes src/text/messages.ts of the resource files of the command line: `messages.mjs` writes it, `messages.mjs --check` fails if it is stale.
import { make } from '../../../scripts/messages.mjs'

export const BUNDLES = [
  'draw/src/main/resources/cn/sunlot/draw/messages',
  'drawlog/src/main/resources/cn/sunlot/drawlog/messages',
  'translog/src/main/resources/cn/sunlot/translog/messages',
]

if (process.argv[1]?.endsWith('messages.mjs'))
  make(new URL('../src/text/messages.ts', import.meta.url), BUNDLES, '@sunlot/verifier')

// Makes src/text/messages.ts of the platform's words for checklists, the same on paper and in refusals: `messages.mjs` writes it, `messages.mjs --check` fails if it is stale.
import { make } from '../../../scripts/messages.mjs'

export const BUNDLES = ['platform/src/main/resources/messages/checklist']

if (process.argv[1]?.endsWith('messages.mjs'))
  make(new URL('../src/text/messages.ts', import.meta.url), BUNDLES, '@sunlot/checklist-engine')

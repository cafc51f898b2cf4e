/** Copies the public log of this site before the verification, which then needs no server any more. */
import { bundlePath, split, WIDTH } from '../log/bundles.ts'

/** Requests at a time. */
const AT_ONCE = 6

/** Entries whose payloads are public, and tell which draws there were before. */
const TOLD: readonly unknown[] = ['draw-committed', 'draw-void']

type Files = Map<string, ArrayBuffer>

/** The files of the log by the paths at which it is published. */
export async function copyLog(address: string): Promise<Files> {
  const files: Files = new Map()
  const take = async (path: string, from = path) => {
    const bytes = await load(address + from)
    files.set(path, bytes)
    return bytes
  }
  const [, size = '0'] = text(await take('checkpoint')).split('\n')
  const bundles = Array.from({ length: Math.ceil(Number(size) / WIDTH) }, (_, index) => index)
  const told: string[] = []
  await all(bundles, async (index) => {
    const bundle = await take(bundlePath(Number(size), index))
    told.push(...split(new Uint8Array(bundle)).entries.flatMap(tells))
  })
  await all(told, async (seq) => {
    // One that is not there is missed by the verifier.
    await take(`payload/${seq}.json`, `payload/${seq}`).catch(() => undefined)
  })
  return files
}

/** The number of an entry whose payload is wanted. */
function tells(bytes: Uint8Array): string[] {
  try {
    const entry: unknown = JSON.parse(text(bytes))
    return isEntry(entry) && TOLD.includes(entry.type) && /^\d{1,18}$/.test(String(entry.seq))
      ? [String(entry.seq)]
      : []
  } catch {
    return []
  }
}

const isEntry = (value: unknown): value is { type?: unknown; seq?: unknown } =>
  typeof value === 'object' && value !== null

const text = (bytes: ArrayBuffer | Uint8Array): string => new TextDecoder().decode(bytes)

export async function load(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.arrayBuffer()
}

/** Does something with all, some at a time. */
async function all<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

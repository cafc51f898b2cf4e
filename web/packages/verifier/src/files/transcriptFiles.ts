import { decodeUtf8 } from '../bytes.ts'
import { refuse } from '../text/say.ts'

export const COMMITMENT = 'commitment.json'
export const FRAME = 'frame.csv.gz'
export const EXCLUDED = 'excluded.csv.gz'
export const ROSTER = 'roster.json'
export const REVEALS = 'reveals.json'
export const RESULT = 'result.json'
export const OPENINGS = 'openings.json'

/** Keys of the log and of its witnesses. */
export const LOG_KEYS = 'log/keys.txt'

/** Most bytes of JSON in all files together, unpacked. */
export const MAX_JSON = 512 * 2 ** 20

/** Most files in one transcript. */
export const MAX_FILES = 20_000

const PLAIN: readonly string[] = [COMMITMENT, FRAME, EXCLUDED, ROSTER, REVEALS, RESULT, OPENINGS, LOG_KEYS]
const ROUND = /^rounds\/[1-9][0-9]{0,7}\.json$/
const STEP =
  /^log\/(0|[1-9][0-9]{0,17})\/(?:entry\.json|payload\.json|salt\.txt|proof\.tlog-proof|consistency\.txt)$/

/** File of a round's input. */
export const round = (r: number): string => `rounds/${r}.json`

/** File of a step, under `log/`. */
export const step = (number: bigint, file: string): string => `log/${number}/${file}`

/** Reads the bytes of one file, at most `limit` of them; one more tells that there would have been. */
export type Reader = (limit: number) => Uint8Array

/**
 * The files of a transcript, which a stranger may have made: only names of section 11, no file twice, nothing larger
 * than a limit once it is unpacked.
 */
export class TranscriptFiles {
  private readonly readers = new Map<string, Reader>()
  private budget = MAX_JSON

  /** Adds a file; refuses a name that is unknown or there already. */
  add(name: string, reader: Reader): void {
    if (!PLAIN.includes(name) && !ROUND.test(name) && !STEP.test(name)) throw refuse('files.unknown', name)
    if (this.readers.has(name)) throw refuse('files.twice', name)
    this.readers.set(name, reader)
    if (this.readers.size > MAX_FILES) throw refuse('files.many', MAX_FILES)
  }

  has(name: string): boolean {
    return this.readers.has(name)
  }

  /** All names, sorted. */
  names(): string[] {
    return [...this.readers.keys()].sort()
  }

  /** Whether there is anything of a log. */
  logged(): boolean {
    return this.names().some((name) => name.startsWith('log/'))
  }

  /** Numbers of the steps under `log/`, in their order. */
  steps(): bigint[] {
    const numbers = new Set(this.names().flatMap((name) => STEP.exec(name)?.[1] ?? []))
    return [...numbers].map(BigInt).sort((a, b) => (a < b ? -1 : 1))
  }

  /** Number of round inputs. */
  rounds(): number {
    return [...this.readers.keys()].filter((name) => name.startsWith('rounds/')).length
  }

  /** The bytes of a packed list, which are kept packed: as many as there are. */
  packed(name: string): Uint8Array {
    return this.reader(name)(MAX_JSON)
  }

  /** All bytes of a JSON or text file; refuses it once the files read so far are too large together. */
  bytes(name: string): Uint8Array {
    const bytes = this.reader(name)(this.budget + 1)
    if (bytes.length > this.budget) throw refuse('files.large', name, MAX_JSON)
    this.budget -= bytes.length
    return bytes
  }

  /** The text of a file, which must be UTF-8. */
  text(name: string): string {
    const bytes = this.bytes(name)
    try {
      return decodeUtf8(bytes)
    } catch {
      throw refuse('files.utf8', name)
    }
  }

  private reader(name: string): Reader {
    const reader = this.readers.get(name)
    if (!reader) throw refuse('files.missing', name)
    return reader
  }
}

/** The files of a folder, by their names in it. */
export function folderFiles(contents: ReadonlyMap<string, Uint8Array>): TranscriptFiles {
  const files = new TranscriptFiles()
  for (const [name, bytes] of contents) files.add(name, (limit) => bytes.subarray(0, limit))
  return files
}

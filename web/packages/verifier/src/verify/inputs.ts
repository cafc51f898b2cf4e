import type { Findings } from './findings.ts'
import type { Json } from '../json/json.ts'
import { Node } from '../json/node.ts'
import { parse } from '../json/jcs.ts'
import { round, type TranscriptFiles } from '../files/transcriptFiles.ts'
import { say } from '../text/say.ts'

/** Reads a canonical JSON file. */
export const readJson = (files: TranscriptFiles, name: string): Node => Node.root(parse(files.bytes(name)))

/** The round inputs of a transcript, read in order (V1), numbered without gaps (V11). */
export class Inputs {
  private readonly files: TranscriptFiles
  private readonly findings: Findings
  /** All documents, from round 1. */
  readonly documents: Json[] = []

  /** Whether all inputs could be read. */
  complete = true

  constructor(files: TranscriptFiles, findings: Findings) {
    this.files = files
    this.findings = findings
  }

  /** Reads every input as what the purpose wants; stops at the first that is missing or wrong. */
  read<T>(reader: (node: Node) => T): T[] {
    const inputs: T[] = []
    const rounds = this.files.rounds()
    for (let r = 1; r <= rounds && this.complete; r++) {
      const name = round(r)
      if (!this.files.has(name)) {
        this.findings.fail('V11', name, 0, say('v11.gap', rounds, name))
        this.complete = false
        break
      }
      const node = this.findings.attempt('V1', name, () => readJson(this.files, name))
      const input = node && this.findings.attempt('V1', name, () => reader(node))
      this.complete = input !== undefined
      if (node) this.documents.push(node.value)
      if (input !== undefined) inputs.push(input)
    }
    return inputs
  }

  /** The document of a round, 1 and more. */
  document(r: number): Json {
    return this.documents[r - 1]
  }
}

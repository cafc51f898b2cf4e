/** What somebody kept from the ceremony: the fingerprint alone, or the receipt of a party (section 2). */
import { CODE, HEX32, PARTY } from './names.ts'
import { Node } from './json/node.ts'
import { opensCommitment } from './documents.ts'
import { parseLoose } from './json/jcs.ts'
import { readCommitment } from './commitment.ts'
import { readJson } from './verify/inputs.ts'
import { suiteNamed } from './suite/suite.ts'
import { utf8 } from './bytes.ts'
import { COMMITMENT, type TranscriptFiles } from './files/transcriptFiles.ts'

export interface Receipt {
  readonly commitmentHash: string
  /** What a party committed to; none if only the fingerprint was kept. */
  readonly party?: {
    readonly draw: string
    readonly party: string
    readonly nonce: string
    readonly commitment: string
  }
}

/** Reads 64 hex digits, in which blanks and capitals do not count, or the JSON of a receipt. */
export function readReceipt(text: string): Receipt {
  if (!text.trim().startsWith('{')) {
    const commitmentHash = text.replace(/\s+/g, '').toLowerCase()
    return { commitmentHash: new Node('', commitmentHash).text(HEX32) }
  }
  const node = Node.root(parseLoose(utf8(text.trim())))
  node.only('draw', 'commitmentHash', 'commitment', 'party', 'nonce')
  return {
    commitmentHash: node.get('commitmentHash').text(HEX32),
    party: {
      draw: node.get('draw').text(CODE),
      party: node.get('party').text(PARTY),
      nonce: node.get('nonce').text(HEX32),
      commitment: node.get('commitment').text(HEX32),
    },
  }
}

/** Whether the commitment document has the party's own commitment in it, and its nonce opens that. */
export function receiptHolds(files: TranscriptFiles, party: NonNullable<Receipt['party']>): boolean {
  const commitment = readCommitment(readJson(files, COMMITMENT))
  const suite = suiteNamed(commitment.suite)
  return (
    commitment.draw === party.draw &&
    commitment.parties.some(
      (p) => p.commitment === party.commitment && opensCommitment(party, p, suite, party.draw),
    )
  )
}

/** The commitment document (section 5): all that is fixed before anybody's nonce is open. */
import type { Json } from './json/json.ts'
import type { Node } from './json/node.ts'
import type { Suite } from './suite/suite.ts'
import * as names from './names.ts'
import { hex } from './bytes.ts'
import { write } from './json/jcs.ts'
import { readParty, readSource, type Party, type PublicSource } from './documents.ts'
import { refuse } from './text/say.ts'
import { readSubject, type Subject } from './subject.ts'

const VERSION = 'sunlot/draw/v1'

/** Longest chain that a verifier walks. */
const MAX_CHAIN = 2 ** 24

export interface Commitment {
  /** The document as it stands in the file. */
  readonly document: Json
  readonly suite: string
  readonly draw: string
  readonly task: string
  readonly subject: Subject
  readonly chain: { readonly length: number; readonly head: string }
  readonly parties: readonly Party[]
  readonly sources: readonly PublicSource[]
  readonly revealBy: string
  readonly openBy: string
  readonly previous: string
}

/** Reads a document; a member that is missing, unknown, of the wrong kind or misspelt is refused by its path. */
export function readCommitment(node: Node): Commitment {
  const version = node.get('v').text()
  if (version !== VERSION) throw refuse('commitment.version', version, VERSION)
  const commitment: Commitment = {
    document: node.value,
    suite: node.get('suite').text(names.CODE),
    draw: node.get('draw').text(names.CODE),
    task: node.get('task').text(names.TEXT),
    ...profile(node.get('profile').only('id', 'version', 'hash')),
    subject: readSubject(node),
    chain: chain(node.get('chain').only('length', 'head')),
    parties: node.get('parties').items().map(readParty),
    sources: node.get('public').items().map(readSource),
    revealBy: time(node.get('revealBy')),
    openBy: time(node.get('openBy')),
    previous: node.get('previous').text(names.HEX32_OR_NONE),
  }
  if (new Set(commitment.parties.map((p) => p.party)).size < commitment.parties.length) {
    throw refuse('commitment.party-twice')
  }
  return commitment
}

/** Only looked at: no check depends on which profile it is. */
function profile(node: Node): object {
  node.get('id').text(names.CODE)
  node.get('version').text(names.CODE)
  node.get('hash').text(names.HEX32)
  return {}
}

const chain = (node: Node) => ({
  length: node.get('length').integer(1, MAX_CHAIN),
  head: node.get('head').text(names.HEX32),
})

function time(node: Node): string {
  const text = node.text(names.TIME)
  if (!names.isTime(text)) throw refuse('commitment.time', node.path, text)
  return text
}

/** `hex H(JCS(document))`. */
export const commitmentHash = (commitment: Commitment, suite: Suite): string =>
  hex(suite.hash(write(commitment.document)))

/** Whether nobody but the operator has a part in the seed. */
export const operatorAlone = ({ sources, parties }: Commitment): boolean =>
  sources.length === 0 && parties.every((p) => p.role === 'operator')

/** Whether a supervising party keeps the chain secret. */
export const supervised = ({ parties }: Commitment): boolean => parties.some((p) => p.role === 'supervisor')

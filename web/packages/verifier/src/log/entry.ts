/** An entry of the log, whose canonical bytes are a leaf of its tree (the log's specification). */
import * as names from '../names.ts'
import { hex } from '../bytes.ts'
import { instantOf, type Instant } from './instant.ts'
import { Node } from '../json/node.ts'
import { parse } from '../json/jcs.ts'
import { refuse } from '../text/say.ts'
import { SHA256 } from '../suite/suite.ts'

const SEQ = names.pattern('0|[1-9][0-9]{0,17}')
const AT = names.pattern('\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z')

export interface LogEntry {
  readonly seq: bigint
  readonly type: string
  readonly at: Instant
  /** Whose change it was. */
  readonly org: string
  /** What it happened to, e.g. a drawId. */
  readonly ref: string
  /** hex SHA-256(salt ‖ payload). */
  readonly hash: string
}

/** Reads canonical bytes. */
export function readEntry(jcs: Uint8Array): LogEntry {
  const node = Node.root(parse(jcs))
  node.only('v', 'seq', 'type', 'at', 'org', 'actor', 'ref', 'hash')
  node.get('v').integer(1, 1)
  const seq = BigInt(node.get('seq').text(SEQ))
  const type = node.get('type').text(names.CODE)
  const at = instantOf(node.get('at').text(AT))
  if (!at) throw refuse('commitment.time', node.get('at').path, node.get('at').text())
  const org = node.get('org').text(names.TEXT)
  node.get('actor').text(names.TEXT)
  return {
    seq,
    type,
    at,
    org,
    ref: node.get('ref').text(names.TEXT),
    hash: node.get('hash').text(names.HEX32),
  }
}

/** `hex SHA-256(salt ‖ payload)`, whatever the suite of the draw. */
export const saltedHash = (salt: Uint8Array, payload: Uint8Array): string => hex(SHA256.hash(salt, payload))

/** The input of a substitute round of inspectors (section 10), fixed before its chain value is opened. */
import type { Json } from '../json/json.ts'
import * as names from '../names.ts'
import { Node } from '../json/node.ts'
import { readSource, roundNumber, type PublicSource } from '../documents.ts'
import {
  label,
  readAbsence,
  readRecusal,
  readSlot,
  showRecusal,
  unique,
  type Recusal,
  type Slot,
} from './roster.ts'

/** A person who leaves a slot. */
export interface Departure {
  readonly slot: Slot
  readonly person: string
}

export interface InspectorRound {
  readonly r: number
  readonly open: readonly Slot[]
  readonly left: readonly Departure[]
  readonly recused: readonly Recusal[]
  readonly absent: readonly string[]
  readonly sources: readonly PublicSource[]
}

export function readInspectorRound(document: Json): InspectorRound {
  const root = Node.root(document).only('r', 'open', 'left', 'recused', 'absent', 'public')
  const input = {
    r: roundNumber(root.get('r')),
    open: root
      .get('open')
      .items()
      .map((node) => readSlot(node.only('group', 'role'))),
    left: root.get('left').items().map(readDeparture),
    recused: root.get('recused').items().map(readRecusal),
    absent: root.get('absent').items().map(readAbsence),
    sources: root.get('public').items().map(readSource),
  }
  unique(input.open.map(label), '$.open')
  unique(
    input.left.map(({ slot }) => label(slot)),
    '$.left',
  )
  unique(input.recused.map(showRecusal), '$.recused')
  unique(input.absent, '$.absent')
  return input
}

function readDeparture(node: Node): Departure {
  node.only('group', 'role', 'person', 'reason')
  const departure = { slot: readSlot(node), person: node.get('person').text(names.LABEL) }
  node.get('reason').text(names.CODE)
  return departure
}

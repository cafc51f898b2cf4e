/** A unit that has its salt checks its own line: where it stands in the lists, and whether it was drawn. */
import type { TranscriptFiles } from './files/transcriptFiles.ts'
import { EXCLUDED, FRAME, RESULT, ROSTER } from './files/transcriptFiles.ts'
import { COMMITMENT } from './files/transcriptFiles.ts'
import { readCommitment } from './commitment.ts'
import { readJson } from './verify/inputs.ts'
import { readList } from './targets/csv.ts'
import { readResult } from './verify/result.ts'
import { readRoster } from './matching/roster.ts'
import { readTargetRound } from './targets/rounds.ts'
import { suiteNamed } from './suite/suite.ts'
import { tokenOf } from './documents.ts'
import { unitId } from './names.ts'
import type { Targets } from './subject.ts'

/** Where a unit stands. */
export type OwnLine =
  | { readonly where: 'nowhere'; readonly token: string }
  | { readonly where: 'roster'; readonly token: string }
  | { readonly where: 'excluded'; readonly token: string; readonly line: number; readonly reason: string }
  | {
      readonly where: 'frame'
      readonly token: string
      readonly line: number
      readonly stratum: string
      readonly size: number
      readonly quota: number
      readonly weight: number
      /** The round that drew it, 0 for the draw, and its place among those drawn; none if it was not drawn. */
      readonly drawn?: { readonly round: number; readonly place: number }
    }

/** Looks up a unit in a transcript that has been verified. */
export function ownLine(files: TranscriptFiles, unit: string, salt: string): OwnLine {
  const commitment = readCommitment(readJson(files, COMMITMENT))
  unitId(unit)
  const token = tokenOf(suiteNamed(commitment.suite), commitment.draw, unit, salt)
  return commitment.subject.purpose === 'targets'
    ? inLists(files, commitment.subject, token)
    : inRoster(files, token)
}

function inLists(files: TranscriptFiles, stated: Targets, token: string): OwnLine {
  const frame = readList(files.packed(FRAME), true, stated.frame.size + 1)
  const index = frame.find(token)
  if (index < 0) return inExclusions(files, stated, token)
  const stratum = frame.code(index)
  const { size = 0, quota = 0 } = stated.strata.get(stratum) ?? {}
  const rounds = readResult(readJson(files, RESULT), readTargetRound).rounds
  const drawn = rounds.flatMap((round) => {
    const place = round.strata.get(stratum)?.findIndex((unit) => unit.token === token) ?? -1
    return place < 0 ? [] : [{ round: round.r, place: place + 1 }]
  })[0]
  return { where: 'frame', token, line: index + 1, stratum, size, quota, weight: frame.weight(index), drawn }
}

function inExclusions(files: TranscriptFiles, stated: Targets, token: string): OwnLine {
  const excluded = readList(files.packed(EXCLUDED), false, stated.excluded.size + 1)
  const index = excluded.find(token)
  return index < 0
    ? { where: 'nowhere', token }
    : { where: 'excluded', token, line: index + 1, reason: excluded.code(index) }
}

function inRoster(files: TranscriptFiles, token: string): OwnLine {
  const roster = readRoster(readJson(files, ROSTER).value)
  const known = roster.groups.includes(token) || roster.persons.has(token) || roster.absent.includes(token)
  return { where: known ? 'roster' : 'nowhere', token }
}
